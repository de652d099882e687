"""All families of findings about evidence, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.evidence.entries import check_entries
from schoolpolicy.checks.evidence.late import check_late
from schoolpolicy.checks.evidence.names import check_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project
    from schoolpolicy.reading.resolve import Resolution


def check_evidence(policy: Policy, resolution: Resolution, project: Project) -> Iterator[Finding]:
    """Yield what is wrong with the record of what was done, and what is overdue by it."""
    yield from check_entries(policy, resolution.places, resolution.ids)
    yield from check_names(policy, resolution.places, project)
    yield from check_late(policy, resolution.places)
