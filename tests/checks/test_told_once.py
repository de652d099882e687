"""A word is told once, by the finding that helps most."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.checks.told_once import told_once
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.project import Project
from tests.support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OLD = ("citations.superseded", 11, 'says "LSCB guidance" (LSCB: closed in 2019).')
SHORT = ("text.undefined-acronym", 11, 'says "LSCB", which nothing explains.')
PAIR = ("text.residue", 3, 'still has "head/principal", which leaves the reader to choose.')
TERM = ("text.mixed-terms", 8, 'says "principal", but this school says "head".')


def finding(
    code: str, column: int, problem: str, line: int = 4, severity: Severity = Severity.WARNING
) -> Finding:
    place = Place(file="docs/index.md", line=line, column=column)
    problem = f'The statement "a", under "text", {problem}'
    return Finding(code=code, severity=severity, place=place, problem=problem, remedy="Mend it.")


@pytest.mark.parametrize(
    ("better", "lesser"),
    [
        (OLD, SHORT),
        (PAIR, TERM),
        (
            ("citations.superseded", 20, 'says "thinkuknow" (ThinkUKnow: renamed).'),
            ("structure.bare-address", 16, 'has the bare address "www.thinkuknow.co.uk".'),
        ),
        (
            ("text.residue", 1, 'still has "XXX", a note of a template.'),
            ("text.undefined-acronym", 1, 'says "XXX", which nothing explains.'),
        ),
    ],
)
def test_the_better_of_two_findings_about_a_word_is_told(
    better: tuple[str, int, str], lesser: tuple[str, int, str]
) -> None:
    kept, dropped = finding(*better), finding(*lesser)
    assert list(told_once([dropped, kept])) == [kept]
    assert list(told_once([kept, dropped])) == [kept]


def test_other_words_and_other_lines_are_told_as_well() -> None:
    old, pair = finding(*OLD), finding(*PAIR, line=6)
    elsewhere, beside = finding(*SHORT, line=5), finding(SHORT[0], 30, SHORT[2])
    other = finding("text.duplicate", 11, 'says the same as the statement "b": "LSCB"')
    assert list(told_once([old, pair, elsewhere, beside, other])) == [
        *(old, pair, elsewhere, beside, other)
    ]


def test_what_is_only_for_information_hides_no_warning() -> None:
    notice, short = finding(*OLD, severity=Severity.INFO), finding(*SHORT)
    assert list(told_once([notice, short])) == [notice, short]


def test_a_check_of_a_school_tells_a_word_once(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "small", tmp_path, dirs_exist_ok=True)
    page = tmp_path / "docs" / "index.md"
    page.write_text("---\ntitle: Home\n---\n# Home\n\nRing XXX first, not MFA.\n", encoding="utf-8")
    found = check_school(Project(tmp_path), "hill", Theme({})).findings
    told = {(each.code, each.place.column) for each in found if each.place.line == 6}
    assert told == {("text.residue", 6), ("text.undefined-acronym", 21)}
