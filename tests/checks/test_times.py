"""Whether a clock time can be found among a school's named times."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.times import check_times
from schoolpolicy.model.finding import Place
from schoolpolicy.model.vocabulary import Severity
from tests.policies import policy


def findings(*times: dict[str, object]) -> list[tuple[str, Severity, str]]:
    records = [{"title": str(each["id"]), "within": "any-time", **each} for each in times]
    whole = policy(times=[{"id": "any-time", "title": "Any time"}, *records])
    places = {
        ("times", each.id): Place(file="times.yml", line=number, column=1)
        for number, each in enumerate(whole.times, 1)
    }
    return [(each.code, each.severity, str(each)) for each in check_times(whole, places)]


SCHOOL_DAY = {"id": "school-day", "starts": "08:40", "ends": "15:15"}
NIGHT = {"id": "night", "starts": "21:30", "ends": "07:00"}


def test_times_that_fit_are_not_told() -> None:
    lunch = {"id": "lunch", "within": "school-day", "starts": "12:00", "ends": "15:15"}
    late = {"id": "late", "within": "night", "starts": "23:00", "ends": "01:00"}
    early = {"id": "early", "within": "night", "starts": "05:00", "ends": "07:00"}
    assert findings(SCHOOL_DAY, lunch, NIGHT, late, early) == []


def test_a_time_outside_the_one_it_lies_in() -> None:
    clubs = {"id": "clubs", "within": "after", "starts": "15:00", "ends": "16:30"}
    between = {"id": "after", "within": "school-day"}
    assert findings(SCHOOL_DAY, between, clubs) == [
        (
            "times.outside",
            Severity.WARNING,
            'times.yml:4:1: "clubs" runs from 15:00 to 16:30, but lies within "school-day", '
            "which runs from 08:40 to 15:15. Change the clock times of one of them; what lies "
            "outside is never found.",
        )
    ]


@pytest.mark.parametrize(
    ("starts", "ends"), [("20:00", "22:00"), ("06:00", "08:00"), ("12:00", "13:00")]
)
def test_a_time_outside_one_that_runs_across_midnight(starts: str, ends: str) -> None:
    inner = {"id": "inner", "within": "night", "starts": starts, "ends": ends}
    assert [code for code, *_ in findings(NIGHT, inner)] == ["times.outside"]


def test_a_time_that_only_starts_or_only_ends() -> None:
    assert findings({"id": "a", "starts": "09:00"}, {"id": "b", "ends": "09:00"}) == [
        (
            "times.half",
            Severity.ERROR,
            'times.yml:2:1: "a" has "starts", but no "ends". '
            'Add "ends" with a clock time, such as "15:15", or delete "starts".',
        ),
        (
            "times.half",
            Severity.ERROR,
            'times.yml:3:1: "b" has "ends", but no "starts". '
            'Add "starts" with a clock time, such as "15:15", or delete "ends".',
        ),
    ]


def test_two_times_at_the_same_time() -> None:
    same = {**SCHOOL_DAY, "id": "lessons"}
    assert findings(SCHOOL_DAY, same) == [
        (
            "times.same",
            Severity.WARNING,
            'times.yml:3:1: "school-day" (times.yml, line 2) and "lessons" are at the same time, '
            "from 08:40 to 15:15: a clock time could be either. "
            "Put one of them within the other, or change the clock times.",
        )
    ]


def test_two_times_at_the_same_time_of_which_one_lies_in_the_other() -> None:
    assert findings(SCHOOL_DAY, {**SCHOOL_DAY, "id": "lessons", "within": "school-day"}) == []


def test_two_times_at_the_same_time_of_different_days() -> None:
    monday = {"id": "monday", "weekdays": ["monday"]}
    tuesday = {"id": "tuesday", "weekdays": ["tuesday"]}
    first = {"id": "mon-1", "within": "monday", "starts": "09:00", "ends": "10:00"}
    second = {"id": "tue-1", "within": "tuesday", "starts": "09:00", "ends": "10:00"}
    assert findings(monday, tuesday, first, second) == []
