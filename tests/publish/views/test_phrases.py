"""Small pieces of wording made from values."""

from __future__ import annotations

import datetime as dt

import pytest

from schoolpolicy.model.base import EVENTS
from schoolpolicy.publish.views.phrases import (
    capital,
    clock,
    day,
    dial,
    how_often,
    nth,
    the,
)
from schoolpolicy.rules.words import listed


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ("1 week", "Once a week"),
        ("1 weeks", "Once a week"),
        ("1 half-term", "Once a half-term"),
        ("2 year", "Every 2 years"),
        ("3 months", "Every 3 months"),
        ("10 school days", "Every 10 school days"),
        ("as it happens", "As it happens"),
        ("on joining", "On joining"),
    ],
)
def test_how_often(interval: str, words: str) -> None:
    assert how_often(interval) == words


def test_every_event_is_said_as_it_is_written() -> None:
    assert {how_often(event).lower() for event in EVENTS} == EVENTS


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("08:40", "8:40am"),
        ("09:00", "9am"),
        ("00:00", "midnight"),
        ("00:05", "12:05am"),
        ("11:59", "11:59am"),
        ("12:00", "12 noon"),
        ("12:05", "12:05pm"),
        ("13:00", "1pm"),
        ("23:30", "11:30pm"),
    ],
)
def test_clock_times_as_people_say_them(time: str, words: str) -> None:
    assert clock(time) == words


def test_a_day_has_no_leading_zero() -> None:
    assert day(dt.date(2026, 9, 1)) == "1 September 2026"


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_listed_as_in_a_sentence(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_the_last_word_of_a_list_may_be_a_choice() -> None:
    assert listed(iter(["a", "b", "c"]), "or") == "a, b or c"


@pytest.mark.parametrize(
    ("phone", "number"),
    [("0800 1111", "08001111"), ("+44 (0)20 7946-0000", "+4402079460000"), ("999", "999")],
)
def test_a_number_is_dialled_without_spaces(phone: str, number: str) -> None:
    assert dial(phone) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "The first time"), (2, "The second time"), (6, "The sixth time"), (7, "Time 7")],
)
def test_which_time_it_is(number: int, words: str) -> None:
    assert nth(number) == words


def test_a_role_gets_its_article_unless_it_is_everybody() -> None:
    assert the("headteacher") == "the headteacher"
    assert the("all staff") == "all staff"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capital("the IT manager") == "The IT manager"
    assert capital("") == ""
