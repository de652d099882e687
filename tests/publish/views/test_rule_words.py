"""What a rule says beside its level."""

from __future__ import annotations

from schoolpolicy.publish.views.rule_words import (
    details_of,
    rule_details,
    rule_title,
    time_words,
    zone_words,
)
from tests.policies import PLACES, activity, policy, role, rule

TIMES = (
    {"id": "any-time", "title": "At any time"},
    {"id": "break", "title": "Break", "starts": "10:30", "ends": "10:45"},
    {"id": "lunch", "title": "Lunch"},
)
WHOLE = policy(times=TIMES, places=PLACES, roles=(role("head", title="headteacher"), role("staff")))


def test_a_rule_is_named_by_what_it_is_about() -> None:
    lessons = rule("a", place="lessons", function=["bring", "call"], who={"audience": "staff"})
    assert rule_title(WHOLE, lessons) == "Bringing phone and calling with phone (lessons) (staff)"
    assert rule_title(WHOLE, rule("b", time="break")) == "Using phone (break) (pupils)"
    hacks = policy(activities=(activity("hacking"),))
    assert rule_title(hacks, rule("c", thing="hacking")) == "Hacking (pupils)"


def test_a_plain_rule_adds_nothing_to_its_level() -> None:
    assert rule_details(WHOLE, rule("no")) == ()


def test_set_times_are_named_with_their_clock_times_where_the_school_gave_them() -> None:
    timed = rule("timed", "set-times", at=("break", "lunch"))
    assert rule_details(WHOLE, timed) == ("Break (10:30am to 10:45am) and lunch.",)


def test_a_table_names_the_times_only() -> None:
    timed = rule("timed", "set-times", at=("break", "lunch"))
    assert rule_details(WHOLE, timed, clocks=False) == ("Break and lunch.",)


def test_permission_says_whom_to_ask() -> None:
    asked = rule("asked", "with-permission", by=("head", "staff"))
    assert rule_details(WHOLE, asked) == ("Ask the headteacher or the staff.",)


def test_supervision_says_who_is_there() -> None:
    assert rule_details(WHOLE, rule("seen", "supervised", by=("head",))) == (
        "With the headteacher.",
    )


def test_people_condition_and_storage_become_sentences_in_that_order() -> None:
    full = rule(
        "full",
        "selected-people",
        people="the school council",
        condition="it is off",
        storage={"where": "locker", "text": "Is it locked away?"},
    )
    assert rule_details(WHOLE, full) == (
        "The school council.",
        "It is off.",
        "Is it locked away?",
    )


def test_what_is_needed_first_stands_before_the_condition_and_who_watches_before_that() -> None:
    full = rule(
        "full",
        "with-permission",
        by=("head",),
        supervised_by=("head",),
        needs=({"id": "form", "kind": "form", "text": "A parent signs the form"},),
        condition="it is off",
    )
    assert rule_details(WHOLE, full) == (
        "Ask the headteacher.",
        "With the headteacher there.",
        "A parent signs the form.",
        "It is off.",
    )


def test_what_is_no_rule_says_so_last() -> None:
    asked = rule("asked", "advised-against", strength="request", condition="at the gate")
    assert rule_details(WHOLE, asked) == ("At the gate.", "This is a request.")
    advice = rule("advice", "advised-against", strength="advice")
    assert rule_details(WHOLE, advice) == ("This is advice.",)


def test_a_rule_that_ends_says_until_when() -> None:
    tried = rule("tried", "advised-against", strength="advice", effective_until="2027-02-12")
    assert rule_details(WHOLE, tried) == (
        "This is advice.",
        "This holds until 12 February 2027.",
    )
    assert rule_details(WHOLE, rule("begun", effective_from="2026-09-01")) == ()


def test_times_permission_conditions_storage_and_the_end_are_vital() -> None:
    full = rule(
        "full",
        "with-permission",
        by=("head",),
        supervised_by=("head",),
        needs=({"id": "form", "kind": "form", "text": "A parent signs the form"},),
        condition="it is off",
        storage={"where": "locker", "text": "Locked away"},
        effective_until="2027-02-12",
    )
    assert [each.text for each in details_of(WHOLE, full) if each.vital] == [
        "Ask the headteacher.",
        "It is off.",
        "Locked away.",
        "This holds until 12 February 2027.",
    ]
    timed = rule("timed", "set-times", at=("break",))
    assert [each.vital for each in details_of(WHOLE, timed)] == [True]


def test_a_zone_is_somewhere_one_is_in() -> None:
    def zone(name: str, title: str) -> dict[str, object]:
        areas = [{"places": ["lessons"]}]
        return {"id": name, "title": title, "plain": "There.", "areas": areas}

    zones = (zone("green", "Green zone"), zone("hall", "In the hall"))
    whole = policy(places=PLACES, zones=zones)
    assert zone_words(whole, "green") == "In the green zone"
    assert zone_words(whole, "hall") == "In the hall"


def test_a_time_starts_small_within_a_sentence() -> None:
    assert time_words(WHOLE, "any-time") == "at any time"
    assert time_words(WHOLE, "break") == "break (10:30am to 10:45am)"
    assert time_words(WHOLE, "break", clocks=False) == "break"


def test_a_role_named_for_many_is_asked_as_one() -> None:
    words = {"class_teacher": "class teacher", "class_teachers": "class teachers"}
    whole = policy(words=words, roles=(role("teachers", title="class teachers"),))
    asked = rule("asked", "with-permission", by=("teachers",))
    assert rule_details(whole, asked) == ("Ask the class teacher.",)
