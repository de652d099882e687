"""Which rule answers each question, as small as a page's script can be given it.

For each person and use there is a *line*: for each occasion the number of a *block*, which
holds the rule that answers at each place and time, as runs of the same rule. For each use there
is a *row*: the number of a line for each person. What is the same is there once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from schoolpolicy.rules.space import bits

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Space, Use
    from schoolpolicy.rules.survey import Region

NONE = -1
"""In place of a number: there is none."""
_RUN = re.compile("1+")


class Pool:
    """Values, each once, by number."""

    def __init__(self) -> None:
        """Begin with no value."""
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        """Return the number of a value, which is kept if it is new."""
        return self._numbers.setdefault(value, len(self._numbers))

    @property
    def values(self) -> list[Any]:
        """All values, in the order of their numbers."""
        return list(self._numbers)


class Table:
    """The rules that answer, by number."""

    def __init__(self, space: Space, regions: Iterable[Region]) -> None:
        """Work out the table from all questions of a school, by answer."""
        self._space = space
        self.lines = Pool()
        self.blocks = Pool()
        self.rows = Pool()
        self.rules = Pool()
        """The ids of the rules that answer."""
        self.uses: dict[Use, int] = {}
        """For each use the number of a row."""
        self._fill(regions)

    def _fill(self, regions: Iterable[Region]) -> None:
        parts: dict[int, dict[int, list[tuple[Rule | None, int]]]] = {}
        for region in regions:
            persons = parts.setdefault(region.scope.uses, {})
            line = persons.setdefault(region.scope.people, [])
            line.append((region.answer.rule, region.scope.settings))
        people = self._space.people
        for uses, persons in parts.items():
            lines: dict[Person, int] = {}
            for some, line in persons.items():
                lines |= dict.fromkeys(people.among(some), self._line(line))
            row = tuple(lines.get(each, NONE) for each in people.present)
            number = self.rows.number(row)
            self.uses |= {self._space.uses[use]: number for use in bits(uses)}

    def _line(self, parts: Iterable[tuple[Rule | None, int]]) -> int:
        """Return the number of a line: for each occasion the number of a block, as runs."""
        found = []
        for rule, settings in parts:
            number = NONE if rule is None else self.rules.number(rule.id)
            found += [
                (run.start(), run.end(), number) for run in _RUN.finditer(f"{settings:b}"[::-1])
            ]
        size = len(self._space.settings) // len(self._space.occasions)
        blocks: list[list[tuple[int, int]]] = [[] for _ in self._space.occasions]
        for start, end, number in sorted(found):
            for block in range(start // size, (end - 1) // size + 1):
                length = min(end, (block + 1) * size) - max(start, block * size)
                blocks[block].append((number, length))
        return self.lines.number(_runs((self.blocks.number(_runs(each)), 1) for each in blocks))


def _runs(parts: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Return values with their lengths as runs: those of the same value that meet are one."""
    found: list[int] = []
    for value, length in parts:
        if found and found[-2] == value:
            found[-1] += length
        else:
            found += [value, length]
    return tuple(found)
