"""Where each rule wins: for whom, for which use, and in which settings.

A rule may win for one person at one place and for another one at another. So people, uses and
settings stay together: a win knows, for each person and use, the settings in which it wins.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.space import bits
from schoolpolicy.rules.survey import periods

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.survey import Region


class Cell(NamedTuple):
    """One person and one use of a thing."""

    person: Person
    function: Function = Function.ANY


@dataclass(frozen=True)
class Win:
    """Where one rule wins for one thing.

    Attributes:
        rule: the rule; None: where no rule answers.
        begins: from when, if that is still to come.
        cells: the settings in which it wins, as bits; for one to come, those in which it does
            not win before.
    """

    rule: Rule | None
    begins: dt.date | None
    cells: Mapping[Cell, int]

    def among(self, people: Iterable[Person]) -> Win:
        """Return where the rule wins for some people."""
        wanted = set(people)
        mine = {cell: won for cell, won in self.cells.items() if cell.person in wanted}
        return Win(self.rule, self.begins, mine)


class _Part(NamedTuple):
    """The part of a region that is about one thing."""

    rule: Rule | None
    people: int
    functions: tuple[Function, ...]
    settings: int


class Wins:
    """Where the rules of one policy win, today and from later days on."""

    def __init__(self, book: RuleBook) -> None:
        """Prepare to look; nothing is worked out yet."""
        self._book = book

    def of(self, thing: str) -> tuple[Win, ...]:
        """Return where rules win for one thing.

        A rule that comes, or comes back, on a later day is announced: it has a win from that
        day on, with the settings in which it then wins for the first time.
        """
        today = self._cells(self._today.get(thing, ()))
        seen = {rule.id if rule else None: dict(cells) for rule, cells in today.values()}
        found = [Win(rule, None, cells) for rule, cells in today.values()]
        for day, parts in self._later:
            for identity, (rule, cells) in self._cells(parts.get(thing, ())).items():
                before = seen.setdefault(identity, {})
                first = {
                    cell: won & ~before.get(cell, 0)
                    for cell, won in cells.items()
                    if won & ~before.get(cell, 0)
                }
                for cell, won in first.items():
                    before[cell] = before.get(cell, 0) | won
                if first and rule is not None:
                    found.append(Win(rule, day, first))
        return tuple(found)

    @cached_property
    def _today(self) -> Mapping[str, list[_Part]]:
        return self._by_thing(self._book.regions)

    @cached_property
    def _later(self) -> tuple[tuple[dt.date, Mapping[str, list[_Part]]], ...]:
        policy, space = self._book.policy, self._book.space
        days = (day for day in periods(policy) if day > self._book.day)
        return tuple((day, self._by_thing(RuleBook(policy, day, space).regions)) for day in days)

    def _by_thing(self, regions: Iterable[Region]) -> Mapping[str, list[_Part]]:
        uses: dict[int, Mapping[str, tuple[Function, ...]]] = {}
        found: dict[str, list[_Part]] = defaultdict(list)
        for region in regions:
            scope = region.scope
            if scope.uses not in uses:
                uses[scope.uses] = self._functions(scope.uses)
            for thing, functions in uses[scope.uses].items():
                part = _Part(region.answer.rule, scope.people, functions, scope.settings)
                found[thing].append(part)
        return found

    def _functions(self, uses: int) -> Mapping[str, tuple[Function, ...]]:
        found: dict[str, tuple[Function, ...]] = {}
        for number in bits(uses):
            use = self._book.space.uses[number]
            found[use.thing] = (*found.get(use.thing, ()), use.function)
        return found

    def _cells(
        self, parts: Iterable[_Part]
    ) -> dict[str | None, tuple[Rule | None, dict[Cell, int]]]:
        """Return, by the rule's id, the rule and where it wins."""
        found: dict[str | None, tuple[Rule | None, dict[Cell, int]]] = {}
        for part in parts:
            identity = part.rule.id if part.rule else None
            cells = found.setdefault(identity, (part.rule, {}))[1]
            for person in self._book.people.among(part.people):
                for function in part.functions:
                    cell = Cell(person, function)
                    cells[cell] = cells.get(cell, 0) | part.settings
        return found
