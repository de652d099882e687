"""Pupils are not freely let do what staff are forbidden, unless there is a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.model.vocabulary import Severity
from tests.checks.sense.support import EXAM, NEEDS, STAFF, ban, lets, said, sense, small
from tests.policies import HILL, restriction

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

FAMILY = "pupils-above-staff"


def above(*rules: Rule, **fields: Any) -> list[str]:
    return [each.place.line for each in sense(small(*rules, **fields), FAMILY)]


def test_it_names_both_rules_one_question_and_how_many_there_are() -> None:
    whole = small(
        lets("pupils-hall", thing="phone", function="message", place="dining-hall", time="break"),
        ban("staff-phones", who=STAFF),
    )
    assert said(whole, FAMILY) == [
        'data/rules.yml:1:3: The rule "pupils-hall" lets pupils do what "staff-phones" '
        "(data/rules.yml, line 2) forbids to staff, in 4 questions, such as: sending messages "
        "with a phone, in the dining hall, at break (Year 5). If it is not meant, write "
        '"level: with-permission" and "by:" in "pupils-hall", or let staff do it too.'
    ]
    assert sense(whole, FAMILY)[0].severity is Severity.WARNING


def test_several_rules_for_staff_are_named_together() -> None:
    bans = [
        ban("staff-calls", who=STAFF, function="call"),
        ban("staff-messages", who=STAFF, function="message"),
        ban("staff-pictures", who=STAFF, function="photograph"),
    ]
    (found,) = said(small(lets("pupils-phones"), *bans), FAMILY)
    assert (
        '"staff-calls" (data/rules.yml, line 2), "staff-messages" and "staff-pictures" forbid '
        "to staff, in 192 questions"
    ) in found


@pytest.mark.parametrize("level", ["must", "allowed"])
@pytest.mark.parametrize("forbidden", ["not-allowed", "illegal"])
def test_each_free_level_above_each_ban_is_found(level: str, forbidden: str) -> None:
    assert above(lets("pupils", level), lets("staff", forbidden, who=STAFF)) == [1]


def test_pupils_who_have_to_ask_are_not_above_staff() -> None:
    asked = lets("pupils", "with-permission", by=["head"])
    assert above(asked, ban("staff", who=STAFF)) == []


def test_staff_who_have_to_ask_are_not_below_pupils() -> None:
    assert above(lets("pupils"), lets("staff", "with-permission", by=["head"], who=STAFF)) == []


def test_another_place_time_or_thing_is_no_matter() -> None:
    pupils = lets("pupils", place="dining-hall", time="break")
    assert above(pupils, ban("staff", who=STAFF, place="lessons")) == []
    assert above(pupils, ban("staff", who=STAFF, time="evening")) == []
    assert above(pupils, ban("staff", who=STAFF, thing="games")) == []


def test_a_rule_for_set_times_counts_at_these_times_only() -> None:
    pupils = lets("pupils", "set-times", at=["break"])
    assert above(pupils, ban("staff", who=STAFF, time="evening")) == []
    assert above(pupils, ban("staff", who=STAFF, time="break")) == [1]


def test_a_health_need_is_the_pupils_own() -> None:
    assert above(lets("pupils", function="medical"), ban("staff", who=STAFF)) == []


def test_at_home_the_family_decides() -> None:
    assert above(lets("pupils", place="home"), ban("staff", who=STAFF)) == []


def test_what_some_staff_may_do_is_no_matter_of_being_a_pupil() -> None:
    cohorts = (
        {"id": "y5", "title": "Year 5", "audience": "pupils"},
        {"id": "early", "title": "Early years", "audience": "staff", "kind": "team"},
    )
    some = ban("early", who={"audience": "staff", "cohorts": ["early"]})
    school = {**HILL, "cohorts": ["y5", "early"]}
    assert above(lets("pupils"), some, cohorts=cohorts, school=school) == []
    assert above(lets("pupils"), ban("all", who=STAFF), cohorts=cohorts, school=school) == [1]


def test_a_restriction_is_about_one_person_only() -> None:
    calm = restriction("calm")
    alone = lets("pupils", restriction="calm")
    assert above(alone, ban("staff", who=STAFF), restrictions=[calm]) == []


def test_an_event_with_rules_for_pupils_ends_where_these_end() -> None:
    staff = ban("exam-staff", who=STAFF, event="exam")
    pupils = ban("exam-pupils", event="exam", place="lessons")
    assert above(lets("pupils"), pupils, staff, events=[EXAM]) == []
    assert above(lets("pupils"), staff, events=[EXAM]) == [1]


def test_a_rule_that_begins_later_is_compared_from_then_on() -> None:
    later = lets("pupils", effective_from="2027-01-04")
    (found,) = said(small(later, ban("staff", who=STAFF, unless=NEEDS)), FAMILY)
    assert "questions from 4 January 2027 on, such as" in found
