"""Where the facts of a school stand in its own file, and which files leave something open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.reading.load import SCHOOL_FILE
from schoolpolicy.reading.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Place

_UNDECIDED = re.compile(rf"(?:[:\[,]|-\s)\s*[\"']?{UNDECIDED}[\"']?\s*([,}}\]#]|$)", re.MULTILINE)
"""A value that says no more than this, in a line of its own or among others."""
SCHOOL = "school"
"""What the places of a school's facts are filed under, beside the subjects of the policy."""


def school_places(school: Mapping) -> dict[tuple[str, str], Place]:
    """Return the place of each field, named like `review.next_review`; the file itself as ``."""
    start = school.mark.place.model_copy(update={"line": 1, "column": 1})
    places = {"": start, **dict(_fields(school, ""))}
    return {(SCHOOL, name): place for name, place in places.items()}


def says_undecided(sources: MappingType[str, str]) -> bool:
    """Return True if any file but that of a school has a value that is `undecided`."""
    return any(
        _UNDECIDED.search(text)
        for file, text in sources.items()
        if UNDECIDED in text and not file.endswith(SCHOOL_FILE)
    )


def _fields(node: Mapping, prefix: str) -> Iterator[tuple[str, Place]]:
    for key, inner in node.fields.items():
        yield f"{prefix}{key}", node.keys[key].place
        if isinstance(inner, Mapping):
            yield from _fields(inner, f"{prefix}{key}.")
