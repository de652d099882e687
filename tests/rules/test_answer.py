"""Which rule answers a question."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.model.grid import Grid
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.rules.answer import Answer, RuleBook, grid_rows
from schoolpolicy.rules.people import Person
from schoolpolicy.rules.space import Question
from schoolpolicy.rules.trees import Tree
from tests.policies import COHORTS, policy, rule, thing

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy


def pupil(*cohorts: str) -> Person:
    return Person(Audience.PUPILS, frozenset(cohorts))


def ask(book: RuleBook, thing: str = "phone", person: Person | None = None, **asked: Any) -> Answer:
    return book.answer(Question(person or pupil("y6"), thing, **asked))


def test_a_rule_answers_for_what_lies_within_it() -> None:
    book = RuleBook(policy(rule("general")))
    answer = ask(book, "smartphone", place="lessons", time="break")
    assert [each.id for each in answer.rules] == ["general"]


def test_a_question_that_no_rule_covers_is_a_gap() -> None:
    book = RuleBook(policy(rule("general")))
    assert ask(book, "watch").is_gap
    assert ask(book, person=Person(Audience.STAFF)).is_gap


def test_a_rule_for_a_part_does_not_answer_for_the_whole() -> None:
    assert ask(RuleBook(policy(rule("part", place="lessons")))).is_gap


@pytest.mark.parametrize(
    ("narrower", "question"),
    [
        ({"thing": "smartphone"}, {"thing": "smartphone"}),
        ({"place": "lessons"}, {"place": "lessons"}),
        ({"time": "break"}, {"time": "break"}),
        ({"function": "call"}, {"function": Function.CALL}),
        ({"who": {"audience": "pupils", "cohorts": ["y6"]}}, {}),
    ],
    ids=["thing", "place", "time", "function", "cohort"],
)
def test_the_more_particular_rule_wins(narrower: dict[str, Any], question: dict[str, Any]) -> None:
    general, particular = rule("general"), rule("particular", "allowed", **narrower)
    for order in ((general, particular), (particular, general)):
        answer = ask(RuleBook(policy(*order)), **question)
        assert [each.id for each in answer.rules] == ["particular"]


def test_a_year_group_is_more_particular_than_its_key_stage() -> None:
    stage = rule("stage", who={"audience": "pupils", "cohorts": ["ks2"]})
    year = rule("year", "allowed", who={"audience": "pupils", "cohorts": ["y6"]})
    book = RuleBook(policy(stage, year))
    assert ask(book, person=pupil("y6")).rule == year
    assert ask(book, person=pupil("y5")).rule == stage


def test_two_rules_neither_more_particular_that_disagree_are_a_conflict() -> None:
    by_place = rule("by-place", place="lessons")
    by_time = rule("by-time", "allowed", time="break")
    answer = ask(RuleBook(policy(by_place, by_time)), place="lessons", time="break")
    assert answer.is_conflict
    assert answer.rule == by_place, "the stricter one is shown"


def test_two_rules_that_agree_are_no_conflict() -> None:
    book = RuleBook(policy(rule("by-place", place="lessons"), rule("by-time", time="break")))
    answer = ask(book, place="lessons", time="break")
    assert len(answer.rules) == 2
    assert not answer.is_conflict


def test_rules_that_let_different_people_agree_are_a_conflict() -> None:
    head = rule("head-agrees", "with-permission", by=["head"], place="lessons")
    tutor = rule("tutor-agrees", "with-permission", by=["tutor"], time="break")
    answer = ask(RuleBook(policy(head, tutor)), place="lessons", time="break")
    assert [each.id for each in answer.rules] == ["head-agrees", "tutor-agrees"]
    assert answer.is_conflict


def test_a_rule_for_everybody_reaches_further_than_one_for_all_years_by_name() -> None:
    everybody = rule("everybody", who={"audience": "everyone"})
    pupils = rule("pupils", "allowed")
    years = rule("years", "must", who={"audience": "pupils", "cohorts": ["ks2"]})
    book = RuleBook(policy(everybody, pupils, years))
    assert ask(book).rule == years
    assert ask(book, person=Person(Audience.STAFF)).rule == everybody


def test_a_rule_without_people_is_about_the_thing_and_for_everybody() -> None:
    off = Rule.model_validate(
        {"id": "off", "thing": "phone", "level": "not-allowed", "because": "Night."}
    )
    assert off.about_itself
    assert not rule("pupils").about_itself
    assert ask(RuleBook(policy(off)), person=Person(Audience.VISITORS)).rule == off


def test_a_use_that_a_thing_is_not_made_for_is_asked_as_use_in_general() -> None:
    general = rule("general", thing="watch")
    assert ask(RuleBook(policy(general)), "watch", function=Function.CALL).rule == general


def test_a_rule_may_be_about_several_uses() -> None:
    general, pictures = rule("general"), rule("pictures", function=["photograph", "call"])
    book = RuleBook(policy(general, pictures))
    assert ask(book, function=Function.PHOTOGRAPH).rule == pictures
    assert ask(book, function=Function.CALL).rule == pictures
    assert ask(book).rule == general
    closer = rule("closer", "allowed", function="call")
    assert ask(RuleBook(policy(general, pictures, closer)), function=Function.CALL).rule == closer


HOUSES = (
    *COHORTS,
    {"id": "birch", "title": "Birch House", "audience": "pupils", "kind": "boarding"},
)
IN_BIRCH = pupil("y6", "birch")


def with_house(*rules: Rule, **fields: Any) -> Policy:
    whole = policy(*rules, cohorts=HOUSES, **fields)
    school = whole.school.model_copy(update={"cohorts": ("y5", "y6", "birch")})
    return whole.model_copy(update={"school": school})


def test_cohorts_of_different_kinds_narrow_each_other() -> None:
    both = rule("both", who={"audience": "pupils", "cohorts": ["y6", "birch"]})
    book = RuleBook(with_house(both))
    assert ask(book, person=IN_BIRCH).rule == both
    assert ask(book, person=pupil("y6")).is_gap
    assert ask(book, person=pupil("y5", "birch")).is_gap


def test_a_year_and_a_house_cross_so_rules_for_them_can_disagree() -> None:
    year = rule("year", who={"audience": "pupils", "cohorts": ["y6"]})
    house = rule("house", "allowed", who={"audience": "pupils", "cohorts": ["birch"]})
    assert ask(RuleBook(with_house(year, house)), person=IN_BIRCH).is_conflict


ZONE = {
    "id": "green",
    "title": "Green zone",
    "plain": "Lessons at break.",
    "areas": [{"places": ["lessons"], "times": ["break"]}],
}


def test_a_rule_for_a_zone_holds_only_there_and_then() -> None:
    general, green = rule("general"), rule("green", "allowed", zone="green")
    book = RuleBook(policy(general, green, zones=(ZONE,)))
    assert ask(book, place="lessons", time="break").rule == green
    assert ask(book, place="lessons").rule == general
    assert ask(book, time="break").rule == general


def test_a_zone_for_some_people_holds_for_them_only() -> None:
    zone = {**ZONE, "who": {"audience": "pupils", "cohorts": ["y6"]}}
    general, green = rule("general"), rule("green", "allowed", zone="green")
    book = RuleBook(policy(general, green, zones=(zone,)))
    assert ask(book, person=pupil("y6"), place="lessons", time="break").rule == green
    assert ask(book, person=pupil("y5"), place="lessons", time="break").rule == general


EVENT = {"id": "exam", "title": "During an exam"}
MOCK = {"id": "mock", "title": "During a mock exam", "within": "exam"}


def test_while_an_event_lasts_its_rules_come_before_more_particular_ones() -> None:
    exact = rule("exact", "allowed", thing="smartphone", place="lessons", time="break")
    exam = rule("exam-rule", event="exam")
    book = RuleBook(policy(exact, exam, events=(EVENT, MOCK)))
    here: dict[str, Any] = {"place": "lessons", "time": "break"}
    assert ask(book, "smartphone", **here).rule == exact
    assert ask(book, "smartphone", **here, occasion="exam").rule == exam
    assert ask(book, "smartphone", **here, occasion="mock").rule == exam, "a mock is an exam"


def test_what_an_event_says_nothing_about_stays_as_it_was() -> None:
    watch = rule("watch-rule", "allowed", thing="watch")
    book = RuleBook(policy(watch, rule("exam-rule", event="exam"), events=(EVENT,)))
    assert ask(book, "watch", occasion="exam").rule == watch


def test_of_two_rules_for_events_the_more_particular_wins() -> None:
    exam = rule("exam-rule", event="exam")
    mock = rule("mock-rule", "allowed", event="mock")
    book = RuleBook(policy(exam, mock, events=(EVENT, MOCK)))
    assert ask(book, occasion="mock").rule == mock


RESTRICTION = {
    "id": "agreement",
    "title": "On a phone agreement",
    "text": "No phone for a while.",
    "who": {"audience": "pupils"},
    "decided_by": "head",
    "review": "1 week",
    "at_most": {"school_days": 5},
    "log": "In the log.",
}


def test_a_standing_restriction_comes_before_all_other_rules() -> None:
    year = rule("year", "allowed", who={"audience": "pupils", "cohorts": ["y6"]}, place="lessons")
    limit = rule("limit", restriction="agreement")
    book = RuleBook(policy(year, limit, restrictions=(RESTRICTION,)))
    assert ask(book, place="lessons").rule == year
    assert ask(book, place="lessons", occasion="agreement").rule == limit


def test_a_firm_rule_comes_before_all_that_are_not() -> None:
    firm = rule("firm", place="lessons", firm=True)
    others = [
        rule("exact", "allowed", thing="smartphone", place="lessons", time="break"),
        rule("exam-rule", "allowed", event="exam"),
        rule("limit", "allowed", restriction="agreement"),
    ]
    book = RuleBook(policy(firm, *others, events=(EVENT,), restrictions=(RESTRICTION,)))
    for occasion in (None, "exam", "agreement"):
        here: dict[str, Any] = {"place": "lessons", "time": "break", "occasion": occasion}
        assert ask(book, "smartphone", **here).rule == firm
    assert ask(book, place="school", occasion="exam").rule == others[1]


def test_of_two_firm_rules_the_more_particular_wins() -> None:
    firm = rule("firm", firm=True)
    closer = rule("closer", "allowed", place="lessons", firm=True)
    assert ask(RuleBook(policy(firm, closer)), place="lessons").rule == closer


def test_a_rule_holds_from_its_first_day_to_its_last() -> None:
    general = rule("general")
    trial = rule("trial", "allowed", place="lessons", effective_from="2026-12-01",
                 effective_until="2026-12-18")  # fmt: skip
    whole = policy(general, trial)
    for day, wanted in [(1, trial), (18, trial), (19, general)]:
        book = RuleBook(whole, dt.date(2026, 12, day))
        assert ask(book, place="lessons").rule == wanted, day
    assert ask(RuleBook(whole), place="lessons").rule == general, "on the policy's own day"


def test_a_cell_asks_for_each_year_group_that_the_school_teaches() -> None:
    grid = Grid.model_validate(
        {
            "id": "grid",
            "title": "Grid",
            "intro": "A grid.",
            "columns": [
                {"id": "pupils", "title": "Pupils", "audience": "pupils", "cohorts": ["ks2"]},
                {"id": "staff", "title": "Staff", "audience": "staff"},
            ],
            "rows": [{"id": "phones", "title": "Phones", "thing": "phone"}],
        }
    )
    year = rule("year", "allowed", who={"audience": "pupils", "cohorts": ["y6"]})
    book = RuleBook(policy(rule("general"), year, grids=(grid,)))
    pupils, staff = (book.cell(column, grid.rows[0]) for column in grid.columns)
    assert {person: answer.rule.level for person, answer in pupils.items() if answer.rule} == {
        pupil("y5"): Level.NOT_ALLOWED,
        pupil("y6"): Level.ALLOWED,
    }
    assert staff[Person(Audience.STAFF)].is_gap


def test_a_grid_of_activities_has_a_row_for_each() -> None:
    fields = {"title": "Gambling", "group": "Never", "explain": "Betting."}
    whole = policy(activities=({"id": "gambling", **fields},))
    grid = Grid.model_validate(
        {
            "id": "g",
            "title": "G",
            "intro": "G.",
            "every_activity": True,
            "columns": [{"id": "c", "title": "C", "audience": "pupils"}],
        }
    )
    assert [(row.title, row.thing) for row in grid_rows(whole, grid)] == [("Gambling", "gambling")]


def test_a_tree_that_bites_its_tail_ends() -> None:
    tree = Tree([thing("a", "b"), thing("b", "a")])
    assert tree.line("a") == ("a", "b")
