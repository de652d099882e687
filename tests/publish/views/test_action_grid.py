"""Actions and sanctions as a table of ticks, made from the ladders of responses."""

from __future__ import annotations

from typing import Any

from schoolpolicy.publish.views.action_grid import ActionGrid, action_grid
from schoolpolicy.publish.views.responses import response_groups
from schoolpolicy.rules.answer import RuleBook
from tests.policies import contact, policy, response, role, step

ROLES = (
    *(role("head"), role("parents", title="carers"), role("dsl", title="safeguarding lead")),
    *(role("pupils", title="learners"), role("staff", title="all staff")),
)
LASTS = {"until": "end-of-day"}


def grid(*responses: Any) -> ActionGrid:
    made = policy(
        responses=responses,
        roles=ROLES,
        contacts=(contact("police-101"), contact("ceop")),
        words={"pupils": "learners"},
    )
    (group,) = response_groups(RuleBook(made))
    return action_grid(made, group)


def ticks(found: ActionGrid, row: int = 0) -> dict[str, str]:
    """Return the ticks of one row by the heads of their columns."""
    return dict(zip(found.columns, found.rows[row].ticks, strict=True))


def test_a_tick_says_from_which_time_on() -> None:
    found = grid(
        response(
            "phones",
            step("one", time=1),
            step("two", time=2, tell=["parents"], lasts=LASTS),
        ),
        response("games", step("again", time=3, tell=["parents"])),
    )
    assert found.columns == (
        *("A talk or a task, at once", "Something kept or limited for a time"),
        *("Head", "Carers"),
    )
    assert found.rows[0].ticks == ("1st time", "2nd time", "1st time", "2nd time")
    assert found.rows[1].ticks == ("3rd time", "", "3rd time", "3rd time")


def test_where_points_count_it_says_how_many() -> None:
    steps = (step("one", points=1), step("five", points=5, lasts=LASTS))
    found = grid(response("games", *steps, counted="points", points="One each."))
    assert list(ticks(found).values()) == ["1 point", "5 points"]


def test_where_cases_differ_it_says_if_it_is_all_of_them() -> None:
    steps = (
        step("slip", case="A slip", tell=["parents"]),
        step("harm", case="Harm", contacts=["police-101", "ceop"]),
    )
    found = grid(
        response("hacking", *steps, counted="cases"), response("phones", step("one", time=1))
    )
    assert ticks(found) == {
        "A talk or a task, at once": "always",
        "Head": "always",
        "Police": "some cases",
        "Another service": "some cases",
    }


def test_a_role_that_only_one_breach_names_stands_beside_its_title() -> None:
    found = grid(
        response("phones", step("one", time=1, tell=["dsl"])),
        response("games", step("two", time=1)),
    )
    assert "Safeguarding lead" not in found.columns
    assert [row.also for row in found.rows] == [("Safeguarding lead",), ()]


def test_whoever_sees_it_is_no_column() -> None:
    found = grid(
        response("phones", step("one", time=1, by="staff")),
        response("games", step("two", time=1, by="staff")),
    )
    assert found.columns == ("A talk or a task, at once",)
