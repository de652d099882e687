"""What is counted for those who govern the school: incidents by kind, and what records tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.publish.views.phrases import capital

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

INCIDENTS = "Incidents"
RECORDS = "From our records"


def incident_numbers(policy: Policy) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the lines of the form, under their headings; a heading without lines is left out.

    A kind of incident has a line of its own; what else is counted is told by the records that
    the school keeps.
    """
    groups = (
        (INCIDENTS, tuple(capital(each.title) for each in policy.incidents)),
        (RECORDS, tuple(line for each in policy.records for line in each.counts)),
    )
    return tuple(each for each in groups if each[1])
