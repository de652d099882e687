"""On which grid a rule is seen first, so that mentions of the rule can lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.rules.answer import RuleBook, grid_rows

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy


def first_grids(policy: Policy) -> dict[str, str]:
    """Return, for each rule, the id of the first grid that shows it."""
    book, found = RuleBook(policy), {}
    for grid in reversed(policy.grids):
        for row in grid_rows(policy, grid):
            for column in grid.columns:
                for answer in book.cell(column, row).values():
                    if answer.rule is not None:
                        found[answer.rule.id] = grid.id
    return found
