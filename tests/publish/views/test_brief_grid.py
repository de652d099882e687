"""A grid in few words, for a policy that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.publish.views.brief_grid import brief_grid
from schoolpolicy.publish.views.grids import grid_view
from schoolpolicy.rules.answer import RuleBook
from tests.policies import column, grid, policy, role, rule

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.publish.views.brief_grid import BriefGrid

PHONE = {"id": "phone", "title": "Phones", "thing": "phone"}
MEDICAL = {"id": "medical", "text": "A health plan says so.", "decided_by": "head"}


def brief(*rules: Rule, **fields: Any) -> BriefGrid:
    shown = grid(**{"rows": [PHONE], **fields})
    whole = policy(*rules, grids=(shown,), roles=(role("head"),))
    return brief_grid(grid_view(RuleBook(whole), shown))


def said(found: BriefGrid) -> list[list[tuple[int, list[tuple[str | None, str]], bool]]]:
    return [
        [
            (cell.span, [(part.who, part.look.word) for part in cell.parts], cell.excepted)
            for cell in row.cells
        ]
        for _, rows in found.groups
        for row in rows
    ]


def test_a_cell_is_its_level_alone() -> None:
    assert said(brief(rule("phones"))) == [[(1, [(None, "Not allowed")], False)]]


def test_years_with_different_levels_are_named() -> None:
    older = rule("older", "allowed", who={"audience": "pupils", "cohorts": ["y6"]})
    assert said(brief(rule("phones"), older)) == [
        [(1, [("Year 5", "Not allowed"), ("Year 6", "Allowed")], False)]
    ]


def test_rules_with_the_same_level_are_one_whatever_else_they_say() -> None:
    older = rule("older", who={"audience": "pupils", "cohorts": ["y6"]}, because="Another reason.")
    assert said(brief(rule("phones"), older)) == [[(1, [(None, "Not allowed")], False)]]


def test_neighbours_that_say_the_same_are_one_cell() -> None:
    both = [column("pupils"), column("staff", audience="staff")]
    staff = rule("staff", who={"audience": "staff"}, because="Another reason.")
    assert said(brief(rule("phones"), staff, columns=both)) == [
        [(2, [(None, "Not allowed")], False)]
    ]


def test_exceptions_are_marked_in_the_cell_and_told_once() -> None:
    both = [column("pupils"), column("staff", audience="staff")]
    mine = rule("phones", unless=[MEDICAL])
    theirs = rule("staff", who={"audience": "staff"}, unless=[{**MEDICAL, "id": "health"}])
    found = brief(mine, theirs, columns=both)
    assert [each.text for each in found.exceptions] == ["A health plan says so."]
    assert all(excepted for row in said(found) for _, _, excepted in row)
