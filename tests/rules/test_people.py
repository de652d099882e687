"""The people whom rules can be for, and whom a school has."""

from __future__ import annotations

from typing import Any

from schoolpolicy.model.organisation import Cohort
from schoolpolicy.model.scope import Who
from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.rules.people import People, Person

ADULTS = len(Audience) - 1


def cohort(name: str, audience: str = "pupils", **fields: Any) -> Cohort:
    given = {"id": name, "title": name, "audience": audience}
    return Cohort.model_validate({**given, **fields})


YEARS = (cohort("ks3"), cohort("y7", within="ks3"), cohort("y8", within="ks3"), cohort("y9"))
HOUSES = (cohort("birch", kind="boarding"), cohort("ash", kind="boarding"))
TEAM = cohort("early-years", "staff", kind="team")


def pupils(people: People) -> set[frozenset[str]]:
    return {each.cohorts for each in people.present if each.audience is Audience.PUPILS}


def test_a_school_has_the_years_that_it_names_and_those_within_them() -> None:
    assert pupils(People(YEARS, ["ks3"])) == {frozenset({"y7"}), frozenset({"y8"})}


def test_every_pupil_has_a_year_but_not_every_pupil_a_house() -> None:
    found = pupils(People((*YEARS, *HOUSES), ["y7", "birch", "ash"]))
    assert found == {
        frozenset({"y7"}),
        frozenset({"y7", "birch"}),
        frozenset({"y7", "ash"}),
    }


def test_a_cohort_of_the_rest_leaves_nobody_out() -> None:
    day = cohort("day", kind="boarding", rest=True)
    found = pupils(People((*YEARS, *HOUSES, day), ["y7", "birch", "day"]))
    assert found == {frozenset({"y7", "birch"}), frozenset({"y7", "day"})}


def test_staff_are_in_a_team_or_in_none() -> None:
    people = People((*YEARS, TEAM), ["y7", "early-years"])
    staff = [each for each in people.present if each.audience is Audience.STAFF]
    assert staff == [
        Person(Audience.STAFF),
        Person(Audience.STAFF, frozenset({"early-years"})),
    ]
    assert len(people.present) == 1 + ADULTS + 1


def test_a_cohort_of_staff_without_a_kind_does_not_hold_all_staff() -> None:
    people = People((*YEARS, cohort("early-years", "staff")), ["y7", "early-years"])
    staff = [each for each in people.present if each.audience is Audience.STAFF]
    assert staff == [
        Person(Audience.STAFF),
        Person(Audience.STAFF, frozenset({"early-years"})),
    ]


def test_rules_can_be_for_years_that_the_school_does_not_teach() -> None:
    people = People(YEARS, ["y7"])
    older = Who.model_validate({"audience": "pupils", "cohorts": ["y9"]})
    assert people.bits(older).bit_count() == 1
    assert people.among(people.bits(older)) == ()


def test_a_key_stage_means_its_years_and_everybody_means_more_than_all_years() -> None:
    people = People(YEARS, ["y7"])
    stage = people.bits(Who.model_validate({"audience": "pupils", "cohorts": ["ks3"]}))
    years = people.bits(Who.model_validate({"audience": "pupils", "cohorts": ["y7-y8"]}))
    named = people.bits(Who.model_validate({"audience": "pupils", "cohorts": ["ks3", "y9"]}))
    everybody = people.bits(Who.model_validate({"audience": "pupils"}))
    assert stage == years
    assert named & everybody == named
    assert named != everybody


def test_cohorts_of_another_audience_mean_nobody() -> None:
    people = People((*YEARS, TEAM), ["y7", "early-years"])
    assert people.bits(Who.model_validate({"audience": "staff", "cohorts": ["y7"]})) == 0
