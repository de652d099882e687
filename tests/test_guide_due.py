"""The guide to what is due: what it shows works as it says."""

from __future__ import annotations

import datetime as dt
import re
import shlex

import icalendar
import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.cli import main
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.views.due import by_when, due_report
from schoolpolicy.reading.project import Project
from schoolpolicy.review.calendar import usual_terms
from tests.policies import oakfield
from tests.support import ROOT, SCHOOL, guide_examples, mistakes, replace_in, run

GUIDE = (ROOT / "guide" / "due.md").read_text(encoding="utf-8")
DAY = dt.date(2026, 11, 22)
EXAMPLES = guide_examples(GUIDE)


@pytest.fixture
def checked(school_project: Project) -> Checked:
    """Oakfield with what the guide writes into its files."""
    folder = school_project.school(SCHOOL)
    for _, name, text in EXAMPLES:
        file = folder / f"{name}.yml"
        if name == "evidence":
            file.write_text(text, encoding="utf-8")
        elif text.startswith("term_dates"):
            assert text in file.read_text(encoding="utf-8"), "Oakfield has other dates"
        else:
            replace_in(file, "term_dates:\n", f"{text}term_dates:\n")
    return check_school(school_project, SCHOOL, Theme(Calls.shapes()), day=DAY)


def test_the_examples_have_no_mistakes(checked: Checked) -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") == 3
    before = check_school(Project(ROOT), SCHOOL, Theme(Calls.shapes()), day=DAY)
    known = mistakes(before.findings)
    assert [each for each in mistakes(checked.findings) if each not in known] == []
    assert checked.policy is not None
    assert len(checked.policy.evidence) == 2


def test_the_calendar_of_one_role(school_project: Project) -> None:
    command = next(
        line for line in GUIDE.splitlines() if line.startswith("schoolpolicy due") and "ics" in line
    )
    words = shlex.split(command.partition(" >")[0])
    found = icalendar.Calendar.from_ical(run(school_project, *words).stdout)
    owners = {each["categories"].cats[0] for each in found.walk("VEVENT")}
    assert "Designated safeguarding lead" in owners
    assert "Class teachers" not in owners


def test_every_option_that_it_names_is_there() -> None:
    known = {name for each in main.commands["due"].params for name in each.opts}
    assert set(re.findall(r"^\| `(--\w+)", GUIDE, re.MULTILINE)) <= known


def test_the_usual_dates_are_those_that_it_tells() -> None:
    days = [f"{each.starts:%-d %B} to {each.ends:%-d %B}" for each in usual_terms(2026)]
    said = " ".join(GUIDE.split())
    assert [each for each in days if each not in said] == []
    assert 'the list says "by about"' in said
    whole = oakfield()
    bare = whole.school.model_copy(update={"term_dates": ()})
    unsure = whole.model_copy(update={"school": bare})
    item = due_report(unsure, Visibility.PUBLIC, whole.day).items[0]
    assert by_when(item).startswith("by about ")
