"""How findings name records, and whose these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.finding import Place

SHOWN = 3
"""How many of many are named."""


def named(ids: Iterable[str]) -> str:
    """Return some ids as a list in a sentence: `"a", "b", "c" and 2 more`."""
    return shortened([f'"{each}"' for each in ids])


def shortened(words: Iterable[str]) -> str:
    """Return words as a list in a sentence, the first few of many: `a, b, c and 2 more`."""
    parts = list(words)
    more = len(parts) - SHOWN
    return listed([*parts[:SHOWN], f"{more} more"] if more > 0 else parts)


def is_own(place: Place) -> bool:
    """Return True if a school wrote what stands in a place, or changed it there."""
    return place.file.startswith("schools/")
