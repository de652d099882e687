"""Checks that every icon that a record names exists in the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_icons(
    policy: Policy, places: Mapping[tuple[str, str], Place], icons: Collection[str]
) -> Iterator[Finding]:
    """Yield an error for each icon that the theme does not have.

    Args:
        policy: whose records are checked.
        places: where each record stands.
        icons: the names that the theme knows.
    """
    for subject, identity, name in _named(policy):
        if name not in icons:
            guess = nearest(name, icons)
            yield Finding(
                code="icons.unknown",
                severity=Severity.ERROR,
                place=places[subject, identity],
                problem=f'The icon "{name}" does not exist.',
                remedy=f'Did you mean "{guess}"?'
                if guess
                else "Choose one of the Material Design icons, by its name.",
            )


def _named(policy: Policy) -> Iterator[tuple[str, str, str]]:
    """Yield each icon that is named: the subject and id of the record, and the name."""
    for subject in ("contacts", "curriculum", "statements", "things", "topics"):
        for record in policy.subject(subject).values():
            name = getattr(record, "icon", None)
            if name is not None:
                yield subject, record.id, name
    for agreement in policy.agreements:
        for heading in agreement.headings:
            yield "agreements", agreement.id, heading.icon
        for clause in agreement.clauses:
            if clause.icon is not None:
                yield "agreements", agreement.id, clause.icon
