"""The moments of a school day."""

from __future__ import annotations

from typing import Any

from schoolpolicy.publish.views.day_moments import Day, Moment, minutes, school_day
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


def test_evenings_weekends_and_other_seasons_are_no_part_of_the_day() -> None:
    last_year = [{"starts": "2025-09-01", "ends": "2026-07-20"}]
    this_term = [{"starts": "2026-09-01", "ends": "2026-12-18"}]
    found = day(
        DAY,
        time("lessons", "09:00", "15:00"),
        time("evening", "18:00", "21:00", within="any-time"),
        time("saturday-lessons", "09:00", "12:00", weekdays=["saturday"]),
        time("exams", "09:00", "10:00", dates=last_year),
        time("clubs", "15:00", "16:00", dates=this_term),
        time("night-walk", "22:00", "06:00"),
    )
    assert labels(found) == ["Lessons", "Clubs"]


def test_a_policy_without_a_school_day_has_the_times_that_it_names() -> None:
    assert labels(school_day(policy())) == ["Break"]
    assert labels(day()) == ["Any time"]


def test_a_clock_time_in_minutes() -> None:
    assert minutes("08:40") == 520
