"""A rule that is about nobody or nothing: which of its parts do not go together."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.nothing import check_nothing
from schoolpolicy.rules.space import Space
from tests.checks.support import placed
from tests.policies import PLACES, policy, restriction, rule

TEAM = {"id": "team", "title": "Team", "audience": "staff", "kind": "team"}
FIELDS: dict[str, Any] = {
    "places": (*PLACES, {"id": "home", "title": "Home", "within": "anywhere"}),
    "times": (
        {"id": "any-time", "title": "Any time"},
        {"id": "break", "title": "Break", "within": "any-time"},
        {"id": "night", "title": "Night", "within": "any-time"},
    ),
    "cohorts": (
        {"id": "y5", "title": "Year 5", "audience": "pupils"},
        {"id": "y6", "title": "Year 6", "audience": "pupils"},
        TEAM,
    ),
    "zones": (
        {
            "id": "yard",
            "title": "Yard",
            "plain": "At school at break, at home at night.",
            "areas": [
                {"places": ["school"], "times": ["break"]},
                {"places": ["home"], "times": ["night"]},
            ],
            "who": {"audience": "pupils", "cohorts": ["y6"]},
        },
    ),
    "restrictions": (restriction("calm"),),
}
Y6 = {"audience": "pupils", "cohorts": ["y6"]}


def said(name: str, **fields: Any) -> list[str]:
    whole = policy(rule(name, **fields), **FIELDS)
    return [
        f"{each.severity.value} {each}"
        for each in check_nothing(whole, Space(whole), placed(whole))
    ]


def test_rules_whose_parts_go_together_are_fine() -> None:
    assert said("calls", function="call") == []
    assert said("yard", zone="yard", who=Y6, place="lessons", time="break") == []
    assert said("calm", restriction="calm", who={"audience": "everyone"}) == []


def test_a_rule_of_the_school_is_an_error_and_one_of_the_model_a_warning() -> None:
    staff = {"audience": "staff", "cohorts": ["y6"]}
    says = (
        'is about nobody or nothing: "y6" is a cohort of pupils, but its audience is staff. '
        'Change "audience" or "cohorts" under "who".'
    )
    assert said("own", who=staff) == [f'error schools/hill/rules.yml:1:3: The rule "own" {says}']
    assert said("theirs", who=staff) == [f'warning data/rules.yml:1:3: The rule "theirs" {says}']


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (
            {"who": {"audience": ["pupils", "staff"], "cohorts": ["y6", "team"]}},
            'nobody is in "y6" and "team" at once. Cohorts of different kinds narrow each other. '
            "Write a rule for each.",
        ),
        (
            {"function": "tell-time"},
            '"phone" does not have the use "tell-time". Its uses are: call, photograph. Change '
            '"function", or leave it out.',
        ),
        (
            {"thing": "watch", "function": ["call", "pay"]},
            '"watch" does not have the use "call" or "pay". Its uses are: none. Change '
            '"function", or leave it out.',
        ),
        (
            {"zone": "yard", "who": {"audience": "pupils", "cohorts": ["y5"]}},
            'it is for "y5", but the zone "yard" is for "y6". Change "who" here or in the zone.',
        ),
        (
            {"zone": "yard", "who": {"audience": "staff"}},
            'it is for "staff", but the zone "yard" is for "y6". Change "who" here or in the zone.',
        ),
        (
            {"restriction": "calm", "who": {"audience": "staff"}},
            'it is for "staff", but the restriction "calm" is for "pupils". Change "who" here or '
            "in the restriction.",
        ),
        (
            {"zone": "yard", "place": "home", "time": "break"},
            'the zone "yard" is never at "home" and "break" together. Leave "place", "time" or '
            '"zone" out, or add an area to the zone.',
        ),
    ],
)
def test_each_pair_that_does_not_go_together_is_named(fields: dict[str, Any], says: str) -> None:
    assert [line.split("nothing: ")[1] for line in said("own", **fields)] == [says]


def test_a_place_or_time_outside_the_zone_is_named() -> None:
    yard = {**FIELDS["zones"][0], "areas": [{"places": ["school"], "times": ["break"]}]}
    for fields in ({"place": "home"}, {"time": "night"}):
        ((field, name),) = fields.items()
        whole = policy(rule("own", zone="yard", **fields), **{**FIELDS, "zones": (yard,)})
        (finding,) = check_nothing(whole, Space(whole), placed(whole))
        assert f'the {field} "{name}" lies outside the zone "yard". Leave "{field}"' in str(finding)
