"""The words a school uses: chosen, by default, whose they are, with their article."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.model.term import TermForms, TermOption
from schoolpolicy.model.vocabulary import Nation, Phase, SchoolType
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.terms import (
    Setting,
    article,
    forms,
    possessive,
    resolve_words,
    setting_of,
)
from schoolpolicy.reading.tree import Mapping
from tests.policies import oakfield

PRIMARY = Setting(Nation.ENGLAND, Phase.PRIMARY, SchoolType.MAINTAINED)
ACADEMY = Setting(Nation.ENGLAND, Phase.SECONDARY, SchoolType.ACADEMY)
WELSH = Setting(Nation.WALES, Phase.SECONDARY, SchoolType.MAINTAINED)
MODEL = oakfield().terms


def words(
    setting: Setting, settings: str = "", terms: Any = MODEL
) -> tuple[dict[str, str], list[str]]:
    """Return the words of a school, and what is wrong with what it chose."""
    tree, _ = read_tree(settings or "x: y", "school.yml")
    assert isinstance(tree, Mapping)
    chosen, also = (
        node if isinstance(node := tree.fields.get(field), Mapping) else None
        for field in ("terms", "also_says")
    )
    found, wrong = resolve_words(terms, setting, chosen, also, "Hill School")
    return found, [str(each) for each in wrong]


@pytest.mark.parametrize(
    ("word", "owner"),
    [
        ("pupil", "pupil's"),
        ("pupils", "pupils'"),
        ("children", "children's"),
        ("governing body", "governing body's"),
        ("parents and carers", "parents and carers'"),
        ("people", "people's"),
    ],
)
def test_whose_something_is(word: str, owner: str) -> None:
    assert possessive(word) == owner


@pytest.mark.parametrize(
    "said",
    [
        *("an academy", "a school", "an IT manager", "an ICT lead", "an online safety lead"),
        *("an SLT", "a headteacher", "a UK office", "an Upper School", "a network manager"),
    ],
)
def test_the_article_goes_by_the_sound_of_the_first_letter(said: str) -> None:
    expected, word = said.split(" ", 1)
    assert article(word) == expected


def test_a_term_has_all_its_forms_with_and_without_a_capital() -> None:
    found = forms(TermForms(one="pupil", many="pupils"), TermOption(one="child", many="children"))
    assert found["pupils_possessive"] == "children's"
    assert found["Pupil_possessive"] == "Child's"
    assert (found["a_pupil"], found["A_pupil"]) == ("a child", "A child")
    assert (found["the_pupil"], found["a_pupil_possessive"]) == ("the child", "a child's")


def test_an_option_says_what_its_letters_do_not() -> None:
    given = TermForms(one="platform", many="platforms")
    name = TermOption(one="Hwb", many="Hwb", article="none", possessive="the Hwb's")
    found = forms(given, name)
    assert found["the_platform"] == found["a_platform"] == "Hwb"
    assert found["platform_possessive"] == "the Hwb's"
    assert forms(given, TermOption(one="user site", many="x", article="a"))["a_platform"] == (
        "a user site"
    )


def test_the_model_policy_has_words_for_each_kind_of_school() -> None:
    def chosen(setting: Setting, *keys: str) -> list[str]:
        found, wrong = words(setting)
        assert wrong == []
        return [found[key] for key in keys]

    who = ("pupils", "class_teacher", "responsible_body", "governing_body", "governor")
    assert chosen(PRIMARY, *who) == (
        ["pupils", "class teacher", "local authority", "governing body", "governor"]
    )
    assert chosen(ACADEMY, *who) == (
        ["students", "form tutor", "trust", "board of trustees", "trustee"]
    )
    assert chosen(WELSH, *who) == (
        ["learners", "form tutor", "local authority", "governing body", "governor"]
    )
    assert chosen(WELSH, "dsl", "send", "safeguarding_partner", "designated_officer") == [
        "designated safeguarding person",
        "additional learning needs",
        "regional safeguarding board",
        "designated officer for safeguarding",
    ]


def test_a_word_follows_the_word_for_something_else() -> None:
    found, _ = words(PRIMARY, "terms: {governors: board of directors, school: academy}")
    assert (found["governor"], found["office"]) == ("director", "academy office")


def test_each_default_names_an_option_of_its_nations() -> None:
    for term in MODEL:
        for default in term.defaults:
            option = next((each for each in term.options if each.many == default.use), None)
            assert option is not None, f"{term.id}: {default.use}"
            assert not option.nations or set(default.nations) <= set(option.nations)


def test_each_nation_may_use_the_first_option_or_has_a_default() -> None:
    for term in MODEL:
        for nation in Nation:
            found, _ = words(Setting(nation, Phase.PRIMARY, SchoolType.MAINTAINED))
            said = found[term.placeholder.many]
            option = next(each for each in term.options if each.many == said)
            assert not option.nations or nation in option.nations, f"{term.id} in {nation}"


def test_a_word_of_another_nation_is_no_word() -> None:
    _, wrong = words(PRIMARY, "terms: {dsl: designated safeguarding person}")
    assert wrong == [
        'school.yml:1:14: "designated safeguarding person" is a word of Wales. '
        "Choose one of: designated safeguarding lead."
    ]


def test_what_a_school_says_besides_is_checked_as_its_words_are() -> None:
    found, wrong = words(PRIMARY, "also_says: {learners: [students, pupils], lerners: [pupils]}")
    assert found["pupils"] == "pupils"
    assert wrong == [
        'school.yml:1:43: There is no term "lerners". Did you mean "learners"?',
    ]
    _, wrong = words(PRIMARY, "also_says: {learners: [studdents]}")
    assert wrong == [
        'school.yml:1:24: "studdents" is not a word for the children and young people the school '
        'teaches. Did you mean "students"?'
    ]


def test_the_kind_of_school_is_read_as_far_as_it_can_be() -> None:
    tree, _ = read_tree("nation: wales\nphase: secundary\ntype: academy\n", "school.yml")
    assert isinstance(tree, Mapping)
    assert setting_of(tree) == Setting(Nation.WALES, Phase.PRIMARY, SchoolType.ACADEMY)
    assert setting_of(None) == PRIMARY


def test_no_placeholder_belongs_to_two_terms() -> None:
    keys = [key for term in MODEL for key in (term.placeholder.one, term.placeholder.many)]
    assert len(keys) == len(set(keys))
