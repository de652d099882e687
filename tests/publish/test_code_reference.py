"""The generated reference of all findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.codes.book import code_book
from schoolpolicy.publish.code_reference import (
    FOLDER,
    INDEX,
    code_help,
    code_index,
    code_page,
    code_pages,
    write_code_pages,
)
from tests.support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

REFERENCE = ROOT / "guide" / "reference" / FOLDER
BOOK = code_book()


def test_the_pages_in_the_repository_are_those_of_the_book() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}
    assert written == code_pages(BOOK), "run: schoolpolicy schema"


def test_the_index_leads_to_each_code_under_its_family() -> None:
    index = code_index(BOOK)
    assert re.findall(r"\]\(([\w.-]+)\.md\) \|", index) == list(BOOK)
    assert re.findall(r"^## (.*)$", index, re.M) == sorted({each.family for each in BOOK.values()})
    assert (
        "| [`text.mixed-terms`](text.mixed-terms.md) | warning | A text has another word for a "
        "thing than the one that the school chose. |"
    ) in index
    assert "| [`rules.conflict`](rules.conflict.md) | error (fixed) |" in index


def test_a_page_says_what_it_finds_why_and_shows_both_examples() -> None:
    assert code_page(BOOK["posts.idle"]) == (
        "<!-- Made by `schoolpolicy schema`. "
        "Change schoolpolicy/checks/codes/, not this file. -->\n"
        "# `posts.idle`\n"
        "\n"
        "A post holds no role. Readers would ask what it is for.\n"
        "\n"
        "## A bad example\n"
        "\n"
        "In `posts.yml`:\n"
        "\n"
        "````yaml\n"
        "- {id: computing-leader, title: computing leader}\n"
        "````\n"
        "\n"
        "## A good example\n"
        "\n"
        "````yaml\n"
        "- {id: computing-leader, title: computing leader, holds: [online-safety-lead]}\n"
        "````\n"
        "\n"
        "## How serious it is\n"
        "\n"
        "It is a warning. Where a school has a good reason, it accepts the warning in "
        "`school.yml`:\n"
        "\n"
        "````yaml\n"
        "accepted:\n"
        "- finding: posts.idle\n"
        "  because: The reason, in a sentence.\n"
        "````\n"
        "\n"
        "A school can take it more or less seriously, with its reason, in `school.yml`:\n"
        "\n"
        "````yaml\n"
        "severities:\n"
        "  posts.idle:\n"
        "    as: error\n"
        "    because: The reason, in a sentence.\n"
        "````\n"
        "\n"
        "[All findings](index.md) · [How to read them](../../checks.md)\n"
    )


def test_what_cannot_be_changed_says_so() -> None:
    said = code_help(BOOK["rules.conflict"])
    assert said.endswith(
        "## How serious it is\n\nIt is an error.\nHow serious it is cannot be changed.\n"
    )


def test_a_page_of_markdown_is_shown_as_such() -> None:
    assert "````markdown\nRead [how to tell us]" in code_help(BOOK["page.broken-link"])


def test_pages_of_codes_that_are_gone_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "phones.loud.md").write_text("Old.\n", encoding="utf-8")
    written = write_code_pages(tmp_path, BOOK)
    assert set(tmp_path.iterdir()) == set(written)
    assert (tmp_path / INDEX).read_text(encoding="utf-8") == code_index(BOOK)
