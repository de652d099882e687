"""Which rule answers a question.

1. A rule *covers* a question if the question lies within it on every side: people, uses and
   settings (see `space`). Rules not in effect on the day do not count.
2. Of the rules that cover it, only those of the highest *precedence* are kept: firm rules, else
   those for a standing restriction, else those for an event, else all of them.
3. Of those left, one is *more particular* than another if every question that it is about is
   one of the other's, but not the other way round. A rule wins if no more particular one
   covers the question.
4. If no rule covers the question it is a *gap*. If several win and their verdicts differ, it
   is a *conflict*; where an answer is needed all the same, the strictest is given.

The order of rules and files plays no part.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from schoolpolicy.model.grid import GridRow
from schoolpolicy.model.scope import Who
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.rules.about import About
from schoolpolicy.rules.space import Question, Space
from schoolpolicy.rules.survey import survey

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from schoolpolicy.model.grid import Grid, GridColumn
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Use
    from schoolpolicy.rules.survey import Region

_STRICTNESS = {level: number for number, level in enumerate(Level)}


@dataclass(frozen=True)
class Answer:
    """The rules that win for a question: one, or several that agree, disagree, or none."""

    rules: tuple[Rule, ...]

    @property
    def is_gap(self) -> bool:
        """True if no rule answers."""
        return not self.rules

    @property
    def is_conflict(self) -> bool:
        """True if the winning rules disagree."""
        return len({rule.verdict for rule in self.rules}) > 1

    @property
    def rule(self) -> Rule | None:
        """The rule to show: the strictest of those that win."""
        return max(self.rules, key=lambda rule: (_STRICTNESS[rule.level], rule.id), default=None)


class RuleBook:
    """The rules of one policy that are in effect on a day, ready to answer questions."""

    def __init__(
        self, policy: Policy, day: dt.date | None = None, space: Space | None = None
    ) -> None:
        """Work out what each rule is about.

        Args:
            policy: whose rules.
            day: which rules are in effect; the policy's own day if none is given.
            space: the policy's questions, if they are known already.
        """
        self.policy = policy
        self.day = day or policy.day
        self.space = space or Space(policy)
        self.people = self.space.people
        # In the order of their ids, so that what comes first in a file does not matter.
        self.rules = tuple(
            sorted(
                (each for each in policy.rules if in_effect(each, self.day)),
                key=lambda rule: rule.id,
            )
        )
        self.scopes = tuple(self.space.of_rule(rule) for rule in self.rules)
        self._winners: dict[tuple[int, ...], Answer] = {}
        self._closer: dict[tuple[int, int], bool] = {}
        self._about: dict[int, About] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rules in effect."""
        return tuple(rule.id for rule in self.rules)

    def answer(self, question: Question) -> Answer:
        """Return the winning rules for one question.

        Raises:
            KeyError: the policy has no such person, thing, place, time or occasion.
        """
        return self.about(question.use).answer(question.person, question.setting)

    def about(self, use: Use) -> About:
        """Return the rules about one use, for many questions about it.

        Raises:
            KeyError: the policy has no such thing.
        """
        number = self.space.use_number(use)
        if number not in self._about:
            covering = (each for each, scope in enumerate(self.scopes) if scope.uses >> number & 1)
            self._about[number] = About(self, covering)
        return self._about[number]

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Every question of the school's own people, by answer; worked out once."""
        return tuple(survey(self))

    def among(self, covering: Iterable[int]) -> Answer:
        """Return those that win among rules that all cover the same question, by number."""
        key = tuple(covering)
        if key not in self._winners:
            highest = max((precedence(self.rules[each]) for each in key), default=None)
            first = [each for each in key if precedence(self.rules[each]) is highest]
            self._winners[key] = Answer(
                tuple(
                    self.rules[one]
                    for one in first
                    if not any(self._more_particular(other, one) for other in first)
                )
            )
        return self._winners[key]

    def _more_particular(self, one: int, other: int) -> bool:
        key = (one, other)
        if key not in self._closer:
            mine, theirs = self.scopes[one], self.scopes[other]
            self._closer[key] = mine != theirs and mine.within(theirs)
        return self._closer[key]

    def cell(self, column: GridColumn, row: GridRow) -> dict[Person, Answer]:
        """Return the answer of one cell of a grid for each of the people in its column.

        There is none where the question cannot arise for them.
        """
        if column.id in row.not_for:
            return {}
        return {person: self.ask(person, row) for person in self.column(column)}

    def column(self, column: GridColumn) -> tuple[Person, ...]:
        """Return the school's own people whom a grid's column is for."""
        who = Who(audience=column.audience, cohorts=column.cohorts)
        return self.people.among(self.people.bits(who))

    def ask(self, person: Person, row: GridRow) -> Answer:
        """Return the answer to what a grid's row asks, for one person."""
        return self.answer(Question(person, row.thing, row.function, row.place, row.time))


class Precedence(IntEnum):
    """Which rules come before which, however particular they are."""

    ORDINARY = 0
    EVENT = 1
    RESTRICTION = 2
    FIRM = 3


def precedence(rule: Rule) -> Precedence:
    """Return whether a rule is firm, or for a restriction or an event, or none of these."""
    if rule.firm:
        return Precedence.FIRM
    if rule.restriction is not None:
        return Precedence.RESTRICTION
    return Precedence.ORDINARY if rule.event is None else Precedence.EVENT


def in_effect(rule: Rule, day: dt.date) -> bool:
    """Return True if a rule holds on a day."""
    begun = rule.effective_from is None or rule.effective_from <= day
    return begun and (rule.effective_until is None or day <= rule.effective_until)


def grid_rows(policy: Policy, grid: Grid) -> tuple[GridRow, ...]:
    """Return the rows of a grid; one for each activity where the grid asks for that."""
    if not grid.every_activity:
        return grid.rows
    return tuple(GridRow(id=each.id, title=each.title, thing=each.id) for each in policy.activities)
