"""Names of fields: those that people write instead of the right ones."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.reading.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Mapping as MappingType

_MEANT: MappingType[str, tuple[str, ...]] = MappingProxyType(
    {
        "reason": ("because", "why"),
        "why": ("because",),
        "from": ("effective_from", "starts"),
        "starts": ("effective_from",),
        "start": ("effective_from", "starts"),
        "until": ("effective_until", "ends"),
        "ends": ("effective_until",),
        "end": ("effective_until", "ends"),
        "to": ("effective_until", "ends"),
        "where": ("place", "places"),
        "when": ("time", "times"),
        "device": ("thing",),
        "what": ("thing",),
        "for": ("who",),
        "use": ("function",),
        "days": ("weekdays",),
        "except": ("unless",),
        "exceptions": ("unless",),
        "name": ("title",),
        "description": ("plain", "intro", "summary"),
        "inside": ("within",),
        "parent": ("within",),
    }
)
"""For each common wrong name, the fields that are meant, in the order of what is likely."""
_ELSEWHERE: MappingType[str, tuple[str, str]] = MappingProxyType(
    {
        "audience": ("who", "Write who: {{audience: {value}}}."),
        "audiences": ("who", "Write who: {{audience: {value}}}."),
        "cohort": ("who", "Write who: {{audience: pupils, cohorts: [y5]}}."),
        "cohorts": ("who", "Write who: {{audience: pupils, cohorts: {value}}}."),
        "weekdays": ("time", 'Give a time of its own "weekdays" in times.yml, and name it here.'),
        "weekday": ("time", 'Give a time of its own "weekdays" in times.yml, and name it here.'),
        "days": ("time", 'Give a time of its own "weekdays" in times.yml, and name it here.'),
        "dates": ("time", 'Give a time of its own "dates" in times.yml, and name it here.'),
    }
)
"""Fields that belong into another one: that one, and what to write."""


def meant_field(field: str, known: Collection[str]) -> str | None:
    """Return the field that was perhaps meant by a name that is none."""
    lower = field.lower()
    if lower in known:
        return lower
    for meant in _MEANT.get(lower, ()):
        if meant in known:
            return meant
    return None if elsewhere(field, known, "") else nearest(field, known)


def elsewhere(field: str, known: Collection[str], value: str) -> str | None:
    """Say what to write for a field that belongs into another one, if it does.

    Args:
        field: what was written.
        known: the fields that there are.
        value: its value, as it was written.
    """
    into, advice = _ELSEWHERE.get(field.lower(), ("", ""))
    return advice.format(value=value) if into in known and field not in known else None
