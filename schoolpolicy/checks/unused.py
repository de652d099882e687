"""Finds what no rule names, and what a rule names twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import named
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.values import singular
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_unused(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a note for what no rule names, and a warning for what a rule names twice."""
    tree = Tree(policy.events)
    events = {each.event for each in policy.rules if each.event}
    used: dict[str, set[str]] = {
        "events": {
            each.id
            for each in policy.events
            if any(tree.inside(each.id, name) or tree.inside(name, each.id) for name in events)
        },
        "exceptions": {each.id for rule in policy.rules for each in rule.unless},
        "zones": {each.zone for each in policy.rules if each.zone},
    }
    fields = {"events": "event", "exceptions": "unless", "zones": "zone"}
    for subject, names in used.items():
        for record in getattr(policy, subject):
            if record.id not in names:
                value = f"[{record.id}]" if subject == "exceptions" else record.id
                yield Finding(
                    code=f"{subject}.unused",
                    severity=Severity.INFO,
                    place=places[subject, record.id],
                    problem=f'No rule names the {singular(subject)} "{record.id}".',
                    remedy=f'Write "{fields[subject]}: {value}" in a rule, or delete these lines.',
                )
    for rule in policy.rules:
        twice = doubles(each.id for each in rule.unless)
        if twice:
            yield Finding(
                code="rules.exception-twice",
                severity=Severity.WARNING,
                place=places["rules", rule.id],
                problem=f'The rule "{rule.id}" names {named(twice)} twice under "unless".',
                remedy="Delete one of the two.",
            )


def doubles(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are there more than once."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return tuple(name for name, count in seen.items() if count > 1)
