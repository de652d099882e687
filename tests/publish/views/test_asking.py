"""Many questions about one use: the same answers as asked one by one."""

from __future__ import annotations

from schoolpolicy.publish.views.asking import Asker
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.space import Question
from tests.policies import oakfield, policy, rule


def test_answers_are_those_of_the_rule_book() -> None:
    book = RuleBook(oakfield())
    asker = Asker(book, "mobile-phone")
    for person in book.people.present:
        for place in book.space.places:
            for time in book.space.times:
                question = Question(person, "mobile-phone", place=place, time=time)
                assert asker.ask(person, place, time) == book.answer(question)


def test_every_answer_within_some_settings_is_found_once() -> None:
    book = RuleBook(policy(rule("ban"), rule("lessons", "allowed", place="lessons")))
    asker = Asker(book, "phone")
    person = book.people.present[0]
    everywhere = (1 << len(book.space.settings)) - 1
    found = [[each.id for each in answer.rules] for answer in asker.within(person, everywhere)]
    assert sorted(found) == [["ban"], ["lessons"]]
