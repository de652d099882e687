"""On which grid a rule is seen first."""

from __future__ import annotations

from schoolpolicy.publish.views.rule_homes import first_grids
from schoolpolicy.rules.answer import RuleBook
from tests.policies import activity, column, grid, policy, rule

PHONE = {"id": "phone", "title": "Phones", "thing": "phone"}
WATCH = {"id": "watch", "title": "Watches", "thing": "watch"}


def test_a_rule_is_at_home_on_the_first_grid_that_shows_it() -> None:
    both, one = grid("both", rows=[PHONE, WATCH]), grid("one", rows=[PHONE])
    rules = (rule("phones"), rule("watches", thing="watch"))
    assert first_grids(RuleBook(policy(*rules, grids=(one, both)))) == {
        "phones": "one",
        "watches": "both",
    }
    assert first_grids(RuleBook(policy(*rules, grids=(both, one)))) == {
        "phones": "both",
        "watches": "both",
    }


def test_a_rule_that_another_one_beats_everywhere_has_no_home() -> None:
    rules = (rule("all"), rule("y5", who={"audience": "pupils", "cohorts": ["y5", "y6"]}))
    assert first_grids(RuleBook(policy(*rules, grids=(grid(rows=[PHONE]),)))) == {"y5": "grid"}


def test_a_rule_for_people_without_a_column_has_no_home() -> None:
    staff = rule("staff", who={"audience": "staff"})
    assert first_grids(RuleBook(policy(staff, grids=(grid(rows=[PHONE]),)))) == {}


def test_a_rule_about_an_activity_is_at_home_where_all_activities_are() -> None:
    everything = grid("everything", every_activity=True, columns=[column("staff", "staff")])
    gambling = rule("no-gambling", thing="gambling", who={"audience": "staff"})
    whole = policy(gambling, grids=(everything,), activities=(activity("gambling"),))
    assert first_grids(RuleBook(whole)) == {"no-gambling": "everything"}
