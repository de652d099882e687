"""From a clock time, a weekday or a date to the named time that it falls in.

1. A named time *begins* on the days that its `weekdays` and `dates` give (every day, if it
   gives none) and runs from `starts` to just before `ends`: a lesson that ends at 10:30 does not
   hold 10:30. One that ends at or before the clock time at which it starts runs on across
   midnight, and what comes after midnight belongs to the day on which it began. Without clock
   times it lasts the whole day.
2. A named time *holds* a moment if the moment lies in it and in all that it lies within. A
   moment without a clock time is a whole day, and is held only by what lasts whole days.
3. Of the named times that hold it, the moment belongs to the shortest: the one with the fewest
   minutes, then the one that begins on the fewest days of the year, then the one deeper in the
   tree, then the first by id. A time that gives neither clock times, weekdays nor dates of its
   own is never the one; a rule for it still counts for what lies within it.
4. If none holds it, the moment belongs to the time within which all others lie.
5. A moment without a date is looked up on every day of the year that has its weekday (from
   Monday to Friday, if it has none), and belongs to what it belongs to on most of them; to the
   shortest, if it is the same number. The year has the weeks from the first to the last day
   that any named time gives; 53 of them, if these days lie within less than a term (10 weeks).
   Where no time gives dates, all weeks are alike, and one stands for the year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import ANY_TIME, Weekday
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.scope import Time

DAY = 24 * 60
"""The minutes of a day."""
WEEK = tuple(Weekday)
_NEXT = dt.timedelta(days=1)
_ANY_MONDAY = dt.date(2026, 8, 31)
"""Where the year begins if no named time gives a date; any year would do."""
_YEAR = 53 * 7
_TERM = 10 * 7

_MOMENT = re.compile(
    r"^(?:(?P<date>\d{4}-\d{2}-\d{2})|(?P<weekday>[a-z]+))?"
    r"(?:(?:^|[ t,]+)(?:at )?(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>\d{2}) ?(?P<half>[ap]m)?| ?(?P<oclock>[ap]m)))?$"
)
_CLOCK_FIRST = re.compile(r"^(?:at )?(\d[\d:.]*(?: ?[ap]m)?),? (?:on )?([a-z]+|\d{4}-\d{2}-\d{2})$")
_FIGURES = re.compile(r"^(\d{1,2})(\d{2})$")
_BRITISH_DATE = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$")


class BadMomentError(ValueError):
    """Raised when a text looks like a clock time or date, but there is none such."""


@dataclass(frozen=True)
class Moment:
    """A point in the week or year, as far as it is known.

    Attributes:
        minute: the minutes since midnight; None if no clock time is given.
        weekday: the day of the week; None if none is given.
        date: the day; None if none is given.
    """

    minute: int | None = None
    weekday: Weekday | None = None
    date: dt.date | None = None


class Calendar:
    """The named times of one policy, ready to say which of them a moment falls in."""

    def __init__(self, times: Iterable[Time]) -> None:
        """Work out the year, and what each named time lies within."""
        self._times = {time.id: time for time in times}
        tree = Tree(self._times.values())
        self._lines = {
            name: [self._times[each] for each in tree.line(name) if each in self._times]
            for name in self._times
        }
        self.year = _year(self._times.values())
        self._lengths = {name: self._length(name) for name in self._times}

    def named(self, moment: Moment) -> str:
        """Return the id of the named time that a moment belongs to."""
        if moment.date is not None:
            return self._on(moment.date, moment.minute)
        if moment.minute is None and moment.weekday is None:
            return ANY_TIME
        weekdays = WEEK[:5] if moment.weekday is None else (moment.weekday,)
        found = Counter(
            self._on(date, moment.minute) for date in self.year if WEEK[date.weekday()] in weekdays
        )
        return min(found, key=lambda name: (-found[name], self._lengths.get(name, _LONGEST)))

    def begins(self, name: str) -> frozenset[dt.date]:
        """Return the days of the year on which a time, and what it lies within, can begin."""
        line = self._lines[name]
        return frozenset(date for date in self.year if all(_begins(each, date) for each in line))

    def day_parts(self) -> tuple[tuple[str, int, int], ...]:
        """Return the named times that follow each other on most days from Monday to Friday.

        Returns:
            Each with the minutes since midnight at which it starts and ends; all together are
            the whole day.
        """
        marks = {mark for time in self._times.values() for mark in clock_span(time) or ()}
        found: list[tuple[str, int, int]] = []
        for starts, ends in pairwise(sorted({0, *marks, DAY})):
            name = self.named(Moment(starts))
            begun = found.pop()[1] if found and found[-1][0] == name else starts
            found.append((name, begun, ends))
        return tuple(found)

    def _on(self, date: dt.date, minute: int | None) -> str:
        """Return the named time that a minute of a day belongs to, or the whole day."""
        holding = (
            name
            for name, line in self._lines.items()
            if _says_when(line[0]) and all(_holds(each, date, minute) for each in line)
        )
        return min(holding, key=lambda name: self._lengths[name], default=ANY_TIME)

    def _length(self, name: str) -> tuple[int, int, int, str]:
        """Return the sort key by which the shortest time comes first."""
        line = self._lines[name]
        spans = (span for each in line if (span := clock_span(each)) is not None)
        return minutes_of(next(spans, None)), len(self.begins(name)), -len(line), name


_LONGEST = (DAY, _YEAR, 0, ANY_TIME)


def clock_span(time: Time) -> tuple[int, int] | None:
    """Return the minutes since midnight at which a time starts and ends, if it gives both."""
    if time.starts is None or time.ends is None:
        return None
    return _minute(time.starts), _minute(time.ends)


def minutes_of(span: tuple[int, int] | None) -> int:
    """Return how many minutes a span has; the whole day, if there is none."""
    return DAY if span is None else (span[1] - span[0]) % DAY or DAY


def _year(times: Iterable[Time]) -> tuple[dt.date, ...]:
    """Return the days on which a moment without a date is looked up."""
    given = [each for time in times for each in time.dates]
    first = min((each.starts for each in given), default=_ANY_MONDAY)
    monday = first - dt.timedelta(days=first.weekday())
    last = max((each.ends for each in given), default=monday)
    weeks = ((last - monday).days // len(WEEK) + 1) * len(WEEK)
    days = weeks if weeks >= _TERM or not given else _YEAR
    return tuple(monday + dt.timedelta(days=number) for number in range(days))


def _begins(time: Time, date: dt.date) -> bool:
    """Return True if a time can begin on a day."""
    return (not time.weekdays or WEEK[date.weekday()] in time.weekdays) and (
        not time.dates or any(each.starts <= date <= each.ends for each in time.dates)
    )


def _holds(time: Time, date: dt.date, minute: int | None) -> bool:
    """Return True if a minute of a day, or the whole day, lies in a time."""
    span = clock_span(time)
    if span is None:
        return _begins(time, date)
    if minute is None:
        return False
    starts, ends = span
    if starts < ends:
        return starts <= minute < ends and _begins(time, date)
    return (minute >= starts and _begins(time, date)) or (
        minute < ends and _begins(time, date - _NEXT)
    )


def _says_when(time: Time) -> bool:
    return clock_span(time) is not None or bool(time.weekdays or time.dates)


def read_moment(text: str) -> Moment | None:
    """Read a moment: `10:35`, `2pm`, `monday`, `monday 10:35`, `2026-12-01T10:35`.

    Returns:
        The moment; None if the text does not look like one.

    Raises:
        BadMomentError: it looks like one, but there is no such clock time or date.
    """
    plain = text.strip().lower().removeprefix("at ")
    swapped = _CLOCK_FIRST.match(plain)
    if swapped is not None and swapped[2] not in {"am", "pm"}:
        plain = f"{swapped[2]} {swapped[1]}"
    found = _MOMENT.match(plain)
    if found is None or not found[0]:
        _refuse_near_misses(plain)
        return None
    weekday = None
    if found["weekday"] is not None:
        weekday = next((each for each in WEEK if found["weekday"] in _names(each)), None)
        if weekday is None:
            return None
    date = None
    if found["date"] is not None:
        try:
            date = dt.date.fromisoformat(found["date"])
        except ValueError as problem:
            raise BadMomentError(f'There is no day "{found["date"]}".') from problem
    return Moment(_read_clock(found), weekday, date)


def _refuse_near_misses(text: str) -> None:
    """Say how to write a clock time without a colon, or a date with strokes.

    Raises:
        BadMomentError: it is one of these.
    """
    figures, date = _FIGURES.match(text), _BRITISH_DATE.match(text)
    if figures is not None:
        raise BadMomentError(f'Write "{text}" as a clock time: {figures[1]}:{figures[2]}.')
    if date is not None:
        year = date[3] if len(date[3]) == 4 else f"20{date[3]}"
        day = f"{year}-{int(date[2]):02}-{int(date[1]):02}"
        raise BadMomentError(f'Write "{text}" as year-month-day: {day}.')


def _read_clock(found: re.Match[str]) -> int | None:
    if found["hour"] is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = found["half"] or found["oclock"]
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        raise BadMomentError(f'There is no clock time "{hour}:{minute:02}{half or ""}".')
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute


def _names(weekday: Weekday) -> set[str]:
    return {weekday.value, f"{weekday.value}s", weekday.value[:3]}


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
