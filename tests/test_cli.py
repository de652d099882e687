"""The command line, as a person types it."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.reading.project import Project
from tests.support import ROOT, SCHOOL, copy_project, replace_in
from tests.support import run as run_program

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(ROOT, tmp_path).root


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run_program(Project(project), "schoolpolicy", *words)


def change_school(project: Path, old: str, new: str) -> None:
    replace_in(project / "schools" / SCHOOL / "school.yml", old, new)


def test_check_is_silent_on_errors_and_prints_reading_ages(project: Path) -> None:
    done = run(project, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "oakfield-primary: 0 errors, 0 warnings, 0 for information" in done.stdout
    assert "reading age, parents: " in done.stdout
    assert "reading age, pupils: Years 3 to 6: " in done.stdout


def test_check_says_where_and_what_and_ends_with_one(project: Path) -> None:
    change_school(project, "phase: primary", "phase: primery")
    done = run(project, "check", "oakfield-primary")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        'schools/oakfield-primary/school.yml:7:8: "primery" is not a phase that we know. '
        'Did you mean "primary"?'
    )
    assert "Traceback" not in done.stdout + done.stderr


def test_the_mistake_that_the_readme_shows_is_told_as_it_says(project: Path) -> None:
    path = project / "schools" / "oakfield-primary" / "rules.yml"
    before, after = path.read_text(encoding="utf-8").split("- id: pupils-tracker-tags\n")
    after = after.replace("level: allowed", "level: not-alowed", 1)
    path.write_text(f"{before}- id: pupils-tracker-tags\n{after}", encoding="utf-8")
    said = run(project, "check").stdout.splitlines()[0]
    assert said in (ROOT / "README.md").read_text(encoding="utf-8")


def test_check_as_json(project: Path) -> None:
    change_school(project, "phase: primary", "phase: primery")
    done = run(project, "check", "--format", "json")
    (finding,) = json.loads(done.stdout)
    assert finding["code"] == "read.unknown-value"
    assert finding["place"] == {
        "file": "schools/oakfield-primary/school.yml",
        "line": 7,
        "column": 8,
    }


def test_check_as_notes_on_a_pull_request(project: Path) -> None:
    change_school(project, "phase: primary", "phase: primery")
    done = run(project, "check", "--format", "github")
    assert done.stdout.startswith(
        "::error file=schools/oakfield-primary/school.yml,line=7,col=8,title=read.unknown-value::"
    )


def test_what_is_undecided_is_told_in_a_draft_and_refused_at_last(project: Path) -> None:
    change_school(project, "pupil-email: no", "pupil-email: undecided")
    draft, final = run(project, "check"), run(project, "check", "--final")
    assert draft.returncode == 0
    assert "[info]" in draft.stdout
    assert final.returncode == 1
    assert 'Not decided yet: "pupil-email"' in final.stdout


def test_where_mistakes_hide_what_is_open_nothing_is_said_of_decisions(project: Path) -> None:
    change_school(project, "pupil-email: no", "pupil-email: undecided")
    change_school(project, "phase: primary", "phase: primery")
    assert "decided" not in run(project, "check").stdout


def test_a_school_with_the_file_of_a_trust_is_told_where_it_lies(project: Path) -> None:
    (project / "schools" / SCHOOL / "trust.yml").write_text("name: Hill Trust\n")
    done = run(project, "check", SCHOOL)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "schools/oakfield-primary/trust.yml:1:1: This is the folder of a school, and cannot be "
        "that of a trust too. Move trust.yml to a folder of its own, and name that in school.yml."
    )


def test_an_unknown_school_cannot_be_checked(project: Path) -> None:
    done = run(project, "check", "oakfeild-primary")
    assert done.returncode == 2
    assert done.stderr == (
        'Error: There is no school "oakfeild-primary" in schools/. '
        'Did you mean "oakfield-primary"?\n'
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("site_name: [x\n", 'mkdocs.yml:1:12: The "[" that opens here is not closed.'),
        ("site_name: School\n", "mkdocs.yml does not say which school to build."),
    ],
    ids=["broken", "no school"],
)
def test_settings_that_cannot_be_used_are_told(project: Path, text: str, says: str) -> None:
    (project / "mkdocs.yml").write_text(text)
    for command in (("check",), ("build",), ("serve",), ("explain", "dsl")):
        done = run(project, *command)
        assert done.returncode == 2
        assert done.stderr.startswith(f"Error: {says}")
        assert "Traceback" not in done.stderr


def test_a_school_whose_file_has_another_name(project: Path) -> None:
    folder = project / "schools" / "oakfield-primary"
    (folder / "school.yml").rename(folder / "school.yml.txt")
    done = run(project, "check")
    assert done.returncode == 2
    assert done.stderr == (
        "Error: schools/oakfield-primary/ has no school.yml. "
        'Rename "school.yml.txt" to "school.yml".\n'
    )


def test_all_schools_of_none(project: Path) -> None:
    shutil.rmtree(project / "schools")
    done = run(project, "build", "--all")
    assert done.returncode == 2
    assert done.stderr == "Error: There is no school in schools/ yet.\n"


def test_a_build_tells_warnings_and_goes_on_to_what_stops_it(project: Path) -> None:
    (project / "schools" / "oakfield-primary" / "roles.yml.txt").write_text("roles: []\n")
    change_school(project, "phase: primary", "phase: primery")
    done = run(project, "build")
    assert "roles.yml.txt:1:1: This file is not read" in done.stderr
    assert "[warning]" in done.stderr
    assert "Nothing was built: 1 error." in done.stderr


def test_check_of_two_schools_as_json_is_one_list(project: Path) -> None:
    shutil.copytree(
        project / "schools" / "oakfield-primary", project / "schools" / "elmfield-primary"
    )
    change_school(project, "phase: primary", "phase: primery")
    done = run(project, "check", "oakfield-primary", "elmfield-primary", "--format", "json")
    assert [each["code"] for each in json.loads(done.stdout)] == ["read.unknown-value"]


def test_a_site_that_cannot_be_written_is_told(project: Path) -> None:
    (project / "site").write_text("No folder.\n")
    done = run(project, "build")
    assert done.returncode == 2
    assert "cannot be read or written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_without_our_plugin_is_told(project: Path) -> None:
    path = project / "mkdocs.yml"
    text = re.sub(r"^- schoolpolicy.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text)
    done = run(project, "build")
    assert done.returncode == 1
    assert 'mkdocs.yml does not list "- schoolpolicy" under "plugins:".' in done.stderr


def test_outside_a_project_nothing_runs(tmp_path: Path) -> None:
    done = run(tmp_path, "check")
    assert done.returncode == 2
    assert "is not inside a School Policy project" in done.stderr
    assert "Traceback" not in done.stderr


def test_build_refuses_a_school_with_mistakes_and_builds_nothing(project: Path) -> None:
    change_school(project, "phase: primary", "phase: primery")
    done = run(project, "build")
    assert done.returncode == 1
    assert "Nothing was built: 1 error. Any earlier site is as it was." in done.stderr
    assert not (project / "site").exists()


def test_build_for_nobody_known(project: Path) -> None:
    done = run(project, "build", "--for", "public,ministers")
    assert done.returncode == 2
    assert "Known: public, staff, governors." in done.stderr


def test_explain_shows_where_a_role_stands_and_is_used(project: Path) -> None:
    lines = run(project, "explain", "dsl").stdout.splitlines()
    assert "role dsl: designated safeguarding lead" in lines
    assert any(line.startswith("  stands in data/roles.yml:") for line in lines)
    assert any(line.startswith("  used by incident nude-images as decides: ") for line in lines)


def test_explain_shows_what_a_new_edition_would_touch(project: Path) -> None:
    done = run(project, "explain", "mobile-phones-2026")
    assert "citation mobile-phones-2026: " in done.stdout
    assert "  a new edition would touch:\n" in done.stdout
    assert "    rule " in done.stdout


def test_explain_shows_which_cells_a_rule_answers(project: Path) -> None:
    shown = run(project, "explain", "pupils-phones-bring").stdout
    assert "  changed by Oakfield Primary School, because: " in shown
    assert "  answers communications: " in shown


def test_explain_of_nothing(project: Path) -> None:
    done = run(project, "explain", "no-such-thing")
    assert done.returncode == 2
    assert done.stderr == 'Error: Nothing has the id "no-such-thing".\n'


def test_schema_writes_the_schemas(project: Path) -> None:
    done = run(project, "schema")
    assert done.returncode == 0
    assert (project / "schemas" / "roles.schema.json").is_file()
