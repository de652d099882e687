"""What a school cannot decide, because the law has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Level
from schoolpolicy.reading.tree import error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.merge import Change

DECISION = "level"


def against_the_law(changes: Iterable[Change]) -> Iterator[Finding]:
    """Yield an error for each rule that says "against the law" and that a layer lets."""
    for change in changes:
        if change.subject != "rules" or change.under.text(DECISION) != Level.ILLEGAL:
            continue
        new = change.over.text(DECISION)
        if new not in {None, Level.ILLEGAL}:
            yield error(
                "read.law",
                change.over.keys[DECISION],
                f'The law forbids what "{change.over.text("id")}" is about: a school cannot '
                f'make it "{new}".',
                "Delete this line. If the law has changed, remove the rule and say why.",
            )
