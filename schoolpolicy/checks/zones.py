"""Finds zones that are no zones, because they leave nothing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_zones(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error for each zone with an area that names no place and no time."""
    for zone in policy.zones:
        if not all(area.places or area.times for area in zone.areas):
            yield Finding(
                code="zones.everywhere",
                severity=Severity.ERROR,
                place=places["zones", zone.id],
                problem=f'An area of the zone "{zone.id}" has no place and no time: it is '
                "everywhere, at any time.",
                remedy='Name its places under "places", its times under "times", or both.',
            )
