"""The words of links say where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.structure.link_texts import check_addresses, check_link_texts
from schoolpolicy.reading.project import Project
from tests.checks.pages import page, saying, told, writings

if TYPE_CHECKING:
    from pathlib import Path


def said(text: str) -> list[str]:
    return told(check_link_texts(page(text)))


def addresses(tmp_path: Path, statement: str = "We act.", text: str = "# Text") -> list[str]:
    made = saying(statement)
    return told(check_addresses(writings(Project(tmp_path), made, page(text))))


@pytest.mark.parametrize(
    "text",
    [
        "[What is allowed](rules.md)",
        "[More about phones](rules.md)",
        '[{{ icon("camera") }}](rules.md)',
        "`[here](rules.md)`",
        '<a href="rules.html">What is allowed</a>',
        "![here](picture.png)",
    ],
)
def test_words_that_say_it_are_silent(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("words", ["here", "Click here", "**read more**", "this link", "More..."])
def test_words_that_say_nothing(words: str) -> None:
    (found,) = said(f"See [{words}](rules.md).")
    assert found == (
        f'1:6: The words of this link, "{words.strip("*")}", do not say where it leads. Write '
        'that: "our complaints page". Screen readers list links without the text around them.'
    )


def test_a_link_in_html_too() -> None:
    assert len(said('<a class="x" href="rules.html">here</a>')) == 1


def test_no_words() -> None:
    assert said("See [](rules.md).") == [
        "1:5: This link has no words, so nobody can choose it. Write in the square brackets where "
        "it leads."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[PEGI](https://pegi.info)",
        "[PEGI][p]\n\n[p]: https://pegi.info",
        "`https://pegi.info`",
        '<a href="https://pegi.info">PEGI</a>',
    ],
)
def test_an_address_behind_words_is_silent(tmp_path: Path, text: str) -> None:
    assert addresses(tmp_path, text=text) == []


def test_a_bare_address_on_a_page(tmp_path: Path) -> None:
    assert addresses(tmp_path, text="Look.\n\nSee https://pegi.info/ages.") == [
        '3:5: This page has the bare address "https://pegi.info/ages". Write [where it '
        "leads](address)."
    ]


def test_a_bare_address_in_a_record(tmp_path: Path) -> None:
    assert addresses(tmp_path, "Look at www.pegi.info first.") == [
        'data/statements.yml:3:17: The statement "s", under "text", has the bare address '
        '"www.pegi.info". Name the page in words, and write the address under "url" of a contact '
        "or a document."
    ]


def test_click_here_in_a_record(tmp_path: Path) -> None:
    assert addresses(tmp_path, "To report, click here.") == [
        'data/statements.yml:3:20: The statement "s", under "text", says "click here", but a text '
        "of the data has no links. Name the page or the document that you mean."
    ]
