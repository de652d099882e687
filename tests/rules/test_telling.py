"""Answers with the rules that gave way to them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.asking import Asked
from schoolpolicy.rules.telling import Told, Why, tell
from tests.policies import policy, rule

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

DAY = dt.date(2026, 11, 22)
EVENTS = ({"id": "trip", "title": "On a trip"},)
RESTRICTION = {
    "id": "agreement",
    "title": "On a phone agreement",
    "text": "No phone for a while.",
    "who": {"audience": "pupils"},
    "decided_by": "head",
    "review": "1 week",
    "at_most": {"school_days": 10},
    "log": "The log.",
}
Y6 = {"audience": "pupils", "cohorts": ["y6"]}


def told(*rules: Rule, place: str = "lessons", occasion: str | None = None) -> tuple[Told, ...]:
    whole = policy(*rules, events=EVENTS, restrictions=(RESTRICTION,))
    book = RuleBook(whole, DAY)
    pupils = tuple(each for each in book.people.present if each.cohorts)
    return tell(book, Asked(pupils, "phone", Function.ANY, place, "any-time", occasion, DAY))


def ways(one: Told) -> list[tuple[str, str, list[str]]]:
    return [(each.rule.id, each.why.value, [to.id for to in each.to]) for each in one.gave_way]


def test_people_with_the_same_answer_are_told_together() -> None:
    (both,) = told(rule("general"))
    assert [sorted(each.cohorts) for each in both.people] == [["y5"], ["y6"]]
    five, six = told(rule("general"), rule("year", "allowed", who=Y6))
    assert [each.answer.rules[0].id for each in (five, six)] == ["general", "year"]
    assert ways(five) == []
    assert ways(six) == [("general", "less-particular", ["year"])]


def test_a_rule_gives_way_to_those_that_lie_within_it() -> None:
    (both,) = told(rule("a"), rule("b", place="school"), rule("c", place="lessons"))
    assert ways(both) == [("a", "less-particular", ["c"]), ("b", "less-particular", ["c"])]


def test_an_event_sets_aside_and_a_restriction_sets_aside_both() -> None:
    rules = [rule("a"), rule("b", event="trip"), rule("c", restriction="agreement")]
    (on_trip,) = told(*rules, occasion="trip")
    assert ways(on_trip) == [("a", Why.SET_ASIDE.value, ["b"])]
    (restricted,) = told(*rules, occasion="agreement")
    assert ways(restricted) == [("a", Why.SET_ASIDE.value, ["c"])]


def test_of_two_rules_for_an_event_the_wider_is_less_particular() -> None:
    (both,) = told(
        rule("wide", event="trip"), rule("near", event="trip", place="lessons"), occasion="trip"
    )
    assert ways(both) == [("wide", "less-particular", ["near"])]


def test_rules_not_in_effect_are_told_without_what_comes_before_them() -> None:
    later: dict[str, Any] = {"effective_from": "2027-01-01"}
    (both,) = told(rule("now"), rule("later", **later), rule("once", effective_until="2026-07-31"))
    assert ways(both) == [("later", "not-yet", []), ("once", "ended", [])]


def test_a_rule_that_does_not_cover_the_question_is_not_told() -> None:
    (both,) = told(rule("now"), rule("elsewhere", place="lessons"), place="school")
    assert ways(both) == []


def test_where_no_rule_answers_nothing_gave_way() -> None:
    (both,) = told(rule("watches", thing="watch"))
    assert both.answer.is_gap
    assert both.gave_way == ()


def test_what_follows_is_told_for_each_whom_it_is_for() -> None:
    def ladder(name: str, *cohorts: str) -> dict[str, Any]:
        return {
            "id": name,
            "title": name,
            "plain": "We talk.",
            "who": {"audience": "pupils", "cohorts": cohorts},
            "about": ["phone"],
            "discretion": "head",
            "fair": "We ask why.",
            "steps": [{"id": "first", "time": 1, "text": "Talk.", "by": "head", "log": "Log."}],
        }

    whole = policy(rule("general"), responses=(ladder("all", "ks2"), ladder("oldest", "y6")))
    book = RuleBook(whole, DAY)
    pupils = tuple(each for each in book.people.present if each.cohorts)
    asked = Asked(pupils, "phone", Function.ANY, "lessons", "any-time", None, DAY)
    (both,) = tell(book, asked)
    assert {
        each.response.id: [sorted(person.cohorts) for person in each.people]
        for each in both.follows
    } == {"all": [["y5"]], "oldest": [["y6"]]}
