"""Nobody decides on a concern about themselves."""

from __future__ import annotations

from typing import Any

from schoolpolicy.checks.roles.deciders import check_deciders
from tests.checks.support import placed
from tests.policies import incident, oakfield, policy, post, role

ROLES = (role("chair"), role("head", reports_to="chair"), role("dsl", reports_to="head"))
ASK = (
    'Write a role under "if_subject" that another person holds and that stands above, such as '
    '"chair-of-governors".'
)


def said(decides: str, instead: str, posts: Any = ()) -> list[str]:
    made = policy(
        roles=ROLES,
        posts=posts,
        incidents=[incident("misuse", decides=decides, if_subject=instead)],
    )
    return [str(each) for each in check_deciders(made, placed(made))]


def test_somebody_above_is_in_order() -> None:
    assert said("dsl", "head", [post("d", "dsl"), post("h", "head")]) == []


def test_the_model_policy_is_in_order() -> None:
    assert list(check_deciders(oakfield(), placed(oakfield()))) == []


def test_the_same_role() -> None:
    assert said("head", "head") == [
        'data/incidents.yml:1:3: Of the incident "misuse", "head" decides; if the concern is about '
        f'that person, "head" does, which is the same role. {ASK}'
    ]


def test_somebody_below() -> None:
    assert said("head", "dsl") == [
        'data/incidents.yml:1:3: Of the incident "misuse", "head" decides; if the concern is about '
        f'that person, "dsl" does, who answers to them. {ASK}'
    ]


def test_a_head_who_also_leads_on_safeguarding() -> None:
    assert said("dsl", "head", [post("both", "head", "dsl")]) == [
        'data/incidents.yml:1:3: Of the incident "misuse", "dsl" decides; if the concern is about '
        f'that person, "head" does, and the post "both" holds both. {ASK}'
    ]


def test_a_second_holder_is_enough() -> None:
    assert said("dsl", "head", [post("both", "head", "dsl"), post("d", "dsl")]) == []
    assert said("dsl", "head", [post("both", "head", "dsl", people=2)]) == []


class TestOwnCase:
    """The head has no part in a concern about the head."""

    def told(self, *posts: Any, **step: Any) -> list[str]:
        steps = [{"id": "secure", "text": "Keep the logs.", "by": "it", **step}]
        case = incident("head-as-subject", decides="chair", if_subject="board", steps=steps)
        roles = (role("board"), *ROLES, role("it"))
        made = policy(roles=roles, posts=posts, incidents=[case])
        return [str(each) for each in check_deciders(made, placed(made))]

    def test_others_act(self) -> None:
        assert self.told(post("h", "head"), post("t", "it"), tell=["chair"]) == []
        assert self.told() == []

    def test_the_head_is_told(self) -> None:
        assert self.told(tell=["head"]) == [
            'data/incidents.yml:1:3: In the incident "head-as-subject", the step "secure" goes to '
            '"head": the head would take part in their own case. Name another role in the step.'
        ]

    def test_the_head_alone_would_act(self) -> None:
        assert self.told(post("h", "head", "it")) == [
            'data/incidents.yml:1:3: In the incident "head-as-subject", the step "secure" goes to '
            '"it", and the head alone holds that role: the head would take part in their own case. '
            'Name another role in the step, or give "it" to another post.'
        ]

    def test_a_second_holder_can_act(self) -> None:
        assert self.told(post("h", "head", "it"), post("t", "it")) == []
