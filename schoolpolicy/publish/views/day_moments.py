"""The moments of a school day, one after the other, by the school's clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.publish.views.phrases import capital, clock
from schoolpolicy.publish.views.rule_words import SMALL_WORDS
from schoolpolicy.rules.moments import Calendar, clock_span
from schoolpolicy.rules.trees import Tree
from schoolpolicy.rules.words import inside, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.scope import Time

DAY = "school-day"
"""The time that holds all moments of a school day."""

_FRIDAY = 4


@dataclass(frozen=True)
class Moment:
    """One part of the day, to which one named time applies.

    Attributes:
        time: the id of the time.
        title: what it is called in a sentence.
        label: what it is called alone.
        starts: when it starts, in minutes after midnight; None where the school gives no clock.
        ends: when it ends.
    """

    time: str
    title: str
    label: str
    starts: int | None = None
    ends: int | None = None

    @property
    def length(self) -> int:
        """How many minutes it lasts; 1 where nobody says."""
        return 1 if self.starts is None or self.ends is None else self.ends - self.starts


@dataclass(frozen=True)
class Day:
    """A school day: its moments in order, and named times that are no part of its usual order.

    They have no clock times, or are on a few days only, such as a club on Wednesdays.
    """

    moments: tuple[Moment, ...]
    others: tuple[Moment, ...] = ()


def school_day(policy: Policy) -> Day:
    """Return the day from before school to after it, as it is on most school days of the year.

    With clock times, it is what the calendar says of each minute. If the school gives hardly
    any, the named times follow each other as they are written.
    """
    return _DayMaker(policy).day()


def moments_words(moments: Sequence[Moment]) -> str:
    """Return moments in words, each name once: `break (10:30am to 10:45am) and lunch`."""
    clocks: dict[str, list[str]] = {}
    for each in moments:
        mine = clocks.setdefault(each.title, [])
        if each.starts is not None and each.ends is not None:
            mine.append(f"{_clock(each.starts)} to {_clock(each.ends)}")
    return listed(f"{title} ({listed(mine)})" if mine else title for title, mine in clocks.items())


class _DayMaker:
    """Finds which named times are moments of the day, and which stand apart."""

    def __init__(self, policy: Policy) -> None:
        self._calendar = Calendar(policy.times)
        self._tree = Tree(policy.times)
        self._times = {each.id: each for each in policy.times}
        outermost = next(each.id for each in policy.times if each.within is None)
        self._whole = DAY if DAY in self._times else outermost
        self._named = [
            each
            for each in policy.times
            if each.id != self._whole
            and self._tree.inside(each.id, self._whole)
            and self._weekdays(each.id)
            and not any(
                line.dates and all(span.ends < policy.day for span in line.dates)
                for line in map(self._times.__getitem__, self._tree.line(each.id))
            )
        ] or [self._times[self._whole]]

    def day(self) -> Day:
        holders = {each.within for each in self._named}
        inner = [each for each in self._named if each.id not in holders]
        drawn = {each.id for each in self._named if _drawable(each)}
        moments = self._by_clock(drawn) if len(drawn) * 2 >= len(inner) else ()
        if not moments:
            usual = [each for each in inner if self._usual(each)] or inner
            moments = tuple(_moment(each) for each in usual)
        held = {outer for each in moments for outer in self._tree.line(each.time)}
        others = (each for each in inner if each.id not in held)
        return Day(moments, tuple(_moment(each, *(clock_span(each) or ())) for each in others))

    def _by_clock(self, drawn: Collection[str]) -> tuple[Moment, ...]:
        """Return the moments from the first minute to the last that one of some times has."""
        whole = self._times[self._whole]
        mine = {*drawn, whole.id} if _drawable(whole) else drawn
        parts = self._calendar.day_parts()
        numbers = [number for number, (name, _, _) in enumerate(parts) if name in mine]
        found: list[Moment] = []
        for name, starts, ends in parts[numbers[0] : numbers[-1] + 1] if numbers else ():
            time = self._times[name] if name in mine else whole
            begun = found.pop().starts if found and found[-1].time == time.id else starts
            found.append(_moment(time, begun, ends))
        return tuple(found)

    def _usual(self, time: Time) -> bool:
        """Return True if a time is on more than half of the school days."""
        return self._weekdays(time.id) * 2 > self._weekdays(self._whole)

    def _weekdays(self, name: str) -> int:
        """Return on how many days from Monday to Friday a time begins in a year."""
        return sum(date.weekday() <= _FRIDAY for date in self._calendar.begins(name))


def _drawable(time: Time) -> bool:
    """Return True if a time has a place in a day that is drawn from left to right."""
    span = clock_span(time)
    return span is not None and span[0] < span[1]


def _moment(time: Time, starts: int | None = None, ends: int | None = None) -> Moment:
    return Moment(time.id, inside(time.title), _label(time), starts, ends)


def _label(time: Time) -> str:
    """Return a time's name without the small word that it begins with: "At break"."""
    word = next((word for word in SMALL_WORDS if time.title.startswith(word)), "")
    return capital(time.title.removeprefix(word).removeprefix("the "))


def _clock(minutes: int) -> str:
    return clock(f"{minutes // 60:02}:{minutes % 60:02}")
