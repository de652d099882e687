"""On which grid a rule is seen first, so that mentions of the rule can lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.rules.answer import grid_rows

if TYPE_CHECKING:
    from schoolpolicy.rules.answer import RuleBook


def first_grids(book: RuleBook) -> dict[str, str]:
    """Return, for each rule, the id of the first grid that shows it."""
    found = {}
    for grid in reversed(book.policy.grids):
        for row in grid_rows(book.policy, grid):
            for column in grid.columns:
                for answer in book.cell(column, row).values():
                    if answer.rule is not None:
                        found[answer.rule.id] = grid.id
    return found
