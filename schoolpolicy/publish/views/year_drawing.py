"""The year of checks as a picture: a line for each role, a circle with a number for each month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.publish.views.drawing import wrap
from schoolpolicy.publish.views.phrases import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.publish.views.year_of_checks import YearOfChecks, YearRow

SIZE = 14.0
LEADING = 17.0
SMALLEST = 7.5
EACH_WEEK = "each week"
MOST = 6
"""From how many things on a circle does not grow."""


@dataclass(frozen=True)
class Circle:
    """What is due in one month."""

    x: float
    y: float
    radius: float
    count: int
    month: int
    """Which of the twelve months it is, from 0."""


@dataclass(frozen=True)
class YearLine:
    """One role: its name in lines, a line under it, and its circles.

    `note` stands where they would, for a role that has only what comes round each week.
    """

    row: YearRow
    label: tuple[tuple[float, str], ...]
    rule: float
    circles: tuple[Circle, ...]
    note: tuple[float, float, str] | None


@dataclass(frozen=True)
class YearDrawing:
    """The whole picture.

    Attributes:
        wide: True for large screens and paper.
        width: of the picture.
        height: of the picture.
        heads: where the name of each month stands, and its letters.
        head_y: how low the names stand.
        left: where the first month begins.
        lines: the roles.
    """

    wide: bool
    width: float
    height: float
    heads: tuple[tuple[float, str], ...]
    head_y: float
    left: float
    lines: tuple[YearLine, ...]


def year_drawing(year: YearOfChecks, *, wide: bool) -> YearDrawing:
    """Place the circles: beside the name of the role if wide, else below it."""
    width, left = (720.0, 216.0) if wide else (340.0, 0.0)
    step = (width - left) / len(year.months)
    letters = 3 if wide else 1
    heads = tuple(
        (left + step * (n + 0.5), f"{month:%B}"[:letters]) for n, month in enumerate(year.months)
    )
    top = 26.0
    lines = tuple(_lines(year, top, left, step, wide=wide))
    height = (lines[-1].rule if lines else top) + 2
    return YearDrawing(wide, width, height, heads, top - 10, left, lines)


def _lines(
    year: YearOfChecks, top: float, left: float, step: float, *, wide: bool
) -> Iterator[YearLine]:
    y = top
    largest = min(step / 2 - 1.5, 15.0)
    room = left - 12 if wide else step * len(year.months)
    for row in year.rows:
        words = wrap(capital(row.role.title), room, SIZE)
        label = tuple((y + LEADING * (n + 0.85) + 2, text) for n, text in enumerate(words))
        under = y + LEADING * len(words) + 6
        middle = y + 17 if wide else under + largest
        circles = tuple(
            Circle(
                x=left + step * (number + 0.5),
                y=middle,
                radius=SMALLEST + (largest - SMALLEST) * min(count, MOST) / MOST,
                count=count,
                month=number,
            )
            for number, count in enumerate(row.months)
            if count
        )
        rule = max(under, middle + largest + 4)
        note = (left + 6, middle + 4.5, EACH_WEEK) if row.weekly and not circles else None
        yield YearLine(row, label, rule, circles, note)
        y = rule + 2
