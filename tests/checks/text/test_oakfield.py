"""What the checks of wording say about the example school, and that a build hears of it."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.checks.text.families import check_text
from schoolpolicy.checks.written import Writings
from schoolpolicy.reading.project import Project
from tests.policies import checked_oakfield, oakfield
from tests.support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FAST = 1.5
"""In seconds. It takes a fifth of that on a quiet machine."""
FAMILY = (
    *("text.undefined-acronym", "text.residue", "text.other-school", "text.vague-frequency"),
    *("text.promise-without-duty", "text.frequency-differs", "text.duplicate", "text.opposite"),
)


def test_oakfields_texts_are_clean() -> None:
    found = [each for each in checked_oakfield().findings if each.code in FAMILY]
    assert [str(each) for each in found] == []


def test_it_is_told_fast() -> None:
    policy, checked = oakfield(), checked_oakfield()
    project = Project(ROOT)
    writings = Writings(project, policy, checked.resolution.places, checked.pages)
    begun = time.process_time()
    list(check_text(project, policy, writings))
    assert time.process_time() - begun < FAST


def test_a_build_hears_of_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "small", tmp_path, dirs_exist_ok=True)
    page = tmp_path / "docs" / "index.md"
    page.write_text(
        "---\ntitle: Home\n---\nWe test it regularly, with the SLT.\n\n"
        "Screenshot the picture and e-mail it.\n",
        encoding="utf-8",
    )
    found = check_school(Project(tmp_path), "hill", Theme({})).findings
    assert {each.code for each in found if each.place.file == "docs/index.md"} >= {
        "text.undefined-acronym",
        "text.vague-frequency",
        "sense.looks-at-images",
    }
