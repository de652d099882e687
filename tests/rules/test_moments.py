"""From clock times, weekdays and dates to named times; and against a slow, obvious way."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schoolpolicy.model.scope import Time, Weekday
from schoolpolicy.rules.moments import WEEK, BadMomentError, Calendar, Moment, read_moment

HALF_TERM = [{"starts": "2026-10-26", "ends": "2026-10-30"}]
TERM = [
    {"starts": "2026-09-02", "ends": "2026-10-23"},
    {"starts": "2026-11-02", "ends": "2026-12-18"},
]


def time(name: str, clock: str = "", within: str | None = "any-time", **fields: Any) -> Time:
    if clock:
        fields["starts"], fields["ends"] = clock.split("-")
    return Time.model_validate({"id": name, "title": name, "within": within, **fields})


def named(text: str, *times: Time) -> str:
    moment = read_moment(text)
    assert moment is not None
    return Calendar([time("any-time", within=None), *times]).named(moment)


DAY = (
    time("school-day", "08:40-15:15", weekdays=list(WEEK[:5]), dates=TERM),
    time("lesson", "08:50-15:15", "school-day"),
    time("social-time", within="school-day"),
    time("break", "10:30-10:45", "social-time"),
    time("night", "21:30-07:00"),
    time("friday-night", "21:30-08:00", weekdays=["friday"]),
    time("weekend", weekdays=["saturday", "sunday"]),
    time("half-term", dates=HALF_TERM),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:35", "break"),
        ("10:45", "lesson"),
        ("8:45", "school-day"),
        ("08:40", "school-day"),
        ("15:15", "any-time"),
        ("monday 15:15", "any-time"),
        ("monday 10:35", "break"),
        ("sunday 10:35", "weekend"),
        ("saturday", "weekend"),
        ("2026-12-01T10:35", "break"),
        ("2026-10-28 10:35", "half-term"),
        ("2026-10-28", "half-term"),
        ("2026-12-01", "any-time"),
        ("monday", "any-time"),
        ("23:00", "night"),
        ("06:59", "night"),
        ("07:00", "any-time"),
        ("saturday 07:30", "friday-night"),
        ("friday 07:30", "any-time"),
    ],
)
def test_a_moment_belongs_to_the_shortest_time_that_holds_it(text: str, expected: str) -> None:
    assert named(text, *DAY) == expected


def test_what_comes_after_midnight_belongs_to_the_day_on_which_it_began() -> None:
    night = time("night", "22:00-06:00", weekdays=["friday"], dates=TERM)
    assert named("saturday 02:00", night) == "night"
    assert named("friday 02:00", night) == "any-time"
    assert named("2026-12-19 02:00", night) == "night", "the night of the last day of term"
    assert named("2026-12-19 23:00", night) == "any-time"


def test_a_time_that_ends_when_it_starts_lasts_a_day() -> None:
    assert named("monday 03:00", time("sunday-on", "07:00-07:00", weekdays=["sunday"])) == (
        "sunday-on"
    )


def test_of_two_as_long_the_deeper_is_meant_then_the_first_by_id() -> None:
    outer, inner = time("a", "09:00-10:00"), time("b", "09:00-10:00", "a")
    assert named("09:30", outer, inner) == "b"
    assert named("09:30", time("z", "09:00-10:00"), time("y", "09:00-10:00")) == "y"


def test_of_two_as_long_the_rarer_is_meant() -> None:
    usual, rare = time("a", "09:00-10:00"), time("b", "09:00-10:00", weekdays=["friday"])
    assert named("friday 09:30", usual, rare) == "b"
    assert named("monday 09:30", usual, rare) == "a"


def test_a_time_that_says_nothing_itself_is_not_meant() -> None:
    assert named("12:00", *DAY[:3]) == "lesson"
    assert named("08:45", DAY[0], DAY[2]) == "school-day"


def test_a_clock_time_without_a_day_is_what_it_is_on_most_school_days() -> None:
    usual, friday = time("reading", "08:30-09:00"), time("assembly", "08:40-08:50")
    on_friday = friday.model_copy(update={"weekdays": (Weekday.FRIDAY,)})
    assert named("08:45", usual, on_friday) == "reading"
    assert named("friday 08:45", usual, on_friday) == "assembly"
    assert named("08:45", usual, friday) == "assembly"


def test_a_moment_without_a_date_is_what_it_is_on_most_days_of_the_year() -> None:
    leave = time("leave", "09:00-10:00", "lesson", dates=HALF_TERM)
    assert named("09:30", *DAY, leave) == "lesson"
    inset = time("inset", "16:00-17:00", dates=[{"starts": "2026-11-02", "ends": "2026-11-02"}])
    assert named("16:30", inset) == "any-time"
    assert named("monday 16:30", inset) == "any-time"
    assert named("2026-11-02 16:30", inset) == "inset"


def test_a_time_outside_the_one_it_lies_in_is_never_found() -> None:
    assert named("16:00", DAY[0], time("club", "15:30-16:30", "school-day")) == "any-time"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:35", Moment(635)),
        ("at 10.35", Moment(635)),
        ("9:05", Moment(545)),
        ("12:30am", Moment(30)),
        ("3.30 PM", Moment(930)),
        ("Monday", Moment(weekday=Weekday.MONDAY)),
        ("fri at 14:00", Moment(840, Weekday.FRIDAY)),
        ("2026-12-01T10:35", Moment(635, date=dt.date(2026, 12, 1))),
        ("2026-12-01", Moment(date=dt.date(2026, 12, 1))),
        ("2pm", Moment(840)),
        ("2 pm", Moment(840)),
        ("10:35 friday", Moment(635, Weekday.FRIDAY)),
        ("at 10:35 on Friday", Moment(635, Weekday.FRIDAY)),
        ("2pm mon", Moment(840, Weekday.MONDAY)),
        ("10:35 2026-12-01", Moment(635, date=dt.date(2026, 12, 1))),
        ("break", None),
        ("friday afternoon", None),
        ("", None),
    ],
)
def test_moments_as_people_write_them(text: str, expected: Moment | None) -> None:
    assert read_moment(text) == expected


@pytest.mark.parametrize("text", ["24:00", "9:60", "13:00pm", "0:30am", "13pm", "2026-02-30"])
def test_a_moment_that_is_none(text: str) -> None:
    with pytest.raises(BadMomentError, match="There is no"):
        read_moment(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1035", 'Write "1035" as a clock time: 10:35.'),
        ("905", 'Write "905" as a clock time: 9:05.'),
        ("1/12/26", 'Write "1/12/26" as year-month-day: 2026-12-01.'),
        ("01.12.2026", 'Write "01.12.2026" as year-month-day: 2026-12-01.'),
    ],
)
def test_a_near_miss_is_told_how_to_write_it(text: str, says: str) -> None:
    with pytest.raises(BadMomentError) as caught:
        read_moment(text)
    assert str(caught.value) == says


FIRST = dt.date(2026, 11, 30)
DATES = [FIRST + dt.timedelta(days=number) for number in range(14)]
clocks = st.builds(
    lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.sampled_from((0, 30, 59))
)
spans = st.none() | st.tuples(clocks, clocks)
ranges = st.lists(
    st.tuples(st.integers(1, 12), st.integers(0, 5)).map(
        lambda pair: {"starts": DATES[pair[0]], "ends": DATES[min(12, sum(pair))]}
    ),
    max_size=2,
)
weekdays = st.lists(st.sampled_from(WEEK), max_size=3, unique=True)


@st.composite
def trees(draw: st.DrawFn) -> list[Time]:
    """Make up to five times, each within an earlier one."""
    made = [time("any-time", within=None)]
    for number in range(draw(st.integers(1, 5))):
        span = draw(spans)
        within = draw(st.sampled_from([each.id for each in made]))
        more = {"weekdays": draw(weekdays), "dates": draw(ranges)}
        made.append(time(f"time-{number}", "-".join(span) if span else "", within, **more))
    return made


moments = st.builds(
    Moment,
    st.none() | st.integers(0, 1439),
    st.none() | st.sampled_from(WEEK),
    st.none() | st.sampled_from(DATES[2:12]),
).filter(lambda each: not each.date or each.weekday in {None, WEEK[each.date.weekday()]})


def line(one: Time, times: list[Time]) -> list[Time]:
    outer = [each for each in times if each.id == one.within]
    return [one, *(line(outer[0], times) if outer else [])]


def begins(one: Time, date: dt.date) -> bool:
    in_dates = any(each.starts <= date <= each.ends for each in one.dates) or not one.dates
    return in_dates and (not one.weekdays or WEEK[date.weekday()] in one.weekdays)


def minutes(one: Time) -> int:
    """Count a time's minutes, one by one."""
    if one.starts is None or one.ends is None:
        return 1440
    now, count = minute_of(one.starts), 0
    while count == 0 or now != minute_of(one.ends):
        now, count = (now + 1) % 1440, count + 1
    return count


