"""The guide to the policy: what it shows works as it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.checklist import Checklist
from schoolpolicy.model.statement import Statement
from schoolpolicy.publish.site.components import icon_names
from schoolpolicy.publish.views.chapters import chapters
from schoolpolicy.rules.checklists import lines_of
from tests.support import ROOT, SCHOOL, guide_examples, mistakes

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "policy.md").read_text(encoding="utf-8")
EXAMPLES = guide_examples(GUIDE)


@pytest.fixture
def checked(school_project: Project) -> Checked:
    """Oakfield with all that the guide writes into its files, together."""
    folder = school_project.school(SCHOOL)
    for number, (_, name, text) in enumerate(EXAMPLES):
        if name == "school":
            settings = folder / "school.yml"
            own = re.sub(r"^chair:\n( .*\n)+", "", settings.read_text(encoding="utf-8"), flags=re.M)
            settings.write_text(own + text, encoding="utf-8")
        else:
            (folder / f"{name}-{number}.yml").write_text(text, encoding="utf-8")
    return check_school(school_project, SCHOOL, Theme(Calls.shapes(), icon_names()))


@pytest.fixture
def guided(checked: Checked) -> Policy:
    assert checked.policy is not None, "\n".join(map(str, checked.errors))
    return checked.policy


def test_every_example_is_a_file_of_a_school() -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") > 6
    assert {slug for slug, _, _ in EXAMPLES} == {SCHOOL}


def test_the_examples_together_have_no_mistakes(checked: Checked) -> None:
    assert mistakes(checked.findings) == []


def test_what_is_not_written_stays(guided: Policy) -> None:
    changed = guided.find(Statement, "images-parents-at-events")
    assert changed.words.told(
        "parents",
    ) == ("At our summer fair you may take pictures. Please post none that show other children.")
    assert changed.words.told("staff")


def test_a_new_topic_stands_in_its_chapter(guided: Policy) -> None:
    found = [part.topic.id for each in chapters(guided) for part in each.topics]
    assert found.count("minibus") == 1


def test_what_is_taken_away_is_gone(guided: Policy) -> None:
    assert "trips-evenings" not in guided.subject("statements")
    items = [each.id for each in guided.find(Checklist, "before-a-trip").items]
    assert items
    assert "trip-nights" not in items


def test_a_list_does_not_take_what_is_left_out(guided: Policy) -> None:
    lines = lines_of(guided, guided.find(Checklist, "group-termly"))
    assert "osg-reviews-policy" in {each.origin.duty for each in lines}
    assert "osg-asks-views" not in {each.origin.duty for each in lines}


def test_registers_hold_what_was_added(guided: Policy) -> None:
    assert "rhyme-finder" in guided.subject("tools")
    assert "town-museum" in guided.subject("consents")
    assert guided.school.chair.email == "chair@oakfield-primary.example"
