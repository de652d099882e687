"""`schoolpolicy check` for programs: its formats, and how it ends."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from schoolpolicy.cli.check import TEXT
from schoolpolicy.cli.formats import FORMATS, as_github, as_json
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.project import Project
from tests.support import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

ALL = (TEXT, *FORMATS)
CHECK = ("schoolpolicy", "check")
FINDING_SCHEMA = json.loads((ROOT / "schemas" / "finding.schema.json").read_text(encoding="utf-8"))
WRONG = "rules:\n- {id: no-phones, level: never}\n"
LATE = "rules:\n- {id: no-phones, level: allowed}\n"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Two small schools of one trust."""
    shutil.copytree(ROOT / "tests" / "small", tmp_path / "small")
    project = Project(tmp_path / "small")
    (project.schools / "sky").mkdir()
    (project.schools / "sky" / "trust.yml").write_text("name: Sky Trust\n", encoding="utf-8")
    path = project.school("hill") / "school.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}trust: sky\n", encoding="utf-8")
    shutil.copytree(project.school("hill"), project.school("vale"))
    return project


def spoil(project: Project, owner: str, text: str = WRONG) -> None:
    (project.school(owner) / "rules.yml").write_text(text, encoding="utf-8")


def found(form: str, said: str) -> list[tuple[str, str, int]]:
    """Return the errors that a format tells: the code, the file and the line of each."""
    if form == "json":
        return [
            (each["code"], each["place"]["file"], each["place"]["line"])
            for each in json.loads(said)
            if each["severity"] == "error"
        ]
    if form == "sarif":
        (ran,) = json.loads(said)["runs"]
        return [_sarif(each) for each in ran["results"] if each["level"] == "error"]
    notes = re.findall(r"^::error file=([^,]+),line=(\d+),col=\d+,title=([^:]+)::", said, re.M)
    return [(code, file, int(line)) for file, line, code in notes]


def _sarif(result: dict[str, Any]) -> tuple[str, str, int]:
    where = result["locations"][0]["physicalLocation"]
    return result["ruleId"], where["artifactLocation"]["uri"], where["region"]["startLine"]


@pytest.mark.parametrize("form", ALL)
def test_without_an_error_it_ends_with_zero(small: Project, form: str) -> None:
    done = run(small, *CHECK, "hill", "--format", form)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("form", ALL)
def test_with_an_error_it_ends_with_one(small: Project, form: str) -> None:
    spoil(small, "hill")
    done = run(small, *CHECK, "hill", "--format", form)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("form", ALL)
def test_if_it_could_not_run_it_ends_with_two_and_prints_nothing(small: Project, form: str) -> None:
    done = run(small, *CHECK, "hil", "--format", form)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith('Error: There is no school "hil" in schools/.')


def test_a_format_that_it_does_not_know(small: Project) -> None:
    done = run(small, *CHECK, "hill", "--format", "xml")
    assert done.returncode == 2
    assert "'text', 'json', 'github', 'sarif'" in done.stderr


@pytest.mark.parametrize("form", FORMATS)
def test_an_error_has_its_code_its_file_and_its_line(small: Project, form: str) -> None:
    spoil(small, "hill")
    done = run(small, *CHECK, "hill", "--format", form)
    assert found(form, done.stdout) == [("read.unknown-value", "schools/hill/rules.yml", 2)]


@pytest.mark.parametrize("form", FORMATS)
def test_what_two_schools_share_is_told_once(small: Project, form: str) -> None:
    spoil(small, "sky")
    done = run(small, *CHECK, "sky", "--format", form)
    assert done.returncode == 1
    assert found(form, done.stdout) == [("read.unknown-value", "schools/sky/rules.yml", 2)]


def test_the_text_says_how_many_were_told_for_an_earlier_school(small: Project) -> None:
    spoil(small, "sky")
    said = run(small, *CHECK, "sky").stdout
    assert said.count("schools/sky/rules.yml:2:") == 1
    counts = [line for line in said.splitlines() if " errors" in line or " error," in line]
    assert counts == [
        "hill: 1 error, 0 warnings, 0 for information",
        "vale: 1 error, 0 warnings, 0 for information (1 told above)",
    ]


def test_one_school_with_an_error_is_enough(small: Project) -> None:
    spoil(small, "hill")
    for form in ALL:
        assert run(small, *CHECK, "vale", "hill", "--format", form).returncode == 1
        assert run(small, *CHECK, "vale", "--format", form).returncode == 0


def finding(problem: str, file: str = "data/topics.yml") -> Finding:
    place = Place(file=file, line=3, column=9)
    severity = Severity.WARNING
    return Finding(code="text.x", severity=severity, place=place, problem=problem, remedy="Mend.")


def test_json_fits_its_schema() -> None:
    for each in json.loads(as_json([finding("One."), finding("Two.")])):
        jsonschema.validate(each, FINDING_SCHEMA)


def test_github_reads_back_what_was_found_however_it_is_spelt() -> None:
    said = as_github([finding("100%: a,\r\nb.", "schools/hill/docs/a,b: 50%.md")])
    assert said == (
        "::warning file=schools/hill/docs/a%2Cb%3A 50%25.md,line=3,col=9,title=text.x::"
        "100%25: a,%0D%0Ab. Mend."
    )


def test_github_has_a_word_for_each_severity() -> None:
    whole = [finding("One.").model_copy(update={"severity": each}) for each in Severity]
    assert [line.split(" ")[0] for line in as_github(whole).splitlines()] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_without_findings_github_gets_nothing() -> None:
    assert as_github([]) == ""


class TestExplain:
    """`schoolpolicy explain CODE`."""

    def test_it_says_what_a_code_means(self, small: Project) -> None:
        done = run(small, "schoolpolicy", "explain", "posts.idle")
        assert done.returncode == 0
        assert done.stdout == (
            "posts.idle: warning\n"
            "  A post holds no role.\n"
            "  Readers would ask what it is for.\n"
            "  A bad example, in posts.yml:\n"
            "    - {id: computing-leader, title: computing leader}\n"
            "  A good example:\n"
            "    - {id: computing-leader, title: computing leader, holds: [online-safety-lead]}\n"
            "  A school can change how serious it is, in school.yml.\n"
            "  More: guide/reference/checks/posts.idle.md\n"
        )

    def test_it_says_which_code_was_meant(self, small: Project) -> None:
        done = run(small, "schoolpolicy", "explain", "posts.idel")
        assert done.returncode == 2
        assert done.stderr == (
            'Error: No finding has the code "posts.idel". Did you mean "posts.idle"?\n'
        )
