"""Trees of things, places, times and cohorts: what lies within what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Within(Protocol):
    """A record that may lie within another one of its kind."""

    @property
    def id(self) -> str:
        """The record's own name."""
        ...

    @property
    def within(self) -> str | None:
        """What it lies within."""
        ...


class Tree:
    """What lies within what, by id."""

    def __init__(self, records: Iterable[Within]) -> None:
        """Build the tree. A record that lies within itself is cut off there."""
        parents = {record.id: record.within for record in records}
        self._lines: Mapping[str, tuple[str, ...]] = {
            name: _line(name, parents) for name in parents
        }

    def __iter__(self) -> Iterator[str]:
        """Yield all names, in the order of their records."""
        return iter(self._lines)

    def line(self, name: str) -> tuple[str, ...]:
        """Return a name and all that it lies within, from the inside out."""
        return self._lines.get(name, (name,))

    def inside(self, inner: str, outer: str) -> bool:
        """Return True if `inner` is `outer` or lies within it."""
        return outer in self.line(inner)

    def leaves(self, name: str) -> frozenset[str]:
        """Return the innermost names within a name; the name itself if there are none."""
        below = {each for each in self._lines if each != name and self.inside(each, name)}
        outer = {line[1] for line in self._lines.values() if len(line) > 1}
        return frozenset(below - outer) or frozenset({name})


def _line(name: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    line = [name]
    while (parent := parents.get(line[-1])) is not None and parent not in line:
        line.append(parent)
    return tuple(line)
