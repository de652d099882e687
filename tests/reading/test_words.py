"""The school's words in texts and pages: the article before them fits."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.pages import PageChecker
from schoolpolicy.model.page import PageFront
from schoolpolicy.model.term import TermForms, TermOption
from schoolpolicy.model.vocabulary import Nation
from schoolpolicy.reading.pages import Page
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.terms import forms
from schoolpolicy.reading.tree import Mapping
from schoolpolicy.reading.words import WordFiller

SCHOOL = TermForms(one="school", many="schools")
ACADEMY = forms(SCHOOL, TermOption(one="academy", many="academies"))


def said(text: str) -> list[str]:
    """Return what is found in a record with a text."""
    source = f"text: {text}\n"
    tree, _ = read_tree(source, "data/x.yml")
    assert isinstance(tree, Mapping)
    filler = WordFiller(ACADEMY, Nation.ENGLAND, {"data/x.yml": source})
    filler.fill(tree)
    return [str(each) for each in filler.findings]


def test_a_wrong_article_before_a_word_is_told() -> None:
    assert said("We lend a {{ school }} phone.") == [
        'data/x.yml:1:17: This says "a academy". Write "{{ a_school }}", which brings the article '
        "with it."
    ]


@pytest.mark.parametrize(
    "text", ["Be an {{ school }}.", "Is {{ a_school }}?", "The {{ school }}.", "Via {{ school }}."]
)
def test_a_right_article_or_none_is_not(text: str) -> None:
    assert said(text) == []


def test_on_pages_too() -> None:
    page = Page("docs/x.md", "x.md", PageFront(), "Here.\n\nA {{ school }} phone.\n", 1)
    checker = PageChecker({}, ACADEMY, {})
    assert [str(each) for each in checker.check(page)] == [
        'docs/x.md:3:3: This says "A academy". Write "{{ A_school }}", which brings the article '
        "with it."
    ]
