"""The paragraphs of a page, and the sentences of a text, with where each stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = r"(?:[-*+>#|]+|\d+\.)"
_PARAGRAPH = re.compile(
    rf"^[ \t]*(?:{_MARK}[ \t]+)?(\S[^\n]*(?:\n[ \t]*(?!{_MARK}[ \t])\S[^\n]*)*)", re.MULTILINE
)
"""Lines up to an empty one or up to the next heading, item or row."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph, heading or item of a page begins and ends."""
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span(1)
        yield start, end - (len(match[1]) - len(match[1].rstrip()))


def placed_sentences(
    text: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text, or of a part of it, begins and ends."""
    part = text[start:end]
    at = 0
    for sentence in sentences(part):
        first = part.index(sentence, at)
        at = first + len(sentence)
        yield start + first, start + at
