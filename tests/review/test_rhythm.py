"""By which days a thing is due that is done every so often."""

from __future__ import annotations

import datetime as dt
from itertools import islice

import pytest

from schoolpolicy.model.organisation import ReviewPlan
from schoolpolicy.review.calendar import SchoolCalendar
from schoolpolicy.review.rhythm import Rhythm, months_after

DAY = dt.date(2026, 11, 22)


def due(every: str, last: str | None = None, count: int = 2, **plan: str) -> list[str]:
    given = {"effective_from": "2026-09-01", "next_review": "2027-07-01", **plan}
    review = ReviewPlan.model_validate({"edition": "1", "approved_by": "head", **given})
    done = dt.date.fromisoformat(last) if last else None
    found = Rhythm(SchoolCalendar(), review, DAY).deadlines(every, done)
    return [
        f"{each.period}: {'about ' if each.about else ''}{each.day}"
        for each in islice(found, count)
    ]


class TestNeverDone:
    """The first time is in the first stretch of time in which the policy holds."""

    @pytest.mark.parametrize(
        ("every", "days"),
        [
            ("1 week", ["2026-w36: about 2026-09-04", "2026-w37: about 2026-09-11"]),
            ("2 weeks", ["2026-w37: about 2026-09-11", "2026-w39: about 2026-09-25"]),
            ("1 month", ["2026-09: 2026-09-30", "2026-10: 2026-10-31"]),
            ("3 months", ["2026-11: 2026-11-30", "2027-02: 2027-02-28"]),
            ("1 half-term", ["autumn-2026-1: about 2026-10-23", "autumn-2026-2: about 2026-12-18"]),
            ("1 term", ["autumn-2026: about 2026-12-18", "spring-2027: about 2027-03-31"]),
            ("2 terms", ["spring-2027: about 2027-03-31", "autumn-2027: about 2027-12-17"]),
        ],
    )
    def test_by_the_end_of_each(self, every: str, days: list[str]) -> None:
        assert due(every) == days

    def test_what_is_yearly_goes_with_the_month_of_the_review(self) -> None:
        assert due("1 year") == ["2027: about 2027-07-20", "2028: about 2028-07-20"]
        assert due("1 year", next_review="2027-01-15", count=1) == ["2027: about 2027-01-29"]

    def test_a_review_in_the_month_of_the_start_is_a_year_away(self) -> None:
        assert due("1 year", next_review="2027-09-01", count=1) == ["2027: about 2027-09-30"]

    def test_where_no_review_is_settled_the_school_year_counts(self) -> None:
        assert due("1 year", next_review="undecided", count=1) == ["2027: about 2027-07-20"]

    def test_where_no_start_is_settled_the_day_counts(self) -> None:
        assert due("1 term", effective_from="undecided", count=1) == [
            "autumn-2026: about 2026-12-18"
        ]

    def test_every_two_years(self) -> None:
        assert due("2 years") == ["2028: about 2028-07-20", "2030: about 2030-07-19"]


class TestDoneOnce:
    """The next time is in the stretch of time after the one in which it was done."""

    @pytest.mark.parametrize(
        ("every", "last", "days"),
        [
            ("1 week", "2026-11-20", ["2026-w48: about 2026-11-27", "2026-w49: about 2026-12-04"]),
            ("1 month", "2026-10-30", ["2026-11: 2026-11-30", "2026-12: 2026-12-31"]),
            (
                "1 term",
                "2026-09-02",
                ["spring-2027: about 2027-03-31", "summer-2027: about 2027-07-20"],
            ),
            (
                "1 half-term",
                "2026-10-23",
                ["autumn-2026-2: about 2026-12-18", "spring-2027-1: about 2027-02-12"],
            ),
            (
                "2 terms",
                "2026-09-02",
                ["summer-2027: about 2027-07-20", "spring-2028: about 2028-03-31"],
            ),
        ],
    )
    def test_it_is_due_by_the_end_of_the_next(self, every: str, last: str, days: list[str]) -> None:
        assert due(every, last) == days

    def test_a_year_later_on_the_same_day(self) -> None:
        assert due("1 year", "2026-09-15") == ["2027: 2027-09-15", "2028: 2028-09-15"]
        assert due("2 years", "2024-02-29") == ["2026: 2026-02-28", "2028: 2028-02-29"]

    def test_done_in_the_holidays_it_was_for_the_term_before(self) -> None:
        assert due("1 term", "2026-12-22", count=1) == ["spring-2027: about 2027-03-31"]


@pytest.mark.parametrize("event", ["as it happens", "always", "on joining", "once"])
def test_no_time_brings_round_what_happens(event: str) -> None:
    assert due(event) == []


def test_a_month_without_the_day_ends_sooner() -> None:
    assert months_after(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)
    assert months_after(dt.date(2026, 12, 5), 1) == dt.date(2027, 1, 5)


@pytest.mark.parametrize(
    "every", ["1 day", "1 week", "1 month", "1 half-term", "1 term", "1 year", "999 years"]
)
def test_the_days_end_with_the_last_year(every: str) -> None:
    assert len(due(every, "9997-10-01", 2000)) < 2000
