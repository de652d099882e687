"""Which rule answers a question.

A rule covers a question if the question lies within it in every dimension: who, thing,
function, place and time. Of the rules that cover a question the most particular one wins:
a rule is more particular than another if it lies within it in every dimension and is not
the same in all of them. If several remain and they say different levels, the question is
in conflict; if none covers it, it is a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.rule import GridRow
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Grid, GridColumn, Rule


@dataclass(frozen=True)
class Question:
    """One question: may these people do this with that, here, now?"""

    audience: Audience
    cohort: str | None
    thing: str
    function: Function = Function.ANY
    place: str = "anywhere"
    time: str = "any-time"


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
        return len({rule.level for rule in self.rules}) > 1

    @property
    def rule(self) -> Rule | None:
        """The rule to show: the strictest of those that win."""
        order = list(Level)
        return max(self.rules, key=lambda rule: (order.index(rule.level), rule.id), default=None)


class RuleBook:
    """The rules of one policy, ready to answer questions."""

    def __init__(self, policy: Policy) -> None:
        """Prepare the trees and the scope of each rule."""
        self._things = Tree(policy.things)
        self._places = Tree(policy.places)
        self._times = Tree(policy.times)
        self._cohorts = Tree(policy.cohorts)
        self._taught = frozenset(policy.school.cohorts)
        self._leaves = {rule.id: self._who(rule.who.cohorts) for rule in policy.rules}
        # A rule can only cover questions of its audience about its thing or what lies within.
        self._about: dict[tuple[Audience, str], list[Rule]] = {}
        for rule in policy.rules:
            self._about.setdefault((rule.who.audience, rule.thing), []).append(rule)

    def _who(self, cohorts: Iterable[str]) -> frozenset[str] | None:
        """Return the innermost cohorts meant; None for everybody."""
        named = [self._cohorts.leaves(cohort) for cohort in cohorts]
        return frozenset().union(*named) if named else None

    def answer(self, question: Question) -> Answer:
        """Return the winning rules for one question."""
        covering = [
            rule
            for thing in self._things.line(question.thing)
            for rule in self._about.get((question.audience, thing), ())
            if self._covers(rule, question)
        ]
        winners = [
            rule
            for rule in covering
            if not any(self.more_particular(other, rule) for other in covering)
        ]
        return Answer(tuple(sorted(winners, key=lambda rule: rule.id)))

    def _covers(self, rule: Rule, question: Question) -> bool:
        """Return True if a rule of the right audience and thing covers a question."""
        who = self._leaves[rule.id]
        return (
            (who is None or question.cohort in who)
            and rule.function in (Function.ANY, question.function)
            and self._places.inside(question.place, rule.place)
            and self._times.inside(question.time, rule.time)
        )

    def more_particular(self, one: Rule, other: Rule) -> bool:
        """Return True if `one` lies within `other` in every dimension and differs in one."""
        mine, theirs = self._leaves[one.id], self._leaves[other.id]
        within = (
            one.who.audience is other.who.audience
            and (theirs is None or (mine is not None and mine <= theirs))
            and other.function in (Function.ANY, one.function)
            and self._things.inside(one.thing, other.thing)
            and self._places.inside(one.place, other.place)
            and self._times.inside(one.time, other.time)
        )
        same = (mine, one.function, one.thing, one.place, one.time) == (
            theirs,
            other.function,
            other.thing,
            other.place,
            other.time,
        )
        return within and not same

    def cohorts_of(self, column: GridColumn) -> tuple[str | None, ...]:
        """Return the school's own cohorts that a grid's column is for; None for everybody."""
        if column.audience is not Audience.PUPILS:
            return (None,)
        wanted = self._who(column.cohorts)
        return tuple(
            sorted(cohort for cohort in self._taught if wanted is None or cohort in wanted)
        )

    def cell(self, column: GridColumn, row: GridRow) -> dict[str | None, Answer]:
        """Return the answer of one cell for each of the column's cohorts."""
        return {
            cohort: self.answer(
                Question(column.audience, cohort, row.thing, row.function, row.place, row.time)
            )
            for cohort in self.cohorts_of(column)
        }


def grid_rows(policy: Policy, grid: Grid) -> tuple[GridRow, ...]:
    """Return the rows of a grid; one for each activity where the grid asks for that."""
    if not grid.every_activity:
        return grid.rows
    return tuple(GridRow(id=each.id, title=each.title, thing=each.id) for each in policy.activities)
