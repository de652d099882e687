"""Guesses at what somebody meant."""

from __future__ import annotations

import difflib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLOSE = 0.6
"""How like a known word a word must be (0 to 1) to be a slip of the pen."""
SURE = 0.95
"""How like it is if it has the very words of a name."""
_FAINT = 0.45
"""Below this, words are like each other by chance."""
_SHOWN = 12
_MANY = 40
"""Of more than this, a few are shown: nobody looks through a part of a long list."""
_FEW = 4
_MOST_GUESSES = 3
_SMALL = frozenset({"a", "an", "at", "during", "for", "in", "of", "on", "our", "the", "their"})
_WORD = re.compile(r"[^\W_]+")
_NO_NAMES: Mapping[str, Iterable[str]] = MappingProxyType({})


class _Asked(NamedTuple):
    """A word as it is compared."""

    lower: str
    words: tuple[str, ...]


def nearest(
    word: str, known: Iterable[str], names: Mapping[str, Iterable[str]] = _NO_NAMES
) -> str | None:
    """Return the known word most like this one, if any is like it at all.

    Args:
        word: what was written.
        known: the words that would be right.
        names: what else each of these is called: a title, everyday words.
    """
    ranked = _ranked(word, known, names)
    return ranked[0][1] if ranked and -ranked[0][0] >= CLOSE else None


def remedy(
    word: str,
    known: Iterable[str],
    otherwise: str = "Known: {known}.",
    names: Mapping[str, Iterable[str]] = _NO_NAMES,
) -> str:
    """Say what to write instead: the nearest known word, else the whole list.

    Args:
        word: what was written.
        known: the words that would be right.
        otherwise: what to say where none is near; `{known}` stands for the list, of which the
            nearest are shown if it is long.
        names: what else each known word is called.
    """
    ranked = _ranked(word, known, names)
    best = -ranked[0][0] if ranked else 0
    if best >= CLOSE:
        equal = [name for minus, name in ranked if -minus == best]
        guesses = equal[:_MOST_GUESSES] if best >= SURE else [ranked[0][1]]
        quoted = [f'"{guess}"' for guess in guesses]
        return f"Did you mean {' or '.join(quoted)}?"
    choices = [name for _, name in ranked]
    most = _SHOWN if len(choices) <= _MANY else _FEW
    if len(choices) <= most:
        choices.sort()
    shown = ", ".join(choices[:most])
    if len(choices) > most:
        shown += f" and {len(choices) - most} more"
    return otherwise.format(known=shown or "none yet")


def _ranked(
    word: str, known: Iterable[str], names: Mapping[str, Iterable[str]]
) -> list[tuple[float, str]]:
    """Return the known words with how like each is, below zero, the most like first."""
    asked = _Asked(word.lower(), _words(word))
    ranked = [(-_likeness(asked, each, names.get(each, ())), each) for each in known]
    # Of two that differ in a capital only, the one that begins as the word does.
    return sorted(ranked, key=lambda each: (each[0], each[0] and each[1][:1] != word[:1], each[1]))


def _likeness(asked: _Asked, known: str, names: Iterable[str]) -> float:
    likeness = max(
        (_name_likeness(asked, name) for name in names), default=_spelt_like(asked.lower, known)
    )
    likeness = max(likeness, _spelt_like(asked.lower, known.lower()))
    return likeness if likeness >= _FAINT else 0


def _spelt_like(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, word).ratio()


def _name_likeness(asked: _Asked, name: str) -> float:
    words = _words(name)
    if not words or not asked.words:
        return 0
    if "".join(words) == "".join(asked.words):
        return 0.98
    if set(asked.words) <= set(words):
        return 0.7 + 0.2 * len(asked.words) / len(words)
    spelt = _spelt_like(" ".join(asked.words), " ".join(words))
    return 0.9 * spelt if spelt >= 0.8 else 0


def _words(text: str) -> tuple[str, ...]:
    """Return the words that tell, without the ending of a plural."""
    found = [word.lower() for word in _WORD.findall(text)]
    return tuple(
        word[:-1] if len(word) > 3 and word.endswith("s") else word
        for word in found
        if word not in _SMALL
    )
