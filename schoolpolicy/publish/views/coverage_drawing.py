"""Coverage as a picture: a tile for each requirement, a line of tiles for each source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.coverage import CoverageStatus
from schoolpolicy.publish.views.coverage import Source
from schoolpolicy.publish.views.drawing import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.publish.views.coverage import Row

TILE = 22.0
GAP = 6.0
SIZE = 14.0
LEADING = 18.0
SIGNS = {
    CoverageStatus.COVERED: "M5 11.5l4.2 4.2L17 7.5",
    CoverageStatus.PARTLY: "M6 11h10",
    CoverageStatus.NOT: "M6.5 6.5l9 9M15.5 6.5l-9 9",
    CoverageStatus.BY_CHOICE: "M11 6a5 5 0 1 0 .01 0",
}
"""The sign on a tile, so that its colour is not all that tells its status."""


@dataclass(frozen=True)
class Tile:
    """One requirement in the picture."""

    row: Row
    x: float
    y: float
    sign: str


@dataclass(frozen=True)
class Label:
    """The name of a source, in lines, and how much of it is covered."""

    lines: tuple[tuple[float, str], ...]
    x: float


@dataclass(frozen=True)
class CoverageDrawing:
    """The whole picture."""

    wide: bool
    width: float
    height: float
    labels: tuple[Label, ...]
    tiles: tuple[Tile, ...]


FEW = 3
"""Sources that ask fewer things than this share a line."""
OTHERS = "Other law and guidance"


def coverage_drawing(sources: Iterable[Source], *, wide: bool) -> CoverageDrawing:
    """Place the tiles: beside the name of their source if wide, else below it."""
    width, column = (720.0, 260.0) if wide else (340.0, 0.0)
    across = int((width - column + GAP) // (TILE + GAP))
    labels: list[Label] = []
    tiles: list[Tile] = []
    y = 4.0
    for source in _gathered(sources):
        said = f"{source.title} ({source.covered} of {len(source.rows)})"
        lines = wrap(said, (column or width) - GAP * 2, SIZE)
        labels.append(
            Label(tuple((y + LEADING * (n + 0.85), text) for n, text in enumerate(lines)), 0.0)
        )
        top = y if wide else y + LEADING * len(lines) + GAP
        for number, row in enumerate(source.rows):
            down, along = divmod(number, across)
            x = column + along * (TILE + GAP)
            tiles.append(Tile(row, x, top + down * (TILE + GAP), SIGNS[row.asked.status]))
        rows = (len(source.rows) - 1) // across + 1
        bottom = top + rows * (TILE + GAP)
        y = max(bottom, y + LEADING * len(lines)) + GAP * 1.5
    return CoverageDrawing(wide, width, y, tuple(labels), tuple(tiles))


def _gathered(sources: Iterable[Source]) -> Iterator[Source]:
    """Yield the sources that ask much, then all others as one."""
    others: list[Row] = []
    for source in sources:
        if len(source.rows) < FEW:
            others += source.rows
        else:
            yield source
    if others:
        yield Source("", OTHERS, tuple(others))
