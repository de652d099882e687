"""The guide to a new school: what it shows works as it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.reading.resolve import resolve
from tests.support import ROOT, run

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "start.md").read_text(encoding="utf-8")


def test_the_file_of_answers_that_it_shows_starts_the_school_that_it_names(
    school_project: Project,
) -> None:
    (answers,) = re.findall(r"```yaml\n# answers.yml\n(.*?)```", GUIDE, re.DOTALL)
    (school_project.root / "answers.yml").write_text(answers, encoding="utf-8")
    done = run(school_project, "schoolpolicy", "new", "hill-primary", "--answers", "answers.yml")
    assert done.returncode == 0, done.stderr
    school = resolve(school_project, "hill-primary").policy.school
    assert (school.name, school.cohorts[0], school.choices["byod"]) == (
        *("Hill Primary School", "nursery"),
        False,
    )


def test_every_example_that_it_names_is_there_and_no_other() -> None:
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", GUIDE.split("## Examples")[1]))
    assert named == {path.name for path in (ROOT / "schools").iterdir() if path.is_dir()}