def minute_of(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def walked(one: Time) -> set[tuple[int, int]]:
    """List every minute of a time, with how many days after it began."""
    first = minute_of(one.starts or "00:00")
    return {divmod(minute, 1440) for minute in range(first, first + minutes(one))}


class Obvious:
    """The slow way: every minute of every time is listed."""

    def __init__(self, times: list[Time]) -> None:
        self.lines = {one.id: line(one, times) for one in times}
        self.walked = {one.id: walked(one) for one in times}
        days = [each for one in times for each in one.dates]
        first = min((each.starts for each in days), default=FIRST)
        while first.weekday() > 0:
            first -= dt.timedelta(days=1)
        self.year = [first + dt.timedelta(days=number) for number in range(371 if days else 7)]

    def held(self, one: Time, date: dt.date, minute: int | None) -> bool:
        if minute is None:
            return not one.starts and begins(one, date)
        return any(
            (after, minute) in self.walked[one.id] and begins(one, date - dt.timedelta(days=after))
            for after in (0, 1)
        )

    def length(self, name: str) -> tuple[int, int, int, str]:
        above = self.lines[name]
        clocked = next((each for each in above if each.starts), above[0])
        days = [date for date in self.year if all(begins(each, date) for each in above)]
        return minutes(clocked), len(days), -len(above), name

    def on(self, date: dt.date, minute: int | None) -> str:
        found = [
            name
            for name, above in self.lines.items()
            if above[0].starts or above[0].weekdays or above[0].dates
            if all(self.held(each, date, minute) for each in above)
        ]
        return min(found, key=self.length, default="any-time")

    def named(self, moment: Moment) -> str:
        if moment.date:
            return self.on(moment.date, moment.minute)
        if moment.minute is None and moment.weekday is None:
            return "any-time"
        week = [moment.weekday] if moment.weekday else list(WEEK[:5])
        found = [self.on(date, moment.minute) for date in self.year if WEEK[date.weekday()] in week]
        return min(set(found), key=lambda name: (-found.count(name), *self.length(name)))


@settings(max_examples=60, deadline=None)
@given(trees(), st.lists(moments, min_size=1, max_size=3))
def test_both_ways_find_the_same_named_time(times: list[Time], some: list[Moment]) -> None:
    calendar, slow = Calendar(times), Obvious(times)
    for moment in some:
        assert calendar.named(moment) == slow.named(moment)


def test_the_parts_of_a_day_are_what_each_minute_belongs_to_on_most_days() -> None:
    club = time("club", "14:00-15:15", "school-day", weekdays=["wednesday"])
    times = (time("any-time", within=None), *DAY, club)
    assert Calendar(times).day_parts() == (
        ("night", 0, 420),
        ("any-time", 420, 520),
        ("school-day", 520, 530),
        ("lesson", 530, 630),
        ("break", 630, 645),
        ("lesson", 645, 915),
        ("any-time", 915, 1290),
        ("night", 1290, 1440),
    )


def test_a_policy_without_clock_times_has_one_part() -> None:
    assert Calendar([time("any-time", within=None)]).day_parts() == (("any-time", 0, 1440),)
