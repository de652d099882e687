"""The numbers and letters of the formal policy."""

from __future__ import annotations

import pytest

from schoolpolicy.model.organisation import Numbering
from schoolpolicy.publish.views.numbering import NumberedPoint, Numbers, letter, roman
from tests.policies import statement

LOCKED = statement(
    "lock",
    points=[
        {"id": "screen", "text": "the screen"},
        {
            "id": "doors",
            "text": "the doors",
            "points": [{"id": "front", "text": "in front"}, {"id": "back", "text": "at the back"}],
        },
    ],
)


def outline(points: tuple[NumberedPoint, ...]) -> list[object]:
    return [(each.label, each.anchor, outline(each.points)) for each in points]


def test_paragraphs_are_counted_within_their_chapter() -> None:
    numbers = Numbers(Numbering.PARAGRAPHS, 3)
    assert [numbers.chapter, numbers.next(), numbers.next()] == ["3", "3.1", "3.2"]


def test_lists_have_letters_and_the_lists_in_them_roman_numerals() -> None:
    assert outline(Numbers(Numbering.PARAGRAPHS, 3).points(LOCKED)) == [
        ("a)", "lock-screen", []),
        (
            "b)",
            "lock-doors",
            [("i)", "lock-doors-front", []), ("ii)", "lock-doors-back", [])],
        ),
    ]


def test_without_numbers_lists_have_no_letters_but_keep_their_addresses() -> None:
    first, second = Numbers(Numbering.SECTIONS, 3).points(LOCKED)
    assert (first.label, first.anchor) == (None, "lock-screen")
    assert [each.label for each in second.points] == [None, None]


@pytest.mark.parametrize(("number", "said"), [(1, "a"), (26, "z"), (27, "aa"), (53, "ba")])
def test_letters_go_on_after_z(number: int, said: str) -> None:
    assert letter(number) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (20, "xx")]
)
def test_roman_numerals(number: int, said: str) -> None:
    assert roman(number) == said
