"""By which days a thing is due that is done every so often."""

from __future__ import annotations

import calendar
import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING

from schoolpolicy.model.base import EVENTS
from schoolpolicy.review.items import Deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.organisation import ReviewPlan
    from schoolpolicy.review.calendar import SchoolCalendar

LAST_OF_SCHOOL_YEAR = 7
"""The month in which a school looks back on the year, where it does not say when: July."""


class Rhythm:
    """Finds the days by which things are due at one school."""

    def __init__(self, terms: SchoolCalendar, review: ReviewPlan, day: dt.date) -> None:
        """Take a school.

        Args:
            terms: its calendar.
            review: from when its policy holds, and when it is reviewed.
            day: the day that is looked at, for a school that has settled neither.
        """
        self._terms = terms
        self._start = review.effective_from if isinstance(review.effective_from, dt.date) else day
        settled = review.next_review
        self._review = settled if isinstance(settled, dt.date) else None

    def deadlines(self, every: str, last: dt.date | None) -> Iterator[Deadline]:
        """Yield the days by which a thing is due, as long as there are years to count them by.

        None where no time brings it round.

        Args:
            every: how often it is done.
            last: when it was last done; if never, the first time is in the first stretch of
                time in which the policy holds.
        """
        if every in EVENTS:
            return iter(())
        number, unit = every.removesuffix("s").split(" ", maxsplit=1)
        if unit == "year":
            return self._yearly(int(number), last)
        return self._by_period(int(number), unit, last)

    def _by_period(self, number: int, unit: str, last: dt.date | None) -> Iterator[Deadline]:
        since = last or self._start
        periods = (
            each
            for each in self._terms.periods(unit, since)
            if (each.starts > last if last else each.ends >= since)
        )
        for each in islice(periods, number - 1, None, number):
            yield Deadline(day=each.ends, period=each.key, about=each.about)

    def _yearly(self, number: int, last: dt.date | None) -> Iterator[Deadline]:
        """Yield a day each year: that on which it was last done, or else one as the review is."""
        first = last or self._start
        for years in range(number, dt.MAXYEAR - first.year - 1, number):
            if last is not None:
                yield _of_year(months_after(last, 12 * years))
            else:
                yield self._in_review_month(years)

    def _in_review_month(self, years: int) -> Deadline:
        """Return the end of the month of the review, so many school years after the start."""
        month = self._review.month if self._review else LAST_OF_SCHOOL_YEAR
        year = self._start.year + (month <= self._start.month) + years - 1
        day = self._terms.last_school_day(year, month)
        return _of_year(day, about=self._review is None or self._terms.is_usual(day))


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the day some months later; the last of the month, if that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _of_year(day: dt.date, *, about: bool = False) -> Deadline:
    return Deadline(day=day, period=str(day.year), about=about)
