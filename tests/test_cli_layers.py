"""`schoolpolicy changes` and `basis`, as a person types them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.reading.project import Project
from tests.support import run as run_program

if TYPE_CHECKING:
    import subprocess

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Hill School in Sky Trust; each changes something."""
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    school = project.school("hill") / "school.yml"
    school.write_text(school.read_text() + "trust: sky\n")
    write(project, "sky/trust.yml", "name: Sky Trust\n")
    write(project, "sky/roles.yml", "roles:\n- {id: head, summary: Leads., change: One text.}\n")
    write(
        project,
        "hill/places.yml",
        "places:\n- {id: lessons, title: Class}\n- {id: hall, title: Hall, within: anywhere}\n",
    )
    return project


def write(project: Project, name: str, text: str) -> None:
    path = project.schools / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    return run_program(project, "schoolpolicy", *words)


def test_changes_are_told_by_layer_and_kind(small: Project) -> None:
    done = run(small, "changes", "hill")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Hill School",
        "Sky Trust: changed, 1",
        "- Role: head",
        "  Why: One text.",
        "  summary: “Leads.”, before “Leads the school.”",
        "  schools/sky/roles.yml:2",
        "Hill School: changed, 1",
        "- Place: Class",
        "  Why: no reason is written down.",
        "  title: “Class”, before “Lessons”",
        "  schools/hill/places.yml:2",
        "Hill School: added, 1",
        "- Place: Hall",
        "  schools/hill/places.yml:3",
    ]


def test_a_trust_stands_for_its_schools(small: Project) -> None:
    told = json.loads(run(small, "changes", "sky", "--format", "json").stdout)
    assert [each["id"] for each in told["hill"]] == ["lessons", "hall", "head"]


def test_a_trust_without_schools_is_told(small: Project) -> None:
    write(small, "moon/trust.yml", "name: Moon Trust\n")
    done = run(small, "changes", "moon")
    assert done.returncode == 2
    assert done.stderr == 'Error: No school names "moon" as its trust yet.\n'


def test_as_markdown_the_layers_are_headings(small: Project) -> None:
    lines = run(small, "changes", "hill", "--format", "markdown").stdout.splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# Hill School",
        "## Sky Trust: changed, 1",
        "## Hill School: changed, 1",
        "## Hill School: added, 1",
    ]


def test_basis_notes_each_change_of_one_layer(small: Project) -> None:
    done = run(small, "basis", "hill")
    assert done.stdout == "Noted 1 change in schools/hill/basis.yml.\n"
    assert run(small, "basis", "sky").stdout == "Noted 1 change in schools/sky/basis.yml.\n"
    assert "departure.not-noted" not in run(small, "check", "hill", "--format", "json").stdout


def test_basis_leaves_out_what_is_only_filled_in(small: Project) -> None:
    write(small, "hill/places.yml", "places:\n- {id: lessons, note: Ours are outdoors.}\n")
    done = run(small, "basis", "hill")
    assert done.stdout == "There is nothing to note in schools/hill/basis.yml.\n"
    assert not (small.school("hill") / "basis.yml").exists()


def test_an_upgrade_of_what_a_school_changed_is_told_until_it_was_looked_at(small: Project) -> None:
    run(small, "basis", "hill")
    path = small.data / "places.yml"
    path.write_text(path.read_text().replace("title: Lessons", "title: In class"))
    assert "- Place: Class (look at it again)" in run(small, "changes", "hill").stdout
    run(small, "basis", "hill", "--id", "lessons")
    assert "look at it again" not in run(small, "changes", "hill").stdout


def test_basis_for_what_is_not_changed_is_refused(small: Project) -> None:
    done = run(small, "basis", "hill", "--id", "hall")
    assert done.returncode == 2
    assert done.stderr == 'Error: schools/hill changes nothing with the id "hall".\n'


def test_a_school_that_has_mistakes_is_sent_to_check(small: Project) -> None:
    write(small, "hill/places.yml", "places:\n- {id: lessons, titel: Class}\n")
    done = run(small, "changes", "hill")
    assert done.returncode == 2
    assert done.stderr == 'Error: The files have 1 error. Run "schoolpolicy check".\n'
