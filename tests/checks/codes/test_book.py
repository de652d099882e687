"""What is said of each code of a finding: there for all, true of the source, and with examples."""

from __future__ import annotations

import re
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from schoolpolicy.checks.codes.book import CodeBookError, code_book, read_codes, right_code
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.publish.schemas import change_schemas
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.tree import NotReadableError
from tests.checks.codes.emitted import emitted
from tests.support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.code import FindingCode

BOOK = code_book()
MISTAKES = yaml.safe_load((ROOT / "tests/reading/mistakes.yml").read_text(encoding="utf-8"))
ENTRIES = [pytest.param(each, id=each.code) for each in BOOK.values()]
CHANGES = dict(change_schemas())
LONGEST = 30
"""The most words of a sentence that says what is found, or why it matters."""
ENTRY = """codes:
- code: phones.loud
  severity: warning
  may_change: yes
  finds: A phone is loud.
  why: It disturbs.
  file: rules.yml
  bad: "loud: yes"
  good: "loud: no"
"""


def test_every_code_that_the_source_gives_has_an_entry() -> None:
    missing = sorted({f"{each.code} ({each.where})" for each in emitted() if each.code not in BOOK})
    assert missing == []


def test_every_entry_is_of_a_code_that_the_source_gives() -> None:
    assert sorted(set(BOOK) - {each.code for each in emitted()}) == []


def test_the_severity_of_an_entry_is_that_of_the_source() -> None:
    wrong = [
        f"{each.where}: {each.code} is {severity}"
        for each in emitted()
        for severity in each.severities
        if each.code in BOOK and severity not in BOOK[each.code].severity
    ]
    assert wrong == []


def test_what_is_found_when_the_checks_run_has_an_entry(tmp_path: Path) -> None:
    """However the source puts a code together: every mistake that the tests of reading make."""
    found: set[str] = set()
    for number, case in enumerate(MISTAKES):
        folder = tmp_path / str(number)
        shutil.copytree(ROOT / "tests" / "small", folder)
        (folder / case["file"]).write_text(case["text"], encoding="utf-8")
        found |= {each.code for each in check_school(Project(folder), "hill", Theme({})).findings}
    assert len(found) > 50
    assert sorted(found - set(BOOK)) == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_short_and_plain(entry: FindingCode) -> None:
    for text in (entry.finds, *re.split(r"(?<=[.?!]) ", entry.why)):
        assert text.endswith((".", "?")), text
        assert len(text.split()) <= LONGEST, text
    assert len(re.split(r"(?<=[.?!]) ", entry.why)) <= 3
    assert entry.bad != entry.good
    assert max(len(each.splitlines()) for each in (entry.bad, entry.good)) <= 12


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_good_example_can_be_read_and_a_bad_one_unless_that_is_its_mistake(
    entry: FindingCode,
) -> None:
    if entry.file.endswith(".md"):
        return
    _, findings = read_tree(entry.good, entry.file)
    assert [str(each) for each in findings] == []
    try:
        _, wrong = read_tree(entry.bad, entry.file)
    except NotReadableError as problem:
        wrong = (problem.finding,)
    assert {each.code for each in wrong} <= {entry.code}


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_good_example_is_one_that_an_editor_takes(entry: FindingCode) -> None:
    path = PurePosixPath(entry.file)
    subject = path.parts[0].removesuffix(".yml")
    if subject not in SUBJECTS:
        return
    tree, _ = read_tree(entry.good, entry.file)
    if tree is None:
        return  # only notes
    data: Any = tree.plain()
    files = data if isinstance(data, dict) and subject in data else {subject: data}
    for named, records in files.items():
        jsonschema.validate({named: records}, CHANGES[named])


def test_errors_of_reading_cannot_be_changed() -> None:
    changeable = [
        each.code
        for each in BOOK.values()
        if each.family == "read" and each.severity == (Severity.ERROR,) and each.may_change
    ]
    assert changeable == []


def test_who_writes_a_code_wrongly_hears_which_was_meant() -> None:
    assert right_code("text.mixed-term") == 'Did you mean "text.mixed-terms"?'
    assert right_code("zzz") == "The reference lists all codes: guide/reference/checks/."


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            "phones.yml",
            ENTRY.replace("warning", "loud"),
            "phones.yml:2: in \"phones.loud\", severity.0: Input should be 'error', 'warning' or "
            "'info'.",
        ),
        (
            "phones.yml",
            ENTRY.replace("  why: It disturbs.\n", ""),
            'phones.yml:2: in "phones.loud", why: Field required.',
        ),
        ("rules.yml", ENTRY, 'rules.yml:2: "phones.loud" belongs in phones.yml.'),
        (
            "phones.yml",
            ENTRY + ENTRY.removeprefix("codes:\n"),
            'phones.yml:10: "phones.loud" has an entry already.',
        ),
        ("phones.yml", "[]", 'phones.yml: begin with "codes:" and a list of entries.'),
        (
            "phones.yml",
            "codes:\n\t- a",
            "phones.yml:2:1: A tab is used for indentation. Use spaces: two for each step.",
        ),
    ],
    ids=["severity", "missing", "family", "twice", "no list", "no yaml"],
)
def test_an_entry_that_cannot_be_read_is_told_with_its_line(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(CodeBookError) as told:
        read_codes(tmp_path)
    assert str(told.value) == says


def test_a_family_has_one_file_and_reads_as_written(tmp_path: Path) -> None:
    (tmp_path / "phones.yml").write_text(ENTRY, encoding="utf-8")
    (entry,) = read_codes(tmp_path).values()
    assert (entry.family, entry.severity, entry.may_change) == (
        "phones",
        (Severity.WARNING,),
        True,
    )
