"""The moments of a school day."""

from __future__ import annotations

from typing import Any

from schoolpolicy.publish.views.day_moments import Day, Moment, moments_words, school_day
from tests.policies import policy

ANY = {"id": "any-time", "title": "At any time"}
DAY = {"id": "school-day", "title": "During the school day", "within": "any-time"}


def time(name: str, starts: str | None = None, ends: str | None = None, **more: Any) -> Any:
    title = f"At {name}"
    return {"id": name, "title": title, "within": "school-day", "starts": starts, "ends": ends} | (
        more
    )


def day(*times: Any) -> Day:
    return school_day(policy(times=(ANY, *times)))


def labels(found: Day) -> list[str]:
    return [each.label for each in found.moments]


def test_a_moment_belongs_to_the_shortest_named_time_that_holds_it() -> None:
    found = day(
        DAY,
        time("lessons", "09:00", "15:00"),
        time("break", "10:30", "10:45"),
        time("lunch", "12:00", "13:00"),
    )
    assert [(each.label, each.starts, each.ends) for each in found.moments] == [
        ("Lessons", 540, 630),
        ("Break", 630, 645),
        ("Lessons", 645, 720),
        ("Lunch", 720, 780),
        ("Lessons", 780, 900),
    ]


def test_what_no_named_time_holds_belongs_to_the_day_itself() -> None:
    whole = DAY | {"starts": "08:00", "ends": "11:00"}
    found = day(whole, time("lessons", "09:00", "10:00"), time("clubs", "10:30", "11:00"))
    assert [(each.time, each.starts) for each in found.moments] == [
        ("school-day", 480),
        ("lessons", 540),
        ("school-day", 600),
        ("clubs", 630),
    ]


def test_without_clocks_the_innermost_times_follow_each_other_as_written() -> None:
    social = time("social", title="Break and lunch")
    found = day(DAY, time("lessons"), social, time("break", within="social"), time("lunch"))
    assert labels(found) == ["Lessons", "Break", "Lunch"]
    assert found.moments[0] == Moment("lessons", "at lessons", "Lessons", None, None)


def test_a_time_without_a_clock_among_others_with_one_is_told_apart() -> None:
    found = day(DAY, time("lessons", "09:00", "15:00"), time("study"))
    assert labels(found) == ["Lessons"]
    assert [each.time for each in found.others] == ["study"]


TERM = [{"starts": "2026-09-01", "ends": "2027-07-20"}]
WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"]
IN_TERM = DAY | {"starts": "08:30", "ends": "16:00", "weekdays": WEEK, "dates": TERM}


def test_evenings_and_weekends_are_no_part_of_the_day_and_nights_no_part_of_its_order() -> None:
    found = day(
        IN_TERM,
        time("lessons", "09:00", "15:00"),
        time("evening", "18:00", "21:00", within="any-time"),
        time("saturday-lessons", "09:00", "12:00", weekdays=["saturday"]),
        time("night-walk", "22:00", "06:00"),
    )
    assert labels(found) == ["School day", "Lessons", "School day"]
    assert [each.time for each in found.others] == ["night-walk"]


def test_a_time_on_a_few_days_only_is_told_apart() -> None:
    found = day(
        IN_TERM,
        time("lessons", "09:00", "15:00"),
        time("chess-club", "15:00", "16:00", weekdays=["wednesday"]),
        time("exams", "09:00", "12:00", dates=[{"starts": "2027-05-10", "ends": "2027-06-20"}]),
        time("fair", "09:00", "15:00", dates=[{"starts": "2026-09-04", "ends": "2026-09-04"}]),
    )
    assert labels(found) == ["School day", "Lessons", "School day"]
    # The fair is over on the policy's day.
    assert found.others == (
        Moment("chess-club", "at chess-club", "Chess-club", 900, 960),
        Moment("exams", "at exams", "Exams", 540, 720),
    )


def test_the_day_is_that_of_most_of_the_year_even_if_built_in_the_holidays() -> None:
    terms = [
        {"starts": "2026-09-01", "ends": "2026-11-20"},
        {"starts": "2026-12-01", "ends": "2027-07-20"},
    ]
    found = day(IN_TERM, time("lessons", "09:00", "15:00", dates=terms))
    assert [(each.label, each.starts) for each in found.moments] == [
        ("School day", 510),
        ("Lessons", 540),
        ("School day", 900),
    ]


def test_without_clocks_a_time_on_a_few_days_only_is_told_apart() -> None:
    found = day(DAY, time("lessons"), time("chess-club", weekdays=["wednesday"]), time("lunch"))
    assert labels(found) == ["Lessons", "Lunch"]
    assert [each.time for each in found.others] == ["chess-club"]


def test_times_that_only_cross_midnight_are_moments_without_clocks() -> None:
    found = day(DAY, time("night", "22:00", "06:00"), time("late", "23:00", "01:00"))
    assert [(each.label, each.starts) for each in found.moments] == [
        ("Night", None),
        ("Late", None),
    ]
    assert found.others == ()


def test_a_policy_without_a_school_day_has_the_times_that_it_names() -> None:
    assert labels(school_day(policy())) == ["Break"]
    assert labels(day()) == ["Any time"]


def test_moments_in_words_have_each_name_once() -> None:
    lessons = (Moment("l", "in lessons", "Lessons", 540, 630), Moment("l", "in lessons", "Lessons"))
    assert moments_words((*lessons, Moment("b", "at break", "Break", 630, 720))) == (
        "in lessons (9am to 10:30am) and at break (10:30am to 12 noon)"
    )
    assert moments_words((Moment("b", "at break", "Break"),)) == "at break"


def test_a_moment_without_a_clock_has_some_length() -> None:
    assert Moment("b", "at break", "Break", 630, 645).length == 15
    assert Moment("b", "at break", "Break").length == 1
