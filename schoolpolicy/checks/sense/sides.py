"""What the checks over all questions share: who is meant, where, and how free an answer is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Level

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from schoolpolicy.checks.surveyed import Surveyed
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.vocabulary import Audience
    from schoolpolicy.rules.space import Space, Use
    from schoolpolicy.rules.survey import Region
    from schoolpolicy.rules.trees import Tree

BANS = frozenset({Level.NOT_ALLOWED, Level.ILLEGAL})
FREE = frozenset({Level.MUST, Level.ALLOWED, Level.SET_TIMES})
"""Levels at which nobody is asked first."""


class Sides:
    """The questions of one day, with the rule that answers each, and parts of them as bits."""

    def __init__(self, surveyed: Surveyed) -> None:
        """Take the questions of one day."""
        self.surveyed = surveyed
        self.book = surveyed.book
        self.space: Space = self.book.space
        self.policy: Policy = self.book.policy
        self.since = surveyed.since
        self._at: dict[tuple[str, ...], int] = {}

    @cached_property
    def answers(self) -> tuple[tuple[Region, Rule | None], ...]:
        """All regions, each with the strictest rule that wins there, if any does."""
        return tuple((region, region.answer.rule) for region in self.surveyed.regions)

    @cached_property
    def for_anybody(self) -> int:
        """The settings that everybody can be in. A restriction is about one person."""
        alone = {each.id for each in self.policy.restrictions}
        return _bits(each.occasion not in alone for each in self.space.settings)

    def people(self, audience: Audience) -> int:
        """Return the school's own people of an audience."""
        people = self.book.people
        return sum(
            1 << people.numbers[each] for each in people.present if each.audience is audience
        )

    def uses(self, wanted: Callable[[Use], bool]) -> int:
        """Return the uses of a kind."""
        return _bits(wanted(use) for use in self.space.uses)

    def settings_at(
        self, places: Iterable[str] | None = None, times: Iterable[str] | None = None
    ) -> int:
        """Return the settings within some places and times; all, where none are named."""
        inner = _within(self.space.places, self.space.places if places is None else places)
        during = _within(self.space.times, self.space.times if times is None else times)
        return _bits(each.place in inner and each.time in during for each in self.space.settings)

    def open_at(self, rule: Rule) -> int:
        """Return the settings in which a rule that lets somebody really does so."""
        if rule.level is not Level.SET_TIMES:
            return -1  # every bit
        if rule.at not in self._at:
            self._at[rule.at] = self.settings_at(times=rule.at)
        return self._at[rule.at]


def outermost(tree: Tree, names: Iterable[str]) -> list[str]:
    """Return those names that lie in no other of them, in the order of the tree."""
    given = set(names)
    return [each for each in tree if each in given and not given & set(tree.line(each)[1:])]


def since_words(day: dt.date | None) -> str:
    """Return from when on something holds, where that is a later day."""
    return f" from {day:%-d %B %Y} on" if day else ""


def questions(count: int) -> str:
    """Return a number of questions in words."""
    return "1 question" if count == 1 else f"{count:,} questions"


def _within(tree: Tree, outer: Iterable[str]) -> set[str]:
    wanted = set(outer)
    return {each for each in tree if not wanted.isdisjoint(tree.line(each))}


def _bits(wanted: Iterator[bool]) -> int:
    """Return a number with a bit for each value that is wanted, the first the lowest."""
    digits = "".join("1" if each else "0" for each in wanted)
    return int(digits[::-1] or "0", 2)
