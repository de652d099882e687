"""Findings about ladders of responses and standing restrictions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from schoolpolicy.checks.responses import check_responses
from schoolpolicy.model.finding import Place
from schoolpolicy.model.rule import Rule
from tests.policies import COHORTS, checked_oakfield, policy, response, restriction, rule, step

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

X = Place(file="x.yml", line=7, column=3)
PHONES = rule("no-phones")
TALK = response("talk")
OTHER = response("other", about=["watch"])
GAP = (
    '"phone" is not allowed for pupils, but nothing says what happens when somebody does it '
    'all the same. Name "phone", or what it lies within, under "about" of a response for them; '
    "or let the rule be a request or advice."
)


def said(found: Policy) -> list[str]:
    here: defaultdict[tuple[str, str], Place] = defaultdict(lambda: X)
    return [
        f"{each.code} {each.severity.value}: {each.problem} {each.remedy}"
        for each in check_responses(found, here)
    ]


def test_a_rule_and_its_ladder_are_fine() -> None:
    assert said(policy(PHONES, responses=(TALK,))) == []


def test_what_is_forbidden_without_a_ladder_is_a_gap() -> None:
    assert said(policy(PHONES, responses=(OTHER,))) == [f"responses.gap warning: {GAP}"]


def test_a_policy_without_any_ladder_leaves_it_to_the_behaviour_policy() -> None:
    assert said(policy(PHONES)) == []


def test_of_things_within_each_other_only_the_outermost_is_told() -> None:
    smart = rule("no-smartphones", "illegal", thing="smartphone")
    assert said(policy(smart, PHONES, responses=(OTHER,))) == [f"responses.gap warning: {GAP}"]


def test_a_gap_is_told_once_for_all_audiences() -> None:
    everyone = rule("no-phones", who={"audience": ["pupils", "staff", "governors"]})
    (line,) = said(policy(everyone, responses=(OTHER,)))
    assert '"phone" is not allowed for pupils, staff and governors, but' in line


def test_only_the_people_without_a_ladder_are_told() -> None:
    both = rule("no-phones", who={"audience": ["pupils", "staff"]})
    (line,) = said(policy(both, responses=(TALK,)))
    assert '"phone" is not allowed for staff, but' in line


def test_a_ladder_for_what_lies_within_is_not_enough() -> None:
    smart = response("smart", about=["smartphone"])
    assert said(policy(PHONES, responses=(smart,))) == [f"responses.gap warning: {GAP}"]


def test_requests_advice_and_permissions_need_no_ladder() -> None:
    rules = (
        rule("please", strength="request"),
        rule("better-not", strength="advice"),
        rule("ask", "with-permission", by=["head"]),
    )
    assert said(policy(*rules, responses=(OTHER,))) == []


def test_a_rule_about_the_thing_itself_needs_no_ladder() -> None:
    night = {"id": "off", "thing": "phone", "level": "not-allowed", "because": "Sleep."}
    assert said(policy(Rule.model_validate(night), responses=(OTHER,))) == []


def test_a_rule_that_has_ended_or_not_begun_needs_no_ladder() -> None:
    rules = (
        rule("before", effective_until="2026-11-21"),
        rule("later", effective_from="2027-01-01"),
    )
    assert said(policy(*rules, responses=(OTHER,))) == []


def test_a_rule_for_years_the_school_does_not_teach_needs_no_ladder() -> None:
    old = {"id": "y13", "title": "Year 13", "audience": "pupils"}
    other = rule("old", who={"audience": "pupils", "cohorts": ["y13"]})
    assert said(policy(other, cohorts=(*COHORTS, old), responses=(OTHER,))) == []


def test_two_ladders_for_the_same_are_an_error_naming_both() -> None:
    assert said(policy(responses=(TALK, response("write")))) == [
        'responses.two error: The ladders "talk" and "write" (x.yml, line 7) both answer when '
        'pupils break a rule about "phone", and neither is about less. '
        "Take the thing, or the people, out of one of them."
    ]


def test_a_ladder_about_less_is_no_second_one() -> None:
    assert said(policy(responses=(TALK, response("smart", about=["smartphone"])))) == []


def test_two_steps_at_the_same_time_are_an_error() -> None:
    twice = response("talk", step("one", time=1), step("other", time=1))
    assert said(policy(responses=(twice,))) == [
        'responses.order error: The steps "one" and "other" of the ladder "talk" stand at the '
        "same time: 1. Give one of the two another number."
    ]


def test_two_steps_at_the_same_points_are_an_error() -> None:
    steps = (step("one", points=3), step("two", points=5), step("other", points=3))
    twice = response("talk", *steps, counted="points", points="One each.")
    assert said(policy(responses=(twice,))) == [
        'responses.order error: The steps "one" and "other" of the ladder "talk" stand at the '
        "same number of points: 3. Give one of the two another number."
    ]


def test_a_ladder_that_leaves_out_the_first_time_is_told() -> None:
    late = response("talk", step("two", time=2))
    assert said(policy(responses=(late,))) == [
        'responses.start warning: The ladder "talk" says nothing about the first time: '
        'it begins at time 2. Add a step with "time: 1".'
    ]


def test_points_may_begin_anywhere_and_cases_have_no_order() -> None:
    points = response("talk", step("one", points=5), counted="points", points="One each.")
    cases = (step("a", case="Bad"), step("b", case="Worse"))
    other = response("write", *cases, counted="cases", about=["watch"])
    assert said(policy(responses=(points, other))) == []


def test_a_time_between_two_others_of_which_a_ladder_says_nothing() -> None:
    steps = (step("one", time=1), step("three", time=3), step("six", time=6))
    assert said(policy(responses=(response("talk", *steps),))) == [
        'responses.skipped warning: The ladder "talk" says nothing about time 2, 4 and 5. '
        'Add a step with "time: 2", or give the later steps other numbers.'
    ]


def test_points_may_skip_numbers() -> None:
    steps = (step("one", points=1), step("other", points=5))
    points = response("talk", *steps, counted="points", points="One each.")
    assert said(policy(responses=(points,))) == []


def test_two_steps_with_one_id_are_an_error() -> None:
    twice = response("talk", step("one", time=1), step("one", time=2))
    assert said(policy(responses=(twice,))) == [
        'responses.step-twice error: The ladder "talk" has two steps with the id "one". '
        "Give one of the two another id."
    ]


def test_a_ladder_that_counts_itself_is_an_error() -> None:
    assert said(policy(responses=(response("talk", counts=["talk"]),))) == [
        'responses.counts-itself error: The ladder "talk" counts itself. '
        'Take "talk" out of "counts".'
    ]


def test_a_ladder_about_a_thing_twice() -> None:
    assert said(policy(responses=(response("talk", about=["phone", "phone"]),))) == [
        'responses.about-twice warning: The ladder "talk" names "phone" twice under "about". '
        "Delete one of the two."
    ]


def test_a_ladder_about_nothing_is_an_error() -> None:
    assert said(policy(responses=(response("talk", about=[]),))) == [
        'responses.nothing error: The ladder "talk" is about nothing. '
        'Add a line "about: [...]" with the things whose rules it answers for.'
    ]


def test_a_ladder_may_only_count_others() -> None:
    again = response("again", about=[], counts=["talk"])
    assert said(policy(responses=(TALK, again))) == []


def test_a_restriction_that_no_rule_names_is_told() -> None:
    assert said(policy(restrictions=(restriction("agreed"),))) == [
        'restrictions.unused info: No rule says what the restriction "agreed" means. '
        'Add a rule with "restriction: agreed", or delete these lines.'
    ]


def test_a_restriction_with_a_rule_is_fine() -> None:
    meant = rule("agreed-phones", "allowed", restriction="agreed")
    assert said(policy(meant, restrictions=(restriction("agreed"),))) == []


def test_at_oakfield_all_that_is_forbidden_has_one_ladder() -> None:
    ours = ("responses.", "restrictions.")
    assert [str(each) for each in checked_oakfield().findings if each.code.startswith(ours)] == []
