"""Names of people in the names of pictures."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.privacy.known import Known
from schoolpolicy.checks.privacy.pictures import find_in_picture_name, is_picture

KNOWN = Known("The page is about reading in the hall.", ["Jane Austen Academy"])


def found(name: str) -> list[str]:
    return [name[hit.start : hit.end] for hit in find_in_picture_name(name, KNOWN)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("jane-smith-year4.jpg", "jane-smith"),
        ("JaneSmith_Y4.JPG", "JaneSmith"),
        ("sports day 2026 jane doe.png", "jane doe"),
        ("IMG_1234_mohammed.jpeg", "mohammed"),
        ("jane-s-y4.jpg", "jane-s"),
        ("jane-reading.jpg", "jane"),
        ("will-smith.webp", "will-smith"),
        ("jane-hill.heic", "jane-hill"),
    ],
)
def test_the_name_of_a_person(name: str, said: str) -> None:
    assert found(name) == [said]


@pytest.mark.parametrize(
    "name",
    [
        "reading-corner.jpg",
        "home.png",
        "may-2026.jpg",
        "rose-garden.jpg",
        "mark-making.jpg",
        "st-john-ambulance.svg",
        "queen-elizabeth.jpg",
        "charlotte-street.jpg",
        "florence-nightingale-display.jpg",
        "harry-potter-day.jpg",
        "jane-austen-academy-logo.png",
        "IMG_1234.jpg",
    ],
)
def test_other_names(name: str) -> None:
    assert found(name) == []


def test_a_picture_is_told_by_its_ending() -> None:
    assert [is_picture(f"docs/a.{each}") for each in ("JPG", "svg", "md", "yml")] == [
        *(True, True),
        *(False, False),
    ]
