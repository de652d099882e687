"""The moments of a school day, one after the other, by the school's clock."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import Weekday
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.rules.trees import Tree
from schoolpolicy.rules.words import inside

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.scope import Time

DAY = "school-day"
"""The time that holds all moments of a school day."""

_WEEKEND = {Weekday.SATURDAY, Weekday.SUNDAY}
_SMALL_WORDS = ("At ", "In ", "On ", "During ")


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


@dataclass(frozen=True)
class Day:
    """A school day: its moments in order, and named times without a place on its clock."""

    moments: tuple[Moment, ...]
    others: tuple[Moment, ...] = ()


def school_day(policy: Policy) -> Day:
    """Return the day from before school to after it, as it is on the policy's own day.

    With clock times, each moment belongs to the shortest named time that holds it, so that
    lessons, break, lessons follow each other. If the school gives hardly any, the named times
    follow each other as they are written.
    """
    tree = Tree(policy.times)
    outer = tuple(each for each in policy.times if each.within is None)
    day = DAY if DAY in set(tree) else outer[0].id
    whole = next(each for each in policy.times if each.id == day)
    named = [
        each
        for each in policy.times
        if each.id != day and tree.inside(each.id, day) and _happens(each, policy.day)
    ] or [whole]
    holders = {each.within for each in named}
    inner = [each for each in named if each.id not in holders]
    timed = [each for each in named if each.starts and each.ends]
    if len(timed) * 2 < len(inner):
        return Day(tuple(_moment(each) for each in inner))
    clocked = {each.id for each in timed}
    held = {outer for each in timed for outer in tree.line(each.id)}
    others = (each for each in inner if each.id not in clocked | held)
    return Day(_by_clock(tree, whole, timed), tuple(_moment(each) for each in others))


def minutes(clock: str) -> int:
    """Return a clock time in minutes after midnight."""
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


def _by_clock(tree: Tree, day: Time, named: Sequence[Time]) -> tuple[Moment, ...]:
    spans = {
        each.id: (minutes(each.starts), minutes(each.ends))
        for each in (day, *named)
        if each.starts and each.ends
    }
    # What runs across midnight is no part of a day that is drawn from left to right.
    spans = {name: span for name, span in spans.items() if span[0] < span[1]}
    titles = {each.id: each for each in (day, *named)}
    marks = sorted({mark for span in spans.values() for mark in span})
    found: list[Moment] = []
    for starts, ends in pairwise(marks):
        holding = [name for name, span in spans.items() if span[0] <= starts and ends <= span[1]]
        shortest = min(
            holding,
            key=lambda name: (spans[name][1] - spans[name][0], -len(tree.line(name))),
            default=day.id,
        )
        time = titles[shortest]
        begun = found.pop().starts if found and found[-1].time == shortest else starts
        found.append(_moment(time, begun, ends))
    return tuple(found)


def _moment(time: Time, starts: int | None = None, ends: int | None = None) -> Moment:
    return Moment(time.id, inside(time.title), _label(time), starts, ends)


def _happens(time: Time, day: dt.date) -> bool:
    """Return True if a time is part of a week around a day, and not of a weekend only."""
    in_week = not time.weekdays or bool(set(time.weekdays) - _WEEKEND)
    return in_week and (
        not time.dates or any(each.starts <= day <= each.ends for each in time.dates)
    )


def _label(time: Time) -> str:
    """Return a time's name without the small word that it begins with: "At break"."""
    word = next((word for word in _SMALL_WORDS if time.title.startswith(word)), "")
    return capital(time.title.removeprefix(word).removeprefix("the "))
