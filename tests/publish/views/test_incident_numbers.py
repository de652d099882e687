"""The form for the term in numbers."""

from __future__ import annotations

from schoolpolicy.publish.views.incident_numbers import incident_numbers
from tests.policies import incident, oakfield, policy


def test_each_kind_of_incident_has_a_line() -> None:
    whole = policy(incidents=(incident("bullying", title="online bullying"), incident("hacking")))
    ((heading, lines),) = incident_numbers(whole)
    assert heading == "Incidents"
    assert lines[0] == "Online bullying"
    assert len(lines) == 2


def test_records_tell_what_else_is_counted() -> None:
    groups = dict(incident_numbers(oakfield()))
    assert "Complaints about data" in groups["From our records"]
    assert "Devices taken from pupils" in groups["From our records"]
