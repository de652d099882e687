"""The guide to privacy: what it shows works as it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.calls import Calls
from schoolpolicy.checks.codes.book import code_book
from schoolpolicy.checks.privacy.sayings import SAYINGS
from schoolpolicy.checks.run import Theme, check_school
from tests.support import ROOT, SCHOOL, guide_examples, replace_in

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "privacy.md").read_text(encoding="utf-8")
EXAMPLES = guide_examples(GUIDE)


def test_it_tells_of_every_kind_of_detail() -> None:
    assert set(re.findall(r"^\| `([\w.-]+)` \|", GUIDE, re.M)) == {
        each.code for each in SAYINGS.values()
    }
    assert set(re.findall(r"`(privacy\.[\w-]+)`", GUIDE)) <= set(code_book())


def test_its_examples_are_accepted_and_made_stricter_as_it_says(school_project: Project) -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") == 2
    folder = school_project.school(SCHOOL)
    settings = folder / "school.yml"
    replace_in(settings, 'phone: "01632 960 417"', 'phone: "07123 456 789"')
    (folder / "docs").mkdir()
    (folder / "docs" / "jane-hill-year4.jpg").touch()
    (folder / "docs" / "reading-corner.jpg").touch()
    own = settings.read_text(encoding="utf-8")
    settings.write_text(own + "".join(text for _, _, text in EXAMPLES), encoding="utf-8")
    checked = check_school(school_project, SCHOOL, Theme(Calls.shapes()))
    told = [each for each in checked.findings if each.code.startswith(("privacy", "accepted"))]
    assert [(each.code, each.severity.value) for each in told] == [
        ("privacy.picture-name", "error"),
        ("privacy.mobile", "info"),
    ]
