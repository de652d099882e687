"""A policy has one date for its review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.dates.two_reviews import as_written, check_two_reviews
from schoolpolicy.reading.project import Project
from tests.checks.pages import page, saying, told, writings
from tests.policies import HILL, PLAN

if TYPE_CHECKING:
    from pathlib import Path


def said(tmp_path: Path, text: str, on_page: str = "# Text", **review: Any) -> list[str]:
    made = saying(text, school={**HILL, "review": {**PLAN, **review}})
    return told(check_two_reviews(made, writings(Project(tmp_path), made, page(on_page))))


@pytest.mark.parametrize(
    "text",
    [
        "The next review is on 1 September 2027.",
        "The next review is in September 2027.",
        "We will review the filter in March 2025.",
        "We review this policy each year.",
        "The next review is soon. It began in March 2025.",
        "The last review was in May 2019.",
        "This policy will be reviewed in 2027.",
        "The policy review follows Keeping Children Safe 2025.",
        "We will review this policy in the year 2026 to 2027.",
        "Next review: 2026-27.",
    ],
)
def test_the_same_date_and_other_dates_are_silent(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []


@pytest.mark.parametrize(
    ("before", "date"),
    [
        ("The next review is in ", "September 2025"),
        ("The policy will be reviewed in ", "2021"),
        ("Review date ", "01/09/2026"),
        ("This policy will be reviewed on ", "2027-09-02"),
        ("It is due for review by ", "1st October 2027"),
    ],
)
def test_another_date(tmp_path: Path, before: str, date: str) -> None:
    assert said(tmp_path, f"{before}{date}.") == [
        f'data/statements.yml:3:{len(before) + 9}: The statement "s", under "text", gives "{date}" '
        "for the next review, but the school's file gives 2027-09-01. Take the date out of the "
        "text: the site shows the one in the file."
    ]


def test_a_table_on_a_page(tmp_path: Path) -> None:
    table = "| What | When |\n|---|---|\n| Next review | May 2026 |"
    assert said(tmp_path, "We act.", table)[0].startswith(
        '3:17: This page gives "May 2026" for the next review'
    )


def test_the_last_review(tmp_path: Path) -> None:
    found = said(tmp_path, "It was last reviewed in May 2019.", reviewed_on=["2018-05", "2026-05"])
    assert found == [
        'data/statements.yml:3:33: The statement "s", under "text", gives "May 2019" for the last '
        "review, but the school's file gives 2026-05. Take the date out of the text: the site "
        "shows the one in the file."
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Last updated: 12/09/2019.", "12/09/2019"),
        ("The policy was last revised in 2019.", "2019"),
    ],
)
def test_the_last_update_is_a_review(tmp_path: Path, text: str, date: str) -> None:
    (found,) = said(tmp_path, text, reviewed_on=["2026-05"])
    assert f'gives "{date}" for the last review, but the school\'s file gives 2026-05.' in found


def test_what_else_was_updated_has_a_date_of_its_own(tmp_path: Path) -> None:
    text = "The list of apps was last updated in May 2024. Last updated: May 2026."
    assert said(tmp_path, text, reviewed_on=["2026-05"]) == []


def test_no_date_in_the_file_contradicts_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, "The next review is in May 2026.", next_review="undecided") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3rd May, 2026", "2026-05-03"),
        ("May 2026", "2026-05"),
        ("2026", "2026"),
        ("03/05/2026", "2026-05-03"),
        ("2026-05-03", "2026-05-03"),
        ("31/02/2026", None),
    ],
)
def test_dates_as_people_write_them(text: str, date: str | None) -> None:
    assert as_written(text) == date
