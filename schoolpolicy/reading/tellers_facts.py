"""What is said of a fact, or of a line to tick, that does not say what it stands on."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.reading.tree import error
from schoolpolicy.reading.values import upper

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.wrong import Wrong


def _no_origin(wrong: Wrong) -> Finding:
    return error(
        "read.no-origin",
        wrong.at,
        f"{upper(wrong.said)}.",
        "Name a duty, statement, incident, agreement, requirement, review or training.",
    )


def _no_doubt(wrong: Wrong) -> Finding:
    return error(
        "read.no-doubt",
        wrong.beside("sure"),
        f"{upper(wrong.said)}.",
        'Add a line "doubt: ..." that says what is not sure, or write "sure: high".',
    )


FACT_TELLERS: MappingType[str, Callable[[Wrong], Finding]] = MappingProxyType(
    {"origin_empty": _no_origin, "doubt_missing": _no_doubt}
)
"""For each kind of mistake, what tells of it."""
