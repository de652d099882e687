"""Which rule answers a question."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.model.rule import Grid
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.rules.answer import Answer, Question, RuleBook, grid_rows
from schoolpolicy.rules.trees import Tree
from tests.policies import policy, rule, thing


def ask(  # noqa: PLR0917 - one argument a dimension
    book: RuleBook,
    thing: str = "phone",
    cohort: str | None = "y6",
    audience: Audience = Audience.PUPILS,
    function: Function = Function.ANY,
    place: str = "anywhere",
    time: str = "any-time",
) -> Answer:
    return book.answer(Question(audience, cohort, thing, function, place, time))


def test_a_rule_answers_for_what_lies_within_it() -> None:
    book = RuleBook(policy(rule("general")))
    answer = ask(book, "smartphone", place="lessons", time="break")
    assert [each.id for each in answer.rules] == ["general"]


def test_a_question_that_no_rule_covers_is_a_gap() -> None:
    book = RuleBook(policy(rule("general")))
    assert ask(book, "watch").is_gap
    assert ask(book, audience=Audience.STAFF, cohort=None).is_gap


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
    assert ask(book, cohort="y6").rule == year
    assert ask(book, cohort="y5").rule == stage


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
    assert {cohort: answer.rule.level for cohort, answer in pupils.items() if answer.rule} == {
        "y5": Level.NOT_ALLOWED,
        "y6": Level.ALLOWED,
    }
    assert staff[None].is_gap


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
