"""Measuring and breaking text for pictures, without a font at hand.

Widths are those of Arial and the fonts made to match it, in thousandths of the type size;
the pictures ask for these fonts. Each line is measured a little too wide, so that text set
in another plain font still fits its box.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MARGIN = 1.06
"""How much wider than measured a line may turn out."""

_GROUPS = {
    222: "ijl'",
    278: " .,:;!/\\It|[]f’‘",
    333: "()-r“”`",
    500: "ckvxyzsJ",
    556: "abdeghnopqu0123456789?_Lžé",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    944: "W%",
    1015: "@",
}
WIDTHS: Mapping[str, int] = MappingProxyType(
    {sign: width for width, signs in _GROUPS.items() for sign in signs}
)
_OTHER = 600
_BOLD = 1.08


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is, in the unit of its type size."""
    plain = sum(WIDTHS.get(sign, _OTHER) for sign in text) * size / 1000
    return plain * MARGIN * (_BOLD if bold else 1)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines that fit a width. A word that is wider stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
