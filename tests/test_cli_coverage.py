"""`schoolpolicy coverage`, as a person types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from schoolpolicy.reading.project import Project
from tests.checks.coverage.support import ASKED, POSTS, SAYS
from tests.support import ROOT
from tests.support import run as run_program

if TYPE_CHECKING:
    import subprocess

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Hill School, of which one thing is asked that it does half."""
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    (project.school("hill") / "asked.yml").write_text(ASKED, encoding="utf-8")
    (project.school("hill") / "rules.yml").write_text(SAYS, encoding="utf-8")
    (project.school("hill") / "posts.yml").write_text(POSTS, encoding="utf-8")
    return project


def run(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    return run_program(project, "schoolpolicy", "coverage", "hill", *words)


def test_gaps_are_told_with_what_to_do(small: Project) -> None:
    done = run(small, "--day", "2026-11-22")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Hill School, 22 November 2026",
        "0 of 1 requirements are covered, 1 partly covered.",
        "",
        "Partly covered: 1",
        "- phone-rules (Phones in schools. Statutory guidance): "
        "The school has rules for phones, and somebody sees to them.",
        "  By: Rules: for children",
        "  Why: Nobody has the duty.",
        "  What to do: Write a rule for phones, and give the head the duty.",
    ]


def test_markdown_has_headings(small: Project) -> None:
    lines = run(small, "--format", "markdown", "--day", "2026-11-22").stdout.splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# Hill School, 22 November 2026",
        "## Partly covered: 1",
    ]


def test_json_keeps_to_its_schema(small: Project) -> None:
    told = json.loads(run(small, "--format", "json").stdout)
    schema = json.loads((ROOT / "schemas" / "coverage.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(told, schema)
    (school,) = told["schools"]
    assert school["school"] == "hill"
    assert [each["status"] for each in school["asked"]] == ["partly"]


def test_what_is_covered_is_told_on_request(small: Project) -> None:
    path = small.school("hill") / "asked.yml"
    path.write_text(ASKED + "  needs: [says]\n", encoding="utf-8")
    assert "Covered: 1" not in run(small).stdout
    assert "Covered: 1" in run(small, "--every").stdout


def test_a_day_that_is_none_is_told(small: Project) -> None:
    done = run(small, "--day", "1 May")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "Error: Invalid value for '--day': \"1 May\" is not a whole date. "
        'Write it like "2026-09-01".'
    )


def test_a_requirement_is_explained_with_who_asks_and_how_far_it_is_covered(small: Project) -> None:
    done = run_program(small, "schoolpolicy", "explain", "phone-rules", "--school", "hill")
    assert done.stdout.splitlines()[-10:] == [
        "  asked by phone-guidance: Phones in schools",
        "  binds as: Statutory guidance",
        "  whom: schools in England",
        "  needs: that the policy says it and that somebody does it",
        "  how to meet it: Write a rule for phones, and give the head the duty.",
        "  shown by: the rules",
        "  at hill: partly covered",
        "    by Rules: for children",
        "    why: Nobody has the duty.",
        "    what to do: Write a rule for phones, and give the head the duty.",
    ]


def test_a_misspelt_id_is_told_with_what_was_meant(small: Project) -> None:
    done = run_program(small, "schoolpolicy", "explain", "phone-ruels", "--school", "hill")
    assert done.returncode == 2
    assert done.stderr == 'Error: Nothing has the id "phone-ruels". Did you mean "phone-rules"?\n'


def test_files_with_errors_have_no_coverage(small: Project) -> None:
    (small.school("hill") / "rules.yml").write_text("rules:\n- {id: no-phones, level: perhaps}\n")
    done = run(small)
    assert done.returncode == 2
    assert done.stderr == 'Error: The files have 1 error. Run "schoolpolicy check".\n'
