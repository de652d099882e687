"""Schools in nations for which there is no model policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.nations import check_nation, check_school_type
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.model.finding import Place
from tests.policies import HILL, policy
from tests.support import SCHOOL, replace_in

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project


def told(nation: str) -> str | None:
    whole = policy(school={**HILL, "nation": nation})
    places = {("school", "nation"): Place(file="schools/hill/school.yml", line=2, column=1)}
    found = check_nation(whole, places)
    return found and str(found)


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_the_model_policy_is_written_for_england_and_wales(nation: str) -> None:
    assert told(nation) is None


@pytest.mark.parametrize(
    ("nation", "name"), [("scotland", "Scotland"), ("northern-ireland", "Northern Ireland")]
)
def test_another_nation_is_told_so(nation: str, name: str) -> None:
    assert told(nation) == (
        "schools/hill/school.yml:2:1: The model policy is written for England and Wales, and not "
        f"for {name}: the law, the guidance and the helplines there are others. If the school is "
        'in one of them, write "nation: england" or "nation: wales".'
    )


@pytest.mark.parametrize("run_by", ["academy", "free"])
def test_there_are_no_academies_in_wales(run_by: str) -> None:
    whole = policy(school={**HILL, "nation": "wales", "type": run_by})
    assert [str(each) for each in check_school_type(whole, {})] == [
        "schools/hill/school.yml:1:1: There are no academies or free schools in Wales. "
        'Write "type: maintained" or "type: independent".'
    ]


@pytest.mark.parametrize(
    ("nation", "run_by"),
    [("england", "academy"), ("wales", "maintained"), ("wales", "independent")],
)
def test_other_types_may_be(nation: str, run_by: str) -> None:
    whole = policy(school={**HILL, "nation": nation, "type": run_by})
    assert list(check_school_type(whole, {})) == []


def test_it_is_the_only_message(school_project: Project) -> None:
    file = school_project.school(SCHOOL) / "school.yml"
    replace_in(file, "nation: england", "nation: scotland")
    checked = check_school(school_project, SCHOOL, Theme({}))
    assert [each.code for each in checked.findings] == ["nations.not-written-for"]
    assert checked.policy is None
