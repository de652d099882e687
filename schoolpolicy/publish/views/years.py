"""What depends on a pupil's year: the same question with other answers for other years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.grid import GridColumn
from schoolpolicy.model.vocabulary import Audience, Level
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.rule_words import rule_details, until_words
from schoolpolicy.rules.answer import grid_rows
from schoolpolicy.rules.words import people_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.grid import GridRow
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.people import Person


@dataclass(frozen=True)
class YearAnswer:
    """What holds for some years: who they are, the level, and short sentences."""

    who: str
    look: LevelLook
    details: tuple[str, ...]
    rule: str | None
    """The id of the rule behind it; None where no rule answers."""


@dataclass(frozen=True)
class YearQuestion:
    """A question whose answer depends on the year."""

    title: str
    answers: tuple[YearAnswer, ...]


_ALL_PUPILS = GridColumn(id="pupils", title="Pupils", audience=(Audience.PUPILS,))


def year_questions(book: RuleBook, rules: Iterable[Rule]) -> tuple[YearQuestion, ...]:
    """Return what depends on the year among the questions that some rules answer."""
    wanted = {rule.id for rule in rules}
    found = []
    for grid in book.policy.grids:
        for row in grid_rows(book.policy, grid):
            answers = year_answers(book, row)
            if len(answers) > 1 and wanted & {each.rule for each in answers}:
                found.append(YearQuestion(row.title, answers))
    return tuple(found)


def year_answers(book: RuleBook, row: GridRow) -> tuple[YearAnswer, ...]:
    """Return the answers to one question, the youngest pupils first."""
    answers = book.cell(_ALL_PUPILS, row)
    same: dict[str | None, list[Person]] = {}
    rules: dict[str | None, Rule | None] = {}
    for person, answer in answers.items():
        key = answer.rule.id if answer.rule else None
        rules[key] = answer.rule
        same.setdefault(key, []).append(person)
    return tuple(
        _answer(book, rules[key], capital(people_words(book.policy, mine, answers)))
        for key, mine in same.items()
    )


def _answer(book: RuleBook, rule: Rule | None, who: str) -> YearAnswer:
    if rule is None:
        return YearAnswer(who, look(Level.UNDECIDED), (), None)
    plain = (rule.plain,) if rule.plain else ()
    ends = until_words(rule)
    details = rule_details(book.policy, rule)
    if details == ends:  # else nothing would say what it is about
        details = plain + ends
    return YearAnswer(who, look(rule.level), details, rule.id)
