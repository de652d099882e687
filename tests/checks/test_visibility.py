"""Nothing that takes part in an answer is kept from some readers."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.visibility import check_visibility
from tests.checks.sense.support import places_of
from tests.policies import COHORTS, PLACES, TIMES, activity, policy, restriction, rule, thing

STAFF = {"visibility": "staff"}
EXCEPTION = {"id": "medical", "text": "A plan says so.", "decided_by": "head"}
ZONE = {"id": "green", "title": "Green zone", "plain": "The hall.", "areas": [{}]}


def said(*rules: Any, **fields: Any) -> list[str]:
    whole = policy(*rules, **fields)
    return [str(each) for each in check_visibility(whole, places_of(whole))]


def told(where: str, name: str) -> str:
    return (
        f'data/{where}.yml:1:3: The {name} has "visibility: staff". Without it, a more general '
        "rule would answer to the public, and that answer would be wrong. Delete the line "
        '"visibility", and write the wording so that everybody may read it.'
    )


def test_what_is_public_is_silent() -> None:
    assert said(rule("phones", unless=[EXCEPTION]), exceptions=[EXCEPTION], zones=[ZONE]) == []


def test_a_rule_for_staff_only_is_refused() -> None:
    assert said(rule("phones", **STAFF)) == [told("rules", 'rule "phones"')]


@pytest.mark.parametrize(
    ("subject", "noun", "record"),
    [
        ("activities", "activity", activity("gambling", **STAFF)),
        ("cohorts", "cohort", {**COHORTS[0], **STAFF}),
        ("events", "event", {"id": "exam", "title": "During an exam", **STAFF}),
        ("exceptions", "exception", {**EXCEPTION, **STAFF}),
        ("places", "place", {**PLACES[0], **STAFF}),
        ("restrictions", "restriction", restriction("agreed", **STAFF)),
        ("things", "thing", thing("tablet", **STAFF)),
        ("times", "time", {**TIMES[0], **STAFF}),
        ("zones", "zone", {**ZONE, **STAFF}),
    ],
)
def test_so_is_what_rules_are_about(subject: str, noun: str, record: Any) -> None:
    identity = record["id"] if isinstance(record, dict) else record.id
    assert said(**{subject: (record,)}) == [told(subject, f'{noun} "{identity}"')]


def test_so_is_an_exception_within_a_rule() -> None:
    one = rule("phones", unless=[{**EXCEPTION, **STAFF}])
    assert said(one) == [told("rules", 'exception "medical" of the rule "phones"')]


def test_a_shared_exception_is_told_once_not_in_each_rule() -> None:
    hidden = {**EXCEPTION, **STAFF}
    assert said(rule("phones", unless=[hidden]), exceptions=[hidden]) == [
        told("exceptions", 'exception "medical"')
    ]
