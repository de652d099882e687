"""The school year: terms, half-terms, weeks and months, the school's own or the usual ones."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import Any

from schoolpolicy.model.calendar import SchoolTerm
from schoolpolicy.review.calendar import Period, SchoolCalendar

NOVEMBER = dt.date(2026, 11, 22)
AUTUMN = {
    "id": "autumn-2026",
    "from": "2026-09-02",
    "to": "2026-12-16",
    "half_term": {"from": "2026-10-19", "to": "2026-10-30"},
}
SPRING = {"id": "spring-2027", "from": "2027-01-05", "to": "2027-03-25"}


def calendar(*terms: dict[str, Any]) -> SchoolCalendar:
    return SchoolCalendar(tuple(SchoolTerm.model_validate(each) for each in terms))


def first(unit: str, count: int, *terms: dict[str, Any], since: dt.date) -> list[str]:
    """Return the first periods that end on a day or after it, in words."""
    periods = (each for each in calendar(*terms).periods(unit, since) if each.ends >= since)
    return [_words(each) for each in islice(periods, count)]


def _words(period: Period) -> str:
    about = "about " if period.about else ""
    return f"{period.key}: {about}{period.starts} to {period.ends}"


class TestWithoutDatesOfTheSchool:
    def test_the_usual_terms_stand_in_and_are_marked(self) -> None:
        assert first("term", 4, since=NOVEMBER) == [
            "autumn-2026: about 2026-09-01 to 2026-12-18",
            "spring-2027: about 2027-01-04 to 2027-03-31",
            "summer-2027: about 2027-04-15 to 2027-07-20",
            "autumn-2027: about 2027-09-01 to 2027-12-17",
        ]

    def test_a_half_term_ends_on_the_last_day_before_the_break(self) -> None:
        assert first("half-term", 6, since=dt.date(2026, 9, 1)) == [
            "autumn-2026-1: about 2026-09-01 to 2026-10-23",
            "autumn-2026-2: about 2026-10-31 to 2026-12-18",
            "spring-2027-1: about 2027-01-04 to 2027-02-12",
            "spring-2027-2: about 2027-02-20 to 2027-03-31",
            "summer-2027-1: about 2027-04-15 to 2027-05-28",
            "summer-2027-2: about 2027-06-05 to 2027-07-20",
        ]

    def test_a_month_is_a_month_and_no_guess(self) -> None:
        assert first("month", 3, since=dt.date(2026, 12, 31)) == [
            "2026-12: 2026-12-01 to 2026-12-31",
            "2027-01: 2027-01-01 to 2027-01-31",
            "2027-02: 2027-02-01 to 2027-02-28",
        ]


class TestWithDatesOfTheSchool:
    def test_its_own_terms_are_no_guess(self) -> None:
        assert first("term", 3, AUTUMN, SPRING, since=NOVEMBER) == [
            "autumn-2026: 2026-09-02 to 2026-12-16",
            "spring-2027: 2027-01-05 to 2027-03-25",
            "summer-2027: about 2027-04-15 to 2027-07-20",
        ]

    def test_a_term_without_a_break_is_one_half_term(self) -> None:
        assert first("half-term", 3, AUTUMN, SPRING, since=NOVEMBER) == [
            "autumn-2026-2: 2026-10-31 to 2026-12-16",
            "spring-2027: 2027-01-05 to 2027-03-25",
            "summer-2027-1: about 2027-04-15 to 2027-05-28",
        ]

    def test_six_terms_a_year_push_out_all_usual_ones(self) -> None:
        days = [("09-01", "10-16"), ("10-26", "12-18"), ("01-04", "02-12")]
        days += [("02-22", "03-25"), ("04-12", "05-28"), ("06-07", "07-21")]
        terms = [
            {"id": f"term-{number}", "from": f"{year}-{one}", "to": f"{year}-{other}"}
            for number, (one, other) in enumerate(days, 1)
            for year in (2026 if number < 3 else 2027,)
        ]
        found = first("term", 7, *terms, since=dt.date(2026, 9, 1))
        assert [each.split(":")[0] for each in found] == [
            *(f"term-{number}" for number in range(1, 7)),
            "autumn-2027",
        ]

    def test_a_day_that_moves_keeps_its_name(self) -> None:
        later = {**AUTUMN, "to": "2026-12-18"}
        assert first("half-term", 1, AUTUMN, since=NOVEMBER)[0].startswith("autumn-2026-2: ")
        assert first("half-term", 1, later, since=NOVEMBER)[0].startswith("autumn-2026-2: ")


class TestWeeks:
    def test_a_week_is_over_on_friday(self) -> None:
        assert first("week", 2, AUTUMN, since=NOVEMBER) == [
            "2026-w48: 2026-11-23 to 2026-11-27",
            "2026-w49: 2026-11-30 to 2026-12-04",
        ]

    def test_there_is_none_in_the_holidays(self) -> None:
        found = first("week", 3, AUTUMN, SPRING, since=dt.date(2026, 10, 12))
        assert [each.split(":")[0] for each in found] == ["2026-w42", "2026-w45", "2026-w46"]

    def test_the_last_one_of_a_term_ends_with_the_term(self) -> None:
        assert first("week", 2, AUTUMN, SPRING, since=dt.date(2026, 12, 14)) == [
            "2026-w51: 2026-12-14 to 2026-12-16",
            "2027-w01: 2027-01-04 to 2027-01-08",
        ]


def test_school_days_are_weekdays_in_term() -> None:
    assert first("school day", 3, AUTUMN, since=dt.date(2026, 10, 16)) == [
        "2026-10-16: 2026-10-16 to 2026-10-16",
        "2026-11-02: 2026-11-02 to 2026-11-02",
        "2026-11-03: 2026-11-03 to 2026-11-03",
    ]


def test_the_last_school_day_of_a_month() -> None:
    assert calendar(AUTUMN).last_school_day(2026, 12) == dt.date(2026, 12, 16)
    assert calendar(AUTUMN).last_school_day(2026, 10) == dt.date(2026, 10, 16)
    assert calendar().last_school_day(2027, 8) == dt.date(2027, 8, 31), "all of it is holiday"
