"""Guesses at what somebody meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like this one, if any is like it at all."""
    by_lower = {name.lower(): name for name in known}
    found = difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def remedy(word: str, known: Iterable[str], otherwise: str = "Known: {known}.") -> str:
    """Say what to write instead: the nearest known word, else the whole list.

    Args:
        word: what was written.
        known: the words that would be right.
        otherwise: what to say where none is near; `{known}` stands for the list.
    """
    choices = sorted(known)
    guess = nearest(word, choices)
    if guess:
        return f'Did you mean "{guess}"?'
    shown = ", ".join(choices[:12])
    if len(choices) > 12:
        shown += f" and {len(choices) - 12} more"
    return otherwise.format(known=shown or "none yet")
