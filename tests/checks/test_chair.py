"""A concern about the head reaches the chair of governors, and nobody else."""

from __future__ import annotations

from schoolpolicy.checks.chair import check_chair
from tests.policies import HILL, policy, post, role

OFFICE = {"email": "office@hill.example", "phone": "01632 960 1"}
HEAD = {"roles": (role("head"),), "posts": (post("head", holds=["head"], email="h@hill.example"),)}


def said(chair: dict[str, str]) -> list[str]:
    made = policy(school={**HILL, "office": OFFICE, "chair": chair}, **HEAD)
    return [f"{each.problem} {each.remedy}" for each in check_chair(made, {})]


def test_a_way_of_their_own_is_silent() -> None:
    assert said({"email": "chair@hill.example", "phone": "01632 960 2"}) == []


def test_what_is_undecided_is_silent() -> None:
    assert said({"email": "undecided"}) == []


def test_the_mailbox_of_the_head() -> None:
    assert said({"email": "h@hill.example"}) == [
        "The e-mail address of the chair is that of the head too, and a concern about the head "
        "must not end there. Write one that the chair alone answers."
    ]
