"""Guesses at what somebody meant."""

from __future__ import annotations

import pytest

from schoolpolicy.reading.suggest import nearest, remedy

ROLES = ("head", "deputy-head", "dsl", "governors")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("haed", "head"),
        ("governers", "governors"),
        ("deputy_head", "deputy-head"),
        ("DSL", "dsl"),
        ("head", "head"),
        ("caretaker", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_guessed_if_any_is_near(word: str, meant: str | None) -> None:
    assert nearest(word, ROLES) == meant


def test_a_guess_is_written_as_it_is_known() -> None:
    assert nearest("PUPILS", ("Pupils", "Parents")) == "Pupils"


def test_a_near_word_is_asked_for() -> None:
    assert remedy("haed", ROLES) == 'Did you mean "head"?'


def test_without_a_near_word_all_are_listed_in_order() -> None:
    assert remedy("xyz", ROLES) == "Known: deputy-head, dsl, governors, head."


def test_the_list_may_be_said_in_other_words() -> None:
    assert remedy("xyz", ("yes", "no"), "Choose one of: {known}.") == "Choose one of: no, yes."


def test_a_long_list_is_cut_after_twelve() -> None:
    known = [f"role-{number:02}" for number in range(20)]
    assert remedy("zzz", known) == f"Known: {', '.join(known[:12])} and 8 more."


def test_of_very_many_only_the_nearest_few_are_shown() -> None:
    known = [f"known-{number:02}" for number in range(50)]
    assert remedy("zzz", known) == ("Known: known-00, known-01, known-02, known-03 and 46 more.")


def test_an_empty_list_says_so() -> None:
    assert remedy("xyz", ()) == "Known: none yet."


def test_a_word_with_braces_does_no_harm() -> None:
    assert remedy("{0}", ("{known}", "b")) == "Known: b, {known}."


PLACES = {
    "dining-hall": ("In the dining hall", "canteen", "lunch hall"),
    "on-site": ("On the school site", "school"),
    "school-bus": ("On the school bus", "bus"),
    "home": ("At home",),
}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("canteen", "dining-hall"),
        ("school", "on-site"),
        ("the bus", "school-bus"),
        ("dining hall", "dining-hall"),
        ("hall", "dining-hall"),
        ("cantene", "dining-hall"),
        ("hoem", "home"),
        ("vape", None),
    ],
)
def test_what_a_record_is_called_counts_as_its_id(word: str, meant: str | None) -> None:
    assert nearest(word, PLACES, PLACES) == meant


def test_all_that_have_the_very_name_are_asked_for() -> None:
    names = {"mobile-phone": ("a phone",), "landline": ("the phone",), "tag": ("a tag",)}
    assert remedy("phone", names, names=names) == 'Did you mean "landline" or "mobile-phone"?'


def test_a_long_list_begins_with_the_nearest() -> None:
    known = [*(f"role-{number:02}" for number in range(20)), "zebra-zone"]
    assert remedy("zebras!?", known, "{known}").startswith("zebra-zone, role-00, role-01")
