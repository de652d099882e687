"""Every cell of every grid has one answer."""

from __future__ import annotations

from schoolpolicy.checks.grids import check_grids
from schoolpolicy.model.finding import Place
from schoolpolicy.model.rule import Grid
from tests.policies import policy, rule

GRID = Grid.model_validate(
    {
        "id": "grid",
        "title": "Grid",
        "intro": "A grid.",
        "columns": [{"id": "pupils", "title": "Pupils", "audience": "pupils"}],
        "rows": [{"id": "p", "title": "Phones in lessons", "thing": "phone", "place": "lessons"}],
    }
)
PLACES = {
    ("grids", "grid"): Place(file="data/grids.yml", line=2, column=3),
    ("rules", "a"): Place(file="data/rules.yml", line=2, column=3),
    ("rules", "b"): Place(file="data/rules.yml", line=9, column=3),
}


def said(*rules: object) -> list[str]:
    whole = policy(*rules, grids=(GRID,))  # type: ignore[arg-type]
    return [str(finding) for finding in check_grids(whole, PLACES)]


def test_a_cell_with_one_answer_is_silent() -> None:
    assert said(rule("a")) == []


def test_a_cell_without_an_answer_is_a_gap() -> None:
    assert said()[0] == (
        'data/grids.yml:2:3: No rule answers "Phones in lessons" for Pupils (y5). '
        "Add a rule for the thing phone, or for what it lies within."
    )


def test_a_cell_with_two_answers_names_both_rules() -> None:
    one = rule("a", place="lessons")
    two = rule("b", "allowed", who={"audience": "pupils", "cohorts": ["y6"]})
    assert said(one, two) == [
        'data/rules.yml:2:3: The rules "a" and "b" (data/rules.yml, line 9) disagree on '
        '"Phones in lessons" for Pupils (y6). '
        "Make one of them more particular, or let both say the same."
    ]
