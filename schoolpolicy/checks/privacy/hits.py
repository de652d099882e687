"""A personal detail found in a text, and how to speak of it without telling it again."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.reading.personal import HIDDEN, masked_name

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 3
"""How many of its last figures tell a phone number from another."""


class Kind(StrEnum):
    """What a detail looks like."""

    EMAIL = "email"
    MOBILE = "mobile"
    NAME = "name"
    BIRTH_DATE = "birth-date"
    PUPIL_NUMBER = "pupil-number"
    PICTURE_NAME = "picture-name"
    PICTURE_TEXT = "picture-text"


class Hit(NamedTuple):
    """A personal detail, and where it stands in the text that was searched."""

    kind: Kind
    start: int
    end: int


def masked(kind: Kind, said: str) -> str:
    """Return a detail so that those who know it know it again, and nobody else learns it.

    Reports are kept and sent on: they must not spread what they warn of.
    """
    if kind is Kind.EMAIL:
        return f"{said[:1]}{HIDDEN}@..."
    if kind is Kind.MOBILE:
        return f"07{HIDDEN} {HIDDEN}{re.sub(r'[^0-9]', '', said)[-_SHOWN:]}"
    if kind in {Kind.BIRTH_DATE, Kind.PUPIL_NUMBER}:
        return HIDDEN
    return masked_name(said)


def merged(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits in the order of the text; of those that overlap, one that covers them all."""
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (each.start, -each.end)):
        if found and hit.start < found[-1].end:
            found[-1] = found[-1]._replace(end=max(hit.end, found[-1].end))
        else:
            found.append(hit)
    return found
