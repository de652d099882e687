"""No two sentences tell the same readers opposite things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.text.opposites import check_opposites
from tests.checks.text.support import Small

if TYPE_CHECKING:
    from pathlib import Path

MEND = "Decide which holds, and mend the other."


def found(school: Small) -> list[str]:
    return [str(each) for each in check_opposites(school.told, school.prose)]


def test_the_opposite_is_told_with_both_sentences(tmp_path: Path) -> None:
    school = Small(tmp_path).says("We ask. Pupils may bring a watch.", "first")
    assert found(school.says("Pupils must not bring a watch. We say so.", "second")) == [
        'data/statements.yml:5:9: The statement "second", under "text", says "Pupils must not '
        'bring a watch.", and the statement "first" says the opposite: "Pupils may bring a watch." '
        f"{MEND}"
    ]


def test_a_page_is_compared_with_what_its_readers_are_told(tmp_path: Path) -> None:
    school = Small(tmp_path).says("One.", words={"staff": "You can take pictures on trips."})
    school.shows("- You cannot take pictures on trips.")
    school.shows("- You cannot take pictures on trips.", "parents/index.md")
    assert found(school) == [
        'docs/staff/index.md:4:3: This page says "You cannot take pictures on trips.", and the '
        f'statement "ask" says the opposite: "You can take pictures on trips." {MEND}'
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pupils can bring a watch.", "Pupils can't bring a watch."),
        ("The school keeps the pictures.", "The school does not keep the pictures."),
        ("Staff always post pictures.", "Staff never post pictures."),
        ("Smart watches are allowed in school.", "Smart watches are forbidden in school."),
        ("A pupil may bring a watch.", "No pupil may bring a watch."),
    ],
)
def test_there_are_many_ways_to_say_no(tmp_path: Path, first: str, second: str) -> None:
    assert len(found(Small(tmp_path).says(first, "first").says(second, "second"))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pupils may bring a watch.", "Pupils must bring a watch."),
        ("Pupils may bring a watch.", "Staff may not bring a watch."),
        ("Do ask.", "Do not ask."),
        ("We never say no to a watch.", "We say a watch tells time."),
    ],
)
def test_other_sentences_are_no_opposites(tmp_path: Path, first: str, second: str) -> None:
    assert found(Small(tmp_path).says(first, "first").says(second, "second")) == []


def test_two_audiences_and_two_choices_may_have_opposite_rules(tmp_path: Path) -> None:
    words = {"staff": "You may use your own phone here.", "parents": "You may not use your phone."}
    school = Small(tmp_path).says("One.", words=words)
    school.says("Pupils may bring a watch.", "first", only={"choices": {"byod": "no"}})
    school.says("Pupils may not bring a watch.", "second", only={"choices": {"byod": "older"}})
    assert found(school) == []
