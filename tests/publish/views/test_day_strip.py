"""The strip of a school day: what holds where and when, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Audience, Band
from schoolpolicy.publish.views.day_moments import school_day
from schoolpolicy.publish.views.day_strip import DayStrip, StripRow, day_strips
from schoolpolicy.publish.views.strip_notes import Bringing, BringingLine
from schoolpolicy.rules.answer import RuleBook
from tests.policies import oakfield, policy, role, rule

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule

PLACES = (
    {"id": "anywhere", "title": "Anywhere"},
    {"id": "on-site", "title": "On the school site", "within": "anywhere"},
    {"id": "lessons", "title": "In lessons", "within": "on-site"},
    {"id": "playground", "title": "On the playground", "within": "on-site"},
    {"id": "off-site", "title": "Out of school", "within": "anywhere"},
    {"id": "home", "title": "At home", "within": "off-site"},
    {"id": "trips", "title": "On trips", "within": "off-site"},
    {"id": "online-space", "title": "Online", "within": "off-site"},
)
TIMES = (
    {"id": "any-time", "title": "At any time"},
    {"id": "school-day", "title": "During the school day", "within": "any-time"},
    {
        "id": "lesson",
        "title": "In lesson time",
        "within": "school-day",
        "starts": "09:00",
        "ends": "15:00",
    },
    {
        "id": "break",
        "title": "At break",
        "within": "school-day",
        "starts": "10:30",
        "ends": "10:45",
    },
)
PHONE = {"id": "phone", "title": "Phones", "plain": "a phone", "functions": ["bring"]}
OLDER = {"audience": "pupils", "cohorts": ["y6"]}
BAN = rule("ban")


def school(*rules: Any, **fields: Any) -> Policy:
    given = {"places": PLACES, "times": TIMES, "things": (PHONE,), "roles": (role("head"),)}
    return policy(*rules, **{**given, **fields})


def strips(*rules: Any, band: Band | None = None, **fields: Any) -> tuple[DayStrip, ...]:
    book = RuleBook(school(*rules, **fields))
    return day_strips(book, school_day(book.policy), "phone", Audience.PUPILS, band)


def told(row: StripRow) -> tuple[str, list[tuple[str, str]]]:
    return row.title, [(look.word, when) for look, when in row.words]


def test_what_is_the_same_everywhere_all_day_is_one_row_with_one_span() -> None:
    (strip,) = strips(BAN)
    (row,) = strip.rows
    assert strip.who == "Pupils"
    assert told(row) == ("Anywhere", [("Not allowed", "all day")])
    assert [(span.first, span.count) for span in row.spans] == [(0, 3)]


def test_places_with_other_answers_are_rows_and_what_is_left_comes_after_them() -> None:
    (strip,) = strips(BAN, rule("fun", "allowed", place="playground"))
    assert [told(row)[0] for row in strip.rows] == [
        "On the playground",
        "Elsewhere on the school site and out of school",
    ]


def test_an_answer_at_set_times_is_allowed_then_and_not_at_other_times() -> None:
    (strip,) = strips(BAN, rule("times", "set-times", at=["break"], place="home"))
    row = strip.rows[-1]
    assert told(row) == (
        "At home",
        [("Allowed", "at break (10:30am to 10:45am)"), ("Not allowed", "at all other times")],
    )
    assert [(span.look.word, span.first, span.count) for span in row.spans] == [
        ("Not allowed", 0, 1),
        ("Allowed", 1, 1),
        ("Not allowed", 2, 1),
    ]


def test_each_group_of_people_with_other_answers_has_a_strip() -> None:
    found = strips(BAN, rule("older", "allowed", who=OLDER))
    assert [(each.who, each.rows[0].words[0][0].word) for each in found] == [
        ("Year 5", "Not allowed"),
        ("Year 6", "Allowed"),
    ]


def brought(found: Bringing) -> tuple[str, str | None, tuple[BringingLine, ...]]:
    return found.look.word, found.who, found.lines


def test_bringing_is_told_below_and_for_whom_if_not_for_all() -> None:
    bring = rule("bring", "with-permission", by=["head"], function="bring", who=OLDER)
    (strip,) = strips(BAN, bring)
    assert [brought(each) for each in strip.bringing] == [
        ("Not allowed", "Year 5", (BringingLine(None, ()),)),
        ("With permission", "Year 6", (BringingLine(None, ("Ask the head.",)),)),
    ]


def test_bringing_that_differs_says_where() -> None:
    bring = rule("bring", "allowed", function="bring", place="lessons", condition="In a bag")
    (strip,) = strips(BAN, bring)
    assert [brought(each) for each in strip.bringing] == [
        ("Not allowed", None, (BringingLine(None, ()),)),
        ("Allowed", None, (BringingLine("In lessons", ("In a bag.",)),)),
    ]


def test_bringing_under_one_level_stands_together_and_the_same_words_once() -> None:
    def bring(name: str, condition: str, place: str) -> Rule:
        more = {"by": ["head"], "function": "bring", "condition": condition, "place": place}
        return rule(name, "with-permission", **more)

    rooms = tuple(
        {"id": name, "title": f"In {name}", "within": "on-site"} for name in ("library", "hall")
    )
    rules = (
        bring("site", "it is off", "on-site"),
        bring("lessons", "it is in a bag", "lessons"),
        bring("library", "it is silent", "library"),
        bring("hall", "it is silent", "hall"),
    )
    (strip,) = strips(BAN, *rules, places=(*PLACES, *rooms))
    assert [brought(each) for each in strip.bringing] == [
        (
            "With permission",
            None,
            (
                BringingLine(None, ("Ask the head.", "It is off.")),
                BringingLine("In lessons", ("Ask the head.", "It is in a bag.")),
                BringingLine("In library and in hall", ("Ask the head.", "It is silent.")),
            ),
        )
    ]


def test_a_thing_that_nobody_brings_says_nothing_of_bringing() -> None:
    (strip,) = strips(BAN, things=({"id": "phone", "title": "Phones", "plain": "a phone"},))
    assert strip.bringing == ()


def test_notes_say_what_goes_with_an_answer_and_where() -> None:
    (strip,) = strips(BAN, rule("home", "allowed", place="home", condition="Families decide"))
    assert [(each.look.word, each.where, each.details) for each in strip.notes] == [
        ("Allowed", "At home", ("Families decide.",))
    ]


def test_pupils_of_one_band_read_the_notes_in_their_own_words() -> None:
    words = {"ks2": "Your family decides."}
    home = rule("home", "allowed", place="home", condition="Families decide", pupils=words)
    (strip,) = strips(BAN, home, band=Band.KS2)
    assert [each.details for each in strip.notes] == [("Your family decides.",)]
    assert strips(BAN, home, band=Band.SIXTH_FORM) == ()


def test_a_time_without_a_clock_is_told_if_its_answer_differs() -> None:
    study = {"id": "study", "title": "In study time", "within": "school-day"}
    rules = (BAN, rule("study", "allowed", time="study"))
    (strip,) = strips(*rules, times=(*TIMES, study))
    (row,) = strip.rows
    assert told(row)[1] == [("Allowed", "in study time"), ("Not allowed", "at all other times")]
    assert [each.word for each in row.apart] == ["Allowed"]


def test_what_nobody_has_decided_is_said_to_be_undecided() -> None:
    (strip,) = strips()
    assert told(strip.rows[0])[1] == [("Not decided yet", "all day")]


def test_a_time_on_a_few_days_only_is_told_apart_with_its_clock() -> None:
    club = {**TIMES[3], "id": "club", "title": "At chess club", "weekdays": ["wednesday"]}
    rules = (BAN, rule("club", "allowed", time="club"))
    (strip,) = strips(*rules, times=(*TIMES, club))
    assert [each.label for each in strip.moments] == ["Lesson time", "Break", "Lesson time"]
    assert told(strip.rows[0])[1] == [
        ("Allowed", "at chess club (10:30am to 10:45am)"),
        ("Not allowed", "at all other times"),
    ]


def test_a_no_says_until_when_it_holds() -> None:
    (strip,) = strips(rule("tried", effective_until="2027-02-12"))
    assert [(each.look.word, each.details) for each in strip.notes] == [
        ("Not allowed", ("This holds until 12 February 2027.",))
    ]


def test_a_day_of_times_across_midnight_only_is_drawn_without_clocks() -> None:
    night = {**TIMES[2], "id": "night", "title": "At night", "starts": "22:00", "ends": "06:00"}
    (strip,) = strips(BAN, times=(*TIMES[:2], night))
    assert [(each.label, each.starts) for each in strip.moments] == [("Night", None)]
    assert [(span.first, span.count) for span in strip.rows[0].spans] == [(0, 1)]


def test_oakfields_pupils_have_no_phones_in_the_school_day() -> None:
    book = RuleBook(oakfield())
    found = day_strips(book, school_day(book.policy), "mobile-phone", Audience.PUPILS)
    for strip in found:
        assert told(strip.rows[0])[1] == [("Not allowed", "all day")]
        assert [each.label for each in strip.moments][1:4] == [
            "Lesson time",
            "Break",
            "Lesson time",
        ]
