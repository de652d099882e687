"""The guide to posts: what it shows works as it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.role import Duty, Role
from schoolpolicy.publish.views.posts import handed_on, held_by, who_is
from tests.policies import checked_oakfield
from tests.support import ROOT, SCHOOL, guide_examples, mistakes

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "roles.md").read_text(encoding="utf-8")
EXAMPLES = guide_examples(GUIDE)


@pytest.fixture
def checked(school_project: Project) -> Checked:
    """Oakfield with the posts of the guide instead of its own."""
    folder = school_project.school(SCHOOL)
    for number, (_, name, text) in enumerate(EXAMPLES):
        (folder / f"{name}.yml").unlink(missing_ok=True)
        (folder / f"{name}-{number}.yml").write_text(text, encoding="utf-8")
    return check_school(school_project, SCHOOL, Theme(Calls.shapes()))


@pytest.fixture
def guided(checked: Checked) -> Policy:
    assert checked.policy is not None, "\n".join(map(str, checked.errors))
    return checked.policy


def test_every_example_is_a_file_of_posts() -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") == 5
    assert {(slug, name) for slug, name, _ in EXAMPLES} == {(SCHOOL, "posts")}


def test_the_examples_together_have_no_mistakes(checked: Checked) -> None:
    known = mistakes(checked_oakfield().findings)
    assert [each for each in mistakes(checked.findings) if each not in known] == []


def test_roles_are_held_as_the_guide_says(guided: Policy) -> None:
    assert who_is(guided, "dsl") == ("Our designated safeguarding lead is the deputy headteacher.")
    assert held_by(guided, "online-safety-lead") == ("computing leader (for now)",)
    assert held_by(guided, "chair-of-governors") == ()


def test_work_is_handed_on_as_the_guide_says(guided: Policy) -> None:
    contact = guided.find(Role, "nominated-contact")
    assert handed_on(guided, contact) == {"contact-is-known": "the class teachers"}


def test_each_mark_that_the_guide_names_is_a_field() -> None:
    fields = {*Role.model_fields, *Duty.model_fields}
    for mark in ("not_alone_with", "delegable", "independent", "concerns_to", "whole_group"):
        assert f"`{mark}" in GUIDE
        assert mark in fields
