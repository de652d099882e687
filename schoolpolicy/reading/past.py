"""Whether what a school says of its policy's past can have happened, in that order."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.history import first_day, last_day
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.paths import find
from schoolpolicy.reading.tree import error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.organisation import School
    from schoolpolicy.reading.tree import Mapping

_Steps = tuple[str | int, ...]
_MONTHS: MappingType[str, int] = MappingProxyType(
    {"month": 1, "half-term": 2, "term": 4, "year": 12}
)
"""How long the units of an interval are; the end of the last month is soon enough."""


def check_past(school: School, written: Mapping, today: dt.date) -> Iterator[Finding]:
    """Yield an error for each date of the past that lies ahead, or before one that it follows.

    Args:
        school: the school.
        written: its file, which knows the places.
        today: the last day that can be past.
    """
    for steps, when in _dates(school):
        if first_day(when) > today:
            yield error(
                "read.dates",
                find(written, ("review", *steps)),
                f'"{steps[-1] if isinstance(steps[-1], str) else steps[0]}" tells of the past, '
                f"but {when} is still to come.",
                "Correct the date, or add the entry when it has happened.",
            )
    yield from _falling(school, written)
    yield from _twice(school, written)
    yield from _late(school, written, today)


def _dates(school: School) -> Iterator[tuple[_Steps, str]]:
    """Yield each date of the past, and the way to it from `review`."""
    review = school.review
    for field in ("consulted", "agreed_by", "published", "versions"):
        for number, entry in enumerate(getattr(review, field)):
            if entry.date:
                yield (field, number, "date"), entry.date
            if getattr(entry, "signed_on", None):
                yield (field, number, "signed_on"), entry.signed_on
    if review.adopted:
        yield ("adopted", "date"), review.adopted.date
    for number, when in enumerate(review.reviewed_on):
        yield ("reviewed_on", number), when


def _falling(school: School, written: Mapping) -> Iterator[Finding]:
    """Yield an error where an entry comes before the one above it, or is signed too early."""
    review = school.review
    for number, (one, other) in enumerate(pairwise(review.versions), 1):
        if last_day(other.date) < first_day(one.date):
            yield error(
                "read.dates",
                find(written, ("review", "versions", number, "date")),
                f'Version "{other.version}" ({other.date}) stands below version '
                f'"{one.version}" ({one.date}), but is older.',
                "Correct the date, or put the oldest version first.",
            )
    for number, (earlier, later) in enumerate(pairwise(review.reviewed_on), 1):
        if last_day(later) < first_day(earlier):
            yield error(
                "read.dates",
                find(written, ("review", "reviewed_on", number)),
                f"The review of {later} stands after that of {earlier}, but is older.",
                "Correct the date, or put the oldest review first.",
            )
    for number, each in enumerate(review.versions):
        if each.signed_on and last_day(each.signed_on) < first_day(each.date):
            yield error(
                "read.dates",
                find(written, ("review", "versions", number, "signed_on")),
                f'Version "{each.version}" ({each.date}) was signed on {each.signed_on}, '
                "before there was one.",
                "Correct one of the two dates.",
            )


def _late(school: School, written: Mapping, today: dt.date) -> Iterator[Finding]:
    """Yield a warning where the next review is past, or later than the school promises."""
    review, due = school.review, school.review.next_review
    if not isinstance(due, dt.date) or not isinstance(review.effective_from, dt.date):
        return  # undecided, and said to be so
    if due <= review.effective_from:
        return  # told with the dates
    mark = find(written, ("review", "next_review"))
    latest = after(review.effective_from, review.every) if review.every else None
    if due < today:
        problem = f'"next_review" ({due}) is past.'
        remedy = "Review the policy, and set the date of the review after that."
    elif latest is not None and due > latest:
        problem = (
            f'"next_review" ({due}) is later than "{review.every}" after '
            f'"effective_from" ({review.effective_from}).'
        )
        remedy = f'Set it to {latest} or before, or change "every".'
    else:
        return
    yield Finding(
        code="read.review-late",
        severity=Severity.WARNING,
        place=mark.place,
        problem=problem,
        remedy=remedy,
    )


def months_of(every: str) -> int | None:
    """Return how many months an interval has; None where it is less than one, or no time."""
    number, _, unit = every.partition(" ")
    months = _MONTHS.get(unit.removesuffix("s"))
    return None if months is None else int(number) * months


def after(start: dt.date, every: str) -> dt.date | None:
    """Return the day that lies one interval after another; None where it is no time."""
    length = months_of(every)
    if length is None:
        return None
    years, month = divmod(start.month - 1 + length, 12)
    return last_day(f"{start.year + years}-{month + 1:02}")


def _twice(school: School, written: Mapping) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, each in enumerate(school.review.versions):
        if each.version in seen:
            yield error(
                "read.version-twice",
                find(written, ("review", "versions", number, "version")),
                f'There are two versions "{each.version}".',
                "Give the later one a number of its own.",
            )
        seen.add(each.version)
