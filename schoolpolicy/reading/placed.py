"""Where records and the facts of a school stand, and which files leave something open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.finding import Place
from schoolpolicy.reading.load import SCHOOL_FILE
from schoolpolicy.reading.merge import DUTIES
from schoolpolicy.reading.tree import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.reading.merge import Merged
    from schoolpolicy.reading.tree import Node

_UNDECIDED = re.compile(rf"(?:[:\[,]|-\s)\s*[\"']?{UNDECIDED}[\"']?\s*([,}}\]#]|$)", re.MULTILINE)
"""A value that says no more than this, in a line of its own or among others."""
DELEGATES = "delegates"
"""What a post hands on of its duties."""
SCHOOL = "school"
"""What the places of a school's facts are filed under, beside the subjects of the policy."""


def record_places(merged: Merged) -> dict[tuple[str, str], Place]:
    """Return the place of each record, of each duty, and of each duty that a post hands on.

    The last are filed under the post and the duty: `business-manager/licences`.
    """
    places = {
        (subject, identity): node.mark.place
        for subject, records in merged.records.items()
        for identity, node in records.items()
    }
    for role in merged.records.get("roles", {}).values():
        for duty in role.records(DUTIES):
            places[DUTIES, duty.text("id") or ""] = duty.mark.place
    for identity, post in merged.records.get("posts", {}).items():
        for each in post.records(DELEGATES):
            places[DELEGATES, f"{identity}/{each.text('duty')}"] = each.mark.place
    return places


def log_places(logs: MappingType[str, Iterable[Node]]) -> dict[tuple[str, str], Place]:
    """Return the place of each entry of the files that only grow, by its number from 0 on.

    The value of a field is named by both: `3.date`.
    """
    places = {}
    for subject, written in logs.items():
        items = [item for log in written if isinstance(log, Sequence) for item in log.items]
        for number, item in enumerate(items):
            places[subject, str(number)] = item.mark.place
            for field, node in item.fields.items() if isinstance(item, Mapping) else ():
                places[subject, f"{number}.{field}"] = node.mark.place
    return places


def school_places(school: Mapping) -> dict[tuple[str, str], Place]:
    """Return the place of each field, named like `review.next_review`.

    An entry of a list is named by its number, from 0 on: `accepted.0`; the file itself as ``.
    """
    start = school.mark.place.model_copy(update={"line": 1, "column": 1})
    places = {"": start, **dict(_fields(school, ""))}
    return {(SCHOOL, name): place for name, place in places.items()}


def school_place(places: MappingType[tuple[str, str], Place], slug: str, name: str = "") -> Place:
    """Return where a fact of the school stands; else where that which holds it does, or the file.

    Args:
        places: where each record and each fact of the school stands.
        slug: the school's folder.
        name: the fact: `review.next_review`.
    """
    while (SCHOOL, name) not in places and name:
        name = name.rpartition(".")[0]
    first = Place(file=f"schools/{slug}/{SCHOOL_FILE}", line=1, column=1)
    return places.get((SCHOOL, name), first)


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
        elif isinstance(inner, Sequence):
            for number, item in enumerate(inner.items):
                yield f"{prefix}{key}.{number}", item.mark.place
