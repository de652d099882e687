"""What depends on a pupil's year: the same question with other answers for other years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.rule import GridColumn
from schoolpolicy.model.vocabulary import Audience, Level
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import listed
from schoolpolicy.publish.views.rule_words import rule_details
from schoolpolicy.rules.answer import RuleBook, grid_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import GridRow, Rule


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


_ALL_PUPILS = GridColumn(id="pupils", title="Pupils", audience=Audience.PUPILS)


def year_questions(policy: Policy, rules: Iterable[Rule]) -> tuple[YearQuestion, ...]:
    """Return what depends on the year among the questions that some rules answer."""
    book, wanted = RuleBook(policy), {rule.id for rule in rules}
    found = []
    for grid in policy.grids:
        for row in grid_rows(policy, grid):
            answers = year_answers(policy, book, row)
            if len(answers) > 1 and wanted & {each.rule for each in answers}:
                found.append(YearQuestion(row.title, answers))
    return tuple(found)


def year_answers(policy: Policy, book: RuleBook, row: GridRow) -> tuple[YearAnswer, ...]:
    """Return the answers to one question, the youngest pupils first."""
    answers = book.cell(_ALL_PUPILS, row)
    years = [each.id for each in policy.cohorts if each.id in answers]
    same: dict[str | None, list[str]] = {}
    rules: dict[str | None, Rule | None] = {}
    for year in years:
        rule = answers[year].rule
        key = rule.id if rule else None
        rules[key] = rule
        same.setdefault(key, []).append(year)
    return tuple(
        _answer(policy, rules[key], span(policy, mine, years)) for key, mine in same.items()
    )


def _answer(policy: Policy, rule: Rule | None, who: str) -> YearAnswer:
    if rule is None:
        return YearAnswer(who, look(Level.UNDECIDED), (), None)
    plain = (rule.plain,) if rule.plain else ()
    details = rule_details(policy, rule) or plain
    return YearAnswer(who, look(rule.level), details, rule.id)


def span(policy: Policy, some: Sequence[str], every: Sequence[str]) -> str:
    """Return years in words: as a range if they follow each other."""
    titles = {each.id: each.title for each in policy.cohorts}
    first = every.index(some[0])
    if len(some) > 2 and list(every[first : first + len(some)]) == list(some):
        return f"{titles[some[0]]} to {titles[some[-1]]}"
    named = [titles[each] for each in some]
    if len(named) > 1 and all(each.startswith("Year ") for each in named):
        return f"Years {listed(each.removeprefix('Year ') for each in named)}"
    return listed(named)
