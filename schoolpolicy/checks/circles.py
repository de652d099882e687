"""Finds what lies within itself or follows itself, and who answers to themselves."""

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
        "citations": ("superseded_by", "is replaced by itself"),
        "cohorts": ("within", "lies within itself"),
        "events": ("within", "lies within itself"),
        "places": ("within", "lies within itself"),
        "requirements": ("follows", "follows itself"),
        "roles": ("reports_to", "answers to itself"),
        "things": ("within", "lies within itself"),
        "times": ("within", "lies within itself"),
    }
)
"""Subjects whose records stand above each other: the field that leads up, what a circle means."""


def check_circles(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error for each record from which the way up leads back to it."""
    for subject, (field, meaning) in TREES.items():
        above = {each.id: _several(getattr(each, field)) for each in getattr(policy, subject)}
        for name in above:
            way = _way_back(name, above)
            if way:
                through = "".join(f', through "{each}"' for each in way[1:])
                yield Finding(
                    code="policy.circle",
                    severity=Severity.ERROR,
                    place=places[subject, name],
                    problem=f'"{name}" {meaning}{through}.',
                    remedy=f'Change "{field}" here, or delete that line.',
                )


def _several(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _way_back(name: str, above: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the way up from a record that leads back to it; nothing if none does."""
    ways, seen = [[name]], {name}
    while ways:
        way = ways.pop()
        for up in above.get(way[-1], ()):
            if up == name:
                return way
            if up not in seen:
                seen.add(up)
                ways.append([*way, up])
    return []
