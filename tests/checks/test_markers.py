"""A policy with a fresh date says what texts of that date say."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.markers import FORMAL, check_markers, missing_markers, policy_date
from schoolpolicy.model.marker import Marker
from schoolpolicy.model.organisation import ReviewPlan
from schoolpolicy.model.vocabulary import Nation, Phase, Sureness
from tests.policies import (
    HILL,
    PLAN,
    checked_oakfield,
    citation,
    oakfield,
    policy,
    requirement,
    role,
    statement,
)
from tests.policies import duty as a_duty

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

TODAY = dt.date(2026, 11, 22)
WATCHES = {
    "id": "watches",
    "title": "smart watches",
    "says": "The rule covers smart watches.",
    "citation": "phones-2026",
    "requirements": ["phone-rule"],
    "signs": [{"all_of": ["phone"], "any_of": ["smart-watch", "AI"]}],
    "since": "2026-01-19",
    "bad": ["Phones."],
    "good": ["Phones and smart watches."],
    "checked_on": "2026-11-22",
    "source": "a test",
    "sure": "high",
}


@cache
def markers() -> tuple[Marker, ...]:
    """Return all markers of the model policy, with Oakfield's words."""
    whole = checked_oakfield().resolution.complete
    assert whole is not None
    return whole.markers


def marker(**fields: Any) -> Marker:
    return Marker.model_validate({**WATCHES, **fields})


def hill(text: str = "No phones.", **fields: Any) -> Policy:
    given = {
        "markers": [marker()],
        "statements": [statement("phones", text=text)],
        "citations": [citation("phones-2026", short="Phone guidance")],
        "requirements": [requirement("phone-rule", "phones-2026")],
    }
    return policy(**{**given, **fields})


def found(made: Policy) -> list[str]:
    return [str(each) for each in check_markers(made, {})]


def missing(*texts: str, **fields: Any) -> bool:
    return bool(missing_markers(texts, [marker(**fields)], Nation.ENGLAND, dated=TODAY))


def test_what_a_policy_of_its_date_does_not_say_is_told() -> None:
    assert found(hill()) == [
        "schools/hill/school.yml:1:1: The policy is dated 1 September 2026, but nothing in it "
        'names smart watches ("watches"). It should since 19 January 2026 (Phone guidance). Say '
        'it in a statement, a rule or a duty, for example: "The rule covers smart watches."'
    ]


def test_what_is_said_is_silent() -> None:
    assert found(hill("No phones and no smart watches.")) == []


def test_a_duty_can_say_it_too_and_a_citation_cannot() -> None:
    acts = role("head", duties=[a_duty("head-acts", text="Looks at phones and smart watches.")])
    assert found(hill(roles=[acts])) == []
    names = citation("phones-2026", about="On phones and smart watches.")
    assert len(found(hill(citations=[names]))) == 1


def test_two_duties_do_not_say_it_by_halves() -> None:
    acts = [a_duty("one", text="Looks at phones."), a_duty("two", text="Buys smart watches.")]
    assert len(found(hill(statements=[], roles=[role("head", duties=acts)]))) == 1


def test_an_older_policy_need_not_say_it() -> None:
    old = {**PLAN, "effective_from": "2025-09-01"}
    assert found(hill(school={**HILL, "review": old})) == []


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, "2026-09-01"),
        ({"reviewed_on": ["2026-10", "2025-10"]}, "2026-10-31"),
        ({"versions": [{"version": "1", "date": "2026-11-01", "reason": "New"}]}, "2026-11-01"),
        ({"effective_from": "undecided", "reviewed_on": ["2020-05-05"]}, "2020-05-05"),
    ],
)
def test_its_date_is_the_newest_that_it_gives(fields: dict[str, Any], day: str) -> None:
    assert str(policy_date(ReviewPlan.model_validate({**PLAN, **fields}))) == day


def test_a_policy_without_a_date_is_not_blamed() -> None:
    assert found(hill(school={**HILL, "review": {**PLAN, "effective_from": "undecided"}})) == []


def test_who_declines_what_is_asked_need_not_say_it() -> None:
    asked = requirement("phone-rule", "phones-2026").model_copy(update={"declined": "Too small."})
    assert found(hill(requirements=[asked])) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Phones and smart watches.",), False),
        (("PHONES AND SMART-WATCHES.",), False),
        (("Phones.", "Smart watches."), True),
        (("Phones, and AI.",), False),
        (("Phones, and the aim of it.",), True),
        (("Microphones and smart watches.",), True),
        ((), True),
    ],
)
def test_words_stand_in_one_text_and_capitals_count(texts: tuple[str, ...], expected: bool) -> None:
    assert missing(*texts) is expected


def test_it_holds_in_its_nations_and_phases_only() -> None:
    wales = [marker(only={"nations": ["wales"], "phases": ["secondary"]})]

    def named(nation: Nation, phase: Phase | None) -> int:
        return len(missing_markers([], wales, nation, dated=TODAY, phase=phase))

    assert named(Nation.WALES, Phase.SECONDARY) == 1
    assert named(Nation.WALES, None) == 1
    assert named(Nation.WALES, Phase.PRIMARY) == 0
    assert named(Nation.ENGLAND, Phase.SECONDARY) == 0


@pytest.mark.parametrize("each", markers(), ids=lambda each: each.id)
class TestEachMarker:
    def test_its_good_examples_say_it_and_its_bad_ones_do_not(self, each: Marker) -> None:
        nation = each.only.nations[0] if each.only.nations else Nation.ENGLAND
        for texts, expected in ((each.good, []), (each.bad, [each]), ([each.says], [])):
            for text in texts:
                assert missing_markers([text], [each], nation, dated=TODAY) == expected, text

    def test_it_says_what_asks_for_it_and_what_is_in_doubt(self, each: Marker) -> None:
        assert each.citation
        assert each.requirements
        assert each.sure is Sureness.HIGH or each.doubt


def test_oakfield_says_all_of_it_and_would_be_told_if_it_did_not() -> None:
    whole = oakfield()
    assert found(whole) == []
    silent = whole.model_copy(update=dict.fromkeys(FORMAL, ()))
    assert [each.partition('("')[2].partition('")')[0] for each in found(silent)] == [
        each.id for each in whole.markers
    ]
