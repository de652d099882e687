"""The columns of a table have headings."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.structure.tables import check_tables
from tests.checks.pages import page, told

PROBLEM = (
    "The columns of this table have no headings. Write a word above each column; where there is "
    "nothing to write, use a list."
)


def said(text: str) -> list[str]:
    return told(check_tables(page(text)))


@pytest.mark.parametrize(
    "text",
    [
        "| Year | Where |\n|---|---|\n| 5 | Locker |",
        "|  | Where |\n|---|---|\n| 5 | Locker |",
        "Year | Where\n--- | :---:\n5 | Locker",
        "Text.\n\n---\n\nText.",
        "A heading\n---",
        "<table><tr><th>Year</th></tr></table>",
        "`| |\n|---|`",
    ],
)
def test_a_table_with_headings_is_silent(text: str) -> None:
    assert said(text) == []


def test_a_table_with_empty_headings() -> None:
    assert said("Text.\n\n|   |   |\n|---|---|\n| 5 | Locker |") == [f"3:1: {PROBLEM}"]


def test_a_table_in_html() -> None:
    assert said("Text.\n\n<table><tr><td>5</td></tr></table>") == [f"3:1: {PROBLEM}"]
