"""Finds what lies within itself, and who answers to themselves."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy

TREES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "cohorts": ("within", "lies within itself"),
        "events": ("within", "lies within itself"),
        "places": ("within", "lies within itself"),
        "roles": ("reports_to", "answers to itself"),
        "things": ("within", "lies within itself"),
        "times": ("within", "lies within itself"),
    }
)
"""Subjects whose records form a tree: the field that leads up it, and what a circle means."""


def check_circles(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error for each record from which the way up leads back to it."""
    for subject, (field, meaning) in TREES.items():
        above = {record.id: getattr(record, field) for record in getattr(policy, subject)}
        for name in above:
            way = _way_up(name, above)
            if above[way[-1]] == name:
                through = "".join(f', through "{each}"' for each in way[1:])
                yield Finding(
                    code="policy.circle",
                    severity=Severity.ERROR,
                    place=places[subject, name],
                    problem=f'"{name}" {meaning}{through}.',
                    remedy=f'Change "{field}" here, or delete that line.',
                )


def _way_up(name: str, above: Mapping[str, str | None]) -> list[str]:
    way = [name]
    while (up := above[way[-1]]) is not None and up in above and up not in way:
        way.append(up)
    return way
