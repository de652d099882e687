"""What governors should know of the changes that a school made to the model policy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.reading.project import Project

SMALL = Path(__file__).parents[1] / "small"
NOT_NOTED = (
    "schools/hill/school.yml:1:1: 1 change is not noted in basis.yml, so you will not hear when "
    'the model policy changes the same. Run "schoolpolicy basis hill".'
)


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    return Project(tmp_path / "small")


def said(project: Project, name: str, text: str) -> list[str]:
    (project.school("hill") / name).write_text(text, encoding="utf-8")
    found = check_school(project, "hill", Theme({})).findings
    return [str(each) for each in found if each.code.startswith("departure.")]


def test_a_change_without_a_reason_is_told(small: Project) -> None:
    assert said(small, "places.yml", "places:\n- {id: lessons, title: Class}\n") == [
        'schools/hill/places.yml:2:1: The place "lessons" is changed, and nothing says why. Add a '
        'line "change: ...", for the people who approve the policy.',
        NOT_NOTED,
    ]


def test_many_changes_without_a_reason_are_told_together(small: Project) -> None:
    text = (
        "places:\n- {id: lessons, title: Class}\ntimes:\n- {id: break, title: Play}\n"
        "things:\n- {id: phone, title: Mobile}\n- {id: watch, title: Clever watch}\n"
    )
    assert said(small, "more.yml", text)[0] == (
        'schools/hill/more.yml:2:1: Place "lessons", time "break", thing "phone" and 1 more are '
        'changed, and nothing says why. Add a line "change: ..." to each, for the people who '
        "approve the policy."
    )


def test_a_change_with_a_reason_is_only_to_be_noted(small: Project) -> None:
    text = "places:\n- {id: lessons, title: Class, change: Our word.}\n"
    assert said(small, "places.yml", text) == [NOT_NOTED]


def test_what_is_added_needs_neither(small: Project) -> None:
    assert said(small, "places.yml", "places:\n- {id: hall, title: Hall, within: anywhere}\n") == []


def test_what_is_only_filled_in_needs_neither(small: Project) -> None:
    assert said(small, "places.yml", "places:\n- {id: lessons, note: Ours are outdoors.}\n") == []


def test_a_change_below_since_is_told_with_what_to_do(small: Project) -> None:
    said(small, "places.yml", "places:\n- {id: lessons, title: Class, change: Our word.}\n")
    old = f"basis:\n- {{subject: places, id: lessons, fingerprint: '{'0' * 16}'}}\n"
    assert said(small, "basis.yml", old) == [
        'schools/hill/places.yml:2:1: The place "lessons" has changed in the layer below since you '
        'changed it. Compare the two ("schoolpolicy explain lessons"), then run '
        '"schoolpolicy basis hill".'
    ]
