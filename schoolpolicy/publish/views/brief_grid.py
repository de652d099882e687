"""A grid in few words: each cell its level alone, so that a table of many rows fits a page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from schoolpolicy.rules.words import inside, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.rule import RuleException
    from schoolpolicy.publish.views.grids import Cell, GridView, Row
    from schoolpolicy.publish.views.levels import LevelLook


@dataclass(frozen=True)
class BriefPart:
    """One level; `who` names the people, where others in the cell have another."""

    who: str | None
    look: LevelLook


@dataclass(frozen=True)
class BriefCell:
    """One cell over some columns; `excepted` tells that its rule gives way to exceptions."""

    span: int
    parts: tuple[BriefPart, ...]
    excepted: bool


@dataclass(frozen=True)
class BriefRow:
    """One row: what it is about, and its cells."""

    title: str
    cells: tuple[BriefCell, ...]


@dataclass(frozen=True)
class BriefGrid:
    """A grid, its rows in groups, and each exception once."""

    columns: tuple[str, ...]
    groups: tuple[tuple[str | None, tuple[BriefRow, ...]], ...]
    exceptions: tuple[RuleException, ...]


def brief_grid(view: GridView) -> BriefGrid:
    """Return a grid with nothing but its levels, and neighbours that say the same as one."""
    once = {each.text: each for note in view.notes for each in note.exceptions}
    return BriefGrid(
        view.columns,
        tuple((title, tuple(map(_row, rows))) for title, rows in view.groups),
        tuple(once.values()),
    )


def _row(row: Row) -> BriefRow:
    cells = [
        BriefCell(len(cell.columns), _parts(cell), any(part.note for part in cell.parts))
        for cell in row.cells
    ]
    return BriefRow(
        row.title,
        tuple(
            BriefCell(sum(each.span for each in same), parts, excepted)
            for (parts, excepted), same in _alike(cells)
        ),
    )


def _alike(
    cells: Iterable[BriefCell],
) -> list[tuple[tuple[tuple[BriefPart, ...], bool], list[BriefCell]]]:
    """Return neighbours that say the same, together."""
    groups = groupby(cells, key=lambda each: (each.parts, each.excepted))
    return [(key, list(members)) for key, members in groups]


def _parts(cell: Cell) -> tuple[BriefPart, ...]:
    """Return the levels of a cell, each once, with the people of each if there are several."""
    people: dict[LevelLook, list[str]] = {}
    for part in cell.parts:
        people.setdefault(part.look, []).append(part.who or "")
    if len(people) == 1:
        return tuple(BriefPart(None, look) for look in people)
    return tuple(
        BriefPart(listed([who[0], *map(inside, who[1:])]), look) for look, who in people.items()
    )
