"""The strip of a school day as a picture: where its cells and words stand, wide or narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.publish.views.boxes import Line
from schoolpolicy.publish.views.drawing import text_width, wrap
from schoolpolicy.publish.views.phrases import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schoolpolicy.publish.views.day_moments import Moment
    from schoolpolicy.publish.views.day_strip import DayStrip, Span, StripRow
    from schoolpolicy.publish.views.levels import LevelLook

SIZES = {True: 13.0, False: 14.0}
"""How large type is in a wide and in a narrow picture, which screens show at about its size."""
LEADING = 16.5
SIGN = 16.0
BAR = 38.0
GAP = 10.0
EDGE = 2.0
PAD = 6.0
TICK = 6.0
HATCH = 5.0
"""How high the pattern along the lower edge of a cell is."""


@dataclass(frozen=True)
class Sign:
    """The sign of a level: its icon, and where its upper left corner is."""

    icon: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class CellDrawing:
    """One cell: a box in the tone of its level, with sign and word where they fit."""

    tone: str
    x: float
    y: float
    width: float
    height: float
    sign: Sign | None
    lines: tuple[Line, ...]

    @property
    def low(self) -> float:
        """Where the pattern along the lower edge begins."""
        return self.y + self.height - HATCH


@dataclass(frozen=True)
class Callout:
    """A line below a row for an answer whose word does not fit its cell."""

    sign: Sign
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class RowDrawing:
    """One row: its name, its cells, and what does not fit in them."""

    title: tuple[Line, ...]
    cells: tuple[CellDrawing, ...]
    callouts: tuple[Callout, ...]


@dataclass(frozen=True)
class DayDrawing:
    """The whole picture.

    Attributes:
        wide: True if drawn for wide screens.
        width: how wide it is.
        height: how high it is.
        labels: the names of the moments.
        pointers: paths from a name to its moment, where the name stands above others.
        hours: the clock, below the names.
        marks: short lines where one moment ends and the next begins.
        rows: the places.
    """

    wide: bool
    width: float
    height: float
    labels: tuple[Line, ...]
    pointers: tuple[str, ...]
    hours: tuple[Line, ...]
    marks: tuple[str, ...]
    rows: tuple[RowDrawing, ...]


def day_drawing(strip: DayStrip, *, wide: bool) -> DayDrawing:
    """Place every part of a strip: names beside the cells if wide, else above them."""
    return _Layout(strip, wide=wide).draw()


class _Layout:
    """Places the day from left to right and the places from top to bottom."""

    def __init__(self, strip: DayStrip, *, wide: bool) -> None:
        self.strip = strip
        self.wide = wide
        self.width = 720.0 if wide else 340.0
        self.left = 176.0 if wide else EDGE
        self.size = SIZES[wide]
        self.small = self.size - 1
        self.y = EDGE
        self.edges = edges(strip.moments, self.left, self.width - EDGE)

    def draw(self) -> DayDrawing:
        labels, pointers = self._labels()
        hours = self._hours()
        marks = tuple(f"M{x:.1f} {self.y:.1f}v{TICK:.1f}" for x in self.edges)
        self.y += TICK + 3
        rows = tuple(self._row(row) for row in self.strip.rows)
        bottom = self.y - GAP
        return DayDrawing(
            self.wide, self.width, bottom + EDGE, labels, pointers, hours, marks, rows
        )

    def _labels(self) -> tuple[tuple[Line, ...], tuple[str, ...]]:
        """Name the moments: within their width where the name fits, else on a line above."""
        names = [
            wrap(each.label, self._room(n), self.small) for n, each in enumerate(self.strip.moments)
        ]
        fits = [
            len(lines) <= 2 and max(text_width(line, self.small) for line in lines) <= self._room(n)
            for n, lines in enumerate(names)
        ]
        levels = self._above([n for n, fit in enumerate(fits) if not fit])
        count = max(levels.values(), default=-1) + 1
        deepest = max((len(names[n]) for n, fit in enumerate(fits) if fit), default=0)
        base = self.y + count * LEADING
        found, pointers = [], []
        for number, lines in enumerate(names):
            middle = (self.edges[number] + self.edges[number + 1]) / 2
            if fits[number]:
                low = base + deepest * LEADING - 4
                last = len(lines) - 1
                found += [
                    Line(middle, low - (last - n) * LEADING, text, "moment")
                    for n, text in enumerate(lines)
                ]
            else:
                y = self.y + (count - levels[number]) * LEADING - 4
                label = self.strip.moments[number].label
                found.append(Line(self._clamped(middle, label), y, label, "moment"))
                pointers.append(f"M{middle:.1f} {y + 4:.1f}V{base + deepest * LEADING + 4:.1f}")
        self.y = base + deepest * LEADING + 4
        return tuple(found), tuple(pointers)

    def _room(self, number: int) -> float:
        return self.edges[number + 1] - self.edges[number] - 4

    def _above(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return on which line above each name stands, so that none covers another."""
        ends: list[float] = []
        found = {}
        for number in numbers:
            label = self.strip.moments[number].label
            middle = (self.edges[number] + self.edges[number + 1]) / 2
            half = text_width(label, self.small) / 2
            start = self._clamped(middle, label) - half
            line = next((n for n, end in enumerate(ends) if end + 6 <= start), len(ends))
            if line == len(ends):
                ends.append(0.0)
            ends[line] = start + 2 * half
            found[number] = line
        return found

    def _clamped(self, middle: float, label: str) -> float:
        half = text_width(label, self.small) / 2
        return min(max(middle, self.left + half), self.width - EDGE - half)

    def _hours(self) -> tuple[Line, ...]:
        """Write the whole hours below the names, as many as there is room for."""
        first, last = self.strip.moments[0].starts, self.strip.moments[-1].ends
        if first is None or last is None:
            self.y += 4
            return ()
        scale = (self.edges[-1] - self.edges[0]) / (last - first)
        y = self.y + LEADING - 3
        self.y += LEADING + 4
        found: list[Line] = []
        free = self.left
        for hour in range(-(-first // 60), last // 60 + 1):
            text = clock(f"{hour:02}:00").replace("12 noon", "noon")
            half = text_width(text, self.small) / 2
            x = self.edges[0] + (hour * 60 - first) * scale
            if x - half >= free and x + half <= self.width:
                found.append(Line(x, y, text, "hour"))
                free = x + half + 6
        return tuple(found)

    def _row(self, row: StripRow) -> RowDrawing:
        title = wrap(
            row.title, self.left - 14 if self.wide else self.width - 4, self.size, bold=True
        )
        beside = len(title) * LEADING if self.wide else 0.0
        high = max(BAR, beside + 8)
        if self.wide:
            top = self.y + (high - beside) / 2
        else:
            top, self.y = self.y, self.y + len(title) * LEADING + 4
        lines = tuple(
            Line(EDGE, top + (n + 0.78) * LEADING, text, "place") for n, text in enumerate(title)
        )
        cells = tuple(self._cell(span, high) for span in row.spans)
        self.y += high
        wordless = {
            span.look for span, cell in zip(row.spans, cells, strict=True) if not cell.lines
        }
        callouts = tuple(
            self._callout(level, f"{level.word}: {when}")
            for level, when in row.words
            if level in wordless | row.apart
        )
        self.y += GAP
        return RowDrawing(lines, cells, callouts)

    def _cell(self, span: Span, high: float) -> CellDrawing:
        x, end = self.edges[span.first], self.edges[span.first + span.count]
        word = span.look.word
        middle = self.y + (high - HATCH) / 2
        inner = end - x - 2 * PAD - SIGN - 4
        words = wrap(word, inner, self.size, bold=True)
        widest = max(text_width(each, self.size, bold=True) for each in words)
        sign: Sign | None
        if widest <= inner and len(words) * LEADING <= high - HATCH:
            start = (x + end - widest - SIGN - 4) / 2
            sign = Sign(span.look.icon, start, middle - SIGN / 2, SIGN)
            lines = self._lines(words, start + SIGN + 4, middle - len(words) * LEADING / 2)
        elif text_width(word, self.size, bold=True) <= end - x - 4:
            top = middle - (SIGN + LEADING) / 2
            sign = Sign(span.look.icon, (x + end - SIGN) / 2, top, SIGN)
            start = (x + end - text_width(word, self.size, bold=True)) / 2
            lines = self._lines((word,), start, top + SIGN)
        else:
            size = min(SIGN, end - x - 2)
            corner = (x + end - size) / 2
            sign = Sign(span.look.icon, corner, middle - size / 2, size) if size >= 10 else None
            lines = ()
        return CellDrawing(span.look.tone, x, self.y, end - x, high, sign, lines)

    @staticmethod
    def _lines(words: Sequence[str], x: float, top: float) -> tuple[Line, ...]:
        return tuple(
            Line(x, top + (n + 0.78) * LEADING, word, "word") for n, word in enumerate(words)
        )

    def _callout(self, level: LevelLook, text: str) -> Callout:
        self.y += 4
        x = self.left + SIGN + 4
        words = wrap(text, self.width - EDGE - x, self.small)
        sign = Sign(level.icon, self.left, self.y, SIGN)
        lines = tuple(
            Line(x, self.y + (n + 0.78) * LEADING, each, "callout") for n, each in enumerate(words)
        )
        self.y += len(words) * LEADING
        return Callout(sign, lines)


def edges(moments: Sequence[Moment], left: float, right: float) -> tuple[float, ...]:
    """Return where each moment begins, and where the last one ends: to scale by the clock.

    Without clock times, all moments are equally wide.
    """
    clocks = [each.starts for each in moments] + [moments[-1].ends]
    known = [each for each in clocks if each is not None]
    if len(known) < len(clocks):
        known = list(range(len(clocks)))
    scale = (right - left) / (known[-1] - known[0])
    return tuple(left + (each - known[0]) * scale for each in known)
