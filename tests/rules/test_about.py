"""The rules about one use: the same answers as over all rules."""

from __future__ import annotations

from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.space import Question, Setting, Use
from tests.policies import oakfield, policy, rule


def test_answers_are_those_of_all_rules_that_cover_the_question() -> None:
    book = RuleBook(oakfield())
    about = book.about(Use("mobile-phone"))
    for person in book.people.present:
        for place in book.space.places:
            for time in book.space.times:
                question = Question(person, "mobile-phone", place=place, time=time)
                who, use, where = book.space.position(question)
                covering = (
                    number
                    for number, scope in enumerate(book.scopes)
                    if scope.people >> who & scope.uses >> use & scope.settings >> where & 1
                )
                assert about.answer(person, Setting(place, time)) == book.among(covering)


def test_people_and_settings_come_with_their_answer_each_exactly_once() -> None:
    older = {"audience": "pupils", "cohorts": ["y6"]}
    rules = (rule("ban"), rule("lessons", "allowed", place="lessons", who=older))
    book = RuleBook(policy(*rules))
    asking = book.people.present[:2]
    everywhere = (1 << len(book.space.settings)) - 1
    seen: dict[tuple[object, object], list[str]] = {}
    parts = book.about(Use("phone")).answers(book.people.together(asking), everywhere)
    for people, settings, answer in parts:
        for person in book.people.among(people):
            for number, setting in enumerate(book.space.settings):
                if settings >> number & 1:
                    assert (person, setting) not in seen
                    seen[person, setting] = [each.id for each in answer.rules]
    assert len(seen) == len(asking) * len(book.space.settings)
    five, six = asking
    assert seen[five, Setting("lessons")] == ["ban"]
    assert seen[six, Setting("lessons")] == ["lessons"]
    assert seen[six, Setting("school")] == ["ban"]


def test_the_rules_about_a_use_are_picked_out_once() -> None:
    book = RuleBook(policy(rule("ban")))
    assert book.about(Use("phone")) is book.about(Use("phone"))


def test_a_use_that_a_thing_is_not_made_for_is_use_in_general() -> None:
    book = RuleBook(policy(rule("ban")))
    assert book.about(Use("phone", Function.PAY)) is book.about(Use("phone"))


def test_the_regions_of_a_book_are_worked_out_once() -> None:
    book = RuleBook(policy(rule("ban")))
    assert book.regions is book.regions
    assert {each.answer.rule.id for each in book.regions if each.answer.rule} == {"ban"}
