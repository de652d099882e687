"""What depends on a pupil's year."""

from __future__ import annotations

from typing import Any

from schoolpolicy.model.grid import GridRow
from schoolpolicy.publish.views.years import year_answers, year_levels, year_questions
from schoolpolicy.rules.answer import RuleBook
from tests.policies import HILL, grid, oakfield, policy, rule

TITLES = {"nursery": "Nursery", "y1": "Year 1", "y2": "Year 2", "y3": "Year 3", "y4": "Year 4"}
SCHOOL: dict[str, Any] = {
    "school": {**HILL, "cohorts": ["y4", "y3", "nursery", "y1", "y2"]},
    "cohorts": [{"id": key, "title": t, "audience": "pupils"} for key, t in TITLES.items()],
}
PHONE = {"id": "phones", "title": "Bringing a phone", "thing": "phone"}
WATCH = {"id": "watches", "title": "Wearing a watch", "thing": "watch"}
ROW = GridRow.model_validate(PHONE)
OLDER = rule("older", "allowed", who={"audience": "pupils", "cohorts": ["y3", "y4"]})
WHOLE = policy(
    rule("all"),
    OLDER,
    rule("watches", thing="watch"),
    grids=(grid(rows=[PHONE, WATCH]),),
    **SCHOOL,
)


def test_the_youngest_come_first_and_years_with_the_same_rule_together() -> None:
    assert [
        (each.who, each.look.word, each.rules) for each in year_answers(RuleBook(WHOLE), ROW)
    ] == [("Nursery to Year 2", "Not allowed", ("all",)), ("Years 3 and 4", "Allowed", ("older",))]


def test_an_answer_says_what_the_rule_adds_else_its_plain_words() -> None:
    rules = (
        rule("all", plain="No phones."),
        OLDER.model_copy(update={"condition": "it is off", "plain": "You may."}),
    )
    whole = policy(*rules, **SCHOOL)
    assert [each.details for each in year_answers(RuleBook(whole), ROW)] == [
        ("No phones.",),
        ("It is off.",),
    ]


def test_an_answer_that_ends_says_so_and_keeps_its_plain_words() -> None:
    until = rule("all", plain="No phones.", effective_until="2027-02-12")
    (only,) = year_answers(RuleBook(policy(until, **SCHOOL)), ROW)
    assert only.details == ("No phones.", "This holds until 12 February 2027.")


def test_years_without_an_answer_are_not_decided() -> None:
    whole = policy(OLDER, **SCHOOL)
    younger, _ = year_answers(RuleBook(whole), ROW)
    assert (younger.look.word, younger.rules, younger.details) == ("Not decided yet", (), ())


def test_years_that_are_told_the_same_by_two_rules_are_one() -> None:
    same = (rule("all", plain="No."), rule("older", who=OLDER.who, plain="No."))
    (only,) = year_answers(RuleBook(policy(*same, **SCHOOL)), ROW)
    assert (only.who, only.rules) == ("pupils".capitalize(), ("all", "older"))


def test_levels_alone_are_one_where_only_the_sentences_differ() -> None:
    rules = (rule("all", "allowed", plain="You may."), rule("b", "allowed", who=OLDER.who))
    whole = RuleBook(policy(*rules, **SCHOOL))
    assert len(year_answers(whole, ROW)) == 2
    assert [(who, look.word) for who, look in year_levels(whole, ROW)] == [("Pupils", "Allowed")]


def test_only_questions_with_several_answers_depend_on_the_year() -> None:
    assert [each.title for each in year_questions(RuleBook(WHOLE), WHOLE.rules)] == [
        "Bringing a phone"
    ]


def test_only_questions_that_the_given_rules_answer_are_asked() -> None:
    watches = [each for each in WHOLE.rules if each.id == "watches"]
    assert year_questions(RuleBook(WHOLE), watches) == ()
    assert len(year_questions(RuleBook(WHOLE), [OLDER])) == 1


def test_in_oakfield_phones_depend_on_the_year() -> None:
    whole = oakfield()
    bring = [each for each in whole.rules if each.id == "pupils-phones-bring"]
    (asked,) = year_questions(RuleBook(whole), bring)
    assert [each.who for each in asked.answers] == ["Nursery to Year 4", "Years 5 and 6"]


def test_a_school_without_tables_asks_after_its_rules() -> None:
    bare = WHOLE.model_copy(update={"grids": ()})
    (asked,) = year_questions(RuleBook(bare), bare.rules)
    assert asked.title == "Using phone"
    assert [each.who for each in asked.answers] == ["Nursery to Year 2", "Years 3 and 4"]


def test_a_table_about_other_things_hides_no_question() -> None:
    watches = WHOLE.model_copy(update={"grids": (grid(rows=[WATCH]),)})
    assert [each.title for each in year_questions(RuleBook(watches), watches.rules)] == [
        "Using phone"
    ]


def test_what_holds_on_an_occasion_is_no_question_of_every_day() -> None:
    fair = rule("fair", "allowed", event="fair", who=OLDER.who)
    bare = policy(rule("all"), fair, events=({"id": "fair", "title": "Fair"},), **SCHOOL)
    assert year_questions(RuleBook(bare), bare.rules) == ()


def test_in_oakfield_without_tables_phones_depend_on_the_year_too() -> None:
    whole = oakfield().model_copy(update={"grids": ()})
    bring = [each for each in whole.rules if each.id == "pupils-phones-bring"]
    (asked,) = year_questions(RuleBook(whole), bring)
    assert asked.title == "Bringing a phone to school"
    assert [each.who for each in asked.answers] == ["Nursery to Year 4", "Years 5 and 6"]


def test_a_rule_that_holds_elsewhere_too_is_not_told_by_one_question() -> None:
    lessons = OLDER.model_copy(update={"place": "lessons"})
    bare = policy(rule("all"), lessons, **SCHOOL)
    (asked,) = year_questions(RuleBook(bare), bare.rules)
    assert (asked.rules, asked.wider) == ({"all", "older"}, {"all"})
