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
    """What pupils of some years learn: the words for those years, and each strand's part."""

    who: str
    strands: tuple[tuple[Strand, tuple[str, ...]], ...]


def curriculum_view(book: RuleBook) -> tuple[StageView, ...]:
    """Return what the school's own pupils learn, the youngest years first."""
    found: dict[str, list[tuple[Strand, tuple[str, ...]]]] = {}
    for strand in book.policy.curriculum:
        for stage in strand.stages:
            if who := pupils_words(book, stage.cohorts):
                found.setdefault(who, []).append((strand, stage.learn))
    return tuple(StageView(who, tuple(strands)) for who, strands in found.items())


def pupils_words(book: RuleBook, cohorts: Iterable[str]) -> str:
    """Return some of the school's own pupils in words: `Years 3 and 4`; empty if it has none.

    No cohorts mean all pupils.
    """
    everybody = book.people.bits(Who(audience=(Audience.PUPILS,)))
    some = book.people.bits(Who(audience=(Audience.PUPILS,), cohorts=tuple(cohorts)))
    mine = book.people.among(some)
    return capital(people_words(book.policy, mine, book.people.among(everybody))) if mine else ""
