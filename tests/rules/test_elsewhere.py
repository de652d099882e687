"""Where and when the answer is another one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.asking import Asked
from schoolpolicy.rules.elsewhere import elsewhere
from tests.policies import policy, rule

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

PLACES = (
    {"id": "anywhere", "title": "Anywhere"},
    {"id": "care", "title": "In our care", "within": "anywhere"},
    {"id": "school", "title": "School", "within": "care"},
    {"id": "lessons", "title": "Lessons", "within": "school"},
    {"id": "hall", "title": "Hall", "within": "school"},
    {"id": "trips", "title": "Trips", "within": "care"},
    {"id": "home", "title": "Home", "within": "anywhere"},
)
Y6 = {"audience": "pupils", "cohorts": ["y6"]}


def others(*rules: Rule, time: str = "any-time", placed: bool = False) -> list[tuple[Any, ...]]:
    book = RuleBook(policy(*rules, places=PLACES))
    pupils = tuple(each for each in book.people.present if each.cohorts)
    place, day = "school", dt.date(2026, 11, 22)
    asked = Asked(pupils, "phone", Function.ANY, place, time, None, day, (), placed)
    return [
        (
            [sorted(person.cohorts)[0] for person in each.people],
            [(setting.place, setting.time) for setting in each.settings],
            each.answer.rule.id if each.answer.rule else None,
        )
        for each in elsewhere(book, asked, pupils)
    ]


BOTH = ["y5", "y6"]


def test_the_same_answer_everywhere_is_not_told_again() -> None:
    assert others(rule("no"), rule("no-trips", place="trips")) == []


def test_only_the_widest_place_is_told_and_anywhere_else_comes_last() -> None:
    assert others(rule("yes", "allowed"), rule("no", place="school")) == [
        (BOTH, [("anywhere", "any-time")], "yes"),
    ]


def test_a_wide_place_of_which_every_part_is_told_is_not_told() -> None:
    yes = [rule("care", "allowed", place="care"), rule("home", "allowed", place="home")]
    assert others(rule("no"), *yes) == []


def test_times_are_told_too_and_places_at_times() -> None:
    found = others(
        rule("no"), rule("break", "allowed", time="break"), rule("home", "must", place="home")
    )
    assert (BOTH, [("anywhere", "break")], "break") in found


def test_people_with_other_answers_elsewhere_are_told_apart() -> None:
    found = others(rule("no"), rule("six", "allowed", who=Y6, place="hall"))
    assert found == [(["y6"], [("hall", "any-time")], "six")]


def test_what_was_asked_about_is_not_left() -> None:
    rules = [rule("no"), rule("break", "allowed", time="break"), rule("home", "must", place="home")]
    assert others(*rules, time="break", placed=True) == []
    assert others(rule("no"), rule("hall", "allowed", place="hall"), placed=True) == [
        (BOTH, [("hall", "any-time")], "hall")
    ]


def test_a_place_without_an_answer_is_told() -> None:
    assert others(rule("no", place="care")) == [
        (BOTH, [("care", "any-time")], "no"),
        (BOTH, [("anywhere", "any-time")], None),
    ]
