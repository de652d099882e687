"""The numbers of the formal policy: 3 for a chapter, 3.1 for a paragraph, a) and i) in lists.

They are worked out from the order of the data and stand in the text, so that they are copied,
read aloud and cited like the rest of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.organisation import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.statement import Point, Statement

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class NumberedPoint:
    """One entry of a list, with its letter if the school has numbers, and the list below it."""

    label: str | None
    anchor: str
    """Its address on a page, which stays when letters change."""
    point: Point
    points: tuple[NumberedPoint, ...]


class Numbers:
    """Gives out the numbers of one chapter, as far as the school wants any."""

    def __init__(self, wanted: Numbering, chapter: int) -> None:
        """Begin a chapter.

        Args:
            wanted: what has a number.
            chapter: which chapter it is, from 1.
        """
        self._wanted = wanted
        self._chapter = chapter
        self._last = 0

    @property
    def chapter(self) -> str | None:
        """The number of the chapter itself."""
        return None if self._wanted is Numbering.NONE else str(self._chapter)

    def next(self) -> str | None:
        """Return the number of the next paragraph."""
        self._last += 1
        return f"{self._chapter}.{self._last}" if self._wanted is Numbering.PARAGRAPHS else None

    def points(self, statement: Statement) -> tuple[NumberedPoint, ...]:
        """Return the list below a statement: a), b) and within these i), ii)."""
        lettered = self._wanted is Numbering.PARAGRAPHS
        return listed(statement.points, statement.id, lettered=lettered)


def listed(
    points: Iterable[Point], above: str, *, lettered: bool, depth: int = 0
) -> tuple[NumberedPoint, ...]:
    """Return a list and the lists in it.

    Args:
        points: its entries.
        above: the anchor of what it stands below.
        lettered: whether its entries have letters.
        depth: in how many lists it stands.
    """
    found = []
    for number, each in enumerate(points, 1):
        label = f"{roman(number) if depth % 2 else letter(number)})" if lettered else None
        anchor = f"{above}-{each.id}"
        inner = listed(each.points, anchor, lettered=lettered, depth=depth + 1)
        found.append(NumberedPoint(label, anchor, each, inner))
    return tuple(found)


def letter(number: int) -> str:
    """Return the letter of an entry, from 1: a to z, then aa, ab and so on."""
    before, last = divmod(number - 1, 26)
    return (letter(before) if before else "") + chr(ord("a") + last)


def roman(number: int) -> str:
    """Return a number as small Roman numerals: 4 -> iv."""
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
