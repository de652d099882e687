"""What a school's own pupils learn, and what its people are trained in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import Who
from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.rules.words import people_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.learning import Strand
    from schoolpolicy.rules.answer import RuleBook


@dataclass(frozen=True)
class StageView:
    """What pupils of some years learn, under the words for those years."""

    who: str
    learn: tuple[str, ...]


@dataclass(frozen=True)
class StrandView:
    """One strand, with the stages that the school teaches."""

    strand: Strand
    stages: tuple[StageView, ...]


def curriculum_view(book: RuleBook) -> tuple[StrandView, ...]:
    """Return each strand with the stages of the school's own years, the youngest first."""
    found = []
    for strand in book.policy.curriculum:
        stages = tuple(
            StageView(who, stage.learn)
            for stage in strand.stages
            if (who := pupils_words(book, stage.cohorts))
        )
        if stages:
            found.append(StrandView(strand, stages))
    return tuple(found)


def pupils_words(book: RuleBook, cohorts: Iterable[str]) -> str:
    """Return some of the school's own pupils in words: `Years 3 and 4`; empty if it has none.

    No cohorts mean all pupils.
    """
    everybody = book.people.bits(Who(audience=(Audience.PUPILS,)))
    some = book.people.bits(Who(audience=(Audience.PUPILS,), cohorts=tuple(cohorts)))
    mine = book.people.among(some)
    return capital(people_words(book.policy, mine, book.people.among(everybody))) if mine else ""
