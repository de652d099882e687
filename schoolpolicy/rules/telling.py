"""Answers with the rules that gave way to them, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from schoolpolicy.rules.answer import precedence
from schoolpolicy.rules.ladders import Ladders

if TYPE_CHECKING:
    from schoolpolicy.model.response import Response
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.answer import Answer, RuleBook
    from schoolpolicy.rules.asking import Asked
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Question


class Why(StrEnum):
    """Why a rule that covers a question does not answer it."""

    LESS_PARTICULAR = "less-particular"
    SET_ASIDE = "set-aside"
    NOT_YET = "not-yet"
    ENDED = "ended"


@dataclass(frozen=True)
class GaveWay:
    """A rule that covers a question and does not answer it.

    Attributes:
        rule: the rule.
        why: what keeps it from answering.
        to: the rules that come before it; none if it is not in effect on the day.
    """

    rule: Rule
    why: Why
    to: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class Follows:
    """What follows if an answer is not kept, and for whom of those whose answer it is."""

    response: Response
    people: tuple[Person, ...]


@dataclass(frozen=True)
class Told:
    """One answer, and for whom it is the same.

    Attributes:
        people: whose answer it is.
        question: the question about the first of them.
        answer: the rules that win.
        gave_way: the other rules that cover the question.
        follows: what follows if the answer is not kept.
    """

    people: tuple[Person, ...]
    question: Question
    answer: Answer
    gave_way: tuple[GaveWay, ...]
    follows: tuple[Follows, ...]


def tell(book: RuleBook, asked: Asked) -> tuple[Told, ...]:
    """Return the answers to a question, each with those people whom it is the same for."""
    ladders = Ladders(book)
    groups: dict[tuple[str, ...], list[Person]] = {}
    for person in asked.people:
        winners = book.answer(asked.question(person)).rules
        groups.setdefault(tuple(each.id for each in winners), []).append(person)
    return tuple(_told(book, ladders, asked, tuple(people)) for people in groups.values())


def _told(book: RuleBook, ladders: Ladders, asked: Asked, people: tuple[Person, ...]) -> Told:
    """Return the answer of people who all have the same one."""
    first = asked.question(people[0])
    answer = book.answer(first)
    gave_way: list[GaveWay] = []
    follows: dict[str, tuple[Response, list[Person]]] = {}
    for person in people:
        question = asked.question(person)
        gave_way += [each for each in why_not(book, question, answer) if each not in gave_way]
        for response in ladders.responses(question):
            follows.setdefault(response.id, (response, []))[1].append(person)
    return Told(
        people,
        first,
        answer,
        tuple(gave_way),
        tuple(Follows(response, tuple(whom)) for response, whom in follows.values()),
    )


def why_not(book: RuleBook, question: Question, answer: Answer) -> tuple[GaveWay, ...]:
    """Return the rules that cover a question and do not answer it, and why."""
    person, use, setting = book.space.position(question)
    scopes = dict(zip(book.ids, book.scopes, strict=True))
    found = []
    for rule in sorted(book.policy.rules, key=lambda each: each.id):
        scope = scopes.get(rule.id) or book.space.of_rule(rule)
        covers = scope.people >> person & scope.uses >> use & scope.settings >> setting & 1
        if not covers or rule in answer.rules:
            continue
        if rule.id not in scopes:
            begun = rule.effective_from is None or rule.effective_from <= book.day
            found.append(GaveWay(rule, Why.ENDED if begun else Why.NOT_YET))
            continue
        closer = tuple(each for each in answer.rules if scopes[each.id].within(scope))
        special = any(precedence(each) > precedence(rule) for each in answer.rules)
        why = Why.SET_ASIDE if special else Why.LESS_PARTICULAR
        found.append(GaveWay(rule, why, answer.rules if special else closer))
    return tuple(found)
