"""Wording that a school's own decision has overtaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.reading.merge import Change

DECISION = "level"
WORDING = ("condition", "plain")
"""What a rule says in words about the level that it has."""


def stale_wording(changes: Iterable[Change]) -> Iterator[Finding]:
    """Yield a warning for each text about a level that the school changed without the text."""
    for change in changes:
        new = change.over.text(DECISION)
        if change.subject != "rules" or new is None or new == change.under.text(DECISION):
            continue
        for field in WORDING:
            text = change.under.text(field)
            if text is not None and field not in change.over.fields:
                yield Finding(
                    code="read.stale-wording",
                    severity=Severity.WARNING,
                    place=change.over.keys[DECISION].place,
                    problem=f'The level of "{change.over.text("id")}" is new, but its "{field}" '
                    f'is not: "{text}"',
                    remedy=f'Write a line "{field}: ..." that fits the new level.',
                )
