"""No statement and no page says again what another statement says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.text.duplicates import check_duplicates
from tests.checks.text.support import Small
from tests.policies import rule

if TYPE_CHECKING:
    from pathlib import Path

SAID = "Phones stay at home unless the head has agreed otherwise."
NEARLY = "Phones stay at home unless the head has agreed otherwise first."
KEEP = "Keep one of them, or say what is different."


def found(school: Small) -> list[str]:
    return [str(each) for each in check_duplicates(school.told, school.prose)]


def test_the_later_of_two_statements_is_told(tmp_path: Path) -> None:
    again = "phones stay at home, unless the Head has agreed otherwise!"
    assert found(Small(tmp_path).says(SAID, "first").says(again, "second")) == [
        'data/statements.yml:5:9: The statement "second", under "text", says the same as the '
        f'statement "first": "{SAID}" {KEEP}'
    ]


def test_nearly_the_same_is_too_much_as_well(tmp_path: Path) -> None:
    (said,) = found(Small(tmp_path).says(SAID, "first").says(NEARLY, "second"))
    assert said.endswith(
        f'The statement "second", under "text", says nearly the same as the statement "first": '
        f'"{SAID}" {KEEP}'
    )


def test_the_words_of_one_audience_are_compared(tmp_path: Path) -> None:
    school = Small(tmp_path).says("One.", "first", words={"staff": SAID})
    (said,) = found(school.says("Two.", "second", words={"staff": SAID}))
    assert 'The statement "second", under "staff", says the same' in said


def test_a_page_repeats_what_a_statement_tells_anybody(tmp_path: Path) -> None:
    words = {"parents": SAID}
    school = Small(tmp_path).says("One.", words=words).shows(f"# Phones\n\n- {SAID}\n- More.")
    assert found(school) == [
        'docs/staff/index.md:6:3: This page says the same as the statement "ask": '
        f'"{SAID}" Leave it out here, and let the page show the statement.'
    ]


def test_a_schools_own_statement_is_told_and_not_that_of_the_model(tmp_path: Path) -> None:
    school = Small(tmp_path, file="schools/hill/statements.yml").says(SAID)
    (said,) = found(school.shows(SAID))
    assert said == (
        'schools/hill/statements.yml:3:9: The statement "ask", under "text", says the same as the '
        f'page docs/staff/index.md: "{SAID}" Leave it out here, and let the page show the '
        "statement."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Phones stay at home.", "Phones stay at home."),
        ("Phones stay at home, in a safe place.", "Phones stay at home, in a bag or box."),
        ("We lend tablets for a week at a time.", "We lend laptops for a term at a time."),
    ],
)
def test_short_and_other_texts_are_not_the_same(tmp_path: Path, first: str, second: str) -> None:
    assert found(Small(tmp_path).says(first, "first").says(second, "second")) == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({"nations": ["england"]}, {"nations": ["wales"]}, 0),
        ({"choices": {"byod": "older"}}, {"choices": {"byod": ["no", "staff"]}}, 0),
        ({"choices": {"byod": "older"}}, {"choices": {"byod": ["older", "staff"]}}, 1),
        ({"nations": ["england"]}, {}, 1),
    ],
)
def test_of_two_that_never_hold_together_one_may_be_like_the_other(
    tmp_path: Path, one: dict[str, object], other: dict[str, object], count: int
) -> None:
    school = Small(tmp_path).says(SAID, "first", only=one).says(SAID, "second", only=other)
    assert len(found(school)) == count


def test_what_several_audiences_read_and_several_rules_say_may_be_the_same(tmp_path: Path) -> None:
    words = {"staff": SAID, "parents": SAID}
    rules = [rule("a", plain=SAID), rule("b", plain=SAID)]
    assert found(Small(tmp_path).says("One.", words=words).has(rules=rules)) == []
