"""Somebody stands in where work cannot wait."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.roles.deputies import check_deputies
from tests.checks.support import placed
from tests.policies import duty, policy, post, role


def dsl(*every: str, **fields: Any) -> Any:
    duties = [duty(f"dsl-{number}", every=each) for number, each in enumerate(every, 1)]
    return role("dsl", **{"kind": "safeguarding", "duties": duties, **fields})


def said(*roles: Any, **fields: Any) -> list[str]:
    made = policy(roles=roles, **{"posts": [post("one", "dsl")], **fields})
    return [str(each) for each in check_deputies(made, placed(made))]


def test_work_that_cannot_wait_for_one_person() -> None:
    assert said(dsl("1 year", "1 week", "as it happens")) == [
        'data/posts.yml:1:3: Nobody stands in for the role "dsl", which has duties that cannot '
        'wait: "dsl-2" and "dsl-3". Write "deputy: ..." with the role that stands in, or let a '
        "post of several people hold it."
    ]


@pytest.mark.parametrize("every", ["1 term", "1 year", "before use"])
def test_work_that_can_wait_is_silent(every: str) -> None:
    assert said(dsl(every)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"deputy": "second"},
        {"optional": True},
        {"whole_group": True},
        {"members": ["second"]},
        {"kind": "leadership"},
    ],
)
def test_roles_with_a_deputy_and_roles_of_many_are_silent(fields: dict[str, Any]) -> None:
    assert said(dsl("1 week", **fields), role("second")) == []


def test_who_stands_in_needs_nobody_to_stand_in() -> None:
    second = role(
        "second", kind="safeguarding", reports_to="dsl", duties=[duty("x", every="1 day")]
    )
    assert said(dsl("1 week", deputy="second"), second) == []


def test_a_role_that_nobody_holds_is_told_elsewhere() -> None:
    assert said(dsl("1 week"), posts=[]) == []


def test_several_people_stand_in_for_each_other() -> None:
    assert said(dsl("1 week"), posts=[post("team", "dsl", people=2)]) == []
    assert said(dsl("1 week"), posts=[post("one", "dsl"), post("other", "dsl")]) == []
    assert len(said(dsl("1 week"), posts=[post("one", "dsl")])) == 1
