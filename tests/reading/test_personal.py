"""People's names where the policy asks for posts only."""

from __future__ import annotations

import pytest

from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.personal import personal_names
from schoolpolicy.reading.tree import Mapping


def said(post: str, school: str = "name: Hill") -> list[str]:
    tree, _ = read_tree(f"posts:\n- {{id: head, {post}}}\n", "posts.yml")
    own, _ = read_tree(f"{school}\n", "school.yml")
    assert isinstance(tree, Mapping)
    assert isinstance(own, Mapping)
    return [each.problem for each in personal_names(tree.records("posts"), own)]


@pytest.mark.parametrize("title", ["head", "firm for IT support", "council's Drainage service"])
def test_the_name_of_a_job_is_no_name_of_a_person(title: str) -> None:
    assert said(f'title: "{title}"') == []


@pytest.mark.parametrize("name", ["Mrs Hill", "Dr. O'Neill", "Mx Hill-Day"])
def test_a_name_as_people_are_addressed(name: str) -> None:
    assert said(f'title: "head ({name})"') == [
        f'"{name}" in the title of the post "head" looks like a person\'s name.'
    ]


def test_a_name_in_the_title_of_one_nation() -> None:
    assert len(said('title: {england: head, wales: "Mr Hill"}')) == 1


@pytest.mark.parametrize(
    "mailbox",
    ["office", "deputy.head", "data.protection", "it-support", "safeguarding", "y.leader"],
)
def test_a_shared_mailbox(mailbox: str) -> None:
    assert said(f'title: year leader, email: "{mailbox}@hill.example"') == []


@pytest.mark.parametrize("mailbox", ["ann.hill", "a.hill", "Ann_Hill"])
def test_a_mailbox_of_a_persons_own(mailbox: str) -> None:
    assert said(f'title: head, email: "{mailbox}@hill.example"') == [
        'The mailbox of the post "head" looks like a person\'s own.'
    ]


def test_a_name_is_right_where_the_school_publishes_names() -> None:
    assert said("title: head, name: Ann Hill", "publish_names: yes") == []
    assert said("title: head, name: Ann Hill", "publish_names: no") == [
        'The post "head" has a name, which is shown nowhere.'
    ]
