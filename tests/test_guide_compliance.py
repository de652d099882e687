"""The guide to coverage: what it shows works as it says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.explain import explain
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.publish.site.components import icon_names
from tests.support import ROOT, SCHOOL, guide_examples

if TYPE_CHECKING:
    from schoolpolicy.model.coverage import Asked
    from schoolpolicy.reading.project import Project

EXAMPLES = {
    name: text
    for _, name, text in guide_examples((ROOT / "guide" / "compliance.md").read_text("utf-8"))
}
DAY = dt.date(2026, 11, 22)


def checked(project: Project, *names: str) -> Checked:
    """Check Oakfield with some of the files that the guide shows."""
    for name in names:
        path = project.school(SCHOOL) / f"shown-{name}.yml"
        path.write_text(EXAMPLES[name], encoding="utf-8")
    found = check_school(project, SCHOOL, Theme(Calls.shapes(), icon_names()), day=DAY)
    assert found.errors == ()
    return found


def asked(found: Checked, wanted: str) -> Asked:
    assert found.coverage is not None
    return next(each for each in found.coverage.asked if each.requirement == wanted)


def test_a_duty_of_the_school_covers_what_it_names(school_project: Project) -> None:
    found = asked(checked(school_project, "roles"), "data-breaches")
    assert "head-reports-breaches" in {each.id for each in found.covered_by}


def test_what_is_declined_is_by_choice_with_its_reason(school_project: Project) -> None:
    found = asked(checked(school_project, "requirements"), "governors-ask")
    assert (found.status, found.why) == (
        "by-choice",
        "Our governors use the questions of the council instead.",
    )


@pytest.mark.parametrize("switched_on", [False, True])
def test_switching_an_edition_on_gives_the_list_of_work(
    school_project: Project, switched_on: bool
) -> None:
    found = checked(school_project, *(["citations"] if switched_on else []))
    assert found.coverage is not None
    coming = [each for each in found.coverage.asked if each.status == "coming"]
    behind = [each for each in found.findings if each.code == "citations.model-behind"]
    work = explain(found, "kcsie-2025")
    assert bool(coming) is not switched_on
    assert bool(behind) is switched_on
    assert any("its next edition is kcsie-2026" in line for line in work)
    assert len(work) > 200
