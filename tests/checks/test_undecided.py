"""What the school has not decided yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.undecided import Undecided, check_undecided, counted, undecided
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity, Visibility
from tests.checks.support import placed
from tests.policies import HILL, PLAN, contact, oakfield, policy, role, rule

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

BYOD = {
    "id": "byod",
    "question": "May people use their own devices?",
    "why": "They need rules.",
    "options": [{"value": True, "label": "Yes"}, {"value": False, "label": "No"}],
    "decided_by": "head",
}
SCHOOL = "schools/hill/school.yml"
WRITTEN = {
    ("school", "choices"): Place(file=SCHOOL, line=8, column=1),
    ("school", "review.next_review"): Place(file=SCHOOL, line=12, column=3),
}
"""Where some of what the school wrote stands in its file."""
YES_ONLY = {"choices": {"byod": True}}


def school(*rules: Any, fields: dict[str, Any] | None = None, **choices: Any) -> Policy:
    return policy(*rules, choices=(BYOD,), school={**HILL, "choices": choices, **(fields or {})})


def found(whole: Policy, *, final: bool = False) -> list[Finding]:
    return list(check_undecided(whole, {**placed(whole), **WRITTEN}, final=final))


def told(whole: Policy) -> list[str]:
    return [str(each) for each in found(whole)]


@pytest.mark.parametrize("answer", [True, False])
def test_a_choice_that_is_made_is_silent(*, answer: bool) -> None:
    assert found(school(byod=answer)) == []


@pytest.mark.parametrize("choices", [{}, {"byod": "undecided"}], ids=["unsaid", "undecided"])
def test_an_open_choice_is_told_with_its_question_its_answers_and_who_decides(
    choices: dict[str, str],
) -> None:
    assert told(school(**choices)) == [
        f'{SCHOOL}:8:1: Not decided yet: "byod" (May people use their own devices?) '
        'Write it under "choices:", as one of: yes, no. To be decided by: head.'
    ]


def test_without_any_choices_it_is_told_at_the_top_of_the_file() -> None:
    (finding,) = check_undecided(school(), {}, final=False)
    assert str(finding.place) == f"{SCHOOL}:1:1"


def test_who_decides_is_told_by_title() -> None:
    whole = policy(
        choices=(BYOD,), school={**HILL, "choices": {}}, roles=(role("head", title="principal"),)
    )
    assert told(whole)[0].endswith("To be decided by: principal.")


def test_an_undecided_rule_is_told_at_its_place() -> None:
    (finding,) = found(policy(rule("watches", thing="watch"), rule("phones", "undecided")))
    assert finding.code == "undecided.rule"
    assert str(finding) == (
        'data/rules.yml:2:3: Not decided yet: the rule "phones". Give it a level. '
        "To be decided by: head."
    )


def test_a_rule_that_waits_for_a_choice_is_told_with_the_choice_alone() -> None:
    waiting = rule("phones", "undecided", only=YES_ONLY)
    assert [each.code for each in found(school(waiting))] == ["undecided.choice"]


def test_a_day_that_is_not_settled_is_told_at_its_line_and_decided_with_the_approval() -> None:
    open_plan = {**PLAN, "next_review": "undecided", "approved_by": "governors"}
    assert told(policy(school={**HILL, "review": open_plan})) == [
        f"{SCHOOL}:12:3: Not decided yet: the day of the next review. "
        'Write it after "next_review:" under "review:", for example 2027-07-01. '
        "To be decided by: governors."
    ]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"office": {"phone": "undecided"}}, "the phone number of the office."),
        ({"chair": {"email": "undecided"}}, "the e-mail address of the chair."),
        ({"website": "undecided"}, "the address of the website."),
        ({"short_name": "undecided"}, '"short name".'),
    ],
    ids=["phone", "e-mail", "website", "any other"],
)
def test_a_fact_of_the_school_that_is_not_settled(fields: dict[str, Any], says: str) -> None:
    (finding,) = found(policy(school={**HILL, **fields}))
    assert finding.problem == f"Not decided yet: {says}"
    assert finding.code == "undecided.fact"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"chair": {"email": "undecided"}}, 'Write it after "email:" under "chair:".'),
        (
            {"website": "undecided"},
            'Write it after "website:", for example https://www.hill-school.example.',
        ),
    ],
)
def test_where_and_how_a_fact_is_written(fields: dict[str, Any], says: str) -> None:
    (each,) = undecided(policy(school={**HILL, **fields}), {})
    assert each.write == says


def test_any_text_of_a_record_may_be_undecided() -> None:
    whole = policy(
        roles=(role("head", duties=[{"id": "acts", "text": "undecided", "every": "once"}]),)
    )
    assert told(whole) == [
        'data/roles.yml:1:3: Not decided yet: "acts.text" of the role "head". '
        'Write it after "text:". To be decided by: head.'
    ]


def test_texts_of_records_are_passed_over_where_none_says_so() -> None:
    whole = policy(roles=(role("head", summary="undecided"),))
    assert undecided(whole, placed(whole), in_records=False) == ()


def test_a_contact_that_needs_a_local_number_and_has_none() -> None:
    whole = policy(contacts=(contact("council", local=True), contact("helpline")))
    assert told(whole) == [
        'data/contacts.yml:1:3: Not decided yet: the local number of "council" (Council). '
        'In schools/hill/contacts.yml, give "council" a "phone". To be decided by: dsl.'
    ]


@pytest.mark.parametrize("way", [{"phone": "01632 960 1"}, {"email": "help@hill.example"}])
def test_a_contact_with_a_local_number_is_silent(way: dict[str, str]) -> None:
    assert found(policy(contacts=(contact("council", local=True, **way),))) == []


def test_in_a_draft_it_is_for_information_and_in_a_final_publication_an_error() -> None:
    whole = school(rule("phones", "undecided"), fields={"website": "undecided"})
    assert {each.severity for each in found(whole)} == {Severity.INFO}
    assert [each.severity for each in found(whole, final=True)] == [Severity.ERROR] * 3


def test_what_is_for_staff_is_known_to_be() -> None:
    whole = policy(rule("phones", "undecided", visibility="staff"))
    (each,) = undecided(whole, placed(whole))
    assert each.visibility is Visibility.STAFF


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Everything is decided"),
        (1, "1 thing is not decided yet"),
        (2, "2 things are not decided yet"),
    ],
)
def test_the_number_in_words(number: int, words: str) -> None:
    place = Place(file=SCHOOL, line=1, column=1)
    assert (
        counted([Undecided("fact", "school", "name", "it", "head", place, "it")] * number) == words
    )


def test_oakfield_has_decided_everything() -> None:
    assert list(check_undecided(oakfield(), {}, final=True)) == []
