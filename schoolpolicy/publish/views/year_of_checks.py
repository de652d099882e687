"""The year of checks: what comes round for each role, and in which of the next twelve months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.publish.views.due import by_role
from schoolpolicy.publish.views.phrases import day as day_words
from schoolpolicy.publish.views.phrases import how_often
from schoolpolicy.review.rhythm import months_after
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    import datetime as dt

    from schoolpolicy.review.items import Deadline, DueItem, DueRole
    from schoolpolicy.review.report import DueReport

MONTHS = 12
_MONTHLY = "1 month"


@dataclass(frozen=True)
class YearItem:
    """One thing that comes round, how often, and by when in the next twelve months."""

    item: DueItem
    often: str
    days: str


@dataclass(frozen=True)
class YearRow:
    """What comes round for one role.

    Attributes:
        role: the role.
        items: all that comes round for it, the most frequent first.
        months: for each month, how many things are due in it that do not come round each week.
        weekly: how many things come round each day or week.
    """

    role: DueRole
    items: tuple[YearItem, ...]
    months: tuple[int, ...]
    weekly: int


@dataclass(frozen=True)
class YearOfChecks:
    """The next twelve months, by role.

    Attributes:
        months: the first day of each.
        rows: the roles, those with most to do first.
    """

    months: tuple[dt.date, ...]
    rows: tuple[YearRow, ...]

    @property
    def span(self) -> str:
        """The months from the first to the last: `November 2026 to October 2027`."""
        return f"{self.months[0]:%B %Y} to {self.months[-1]:%B %Y}"


def year_of_checks(report: DueReport) -> YearOfChecks:
    """Return the year that begins with the month of a report."""
    first = report.day.replace(day=1)
    months = tuple(months_after(first, number) for number in range(MONTHS))
    rows = [
        YearRow(
            role=each.role,
            items=tuple(
                YearItem(item, how_often(item.every) if item.every else "Once", _days(item, months))
                for item in sorted(each.items, key=_frequent)
            ),
            months=tuple(sum(_in(item, month) for item in each.items) for month in months),
            weekly=sum(1 for item in each.items if item.is_often),
        )
        for each in by_role(report.items)
    ]
    ordered = sorted(rows, key=lambda row: (-sum(row.months) - row.weekly * MONTHS, row.role.title))
    return YearOfChecks(months, tuple(ordered))


def _in(item: DueItem, month: dt.date) -> int:
    """Return how many times a thing is due in a month; never, if it is done each week anyway."""
    if item.is_often:
        return 0
    return sum(1 for each in item.deadlines if each.day.replace(day=1) == month)


def _days(item: DueItem, months: tuple[dt.date, ...]) -> str:
    """Return by when it is due in these months, in words."""
    if item.is_often:
        return "Each week in term"
    if item.every == _MONTHLY:
        return "By the end of each month"
    last = months_after(months[-1], 1)
    days = [each for each in item.deadlines if months[0] <= each.day < last]
    if not days:
        return f"By {day_words(item.next.day)}"
    return f"By {listed([_day(each) for each in days])}"


def _day(deadline: Deadline) -> str:
    """Return a day without its year, which the months of the picture tell."""
    words = f"{deadline.day.day} {deadline.day:%B}"
    return f"about {words}" if deadline.about else words


def _frequent(item: DueItem) -> tuple[bool, int, str]:
    return (not item.is_often, -len(item.deadlines), item.id)
