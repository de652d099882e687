"""The guide to words: what it shows works as it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from tests.policies import oakfield
from tests.support import ROOT, SCHOOL, guide_examples

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "words.md").read_text(encoding="utf-8")
EXAMPLES = guide_examples(GUIDE)


@pytest.fixture
def checked(school_project: Project) -> Checked:
    """Oakfield with all that the guide writes into its files, together."""
    folder = school_project.school(SCHOOL)
    settings = folder / "school.yml"
    own = re.sub(r"^terms:\n( .*\n)+", "", settings.read_text(encoding="utf-8"), flags=re.M)
    for _, name, text in EXAMPLES:
        if name == "school":
            own += text
        else:
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    settings.write_text(own, encoding="utf-8")
    return check_school(school_project, SCHOOL, Theme(Calls.shapes()))


def test_every_example_is_a_file_of_a_school() -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") == 3
    assert {slug for slug, _, _ in EXAMPLES} == {SCHOOL}


def test_the_examples_together_have_no_mistakes_of_their_own(checked: Checked) -> None:
    assert [str(each) for each in checked.errors] == []
    ours = (each for each in checked.findings if not each.place.file.startswith("schools/"))
    words = [str(each) for each in ours if each.code.startswith("text.")]
    assert words == []


def test_each_placeholder_says_what_the_table_says(checked: Checked) -> None:
    assert checked.policy is not None
    rows = re.findall(r"^\| (`\{\{.*) \| (.*) \| (.*) \|$", GUIDE, re.MULTILINE)
    assert len(rows) == 6
    for written, before, after in rows:
        keys = re.findall(r"\{\{ (\w+) \}\}", written)
        assert [oakfield().words[key] for key in keys] == before.split(", ")
        assert [checked.policy.words[key] for key in keys] == after.split(", ")


def test_what_is_left_out_has_a_word_that_fits(checked: Checked) -> None:
    assert checked.policy is not None
    assert checked.policy.words["governor"] == "director"
    assert checked.policy.words["office"] == "welcome desk"
