"""Something shows that what the law asks was done."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.roles.duties import check_duties
from schoolpolicy.model.finding import Place
from schoolpolicy.model.source import Requirement
from tests.checks.support import placed
from tests.policies import citation, duty, policy, role


def asked(strength: str) -> Requirement:
    given = {
        "citation": "law",
        "text": "Do it.",
        "how": "So.",
        "evidence": "A log.",
        "sure": "high",
    }
    return Requirement.model_validate({"id": strength, "strength": strength, **given})


def said(duty_fields: dict[str, Any], **fields: Any) -> list[str]:
    head = role("head", **{"duties": [duty("acts", **duty_fields)], **fields})
    strengths = ("law", "statutory", "non-statutory", "good-practice")
    made = policy(
        roles=(head,), citations=(citation("law"),), requirements=tuple(map(asked, strengths))
    )
    here = Place(file="data/roles.yml", line=4, column=5)
    places = {**placed(made), ("duties", "acts"): here}
    return [str(each) for each in check_duties(made, places)]


@pytest.mark.parametrize("strength", ["law", "statutory"])
def test_a_duty_that_must_be_done_and_leaves_no_trace(strength: str) -> None:
    assert said({"covers": [strength]}) == [
        'data/roles.yml:4:5: Nothing shows that the duty "acts" of the role "head" was done, '
        f'though it meets "{strength}", which binds the school. Add a line "evidence: ..." that '
        "names what an inspector can look at."
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"covers": ["non-statutory", "good-practice"]},
        {"covers": ["law"], "evidence": "log"},
    ],
)
def test_others_are_silent(fields: dict[str, Any]) -> None:
    assert said(fields) == []


@pytest.mark.parametrize("fields", [{"whole_group": True}, {"kind": "community"}])
def test_what_a_whole_group_does_leaves_no_trace(fields: dict[str, Any]) -> None:
    assert said({"covers": ["law"]}, **fields) == []
