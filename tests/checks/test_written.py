"""A part of a text is found in the file that it is written in, on its very line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.written import Writings
from schoolpolicy.model.finding import Place
from schoolpolicy.reading.project import Project
from tests.policies import policy, statement

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The school keeps copies. It tests that files come back."
SOURCE = """statements:
- id: ask
  words: {staff: It keeps it.}
  text: >-
    The {{ school }} keeps copies. It
    tests that files come back.
"""


@pytest.mark.parametrize(
    ("part", "line", "column"),
    [
        ("copies", 5, 28),
        ("files come back.", 6, 16),
        # What goes on over a line, or has words of the school in it, is where it begins.
        ("The school keeps copies.", 5, 5),
        ("It tests that files", 5, 36),
        ("school keeps", 5, 22),
    ],
)
def test_a_part_has_a_line_and_a_column(tmp_path: Path, part: str, line: int, column: int) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/statements.yml").write_text(SOURCE, encoding="utf-8")
    places = {("statements", "ask"): Place(file="data/statements.yml", line=2, column=3)}
    whole = policy(statements=[statement("ask", text=TEXT)])
    writings = Writings(Project(tmp_path), whole, places, [])
    (written,) = (each for each in writings.of_records() if each.text == TEXT)
    start = TEXT.index(part)
    spot = writings.spot(written, start, start + len(part))
    assert str(spot) == f"data/statements.yml:{line}:{column}"


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [("It tests that files come back.", 5, 36), ("school KEEPS copies", 5, 22), ("gone", 2, 3)],
)
def test_words_of_a_text_of_a_record_have_one_too(
    tmp_path: Path, words: str, line: int, column: int
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/statements.yml").write_text(SOURCE, encoding="utf-8")
    places = {("statements", "ask"): Place(file="data/statements.yml", line=2, column=3)}
    whole = policy(statements=[statement("ask", text=TEXT)])
    writings = Writings(Project(tmp_path), whole, places, [])
    (said,) = (each.said for each in writings.of_records() if each.said and each.text == TEXT)
    assert str(writings.spot_of(said, words)) == f"data/statements.yml:{line}:{column}"
