"""No device is forbidden to somebody who needs it because of health or disability."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checks.sense.support import EXAM, NEEDS, STAFF, ban, lets, said, sense, small
from tests.policies import restriction, rule

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

FAMILY = "equality"
MEDICAL, DISABILITY = NEEDS


def lines(*rules: Rule, **fields: object) -> list[int]:
    return [each.place.line for each in sense(small(*rules, **fields), FAMILY)]


def test_a_ban_for_pupils_needs_both_grounds() -> None:
    assert said(small(rule("bare")), FAMILY) == [
        'data/rules.yml:1:3: The rule "bare" forbids a device to pupils, with no exception for '
        "a medical need or a disability. The Equality Act 2010 asks schools to make changes so "
        'that disabled people are not left out. Write exceptions under "unless", one with '
        '"ground: medical" and one with "ground: disability", or add a rule with '
        '"function: medical" that lets it.'
    ]
    (found,) = said(small(rule("half", unless=[MEDICAL])), FAMILY)
    assert "no exception for a disability." in found
    assert lines(rule("whole", unless=NEEDS)) == []


def test_a_ban_for_adults_needs_the_ground_of_disability() -> None:
    assert lines(rule("bare", who=STAFF)) == [1]
    assert lines(rule("half", who=STAFF, unless=[MEDICAL])) == [1]
    assert lines(rule("whole", who=STAFF, unless=[DISABILITY])) == []


@pytest.mark.parametrize("nation", ["england", "wales", "scotland"])
def test_the_act_is_named_where_it_holds(nation: str) -> None:
    assert "The Equality Act 2010" in said(small(rule("bare"), nation=nation), FAMILY)[0]


def test_in_northern_ireland_no_act_is_named() -> None:
    (found,) = said(small(rule("bare"), nation="northern-ireland"), FAMILY)
    assert "The law of Northern Ireland on disability asks" in found
    assert "Act 2010" not in found


def test_only_bans_on_having_or_using_a_device_count() -> None:
    assert lines(rule("games", thing="games")) == []
    assert lines(rule("pictures", function="photograph")) == []
    assert lines(rule("films", function="record")) == []
    assert lines(rule("messages", function="message")) == []
    assert lines(rule("calls", function="call")) == [1]
    assert lines(rule("bringing", function="bring")) == [1]
    assert lines(rule("sticks", thing="stick")) == [1]


def test_a_request_is_no_ban_and_neither_is_asking_first() -> None:
    assert lines(rule("request", strength="request")) == []
    assert lines(lets("asked", "with-permission", by=["head"])) == []


def test_a_rule_that_lets_the_use_for_a_health_need_will_do() -> None:
    asked = lets("medical", "with-permission", by=["head"], function="medical")
    assert lines(rule("bare"), asked) == []
    assert lines(rule("bringing", function="bring"), asked) == []


def test_such_a_rule_must_reach_as_far_as_the_ban() -> None:
    asked = lets("medical", "with-permission", by=["head"], function="medical", place="on-site")
    assert lines(rule("bare"), asked) == [1]
    assert lines(rule("bare", place="on-site"), asked) == []
    assert lines(rule("bringing", function="bring"), asked) == [1]


def test_a_ban_for_an_event_sets_general_exceptions_aside() -> None:
    everyday = ban("everyday")
    assert lines(everyday, rule("exam", event="exam"), events=[EXAM]) == [2]
    medical = lets("exam-medical", function="medical", event="exam")
    assert lines(everyday, rule("exam", event="exam"), medical, events=[EXAM]) == []


def test_a_ban_under_a_restriction_does_too() -> None:
    alone = rule("alone", restriction="calm")
    assert lines(ban("everyday"), alone, restrictions=[restriction("calm")]) == [2]


def test_a_ban_for_nobody_in_the_school_is_silent() -> None:
    assert lines(rule("older", who={"audience": "pupils", "cohorts": ["y9"]})) == []
