"""The answers of a school: what is understood, however it is written."""

from __future__ import annotations

import pytest

from schoolpolicy.reading.choices import check_choices, understood
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.tree import Mapping

KNOWN = """
options:
- {value: yes, label: All}
- {value: staff, label: Staff}
- {value: no, label: Nobody}
"""


def read(text: str) -> Mapping:
    tree, _ = read_tree(text, "school.yml")
    assert isinstance(tree, Mapping)
    return tree


def answer(written: str) -> object:
    """Return how an answer is understood; nothing may be wrong with it."""
    known = {"byod": read(KNOWN)}
    choices = understood(read(f"choices: {{byod: {written}}}"), known).fields["choices"]
    assert isinstance(choices, Mapping)
    assert list(check_choices(choices, known)) == []
    return choices.fields["byod"].plain()


@pytest.mark.parametrize("written", ["no", '"no"', '"No"', "NO", "false"])
def test_no_is_no_with_capitals_and_in_quotes_too(written: str) -> None:
    assert answer(written) is False


@pytest.mark.parametrize("written", ["staff", "Staff", "'STAFF'"])
def test_an_answer_in_words_may_have_capitals(written: str) -> None:
    assert answer(written) == "staff"


@pytest.mark.parametrize("written", ["undecided", "Undecided"])
def test_what_is_undecided_may_have_a_capital(written: str) -> None:
    assert answer(written) == "undecided"


def test_a_file_without_choices_stays_as_it_is() -> None:
    school = read("name: Hill School")
    assert understood(school, {}) is school
