"""Posts: what they hold, and whose names are left out."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from schoolpolicy.model.layer import Departure
from tests.policies import HILL, policy, post


def test_a_post_holds_its_roles_and_those_for_the_time_being_each_once() -> None:
    deputy = post("deputy", "dsl", "filtering-lead", acting=["dsl", "head"])
    assert deputy.roles == ("dsl", "filtering-lead", "head")


@pytest.mark.parametrize(("people", "alone"), [(1, True), (2, False), ("several", False)])
def test_a_post_is_held_by_one_or_by_more(people: int | str, alone: bool) -> None:
    assert post("teachers", people=people).alone is alone


@pytest.mark.parametrize("people", [0, -1, "many"])
def test_any_other_number_of_people_is_refused(people: int | str) -> None:
    with pytest.raises(ValidationError):
        post("teachers", people=people)


def test_a_policy_holds_no_name_unless_the_school_publishes_names() -> None:
    named = (post("head", name="A. Hill"),)
    assert policy(posts=named).posts[0].name is None
    assert "A. Hill" not in policy(posts=named).model_dump_json()
    agreed = policy(posts=named, school={**HILL, "publish_names": True})
    assert agreed.posts[0].name == "A. Hill"


def test_nor_does_what_it_tells_of_changes() -> None:
    changed = Departure.model_validate(
        {
            "subject": "posts",
            "id": "head",
            "title": "head",
            "kind": "changed",
            "layer": {"kind": "school", "folder": "schools/hill", "name": "Hill School"},
            "fields": [
                {"field": "name", "before": None, "after": "A. Hill"},
                {"field": "title", "before": "head", "after": "principal"},
            ],
            "file": "schools/hill/posts.yml",
            "line": 2,
        }
    )
    (told,) = policy(departures=(changed,)).departures
    assert [each.field for each in told.fields] == ["title"]
    agreed = policy(departures=(changed,), school={**HILL, "publish_names": True})
    assert agreed.departures == (changed,)
