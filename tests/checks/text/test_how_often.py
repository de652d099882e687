"""How often a text says that something is done."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.text.how_often import days_of, how_often


@pytest.mark.parametrize(
    ("text", "said", "interval"),
    [
        ("We look each term.", "each term", "1 term"),
        ("We look every school day.", "every school day", "1 day"),
        ("Every two years we look.", "Every two years", "2 years"),
        ("Every 3 months we look.", "Every 3 months", "3 months"),
        ("We look once a year.", "once a year", "1 year"),
        ("We look twice a year.", "twice a year", "6 months"),
        ("We look three times a year.", "three times a year", "1 term"),
        ("We look twice in each term.", "twice in each term", "1 half-term"),
        ("We look each half term.", "each half term", "1 half-term"),
        ("We look every other week.", "every other week", "2 weeks"),
        ("We look per week and more.", "per week", None),
        ("We look termly, and ask.", "termly", "1 term"),
        ("We look annually.", "annually", "1 year"),
    ],
)
def test_frequencies_are_read(text: str, said: str, interval: str | None) -> None:
    found = list(how_often(text))
    if interval is None:
        assert found == []
        return
    days = days_of(interval)
    assert days is not None
    assert [text[each.start : each.end] for each in found] == [said]
    assert found[0].met_by(days)


@pytest.mark.parametrize(
    "text",
    [
        "We answer within a month.",
        "A year is long.",
        "It takes two weeks.",
        "Each year group has its own.",
        "Ask each year 6 pupil.",
        "The yearly review is long.",
        "Year by year we learn.",
        "Every person asks.",
        "It happened 0 times a year.",
    ],
)
def test_other_times_are_none(text: str) -> None:
    assert list(how_often(text)) == []


def test_more_often_will_do_where_the_text_says_at_least() -> None:
    (strict,) = how_often("We look each year.")
    (loose,) = how_often("We look at least once each year.")
    term, decade = days_of("1 term") or 0, days_of("10 years") or 0
    assert (strict.met_by(term), loose.met_by(term), loose.met_by(decade)) == (False, True, False)


def test_what_has_no_rhythm_has_no_days() -> None:
    assert [days_of(each) for each in ("always", "as it happens", "on joining")] == [None] * 3
