"""The guide to the facts about a policy: what it shows works as it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.agreement import Acceptance, Agreement
from schoolpolicy.model.grid import Grid
from schoolpolicy.model.statement import Statement
from tests.policies import checked_oakfield
from tests.support import ROOT, SCHOOL, guide_examples, mistakes

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "facts.md").read_text(encoding="utf-8")
EXAMPLES = guide_examples(GUIDE)


@pytest.fixture
def checked(school_project: Project) -> Checked:
    """Oakfield with all that the guide writes into its files, together."""
    folder = school_project.school(SCHOOL)
    settings = folder / "school.yml"
    own = settings.read_text(encoding="utf-8")
    for number, (_, name, text) in enumerate(EXAMPLES):
        if name == "school":
            for field in re.findall(r"^(\w+):", text, re.MULTILINE):
                own = re.sub(rf"^{field}:.*\n(?:[ -].*\n)*", "", own, flags=re.MULTILINE)
            own += text
        else:
            (folder / f"{name}-{number}.yml").write_text(text, encoding="utf-8")
    settings.write_text(own, encoding="utf-8")
    return check_school(school_project, SCHOOL, Theme(Calls.shapes()))


@pytest.fixture
def guided(checked: Checked) -> Policy:
    assert checked.policy is not None, "\n".join(map(str, checked.errors))
    return checked.policy


def test_every_example_is_a_file_of_a_school() -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") > 5
    assert {slug for slug, _, _ in EXAMPLES} == {SCHOOL}


def test_the_examples_together_have_no_mistakes_of_their_own(checked: Checked) -> None:
    # Of a change, the reason is another guide's matter.
    before = mistakes(checked_oakfield().findings)
    assert [each for each in mistakes(checked.findings) if each not in before] == []


def test_what_the_guide_shows_is_there(guided: Policy) -> None:
    assert guided.school.also_named == {"cy": "Ysgol Maes y Dderwen"}
    assert guided.school.footer == {
        "en": "A printed copy may be old. The website has the text of today.",
        "cy": "Gall copi papur fod yn hen. Mae testun heddiw ar y wefan.",
    }
    assert guided.school.review.versions[-1].page == "3 and 4"
    points = guided.find(Statement, "about-does-it-work").points
    assert [len(each.points) for each in points] == [0, 2]
    assert guided.find(Agreement, "data-outside-school").acceptance is Acceptance.NONE


def test_a_row_is_changed_and_one_is_added(guided: Policy) -> None:
    rows = {each.id: each for each in guided.find(Grid, "communications").rows}
    assert rows["phone-journey"].not_for == ("staff", "volunteers")
    assert rows["phone-journey"].title == "Using a phone on the way to school"
    assert rows["tablet-club"].title == "Tablets at the after-school club"
