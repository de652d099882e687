"""What nothing names, and what a record names twice."""

from __future__ import annotations

from typing import Any

from schoolpolicy.checks.unused import check_unused
from tests.checks.support import placed
from tests.policies import incident, policy, rule

EXAM = {"id": "exam", "title": "During an exam"}
SPEAKING = {"id": "speaking", "title": "During a speaking exam", "within": "exam"}
HALL = {
    "id": "hall",
    "title": "Hall",
    "plain": "In lessons.",
    "areas": [{"places": ["lessons"]}],
}
SECRETS = {"id": "no-secrets", "text": "Never promise.", "because": "Others must know."}
MEDICAL = {"id": "medical", "text": "A plan says so.", "decided_by": "head"}


def said(*rules: Any, **fields: Any) -> list[str]:
    whole = policy(*rules, **fields)
    return [f"{each.severity.value} {each}" for each in check_unused(whole, placed(whole))]


def test_what_rules_name_is_fine() -> None:
    named = rule("named", event="exam", zone="hall", unless=[MEDICAL])
    shared = {"exceptions": (MEDICAL,), "nevers": (SECRETS,)}
    bullying = incident("bullying", never=[SECRETS])
    assert said(named, incidents=(bullying,), events=(EXAM,), zones=(HALL,), **shared) == []


def test_what_nothing_names_is_told_for_information() -> None:
    assert said(events=(EXAM,), zones=(HALL,), exceptions=(MEDICAL,), nevers=(SECRETS,)) == [
        'info data/events.yml:1:3: No rule names the event "exam". '
        'Write "event: exam" in a rule, or delete these lines.',
        'info data/exceptions.yml:1:3: No rule names the exception "medical". '
        'Write "unless: [medical]" in a rule, or delete these lines.',
        'info data/nevers.yml:1:3: No incident names the never-do "no-secrets". '
        'Write "never: [no-secrets]" in an incident, or delete these lines.',
        'info data/zones.yml:1:3: No rule names the zone "hall". '
        'Write "zone: hall" in a rule, or delete these lines.',
    ]


def test_a_rule_for_an_event_is_for_those_within_it_and_a_use_of_those_around_it() -> None:
    assert said(rule("inner", event="speaking"), events=(EXAM, SPEAKING)) == []
    assert said(rule("outer", event="exam"), events=(EXAM, SPEAKING)) == []


def test_an_exception_that_a_rule_names_twice() -> None:
    assert said(rule("twice", unless=[MEDICAL, MEDICAL])) == [
        'warning data/rules.yml:1:3: The rule "twice" names "medical" twice under "unless". '
        "Delete one of the two."
    ]


def test_a_never_do_that_an_incident_names_twice() -> None:
    assert said(incidents=(incident("bullying", never=[SECRETS, SECRETS]),)) == [
        'warning data/incidents.yml:1:3: The incident "bullying" names "no-secrets" twice under '
        '"never". Delete one of the two.'
    ]
