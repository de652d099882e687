"""Cohorts that a school writes or names are its own, and are told apart."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.cohorts import check_cohorts
from tests.checks.support import placed
from tests.policies import COHORTS, HILL, column, grid, policy, response, restriction, rule

Y7 = {"id": "y7", "title": "Year 7", "audience": "pupils", "band": "ks3-4"}
Y8 = {**Y7, "id": "y8", "title": "Year 8"}
CHOIR = {"id": "own-choir", "title": "Choir", "audience": "pupils", "kind": "club"}
BAND = {**CHOIR, "id": "own-band", "title": "Band"}
LISTED = 'to "cohorts" in schools/hill/school.yml'


def said(*own: dict[str, Any], listed: tuple[str, ...] = (), **fields: Any) -> list[str]:
    school = {**HILL, "cohorts": [*HILL["cohorts"], *listed]}
    whole = policy(cohorts=(*COHORTS, Y7, Y8, *own), school=school, **fields)
    changed = {("rules", "own-changed")}
    return [
        f"{each.severity.value} {each}" for each in check_cohorts(whole, placed(whole), changed)
    ]


def for_years(name: str, *cohorts: str) -> dict[str, Any]:
    return rule(name, who={"audience": "pupils", "cohorts": list(cohorts)}).model_dump()


def test_a_cohort_that_the_school_lists_is_fine() -> None:
    assert said(CHOIR, listed=("own-choir",)) == []


def test_a_cohort_of_its_own_that_the_school_does_not_list_is_told_once() -> None:
    rules = (for_years("own-sing", "own-choir"),)
    assert said(CHOIR, rules=rules) == [
        'warning schools/hill/cohorts.yml:6:3: The school does not list the cohort "own-choir", '
        f'so a rule for it is for nobody. Add "own-choir" {LISTED}, or delete these lines.'
    ]


def test_an_outer_cohort_is_there_if_a_part_of_it_is() -> None:
    inner = {**CHOIR, "id": "own-altos", "within": "own-choir"}
    assert said(CHOIR, inner, listed=("own-altos",)) == []


def test_of_cohorts_within_each_other_only_the_outermost_is_told() -> None:
    inner = {**CHOIR, "id": "own-altos", "within": "own-choir"}
    (line,) = said(CHOIR, inner)
    assert '"own-choir"' in line


def test_a_year_of_the_model_that_the_school_lacks_is_fine_until_its_own_rules_name_it() -> None:
    assert said(rules=(for_years("older", "y7"),)) == []
    assert said(rules=(for_years("own-older", "y7"),)) == [
        'warning schools/hill/rules.yml:1:3: The rule "own-older" names the cohort "y7", which '
        f"the school does not have. Add it {LISTED}, or leave it out here."
    ]


def test_records_that_name_the_same_absent_cohorts_are_told_together() -> None:
    who = {"audience": "pupils", "cohorts": ["y7", "y8"]}
    rules = (for_years("own-a", "y7-y8"), for_years("own-b", "y7-y8"))
    wide = grid("own-grid", columns=[column("older", "pupils", "y7", "y8")])
    assert said(rules=rules, grids=(wide,), responses=(response("own-ladder", who=who),)) == [
        'warning schools/hill/rules.yml:1:3: The rule "own-a", rule "own-b", response '
        '"own-ladder" and 1 more name the cohorts "y7" and "y8", which the school does not have. '
        f"Add them {LISTED}, or leave them out here."
    ]


def test_restrictions_are_looked_at_too() -> None:
    older = restriction("own-calm", who={"audience": "pupils", "cohorts": ["y7"]})
    (line,) = said(restrictions=(older,))
    assert 'The restriction "own-calm" names the cohort "y7"' in line


def test_a_rule_that_is_for_years_of_the_school_too_is_told_for_information() -> None:
    (line,) = said(rules=(for_years("own-older", "y6-y7"),))
    assert line.startswith("info schools/hill/rules.yml:1:3: ")


def test_a_rule_of_the_model_that_the_school_changed_names_what_the_model_does() -> None:
    assert said(rules=(for_years("own-changed", "y7"),)) == []


@pytest.mark.parametrize("within", [None, "ks2"])
def test_a_group_of_pupils_without_a_kind_counts_as_a_year(within: str | None) -> None:
    choir = {"id": "own-choir", "title": "Choir", "audience": "pupils", "within": within}
    assert said(choir, listed=("own-choir",)) == [
        'warning schools/hill/cohorts.yml:6:3: The cohort "own-choir" has no "kind", so it counts '
        'as a year: nobody is in it and in another year. Add a line "kind: ..." with a word for '
        'such groups, such as "club"; or "kind: year", if it is a year.'
    ]


def test_who_means_a_year_says_so_and_a_class_is_part_of_one() -> None:
    bridge = {"id": "own-bridge", "title": "Bridge", "audience": "pupils", "kind": "year"}
    maple = {"id": "own-maple", "title": "5 Maple", "audience": "pupils", "within": "y5"}
    oak = {**maple, "id": "own-oak", "title": "5 Oak"}
    assert said(bridge, maple, oak, listed=("own-bridge",)) == []


def test_staff_are_in_no_year() -> None:
    team = {"id": "own-team", "title": "Team", "audience": "staff"}
    assert said(team, listed=("own-team",)) == []


def test_everybody_else_is_fine_beside_others() -> None:
    others = {**CHOIR, "id": "own-others", "rest": True}
    assert said(CHOIR, others, listed=("own-choir", "own-others")) == []


def test_two_of_a_kind_cannot_both_be_everybody_else() -> None:
    one, other = ({**CHOIR, "id": f"own-{each}", "rest": True} for each in ("one", "other"))
    assert said(CHOIR, one, other, listed=("own-choir", "own-one", "own-other")) == [
        'warning schools/hill/cohorts.yml:8:3: Both "own-one" and "own-other" are for everybody '
        'who is in no other cohort of the kind "club". Delete "rest" in one of them.'
    ]


def test_everybody_else_without_others_is_everybody() -> None:
    assert said({**BAND, "rest": True}, listed=("own-band",)) == [
        'warning schools/hill/cohorts.yml:6:3: "own-band" is for everybody who is in no other '
        f'cohort of the kind "club", but the school has no other. Add the others {LISTED}, or '
        "delete these lines."
    ]
