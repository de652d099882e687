"""A tree of values in which each knows where it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

Plain: TypeAlias = "None | bool | int | float | str | list[Plain] | dict[str, Plain]"
Node: TypeAlias = "Scalar | Sequence | Mapping"


class Mark(NamedTuple):
    """A spot in a file; line and column count from 1."""

    file: str
    line: int
    column: int

    @property
    def place(self) -> Place:
        """The spot as a finding tells it."""
        return Place(file=self.file, line=self.line, column=self.column)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `quoted` tells a quoted or block text from a bare one."""

    value: None | bool | int | float | str
    mark: Mark
    quoted: bool = False

    def plain(self) -> Plain:
        """Return the value alone."""
        return self.value


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    mark: Mark

    def plain(self) -> Plain:
        """Return the values alone."""
        return [item.plain() for item in self.items]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A group of fields; `keys` tells where each key stands."""

    fields: dict[str, Node]
    keys: dict[str, Mark]
    mark: Mark

    def plain(self) -> Plain:
        """Return the values alone."""
        return {key: node.plain() for key, node in self.fields.items()}

    def text(self, key: str) -> str | None:
        """Return a field's value if it is a text, else None."""
        node = self.fields.get(key)
        return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None

    def records(self, key: str) -> Iterator[Mapping]:
        """Yield the groups of fields in a list field, if it is one."""
        node = self.fields.get(key)
        if isinstance(node, Sequence):
            yield from (item for item in node.items if isinstance(item, Mapping))


class NotReadableError(Exception):
    """Raised when a text is no tree; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


def error(code: str, mark: Mark, problem: str, remedy: str) -> Finding:
    """Return a finding of severity error."""
    return Finding(
        code=code, severity=Severity.ERROR, place=mark.place, problem=problem, remedy=remedy
    )
