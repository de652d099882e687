"""Finds what nothing names, and what a record names twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import named
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.shared import SHARINGS
from schoolpolicy.reading.values import singular, with_article
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.shared import Sharing


def check_unused(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a note for what nothing names, and a warning for what a record names twice."""
    tree = Tree(policy.events)
    events = {each.event for each in policy.rules if each.event}
    around = {
        each.id
        for each in policy.events
        if any(tree.inside(each.id, name) or tree.inside(name, each.id) for name in events)
    }
    zones = {each.zone for each in policy.rules if each.zone}
    yield from _unused(policy, places, "events", around, "event: {}", "rules")
    for sharing in SHARINGS:
        entries = {
            record.id: [each.id for each in getattr(record, sharing.field)]
            for record in getattr(policy, sharing.holder)
        }
        named_there = {name for names in entries.values() for name in names}
        line = f"{sharing.field}: [{{}}]"
        yield from _unused(policy, places, sharing.subject, named_there, line, sharing.holder)
        yield from _twice(places, sharing, entries)
    yield from _unused(policy, places, "zones", zones, "zone: {}", "rules")


def _unused(
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    subject: str,
    used: Collection[str],
    line: str,
    by: str,
) -> Iterator[Finding]:
    """Yield a note for each record of a subject that nothing names.

    Args:
        policy: whose records are meant.
        places: where each record stands.
        subject: the subject.
        used: the ids that are named.
        line: what would name one, with `{}` for its id.
        by: the subject of the records that can name it.
    """
    holder = singular(by)
    for record in getattr(policy, subject):
        if record.id not in used:
            yield Finding(
                code=f"{subject}.unused",
                severity=Severity.INFO,
                place=places[subject, record.id],
                problem=f'No {holder} names the {singular(subject)} "{record.id}".',
                remedy=f'Write "{line.format(record.id)}" in {with_article(holder)}, '
                "or delete these lines.",
            )


def _twice(
    places: Mapping[tuple[str, str], Place],
    sharing: Sharing,
    entries: Mapping[str, Iterable[str]],
) -> Iterator[Finding]:
    """Yield a warning for each record that names an entry twice; `entries` are those of each."""
    for identity, names in entries.items():
        twice = doubles(names)
        if twice:
            yield Finding(
                code=f"{sharing.holder}.{singular(sharing.subject)}-twice",
                severity=Severity.WARNING,
                place=places[sharing.holder, identity],
                problem=f'The {singular(sharing.holder)} "{identity}" names {named(twice)} twice '
                f'under "{sharing.field}".',
                remedy="Delete one of the two.",
            )


def doubles(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are there more than once."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return tuple(name for name, count in seen.items() if count > 1)
