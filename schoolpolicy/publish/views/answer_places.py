"""In which setting a page asks about a rule, and for whom and which uses the rule wins there."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.scope import ANYWHERE, Zone
from schoolpolicy.model.vocabulary import Function
from schoolpolicy.publish.views.answer_shapes import Asked
from schoolpolicy.publish.views.answer_wins import Cell
from schoolpolicy.rules.main_place import main_place
from schoolpolicy.rules.space import Setting, bits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.publish.views.answer_wins import Win
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Space


class Placed(NamedTuple):
    """A part of what a rule answers, with the setting in which it is asked about.

    Attributes:
        asked: for whom and which uses the rule wins in which setting.
        first: true for the setting in which the rule is asked about first.
        elsewhere: true if it is asked about as what holds "anywhere else".
        won: all people and uses for which it wins there, with those that general use includes.
    """

    asked: Asked
    first: bool
    elsewhere: bool
    won: tuple[Cell, ...]


class Settings:
    """The settings of one policy, as pages ask about them."""

    def __init__(self, policy: Policy, space: Space) -> None:
        """Learn the places and times."""
        self._policy = policy
        self._space = space
        self._numbers = {each: number for number, each in enumerate(space.settings)}
        self._within: dict[Setting, int] = {}

    @cached_property
    def main(self) -> str:
        """The place that people mean who say "at school"."""
        return main_place(self._policy)

    def placed(self, thing: str, rule: Rule, win: Win, *, several: bool) -> Iterator[Placed]:
        """Yield everybody and every use for which a rule wins, each once.

        It is asked about at the main place first, if its own place is wider than that; then at
        its own place and time; then wherever it wins for most of those who are left.

        Args:
            thing: what is asked about.
            rule: the rule.
            win: where it wins.
            several: true if other places have rules of their own.
        """
        narrower = rule.place != ANYWHERE or (several and Function.ANY in rule.function)
        left = {cell: won for cell, won in win.cells.items() if not _included(cell, win)}
        wanted = list(self._wanted(rule, narrower=narrower))
        first = True
        while left:
            setting = wanted.pop(0) if wanted else self._best(rule, left)
            if setting not in self._numbers:
                continue
            bit = 1 << self._numbers[setting]
            there = [cell for cell, won in left.items() if won & bit]
            elsewhere = narrower and rule.zone is None and ANYWHERE == setting.place == rule.place
            for people, functions in self._alike(there):
                asked = Asked(people, thing, functions, setting)
                every = (Cell(person, function) for function in Function for person in people)
                won = tuple(cell for cell in every if win.cells.get(cell, 0) & bit)
                yield Placed(asked, first, elsewhere, won)
            for cell in there:
                del left[cell]
            first = first and not there

    def claimed(self, rule: Rule, setting: Setting) -> int:
        """Return the settings for which readers take an answer, as bits."""
        if rule.zone is not None:
            block = self._space.settings
            mine = self._space.of_rule(rule).settings
            return sum(
                1 << number for number in bits(mine) if block[number].occasion == setting.occasion
            )
        if setting not in self._within:
            places, times = self._space.places, self._space.times
            self._within[setting] = sum(
                1 << number
                for each, number in self._numbers.items()
                if each.occasion == setting.occasion
                and places.inside(each.place, setting.place)
                and times.inside(each.time, setting.time)
            )
        return self._within[setting]

    def _wanted(self, rule: Rule, *, narrower: bool) -> Iterator[Setting]:
        """Yield the settings in which readers would ask about a rule."""
        occasion = rule.restriction or rule.event
        if rule.zone is not None:
            for area in self._policy.find(Zone, rule.zone).areas:
                for place in area.places or (rule.place,):
                    for time in area.times or (rule.time,):
                        yield Setting(place, time, occasion)
        elif narrower and self._space.places.inside(self.main, rule.place):
            yield Setting(self.main, rule.time, occasion)
        yield Setting(rule.place, rule.time, occasion)

    def _best(self, rule: Rule, left: dict[Cell, int]) -> Setting:
        """Return the setting in which a rule wins for most people and uses, the widest first."""
        counts: Counter[int] = Counter()
        for won, count in Counter(left.values()).items():
            for number in bits(won):
                counts[number] += count
        occasion = rule.restriction or rule.event

        def fitness(number: int) -> tuple[object, ...]:
            setting = self._space.settings[number]
            depth = len(self._space.places.line(setting.place))
            depth += len(self._space.times.line(setting.time))
            return (setting.occasion != occasion, -counts[number], depth, number)

        return self._space.settings[min(counts, key=fitness)]

    def _alike(
        self, cells: list[Cell]
    ) -> Iterator[tuple[tuple[Person, ...], tuple[Function, ...]]]:
        """Yield people with the uses that are the same for all of them."""
        uses: dict[Person, set[Function]] = {}
        for cell in cells:
            uses.setdefault(cell.person, set()).add(cell.function)
        groups: dict[tuple[Function, ...], list[Person]] = {}
        for person in self._space.people.present:
            if person in uses:
                key = tuple(each for each in Function if each in uses[person])
                groups.setdefault(key, []).append(person)
        for functions, people in groups.items():
            yield tuple(people), functions


def _included(cell: Cell, win: Win) -> bool:
    """Tell whether general use, for which a rule wins too, includes a use."""
    general = win.cells.get(cell._replace(function=Function.ANY), 0)
    return cell.function is not Function.ANY and not win.cells[cell] & ~general
