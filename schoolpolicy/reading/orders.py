"""What a layer does with a record: remove it, say why it changes it, move it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Scalar, error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.tree import Mapping

REMOVE = "remove"
"""The field by which a later layer takes a record away, with the reason as its value."""
CHANGE = "change"
"""The field by which a later layer says why it changes a record."""
MOVE = "move"
"""The field by which a later layer puts a record elsewhere: `first`, `after some-id`."""

_MOVE = re.compile(r"^(first|last|(before|after) ([a-z0-9-]+))$")


def reason_of(record: Mapping, field: str) -> str | None:
    """Return the words after `remove:` or `change:`; None where there are none."""
    node = record.fields.get(field)
    value = node.value if isinstance(node, Scalar) else None
    return value.strip() or None if isinstance(value, str) else None


def in_order(ids: list[str], moved: Iterable[Mapping], findings: list[Finding]) -> list[str]:
    """Return ids in the order that `move` gives them.

    Args:
        ids: as they stand.
        moved: the records with a field `move`, in the order of the file.
        findings: takes what is wrong with them.
    """
    for record in moved:
        identity = record.text("id") or ""
        if identity not in ids:
            continue  # removed or without an id: told elsewhere
        said = _MOVE.match(record.text(MOVE) or "")
        mark = record.fields[MOVE].mark
        if said is None:
            findings.append(
                error(
                    "read.move",
                    mark,
                    f'"{MOVE}" does not say where "{identity}" goes.',
                    'Write "first", "last", "before ID" or "after ID".',
                )
            )
            continue
        beside = said[3]
        if beside is not None and (beside not in ids or beside == identity):
            hint = remedy(beside, [each for each in ids if each != identity])
            problem = f'There is no "{beside}" beside which "{identity}" could stand.'
            findings.append(error("read.move", mark, problem, hint))
            continue
        ids = [each for each in ids if each != identity]
        if beside is None:
            ids.insert(0 if said[1] == "first" else len(ids), identity)
        else:
            ids.insert(ids.index(beside) + (said[2] == "after"), identity)
    return ids
