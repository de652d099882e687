"""The school year: by which day a thing is due that comes round each week, term or year.

Where a school gives no dates of its terms, the usual ones of schools in England and Wales stand
in for them. What is due by one of those is due about then, and marked so.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from schoolpolicy.model.calendar import HalfTerm, SchoolTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEKEND = 5
"""The first day of the weekend, where Monday is 0."""
NEW_YEAR = 8
"""The month in which a school year can begin: August."""
_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Period:
    """A stretch of time in which a thing is to be done once.

    Attributes:
        key: names it for good, though its days may change: `autumn-2026`, `2026-w48`.
        starts: its first day.
        ends: the day by which the thing is due.
        about: True where its days are not the school's own, but the usual ones.
    """

    key: str
    starts: dt.date
    ends: dt.date
    about: bool = False


class SchoolCalendar:
    """The terms of a school, and the periods that they make."""

    def __init__(self, given: tuple[SchoolTerm, ...] = ()) -> None:
        """Take the terms that a school gives, of any school years."""
        self._given = given
        self._years: dict[int, tuple[SchoolTerm, ...]] = {}

    def terms(self, since: dt.date) -> Iterator[SchoolTerm]:
        """Yield the terms from the school year of a day on, in their order, to the last year."""
        first = since.year if since.month >= NEW_YEAR else since.year - 1
        for year in range(first, dt.MAXYEAR):
            if year not in self._years:
                self._years[year] = self._of_year(year)
            yield from self._years[year]

    def periods(self, unit: str, since: dt.date) -> Iterator[Period]:
        """Yield the periods of a kind, to the last year, from one that begins before a day on.

        Args:
            unit: `day`, `school day`, `week`, `month`, `half-term` or `term`.
            since: the day.
        """
        before = since - 2 * _WEEK  # so that the week, or month, of the day is among them
        match unit:
            case "term":
                return self._terms(since)
            case "half-term":
                return self._halves(since)
            case "week":
                return self._weeks(before)
            case "month":
                return self._months(since)
            case _:
                return self._days(before)

    def last_school_day(self, year: int, month: int) -> dt.date:
        """Return the last day of school in a month; its last day, if all of it is holiday."""
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        days = (last - number * _DAY for number in range(last.day))
        return next((each for each in days if self._in_school(each)), last)

    def is_usual(self, day: dt.date) -> bool:
        """Return True if the school does not say which terms it has in the school year of a day."""
        return not any(_school_year(each.starts) == _school_year(day) for each in self._given)

    def _of_year(self, year: int) -> tuple[SchoolTerm, ...]:
        """Return the terms of a school year: those given, and the usual ones beside them."""
        own = [each for each in self._given if _school_year(each.starts) == year]
        usual = [
            each
            for each in usual_terms(year)
            if not any(each.starts <= one.ends and one.starts <= each.ends for one in own)
        ]
        return tuple(sorted((*own, *usual), key=lambda each: each.starts))

    def _terms(self, since: dt.date) -> Iterator[Period]:
        for term in self.terms(since - 26 * _WEEK):
            yield Period(term.id, term.starts, term.ends, self._about(term))

    def _halves(self, since: dt.date) -> Iterator[Period]:
        for term in self.terms(since - 26 * _WEEK):
            about = self._about(term)
            half = term.half_term
            if half is None:
                yield Period(term.id, term.starts, term.ends, about)
                continue
            yield Period(f"{term.id}-1", term.starts, _weekday(half.starts - _DAY), about)
            yield Period(f"{term.id}-2", half.ends + _DAY, term.ends, about)

    def _weeks(self, since: dt.date) -> Iterator[Period]:
        monday = since - since.weekday() * _DAY
        for number in range((dt.date.max - monday).days // 7):
            first = monday + number * _WEEK
            days = [first + each * _DAY for each in range(WEEKEND)]
            school = [each for each in days if self._in_school(each)]
            if school:
                year, week, _ = first.isocalendar()
                yield Period(f"{year}-w{week:02}", first, school[-1], self.is_usual(first))

    def _months(self, since: dt.date) -> Iterator[Period]:
        for number in range(12 * (dt.MAXYEAR - since.year)):
            years, month = divmod(since.month - 2 + number, 12)
            first = dt.date(since.year + years, month + 1, 1)
            last = calendar.monthrange(first.year, first.month)[1]
            yield Period(f"{first:%Y-%m}", first, first.replace(day=last))

    def _days(self, since: dt.date) -> Iterator[Period]:
        for number in range((dt.date.max - since).days):
            day = since + number * _DAY
            if self._in_school(day):
                yield Period(day.isoformat(), day, day, self.is_usual(day))

    def _about(self, term: SchoolTerm) -> bool:
        return term not in self._given

    def _in_school(self, day: dt.date) -> bool:
        if day.weekday() >= WEEKEND:
            return False
        terms = takewhile(lambda each: each.starts <= day, self.terms(day))
        return any(
            day <= each.ends
            and not (each.half_term and each.half_term.starts <= day <= each.half_term.ends)
            for each in terms
        )


@lru_cache(maxsize=64)
def usual_terms(year: int) -> tuple[SchoolTerm, ...]:
    """Return the terms that schools in England and Wales have, more or less, from a September on.

    The dates differ by council and trust, and with Easter by the year.
    """
    after = year + 1
    return (
        _usual(f"autumn-{year}", dt.date(year, 9, 1), dt.date(year, 12, 18), dt.date(year, 10, 31)),
        _usual(
            f"spring-{after}", dt.date(after, 1, 4), dt.date(after, 3, 31), dt.date(after, 2, 21)
        ),
        _usual(
            f"summer-{after}", dt.date(after, 4, 15), dt.date(after, 7, 20), dt.date(after, 5, 31)
        ),
    )


def _usual(name: str, first: dt.date, last: dt.date, around: dt.date) -> SchoolTerm:
    """Return a term with a break from the last Monday on or before a day to the Friday after."""
    monday = around - around.weekday() * _DAY
    half = HalfTerm.model_validate({"from": monday, "to": monday + 4 * _DAY})
    return SchoolTerm.model_validate(
        {"id": name, "from": _weekday(first, forward=True), "to": _weekday(last), "half_term": half}
    )


def _weekday(day: dt.date, *, forward: bool = False) -> dt.date:
    """Return a day, or if it is in a weekend the Friday before it or the Monday after it."""
    while day.weekday() >= WEEKEND:
        day += _DAY if forward else -_DAY
    return day


def _school_year(day: dt.date) -> int:
    return day.year if day.month >= NEW_YEAR else day.year - 1
