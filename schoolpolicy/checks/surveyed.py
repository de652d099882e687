"""The survey of all questions, made once for all checks that need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.space import Space
from schoolpolicy.rules.survey import periods

if TYPE_CHECKING:
    import datetime as dt

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.survey import Region


@dataclass(frozen=True)
class Surveyed:
    """All questions as the rules of one day answer them.

    Attributes:
        book: the rules in effect.
        regions: every question of the school's own people.
        since: the day, where it lies after the policy's own.
    """

    book: RuleBook
    regions: tuple[Region, ...]
    since: dt.date | None


def survey_periods(policy: Policy) -> tuple[Surveyed, ...]:
    """Return a survey of the policy's day, and of each later day with other rules in effect."""
    space = Space(policy)
    found: dict[tuple[str, ...], Surveyed] = {}
    for day in periods(policy):
        book = RuleBook(policy, day, space)
        if book.ids not in found:
            since = None if day == policy.day else day
            found[book.ids] = Surveyed(book, book.regions, since)
    return tuple(found.values())
