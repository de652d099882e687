"""No text says "regularly", or a word that can mean either of two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.text.vague import check_vague
from tests.checks.text.support import Small
from tests.policies import requirement

if TYPE_CHECKING:
    from pathlib import Path

HOW_OFTEN = 'Write how often, such as "each term" or "at least once each year".'


def found(school: Small) -> list[str]:
    return [str(each) for each in check_vague(school.prose)]


def test_a_vague_word_is_told_where_it_stands(tmp_path: Path) -> None:
    school = Small(tmp_path).says("We test it regularly.").shows("We have regular checks.")
    assert found(school) == [
        'data/statements.yml:3:20: The statement "ask", under "text", says "regularly", so nobody '
        f"knows how often. {HOW_OFTEN}",
        'docs/staff/index.md:4:9: This page says "regular checks", so nobody knows how often. '
        f"{HOW_OFTEN}",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "A biannual review.",
            'says "biannual", which can mean either of two things. '
            'Write "twice a year" or "every two years".',
        ),
        (
            "We meet bi-monthly.",
            'says "bi-monthly", which can mean either of two things. '
            'Write "every two months" or "twice a month".',
        ),
        (
            "A biennial review.",
            'says "biennial", which many read as twice a year. Write "every two years".',
        ),
        (
            "We look at it from time to time.",
            f'says "from time to time", so nobody knows how often. {HOW_OFTEN}',
        ),
        (
            "Staff are trained on a regular basis.",
            f'says "on a regular basis", so nobody knows how often. {HOW_OFTEN}',
        ),
        (
            "We routinely check logs.",
            f'says "routinely check", so nobody knows how often. {HOW_OFTEN}',
        ),
        (
            "We tell parents where appropriate.",
            'says "where appropriate", so nobody knows when. Write when, and who decides, or '
            'leave it out: "if a child may be in danger".',
        ),
        (
            "The policy is updated as necessary.",
            'says "as necessary", so nobody knows when. Write when, and who decides, or leave it '
            'out: "if a child may be in danger".',
        ),
        (
            "We reply in due course.",
            'says "in due course", so nobody knows when. Write by when, such as "within five '
            'school days".',
        ),
    ],
)
def test_each_says_what_to_write(tmp_path: Path, text: str, problem: str) -> None:
    (said,) = found(Small(tmp_path).says(text))
    assert said.endswith(f'under "text", {problem}')


@pytest.mark.parametrize(
    "text",
    [
        "We test it each term, and review it annually.",
        "We keep it for as long as necessary.",
        "We share as much as necessary to keep a child safe.",
        "We act as required by law.",
        "Children who regularly play at night are tired.",
        "A regular visitor knows the way.",
        "Frequently asked questions.",
        "It is the appropriate thing where it is needed.",
        "A periodical is a magazine.",
    ],
)
def test_a_clear_word_or_another_meaning_is_passed_over(tmp_path: Path, text: str) -> None:
    assert found(Small(tmp_path).says(text)) == []


def test_what_guidance_asks_is_told_as_it_asks_it(tmp_path: Path) -> None:
    asked = requirement("checks").model_copy(update={"text": "Schools check it regularly."})
    assert found(Small(tmp_path).says("We check.").has(requirements=[asked])) == []
