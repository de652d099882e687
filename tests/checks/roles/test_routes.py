"""A concern about anybody reaches somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.roles.routes import check_routes
from tests.checks.support import placed
from tests.policies import oakfield, policy, post, role

if TYPE_CHECKING:
    from schoolpolicy.model.role import Role

GOVERNORS = role("governors", kind="governance", audience="governors", whole_group=True)
CHAIR = role("chair", kind="governance", audience="governors", reports_to="governors")


def head(**fields: Any) -> Role:
    return role("head", **{"reports_to": "chair", "concerns_to": "chair", **fields})


def dsl(**fields: Any) -> Role:
    return role("dsl", **{"reports_to": "head", **fields})


def said(*roles: Role, posts: Any = ()) -> list[str]:
    made = policy(roles=(GOVERNORS, CHAIR, *roles), posts=posts)
    return [str(each) for each in check_routes(made, placed(made))]


def test_up_to_the_governors_is_in_order() -> None:
    posts = (post("h", "head"), post("d", "dsl"), post("c", "chair"))
    assert said(head(), dsl(), posts=posts) == []


def test_the_model_policy_is_in_order() -> None:
    assert list(check_routes(oakfield(), {})) == []


def test_nobody_takes_it() -> None:
    assert said(role("houseparent")) == [
        'data/roles.yml:3:3: Nobody takes a concern about "houseparent": it has neither '
        '"concerns_to" nor "reports_to". Add a line "concerns_to: ..." with the role that people '
        "turn to."
    ]


@pytest.mark.parametrize(
    "fields", [{"whole_group": True}, {"kind": "community"}, {"members": ["chair"]}]
)
def test_groups_need_no_such_line(fields: dict[str, Any]) -> None:
    assert said(role("group", **fields)) == []


def test_a_role_that_is_alone_has_nobody_to_name() -> None:
    assert list(check_routes(policy(roles=(role("houseparent"),)), {})) == []


def test_a_role_about_itself() -> None:
    (found,) = check_routes(policy(roles=(CHAIR, GOVERNORS, head(concerns_to="head"))), PLACED)
    assert (found.severity.value, str(found)) == (
        "error",
        'data/roles.yml:3:3: A concern about "head" goes to "head": it would end with the person '
        'whom it is about. Write another role under "concerns_to".',
    )


PLACED = placed(policy(roles=(CHAIR, GOVERNORS, head())))


def test_somebody_who_answers_to_them() -> None:
    assert said(head(concerns_to="dsl"), dsl()) == [
        'data/roles.yml:3:3: A concern about "head" goes to "dsl", who answers to them. Write a '
        'role under "concerns_to" that does not answer to this one, such as "chair-of-governors".'
    ]


def test_a_role_that_nobody_holds() -> None:
    assert said(head(), posts=[post("h", "head")]) == [
        'data/roles.yml:3:3: A concern about "head" goes to "chair", but no post holds that role. '
        'Write "chair" under "holds" of a post in schools/hill/posts.yml, or another role under '
        '"concerns_to".'
    ]


def test_a_group_needs_no_post() -> None:
    staff = role("staff", whole_group=True)
    assert said(staff, dsl(reports_to=None, concerns_to="staff"), posts=[post("d", "dsl")]) == []


def test_the_line_that_never_leaves_one_person() -> None:
    owner = role("owner", concerns_to=None, reports_to=None, whole_group=True)
    found = said(owner, dsl(reports_to="owner"), posts=[post("me", "dsl", "owner")])
    assert found == [
        'data/posts.yml:1:3: A concern about the post "me" as "dsl" goes to "owner", which '
        'it holds too, and nobody stands above. Write "concerns_to: ..." in the role "owner", or '
        "give it to another post."
    ]


def test_two_people_in_one_post_watch_each_other() -> None:
    owner = role("owner", whole_group=True)
    posts = [post("us", "dsl", "owner", people=2)]
    assert said(owner, dsl(reports_to="owner"), posts=posts) == []


def test_a_way_by_concerns_alone_is_told_with_the_posts() -> None:
    posts = [post("me", "head", "chair")]
    assert said(head(), posts=posts) == []
