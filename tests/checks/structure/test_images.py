"""Images have words for those who do not see them."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.structure.images import check_images
from tests.checks.pages import page, told


def said(text: str) -> list[str]:
    return told(check_images(page(text)))


@pytest.mark.parametrize(
    "text",
    [
        "![A phone in a locker](locker.png)",
        '<img src="line.svg" alt="">',
        "<img alt='A phone in a locker' src=locker.png>",
        "`![](locker.png)`",
        "Stop![1]",
    ],
)
def test_an_image_with_words_is_silent(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ["![](locker.png)", "![ ][locker]", '<img src="locker.png">'])
def test_an_image_without_words(text: str) -> None:
    assert said(f"See: {text}") == [
        "1:6: This image has no words for those who cannot see it. Write what it shows: "
        '![what it shows](picture.png), or alt="..." in a tag.'
    ]


@pytest.mark.parametrize("words", ["IMG_2041.jpg", "screenshot 12", "locker.png"])
def test_the_name_of_a_file_is_no_words(words: str) -> None:
    assert said(f"![{words}](locker.png)") == [
        f'1:1: The words for this image are only the name of a file: "{words}". Write what it '
        "shows, in a few words."
    ]
