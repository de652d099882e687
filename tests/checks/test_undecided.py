"""What the school has not decided yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.undecided import check_undecided
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from tests.policies import HILL, oakfield, policy, rule

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

BYOD = {
    "id": "byod",
    "question": "May people use their own devices?",
    "why": "They need rules.",
    "options": [{"value": True, "label": "Yes"}, {"value": False, "label": "No"}],
    "decided_by": "head",
}
PLACES = {("rules", "phones"): Place(file="data/rules.yml", line=7, column=3)}


def school(**choices: Any) -> Policy:
    return policy(choices=(BYOD,), school={**HILL, "choices": choices})


def found(whole: Policy, *, final: bool = False) -> list[Finding]:
    return list(check_undecided(whole, PLACES, final=final))


@pytest.mark.parametrize("answer", [True, False])
def test_a_choice_that_is_made_is_silent(*, answer: bool) -> None:
    assert found(school(byod=answer)) == []


@pytest.mark.parametrize("choices", [{}, {"byod": "undecided"}], ids=["unsaid", "undecided"])
def test_an_open_choice_is_told_with_its_question_and_who_decides(choices: dict[str, str]) -> None:
    assert [str(each) for each in found(school(**choices))] == [
        'schools/hill/school.yml:1:1: Not decided yet: "byod" (May people use their own devices?) '
        'Write it under "choices:". To be decided by: head.'
    ]


def test_an_undecided_rule_is_told_at_its_place() -> None:
    (finding,) = found(policy(rule("phones", "undecided"), rule("watches", thing="watch")))
    assert finding.code == "undecided.rule"
    assert str(finding) == (
        'data/rules.yml:7:3: Not decided yet: the rule "phones". Give it a level.'
    )


def test_in_a_draft_it_is_for_information_and_in_a_final_publication_an_error() -> None:
    whole = policy(rule("phones", "undecided"), choices=(BYOD,), school={**HILL, "choices": {}})
    assert [each.severity for each in found(whole)] == [Severity.INFO, Severity.INFO]
    assert [each.severity for each in found(whole, final=True)] == [Severity.ERROR] * 2


def test_oakfield_has_decided_everything() -> None:
    assert found(oakfield(), final=True) == []
