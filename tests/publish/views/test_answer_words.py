"""Questions and answers, as people say them."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.model.response import Restriction
from schoolpolicy.model.scope import Event, Zone
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.answer_words import (
    NO_ANSWER,
    answer_sentence,
    lead,
    moment,
    need_words,
    question_sentence,
    sentence_pattern,
)
from schoolpolicy.publish.views.setting_words import place_words, where_words
from schoolpolicy.publish.views.use_words import DO, fill, thing_question, thing_words
from schoolpolicy.rules.main_place import main_place
from schoolpolicy.rules.people import Person
from schoolpolicy.rules.space import Question, Setting
from tests.policies import activity, policy, role, rule, thing

Y6 = Person(Audience.PUPILS, frozenset({"y6"}))
STAFF = Person(Audience.STAFF)
PHONE = thing("phone").model_copy(update={"plain": "a phone"})
LOCKER = thing("locker").model_copy(update={"plain": "your locker tablet"})
GLASSES = thing("glasses").model_copy(update={"plain": "glasses that you wear"})
LAPTOP = thing("laptop").model_copy(update={"plain": "your own laptop"})
WORDS = {
    "head": "headteacher",
    "class_teacher": "class teacher",
    "class_teachers": "class teachers",
}
HILL = policy(
    things=(PHONE, LAPTOP, LOCKER, GLASSES),
    activities=(activity("gambling"),),
    roles=(
        role("head", title="headteacher"),
        role("class-teachers", title="class teachers"),
        role("staff", title="all staff"),
    ),
    words=WORDS,
    places=(
        {"id": "anywhere", "title": "Anywhere"},
        {"id": "school", "title": "On the school site", "within": "anywhere"},
        {"id": "lessons", "title": "In lessons", "within": "school"},
    ),
    times=(
        {"id": "any-time", "title": "At any time"},
        {"id": "day", "title": "In the day", "within": "any-time"},
        {"id": "break", "title": "At break", "within": "day", "starts": "10:30", "ends": "10:45"},
        {"id": "lesson", "title": "Lesson time", "within": "day"},
    ),
    events=(Event(id="exam", title="During an exam"),),
    restrictions=(
        Restriction.model_validate(
            {
                "id": "agreement",
                "title": "On a phone agreement",
                "text": "No phone.",
                "who": {},
                "decided_by": "head",
                "review": "1 term",
                "at_most": {"until": "end-of-term"},
                "log": "The log.",
            }
        ),
    ),
    zones=(Zone.model_validate({"id": "z", "title": "Green zone", "plain": "A.", "areas": [{}]}),),
)

SENTENCES = {
    "must": "Yes, always. You must use a phone in lessons.",
    "allowed": "Yes. You may use a phone in lessons.",
    "set-times": "Yes, at set times. You may use a phone in lessons, but only at these times: "
    "at break (10:30am to 10:45am).",
    "with-permission": "Ask first. You may use a phone in lessons if the headteacher or "
    "a class teacher says yes.",
    "supervised": "Yes, with an adult. You may use a phone in lessons with the headteacher or "
    "a class teacher there.",
    "selected-people": "Only some people. Those who may use a phone in lessons: the monitors.",
    "advised-against": "Better not. We advise you not to use a phone in lessons.",
    "not-allowed": "No. You may not use a phone in lessons.",
    "illegal": "No. It is against the law to use a phone in lessons.",
    "undecided": "Not decided yet. We have still to decide if you may use a phone in lessons.",
}


BY: dict[str, Any] = {"by": ["head", "class-teachers"]}
PARTICULARS: dict[Level, dict[str, Any]] = {
    Level.SET_TIMES: {"at": ["break"]},
    Level.WITH_PERMISSION: BY,
    Level.SUPERVISED: BY,
    Level.SELECTED_PEOPLE: {"people": "the monitors"},
}


@pytest.mark.parametrize("level", Level)
def test_each_level_has_a_sentence_that_begins_with_the_answer(level: Level) -> None:
    answer = rule("r", level, **PARTICULARS.get(level, {}))
    said = answer_sentence(HILL, Question(Y6, "phone", place="lessons"), answer)
    assert said == SENTENCES[level.value]
    assert said.startswith(lead(level))


def test_a_parent_hears_of_the_child() -> None:
    question = Question(Y6, "laptop")
    assert answer_sentence(HILL, question, rule("r", "allowed"), "your child") == (
        "Yes. Your child may use their own laptop."
    )
    assert answer_sentence(HILL, question, rule("r", "advised-against"), "your child") == (
        "Better not. We advise your child not to use their own laptop."
    )


def test_a_request_is_not_said_as_a_rule() -> None:
    request = rule("r", "not-allowed", strength="request")
    question = Question(Y6, "phone")
    assert answer_sentence(HILL, question, request) == (
        "Please do not. We ask you not to use a phone."
    )


def test_without_a_rule_people_are_asked_to_ask() -> None:
    assert answer_sentence(HILL, Question(Y6, "phone"), None) == NO_ANSWER


def test_a_rule_about_a_thing_itself_says_it_in_its_own_words() -> None:
    off = rule("r", "not-allowed", plain="House wi-fi is off at night.")
    off = off.model_validate({k: v for k, v in off.model_dump().items() if k != "who"})
    question = Question(Y6, "phone", place="lessons")
    assert answer_sentence(HILL, question, off) == "No. House wi-fi is off at night."
    bare = off.model_copy(update={"plain": None})
    assert answer_sentence(HILL, question, bare) == "No. People may not use a phone in lessons."
    assert question_sentence(HILL, question, off, "pupils") == "A phone: the rule in lessons"


def test_an_activity_is_named_not_used() -> None:
    question = Question(Y6, "gambling")
    assert answer_sentence(HILL, question, rule("r")) == "No. You may not do this (gambling)."
    assert question_sentence(HILL, question, rule("r"), "pupils") == (
        "Gambling: the rule for pupils"
    )


class TestTimes:
    """A rule that lets people at set times answers yes or no for a time that is asked about."""

    at_break = rule("r", "set-times", at=["break"])

    @pytest.mark.parametrize(
        ("time", "expected", "said"),
        [
            ("break", "within", "Yes, at this time. You may use a phone at break."),
            (
                "lesson",
                "outside",
                "No, not at this time. You may use a phone only at these times: "
                "at break (10:30am to 10:45am).",
            ),
            (
                "day",
                None,
                "Yes, at set times. You may use a phone in the day, but only at these times: "
                "at break (10:30am to 10:45am).",
            ),
        ],
    )
    def test_the_answer_is_for_the_time(self, time: str, expected: str | None, said: str) -> None:
        assert moment(HILL, self.at_break, time) == expected
        assert answer_sentence(HILL, Question(Y6, "phone", time=time), self.at_break) == said

    def test_other_rules_have_none(self) -> None:
        assert moment(HILL, rule("r", "allowed"), "break") is None


def test_a_yes_that_needs_something_first_is_not_flat() -> None:
    form = {"id": "form", "kind": "form", "text": "A signed form"}
    needs = rule("r", "allowed", needs=[form])
    assert answer_sentence(HILL, Question(Y6, "phone"), needs) == (
        "Yes, but something comes first. You may use a phone."
    )
    assert need_words(needs) == ("A signed form.",)
    assert lead(Level.MUST, needs=True) == "Yes, always."


def test_adults_are_not_watched_by_an_adult() -> None:
    watched = rule("r", "supervised", by=["staff"])
    assert sentence_pattern(HILL, watched, Audience.STAFF) == (
        "Yes, with somebody there. {Who} may {do}{where} with a member of staff there."
    )


class TestWhere:
    def test_the_place_with_most_in_it_is_school(self) -> None:
        assert main_place(HILL) == "school"
        assert place_words(HILL, "school") == " at school"
        assert place_words(HILL, "school", Function.BRING) == " to school"
        assert place_words(HILL, "lessons", Function.BRING) == " in lessons"

    def test_any_place_and_any_time_are_not_said(self) -> None:
        assert where_words(HILL, Setting()) == ""

    def test_place_zone_time_and_occasion_follow_each_other(self) -> None:
        setting = Setting("lessons", "break", "exam")
        assert where_words(HILL, setting, zone="z") == (
            " in lessons in the green zone at break during an exam"
        )
        assert where_words(HILL, Setting(occasion="agreement")) == " on a phone agreement"

    def test_a_bare_name_stands_in_brackets(self) -> None:
        assert where_words(HILL, Setting(time="lesson")) == " (lesson time)"


class TestQuestions:
    def test_a_question_is_asked_as_people_ask(self) -> None:
        question = Question(Y6, "phone", Function.BRING)
        assert question_sentence(HILL, question, rule("r"), "pupils in Year 6") == (
            "Can pupils in Year 6 bring a phone to school?"
        )

    def test_others_have_devices_of_their_own(self) -> None:
        question = Question(STAFF, "laptop", place="lessons")
        assert question_sentence(HILL, question, None, "staff") == (
            "Can staff use their own laptop in lessons?"
        )
        assert thing_words(HILL, "laptop", "you") == "your own laptop"

    def test_i_ask_about_things_of_my_own(self) -> None:
        question = Question(Y6, "locker")
        assert question_sentence(HILL, question, None, "I") == "Can I use my locker tablet?"

    def test_a_page_is_called_by_its_question(self) -> None:
        assert thing_question(HILL, PHONE) == "Can I use a phone?"
        assert thing_question(HILL, LAPTOP) == "Can I use my own laptop?"
        assert thing_question(HILL, LOCKER) == "Can I use my locker tablet?"
        assert thing_question(HILL, GLASSES) == "Can I use glasses that I wear?"
        assert thing_question(HILL, HILL.activities[0]) == "Gambling"


def test_every_function_has_words() -> None:
    assert set(DO) == set(Function)
    assert all(words.count("{thing}") == 1 for words in DO.values())


def test_slots_are_filled_once_and_others_are_left() -> None:
    assert fill("{a} {b} {c}", {"a": "{b}", "b": "2"}) == "{b} 2 {c}"
