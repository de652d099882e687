"""The reference pages of the manual."""

from __future__ import annotations

from pathlib import Path

from macros.calls import Calls
from schoolpolicy.publish.reference import data_reference, macro_reference

REFERENCE = Path(__file__).parents[2] / "guide" / "reference"


def test_the_reference_in_the_repository_is_that_of_the_code() -> None:
    macros = (REFERENCE / "macros.md").read_text(encoding="utf-8")
    data = (REFERENCE / "data.md").read_text(encoding="utf-8")
    assert (macros, data) == (macro_reference(Calls.shapes()), data_reference()), (
        "run: schoolpolicy schema"
    )


def test_every_macro_says_what_it_is_for() -> None:
    assert [name for name, macro in Calls.shapes().items() if not macro.about] == []
