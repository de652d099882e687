"""A school has the years of its phase."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.years import TAUGHT, YEARS, check_years, wrong_years
from schoolpolicy.model.vocabulary import Phase
from schoolpolicy.starting.questions import YEARS as USUAL
from schoolpolicy.starting.years import parse_years
from tests.policies import HILL, checked_oakfield, policy


def said(phase: str, *cohorts: str) -> list[str]:
    made = policy(school={**HILL, "phase": phase, "cohorts": cohorts})
    return [str(each) for each in check_years(made, {})]


def test_years_of_the_phase_are_silent() -> None:
    assert said("primary", "y5", "y6") == []
    assert said("middle", "ks2") == []


def test_a_larger_cohort_stands_for_its_years() -> None:
    assert said("secondary", "ks2") == [
        "schools/hill/school.yml:1:1: A secondary school has no y5 to y6. Write years from y7 to "
        'y13, or change "phase".'
    ]


@pytest.mark.parametrize(
    ("phase", "years", "problem"),
    [
        (Phase.INFANT, ("y2", "y3", "y6"), "An infant school has no y3, y6."),
        (Phase.JUNIOR, ("reception", "y1", "y3"), "A junior school has no reception to y1."),
        (Phase.NURSERY, ("nursery", "y1"), "A nursery school has no y1."),
        (Phase.MIDDLE, ("y3", "y9", "y10"), "A middle school has no y3, y10."),
    ],
)
def test_years_of_another_phase(phase: Phase, years: tuple[str, ...], problem: str) -> None:
    told = wrong_years(phase, years)
    assert told is not None
    assert told[0] == problem


@pytest.mark.parametrize("phase", [Phase.ALL_THROUGH, Phase.SPECIAL, Phase.PRU])
def test_some_schools_may_have_any_years(phase: Phase) -> None:
    assert wrong_years(phase, YEARS) is None


@pytest.mark.parametrize("phase", Phase)
def test_the_usual_years_of_a_phase_are_among_those_it_may_have(phase: Phase) -> None:
    assert set(parse_years(USUAL[phase], YEARS)) <= set(TAUGHT.get(phase, YEARS))


def test_the_model_policy_has_each_of_the_years() -> None:
    complete = checked_oakfield().resolution.complete
    assert complete is not None
    assert {each.id for each in complete.cohorts} >= set(YEARS)
