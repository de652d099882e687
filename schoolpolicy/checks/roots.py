"""Finds places and times that lie within nothing, where no general rule would reach them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.scope import ANY_TIME, ANYWHERE
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy

ROOTS: Mapping[str, str] = MappingProxyType({"places": ANYWHERE, "times": ANY_TIME})
"""For each subject whose records all lie within one of them, which that is."""


def check_roots(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error for each place and time that lies within nothing."""
    for subject, root in ROOTS.items():
        for record in getattr(policy, subject):
            if record.within is None and record.id != root:
                kind = singular(subject)
                yield Finding(
                    code="policy.loose",
                    severity=Severity.ERROR,
                    place=places[subject, record.id],
                    problem=f'The {kind} "{record.id}" lies within nothing, so that no rule '
                    "reaches it.",
                    remedy=f'Add a line "within: {root}", or name a smaller {kind} there.',
                )
