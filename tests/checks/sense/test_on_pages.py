"""No page blames a child who tells, or has anybody handle what may be a nude image."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.sense.on_pages import check_sense_on_pages
from schoolpolicy.model.vocabulary import Severity
from tests.checks.text.support import Small

if TYPE_CHECKING:
    from pathlib import Path

TELLING = (
    "Say that telling is right at any time, that nobody is in trouble for it, and what happens "
    "next."
)
SOURCES = (
    "The advice on searching (July 2022) and on sharing nudes (2024) is that staff do not look at, "
    "copy or share such images."
)
LEAVE_OUT = (
    "Leave it out, or write next to it that whoever may come upon a nude image stops, looks no "
    "further and says whom they tell."
)


def found(tmp_path: Path, body: str, path: str = "staff/index.md") -> list[str]:
    school = Small(tmp_path).shows(body, path)
    return [str(each) for each in check_sense_on_pages(school.policy, school.writings)]


def test_blame_is_told_where_it_stands(tmp_path: Path) -> None:
    body = "# Tell us\n\n- Ask us.\n- Help comes. You will be punished if you\n  report late."
    assert found(tmp_path, body, "pupils/help.md") == [
        "docs/pupils/help.md:7:15: This page threatens or blames a child who tells, or to whom "
        f'something was sent: "You will be punished if you report late." {TELLING}'
    ]


def test_an_order_about_a_nude_image_is_told(tmp_path: Path) -> None:
    (said,) = found(tmp_path, "Save the nude picture.")
    assert said == (
        "docs/staff/index.md:4:1: This page has somebody handle what may be a nude or sexual image "
        f'of a child: "Save the nude picture." {SOURCES} Write that nobody looks at it, copies, '
        "sends or deletes it, and who is told at once."
    )


def test_an_order_to_save_a_nude_image_is_an_error_and_one_to_delete_it_a_warning(
    tmp_path: Path,
) -> None:
    school = Small(tmp_path).shows("Save the nude picture. Delete the nude picture.")
    told = check_sense_on_pages(school.policy, school.writings)
    assert [each.severity for each in told] == [Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask the pupil to show you the image.",
        "Save the image as evidence.",
        "Screenshot the picture and e-mail it.",
        "Read the child's messages.",
    ],
)
def test_an_order_that_fits_a_nude_image_is_told(tmp_path: Path, sentence: str) -> None:
    assert found(tmp_path, sentence) == [
        "docs/staff/index.md:4:1: This page has somebody open, copy or delete what is on a device: "
        f'"{sentence}" A nude or sexual image of a child may be there. {SOURCES} {LEAVE_OUT}'
    ]


@pytest.mark.parametrize(
    "body",
    [
        "You are not in trouble if you report late.",
        "Do not ask the child to show the image.",
        "Take a screenshot of the message.",
        "Save the picture to the class folder.",
        "Save the image as evidence.\n\nIf it may be a nude picture, stop.",
    ],
)
def test_innocent_pages_are_passed_over(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, body) == []


def test_you_are_a_child_on_the_pages_of_pupils_only(tmp_path: Path) -> None:
    assert found(tmp_path, "You will be punished if you report late.") == []
