"""Finds what nothing names, and what a record names twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.naming import named
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.shared import SHARINGS
from schoolpolicy.reading.values import singular, with_article
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy


class _Naming(NamedTuple):
    """How records of one subject are named by those of another: by `unless: [{}]` in rules."""

    subject: str
    by: str
    line: str
    names: Collection[str]


def check_unused(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a note for what nothing names, and a warning for what a record names twice."""
    for naming in _namings(policy):
        holder = singular(naming.by)
        for record in getattr(policy, naming.subject):
            if record.id not in naming.names:
                yield Finding(
                    code=f"{naming.subject}.unused",
                    severity=Severity.INFO,
                    place=places[naming.subject, record.id],
                    problem=f'No {holder} names the {singular(naming.subject)} "{record.id}".',
                    remedy=f'Write "{naming.line.format(record.id)}" in {with_article(holder)}, '
                    "or delete these lines.",
                )
    for sharing in SHARINGS:
        for record in getattr(policy, sharing.holder):
            twice = doubles(each.id for each in getattr(record, sharing.field))
            if twice:
                yield Finding(
                    code=f"{sharing.holder}.{singular(sharing.subject)}-twice",
                    severity=Severity.WARNING,
                    place=places[sharing.holder, record.id],
                    problem=f'The {singular(sharing.holder)} "{record.id}" names {named(twice)} '
                    f'twice under "{sharing.field}".',
                    remedy="Delete one of the two.",
                )


def _namings(policy: Policy) -> Iterator[_Naming]:
    tree = Tree(policy.events)
    events = {each.event for each in policy.rules if each.event}
    around = {
        each.id
        for each in policy.events
        if any(tree.inside(each.id, name) or tree.inside(name, each.id) for name in events)
    }
    yield _Naming("events", "rules", "event: {}", around)
    for subject, by, field in ((each.subject, each.holder, each.field) for each in SHARINGS):
        names = {each.id for record in getattr(policy, by) for each in getattr(record, field)}
        yield _Naming(subject, by, f"{field}: [{{}}]", names)
    yield _Naming("zones", "rules", "zone: {}", {each.zone for each in policy.rules if each.zone})


def doubles(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are there more than once."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return tuple(name for name, count in seen.items() if count > 1)
