"""The guide to findings: what it shows of messages, acceptances, severities and workflows works."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
import yaml

from macros.calls import Calls
from schoolpolicy.checks.codes.book import code_book
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.cli.formats import FORMATS
from schoolpolicy.model.vocabulary import Severity
from tests.support import ROOT, SCHOOL, guide_examples, replace_in, run, squeeze

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "checks.md").read_text(encoding="utf-8")
EXAMPLES = guide_examples(GUIDE)
WORKFLOWS = re.findall(
    r"^```yaml\n# \.github/workflows/(\w+\.yml)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL
)
STATEMENT, ACCEPTED, SEVERITIES = (text for _, _, text in EXAMPLES)


def checked(project: Project, *settings: str) -> Checked:
    """Oakfield with the statement of the guide, and with some of its settings."""
    folder = project.school(SCHOOL)
    (folder / "statements.yml").write_text(STATEMENT, encoding="utf-8")
    with (folder / "school.yml").open("a", encoding="utf-8") as file:
        file.writelines(settings)
    return check_school(project, SCHOOL, Theme(Calls.shapes()))


def mixed(found: Checked) -> set[tuple[Severity, str]]:
    """How serious what is found in the statement is, and what to do."""
    return {
        (each.severity, each.remedy if each.severity is Severity.INFO else "")
        for each in found.findings
        if each.code == "text.mixed-terms"
    }


def test_every_example_is_a_file_of_the_school_or_a_workflow() -> None:
    assert len(EXAMPLES) == 3
    assert len(WORKFLOWS) == 2
    assert GUIDE.count("```yaml") == len(EXAMPLES) + len(WORKFLOWS)
    assert {slug for slug, _, _ in EXAMPLES} == {SCHOOL}


def test_the_message_that_it_shows_is_what_is_said(school_project: Project) -> None:
    (shown,) = re.findall(r"^```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    settings = school_project.school(SCHOOL) / "school.yml"
    replace_in(settings, "phase: primary", "phase: primery")
    (error,) = check_school(school_project, SCHOOL, Theme(Calls.shapes())).errors
    assert str(error) == squeeze(shown)


def test_the_warning_is_there_until_it_is_accepted(school_project: Project) -> None:
    assert mixed(checked(school_project)) == {(Severity.WARNING, "")}
    accepted = checked(school_project, ACCEPTED)
    (because,) = re.findall(r"because: (.*)", ACCEPTED)
    assert mixed(accepted) == {(Severity.INFO, f"The school accepts it: {because}")}
    assert [str(each) for each in accepted.findings if each.code == "accepted.nothing"] == []


def test_its_severities_are_ones_that_a_school_may_change(school_project: Project) -> None:
    found = checked(school_project, SEVERITIES)
    assert [str(each) for each in found.findings if each.code.startswith("severities.")] == []
    assert [str(each) for each in found.errors] == []
    assert len(yaml.safe_load(SEVERITIES)["severities"]) == 2
    silent = [each for each in found.findings if each.code == "departure.no-reason"]
    assert {each.severity for each in silent} <= {Severity.WARNING}


@pytest.mark.parametrize(("name", "text"), WORKFLOWS, ids=[name for name, _ in WORKFLOWS])
def test_a_workflow_runs_a_command_that_there_is(project: Project, name: str, text: str) -> None:
    workflow = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (else "on" is True)
    assert {"name", "on", "permissions", "jobs"} == set(workflow)
    (job,) = workflow["jobs"].values()
    (command,) = (
        each["run"] for each in job["steps"] if "schoolpolicy check" in each.get("run", "")
    )
    words = shlex.split(command.partition(">")[0])
    done = run(project, "schoolpolicy", *words[1:])
    assert (done.returncode, done.stderr) == (0, "")
    assert words[0] == ".venv/bin/schoolpolicy"
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "$(VENV)/.site:" in makefile
    assert {"run": "make .venv/.site"} in job["steps"]


def test_it_names_every_format_every_severity_and_every_exit_code() -> None:
    assert re.findall(r"`--format (\w+)`", GUIDE) == ["github", "sarif", "json"]
    assert set(FORMATS) == {"github", "sarif", "json"}
    table = GUIDE.split("| Severity |")[1].split("\n\n")[0]
    assert re.findall(r"`\[(\w+)\]`", table) == ["warning", "info"]
    assert re.findall(r"^\| (\d) \|", GUIDE, re.M) == ["0", "1", "2"]


def test_its_codes_and_its_commands_are_there(project: Project) -> None:
    codes = re.findall(r"(?:finding: |explain |^  )([a-z-]+\.[a-z-]+)(?=:?$)", GUIDE, re.M)
    assert len(codes) == 4
    assert set(codes) <= set(code_book())
    (command,) = re.findall(r"^schoolpolicy (explain .*)$", GUIDE, re.M)
    assert run(project, "schoolpolicy", *command.split()).returncode == 0
