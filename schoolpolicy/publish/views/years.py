"""What depends on a pupil's year: the same question with other answers for other years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from schoolpolicy.model.grid import GridColumn, GridRow
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.vocabulary import Audience, Level
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.rule_words import doing_words, rule_details, until_words
from schoolpolicy.publish.views.setting_words import where_words
from schoolpolicy.rules.answer import grid_rows
from schoolpolicy.rules.space import Setting
from schoolpolicy.rules.words import people_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.people import Person


@dataclass(frozen=True)
class YearAnswer:
    """What holds for some years: who they are, the level, and short sentences."""

    who: str
    look: LevelLook
    details: tuple[str, ...]
    rules: tuple[str, ...]
    """The ids of the rules behind it; none where no rule answers."""


@dataclass(frozen=True)
class YearQuestion:
    """A question whose answer depends on the year."""

    title: str
    answers: tuple[YearAnswer, ...]
    wider: frozenset[str] = frozenset()
    """The rules behind its answers that hold elsewhere too, so that this does not tell them."""

    @property
    def rules(self) -> frozenset[str]:
        """The rules behind its answers."""
        return frozenset(rule for each in self.answers for rule in each.rules)


_ALL_PUPILS = GridColumn(id="pupils", title="Pupils", audience=(Audience.PUPILS,))


def year_questions(book: RuleBook, rules: Iterable[Rule]) -> tuple[YearQuestion, ...]:
    """Return what depends on the year among the questions that some rules answer.

    The school's tables say what people ask about a thing. Where none of them is about it, each
    rule is asked after.
    """
    policy = book.policy
    wanted = {rule.id: rule for rule in rules}
    rows = [row for grid in policy.grids for row in grid_rows(policy, grid)]
    shown = {row.thing for row in rows}
    found = [each for row in rows if (each := _question(book, row)).rules & wanted.keys()]
    told: set[str] = set()
    for rule in wanted.values():
        for row in _rows(policy, rule) if rule.thing not in shown else ():
            asked = _question(book, row)
            if rule.id in asked.rules - told:
                about = (row.thing, row.place, row.time)
                wider = {each for each in asked.rules if _about(policy, each) != about}
                found.append(replace(asked, wider=frozenset(wider)))
                told |= asked.rules
    return tuple(each for each in found if len(each.answers) > 1)


def _about(policy: Policy, identity: str) -> tuple[str, str, str]:
    rule = policy.find(Rule, identity)
    return rule.thing, rule.place, rule.time


def _question(book: RuleBook, row: GridRow) -> YearQuestion:
    return YearQuestion(row.title, year_answers(book, row))


def _rows(policy: Policy, rule: Rule) -> Iterator[GridRow]:
    """Yield what a rule is about as questions, one for each use of the thing."""
    if rule.event is not None or rule.restriction is not None:  # no year's everyday
        return
    for function in rule.function:
        where = where_words(policy, Setting(rule.place, rule.time), function)
        yield GridRow(
            id=rule.id,
            title=capital(doing_words(policy, rule.thing, function) + where),
            thing=rule.thing,
            function=function,
            place=rule.place,
            time=rule.time,
        )


def year_answers(book: RuleBook, row: GridRow) -> tuple[YearAnswer, ...]:
    """Return the answers to one question, the youngest pupils first; the same are one."""
    answers = book.cell(_ALL_PUPILS, row)
    same: dict[tuple[LevelLook, tuple[str, ...]], dict[Person, Rule | None]] = {}
    for person, answer in answers.items():
        same.setdefault(_says(book, answer.rule), {})[person] = answer.rule
    return tuple(
        YearAnswer(
            capital(people_words(book.policy, mine, answers)),
            level,
            details,
            tuple(dict.fromkeys(rule.id for rule in mine.values() if rule)),
        )
        for (level, details), mine in same.items()
    )


def year_levels(book: RuleBook, row: GridRow) -> tuple[tuple[str, LevelLook], ...]:
    """Return who is at which level, the youngest pupils first, and nothing else."""
    answers = book.cell(_ALL_PUPILS, row)
    same: dict[LevelLook, list[Person]] = {}
    for person, answer in answers.items():
        same.setdefault(_says(book, answer.rule)[0], []).append(person)
    return tuple(
        (capital(people_words(book.policy, mine, answers)), level) for level, mine in same.items()
    )


def _says(book: RuleBook, rule: Rule | None) -> tuple[LevelLook, tuple[str, ...]]:
    if rule is None:
        return look(Level.UNDECIDED), ()
    plain = (rule.plain,) if rule.plain else ()
    ends = until_words(rule)
    details = rule_details(book.policy, rule)
    if details == ends:  # else nothing would say what it is about
        details = plain + ends
    return look(rule.level), details
