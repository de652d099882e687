"""Checks that every cell of every grid has one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.answer import RuleBook, grid_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_grids(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a finding for each cell that no rule answers, or that rules answer differently."""
    book = RuleBook(policy)
    for grid in policy.grids:
        here = places["grids", grid.id]
        for row in grid_rows(policy, grid):
            for column in grid.columns:
                for cohort, answer in book.cell(column, row).items():
                    who = f"{column.title} ({cohort})" if cohort else column.title
                    if answer.is_gap:
                        yield Finding(
                            code="rules.gap",
                            severity=Severity.ERROR,
                            place=here,
                            problem=f'No rule answers "{row.title}" for {who}.',
                            remedy=f"Add a rule for the thing {row.thing}, "
                            "or for what it lies within.",
                        )
                    elif answer.is_conflict:
                        first, second = answer.rules[0], answer.rules[-1]
                        other = places["rules", second.id]
                        yield Finding(
                            code="rules.conflict",
                            severity=Severity.ERROR,
                            place=places["rules", first.id],
                            problem=f'The rules "{first.id}" and "{second.id}" '
                            f'({other.file}, line {other.line}) disagree on "{row.title}" '
                            f"for {who}.",
                            remedy="Make one of them more particular, or let both say the same.",
                        )
