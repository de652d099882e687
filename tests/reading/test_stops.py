"""When a ladder is the wrong thing: in words of its own, or in those of the incident."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve
from tests.reading.test_shared import INCIDENT, NEVERS

SMALL = Path(__file__).parents[1] / "small"
STOP = '  stop: "If it hurts a {{ pupil }}, stop. Tell the head."\n'
LADDER = (
    "responses:\n"
    "- id: phones\n"
    "  title: A phone in class\n"
    "  plain: We talk.\n"
    "  who: {audience: pupils}\n"
    "  about: [phone]\n"
    "  discretion: head\n"
    "  fair: Age.\n"
    "  steps: [{id: first, time: 1, text: We talk., by: head, log: the log}]\n"
    "  stop_if: [{id: phones-bullying, incident: bullying}]\n"
)
NEITHER = (
    'data/responses.yml:10:13: The response "phones" stops for the incident "bullying", but '
    'neither says when and what comes first. Add a line "text: ..." here, or "stop: ..." to the '
    'incident "bullying".'
)


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    (project.data / "nevers.yml").write_text(NEVERS)
    (project.data / "incidents.yml").write_text(INCIDENT + STOP)
    (project.data / "responses.yml").write_text(LADDER)
    return project


def words(project: Project) -> list[str | None]:
    (response,) = resolve(project, "hill").policy.responses
    return [each.text for each in response.stop_if]


def said(project: Project) -> list[str]:
    return [str(each) for each in resolve(project, "hill").findings]


def test_a_stop_without_words_takes_those_of_its_incident(small: Project) -> None:
    assert words(small) == ["If it hurts a child, stop. Tell the head."]


def test_a_school_changes_the_words_for_all_ladders_at_once(small: Project) -> None:
    (small.school("hill") / "incidents.yml").write_text(
        "incidents:\n- {id: bullying, stop: Stop here.}\n"
    )
    assert words(small) == ["Stop here."]


def test_a_ladder_may_have_words_of_its_own(small: Project) -> None:
    (small.school("hill") / "responses.yml").write_text(
        "responses:\n- {id: phones, stop_if: [{id: phones-bullying, text: Stop for this.}]}\n"
    )
    assert words(small) == ["Stop for this."]


@pytest.mark.parametrize("nothing", ["", "  stop:\n"])
def test_it_is_an_error_that_neither_has_words(small: Project, nothing: str) -> None:
    (small.data / "incidents.yml").write_text(INCIDENT + nothing)
    assert said(small) == [NEITHER]


def test_an_incident_that_there_is_not_is_told_once(small: Project) -> None:
    (small.data / "responses.yml").write_text(
        LADDER.replace("incident: bullying", "incident: buling")
    )
    assert said(small) == [
        'data/responses.yml:10:45: There is no incident "buling". Did you mean "bullying"?'
    ]


def test_an_incident_that_was_removed_is_told_where_it_was_removed(small: Project) -> None:
    (small.school("hill") / "incidents.yml").write_text(
        "incidents:\n- {id: bullying, remove: We have another policy for it.}\n"
    )
    assert said(small) == [
        'schools/hill/incidents.yml:2:3: The incident "bullying" is removed here, but the '
        'response "phones" still names it. Change or remove that too, or delete these lines and '
        "keep the incident."
    ]
