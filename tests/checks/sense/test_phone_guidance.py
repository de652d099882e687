"""In England, rules more open than the phone guidance of January 2026 are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.model.vocabulary import Severity
from tests.checks.sense.support import DEVICES, EXAM, STAFF, ban, lets, said, sense, small
from tests.policies import restriction

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

FAMILY = "phone-guidance"
NEEDED = {
    "set-times": {"at": ["break"]},
    "with-permission": {"by": ["head"]},
    "supervised": {"by": ["head"]},
    "selected-people": {"people": "prefects"},
}
"""What else a rule says, by its level."""


def lines(*rules: Rule, **fields: object) -> list[int]:
    return [each.place.line for each in sense(small(*rules, **fields), FAMILY)]


def test_it_says_for_whom_where_and_when_and_what_the_guidance_says() -> None:
    whole = small(ban("phones"), lets("hall", place="dining-hall", time="break"))
    assert said(whole, FAMILY) == [
        'data/rules.yml:2:3: The rule "hall" lets pupils use phones, in the dining hall, at break. '
        "The phone guidance of January 2026 is that schools should be phone-free all day, at "
        "break, lunch and between lessons too, with other use by exception only, as for "
        "disability or a medical need. The school has regard to it. Write "
        '"level: not-allowed" with exceptions under "unless", or be ready to say why not.'
    ]
    assert sense(whole, FAMILY)[0].severity is Severity.WARNING


OPEN = ("must", "allowed", "set-times", "with-permission", "supervised", "selected-people")


@pytest.mark.parametrize("level", [*OPEN, "advised-against"])
def test_every_level_that_lets_use_is_more_open(level: str) -> None:
    assert lines(lets("phones", level, **NEEDED.get(level, {}))) == [1]


@pytest.mark.parametrize("level", ["not-allowed", "illegal", "undecided"])
def test_bans_and_open_questions_are_silent(level: str) -> None:
    assert lines(lets("phones", level)) == []


@pytest.mark.parametrize("nation", ["wales", "scotland", "northern-ireland"])
def test_other_nations_have_no_such_guidance(nation: str) -> None:
    assert lines(lets("phones"), nation=nation) == []


@pytest.mark.parametrize("function", ["call", "message", "photograph", "record"])
def test_each_way_to_use_a_phone_counts(function: str) -> None:
    assert lines(ban("phones"), lets("one", function=function)) == [2]


def test_one_use_alone_is_named() -> None:
    (found,) = said(small(ban("phones"), lets("calls", function="call", place="lessons")), FAMILY)
    assert '"calls" lets pupils use phones to call, in lessons, during the school day.' in found


@pytest.mark.parametrize("function", ["bring", "carry", "medical"])
def test_to_bring_or_carry_one_or_to_need_it_is_no_use(function: str) -> None:
    asked = lets("one", "with-permission", by=["head"], function=function)
    assert lines(ban("phones"), asked) == []


def test_off_the_site_and_after_the_school_day_is_no_part_of_it() -> None:
    assert lines(ban("phones"), lets("home", place="home")) == []
    assert lines(ban("phones"), lets("evening", place="on-site", time="evening")) == []
    assert lines(ban("phones"), lets("later", "set-times", at=["evening"])) == []


def test_things_that_are_no_phones_and_school_phones_are_left_alone() -> None:
    school = [
        {"id": "school-device", "title": "School devices", "plain": "it", "within": "device"},
        {"id": "school-phone", "title": "School phones", "plain": "one", "within": "school-device"}
        | {"phone_like": True},
    ]
    assert lines(ban("phones"), lets("games", thing="games")) == []
    assert lines(lets("school", thing="school-phone"), things=(*DEVICES, *school)) == []
    assert lines(lets("smart", thing="smartphone")) == [1]


@pytest.mark.parametrize("field", ["people", "condition"])
def test_a_need_that_the_guidance_names_is_an_exception(field: str) -> None:
    for level in ("selected-people", "with-permission"):
        given = {**NEEDED[level], field: "pupils whose health plan says so, or young carers"}
        assert lines(lets("named", level, **given)) == []


def test_parents_or_carers_are_no_young_carers() -> None:
    asked = lets("asked", "with-permission", by=["head"], condition="A parent or carer signs.")
    assert lines(asked) == [1]


def test_an_event_counts_and_a_restriction_does_not() -> None:
    exam = lets("exam", event="exam")
    alone = lets("alone", restriction="calm")
    assert lines(ban("phones"), exam, events=[EXAM]) == [2]
    assert lines(ban("phones"), alone, restrictions=[restriction("calm")]) == []


def test_staff_with_a_phone_of_their_own_where_pupils_are_are_told_too() -> None:
    (found,) = said(small(lets("staff", who=STAFF, place="on-site")), FAMILY)
    assert 'The rule "staff" lets staff use phones, in lessons and in the dining hall' in found
    assert "staff should not use phones for private reasons in front of pupils" in found
    assert "must" not in found


def test_staff_under_a_condition_or_elsewhere_are_left_alone() -> None:
    assert lines(lets("staff", who=STAFF, condition="Only in the staff room.")) == []
    assert lines(lets("staff", who=STAFF, place="home")) == []
    assert lines(lets("staff", "with-permission", by=["head"], who=STAFF)) == []
    assert lines(lets("staff", who=STAFF, function="photograph")) == []
