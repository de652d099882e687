"""Questions and people in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.model.scope import Who
from schoolpolicy.model.vocabulary import Audience, Function
from schoolpolicy.rules.people import People, Person
from schoolpolicy.rules.space import Question
from schoolpolicy.rules.words import (
    audiences_words,
    inside,
    listed,
    people_words,
    person_words,
    question_words,
    title_of,
    years_words,
)
from tests.policies import policy, thing

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

YEARS = ["Nursery", "Year 1", "Year 2", "Year 3", "Year 4"]
COHORTS = (
    {"id": "y7", "title": "Year 7", "audience": "pupils"},
    {"id": "y8", "title": "Year 8", "audience": "pupils"},
    {"id": "y9", "title": "Year 9", "audience": "pupils"},
    {"id": "birch", "title": "Birch House", "audience": "pupils", "kind": "boarding"},
    {"id": "ash", "title": "Ash House", "audience": "pupils", "kind": "boarding"},
    {"id": "day", "title": "Day pupils", "audience": "pupils", "kind": "boarding", "rest": True},
)


def school() -> Policy:
    whole = policy(cohorts=COHORTS, words={"pupils": "learners"})
    mine = whole.school.model_copy(update={"cohorts": tuple(str(each["id"]) for each in COHORTS)})
    return whole.model_copy(update={"school": mine})


SCHOOL = school()
PEOPLE = People(SCHOOL.cohorts, SCHOOL.school.cohorts)


def words(*cohorts: str, audience: Any = "pupils") -> str:
    who = Who.model_validate({"audience": audience, "cohorts": list(cohorts)})
    return people_words(SCHOOL, PEOPLE.among(PEOPLE.bits(who)), PEOPLE.present)


@pytest.mark.parametrize(
    ("some", "said"),
    [
        (["Year 1"], "Year 1"),
        (["Year 1", "Year 2"], "Years 1 and 2"),
        (["Year 1", "Year 2", "Year 3"], "Year 1 to Year 3"),
        (["Year 1", "Year 3", "Year 4"], "Years 1, 3 and 4"),
        (["Nursery", "Year 1"], "Nursery and Year 1"),
        (["Nursery", "Year 1", "Year 2"], "Nursery to Year 2"),
    ],
)
def test_years_are_a_range_where_they_follow_each_other(some: list[str], said: str) -> None:
    assert years_words(some, YEARS) == said


def test_the_school_has_each_year_in_each_house_and_as_day_pupils_and_nobody_else() -> None:
    pupils = [each for each in PEOPLE.present if each.audience is Audience.PUPILS]
    assert len(pupils) == 9
    assert all(len(each.cohorts) == 2 for each in pupils)


@pytest.mark.parametrize(
    ("cohorts", "said"),
    [
        ([], "learners"),
        (["y7"], "Year 7"),
        (["y7", "y8"], "Years 7 and 8"),
        (["birch"], "Birch House"),
        (["birch", "ash"], "Birch House and Ash House"),
        (["y9", "birch"], "Year 9, Birch House"),
        (["y7", "y8", "day"], "Years 7 and 8, Day pupils"),
    ],
)
def test_people_are_named_by_what_they_have_in_common(cohorts: list[str], said: str) -> None:
    assert words(*cohorts) == said


def test_people_whom_no_one_name_fits_are_named_one_after_the_other() -> None:
    some = [
        Person(Audience.PUPILS, frozenset({"y7", "birch"})),
        Person(Audience.PUPILS, frozenset({"y8", "ash"})),
        Person(Audience.STAFF),
    ]
    assert people_words(SCHOOL, some, PEOPLE.present) == (
        "Year 7, Birch House; Year 8, Ash House; and staff"
    )


def test_those_in_no_cohort_of_a_kind_are_the_others() -> None:
    team = {"id": "team", "title": "Early years staff", "audience": "staff", "kind": "team"}
    whole = policy(cohorts=(*COHORTS, team))
    people = People(whole.cohorts, ["y7", "team"])
    staff = [each for each in people.present if each.audience is Audience.STAFF]
    others, early = staff
    assert people_words(whole, [others], people.present) == "other staff"
    assert people_words(whole, [early], people.present) == "Early years staff"
    assert people_words(whole, staff, people.present) == "staff"


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        ("everyone", "everyone"),
        ("adults", "all adults"),
        ("pupils", "learners"),
        (["staff", "governors", "visitors"], "staff, governors and visitors"),
    ],
)
def test_audiences_are_named_together(audience: Any, said: str) -> None:
    assert audiences_words(SCHOOL, Who.model_validate({"audience": audience})) == said


def test_one_person_is_named_by_cohorts_else_by_audience() -> None:
    assert person_words(SCHOOL, Person(Audience.PUPILS, frozenset({"y7", "birch"}))) == (
        "Year 7, Birch House"
    )
    assert person_words(SCHOOL, Person(Audience.PUPILS)) == "learners"


def test_a_question_says_what_where_when_and_who() -> None:
    gambling = {"id": "g", "title": "Gambling online", "group": "Never", "explain": "Betting."}
    whole = policy(
        things=(thing("phone", plain="a phone", functions=["bring"]),),
        activities=(gambling,),
        events=({"id": "exam", "title": "During an exam"},),
        places=({"id": "anywhere", "title": "Anywhere"}, {"id": "l", "title": "In lessons"}),
    )
    pupil = Person(Audience.PUPILS, frozenset({"y6"}))
    asked = Question(pupil, "phone", Function.BRING, "l", "break", "exam")
    assert question_words(whole, asked) == (
        "bringing a phone, in lessons, break, during an exam (Year 6)"
    )
    assert question_words(whole, Question(pupil, "g")) == "gambling online, anywhere (Year 6)"


@pytest.mark.parametrize(
    ("title", "said"),
    [("In lessons", "in lessons"), ("AI tools", "AI tools"), ("Year 6", "Year 6"), ("", "")],
)
def test_a_title_inside_a_sentence_keeps_names_and_short_forms(title: str, said: str) -> None:
    assert inside(title) == said


def test_a_list_ends_with_and() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_a_record_is_called_by_its_title_or_else_by_its_id() -> None:
    medical = {"id": "medical", "text": "A plan says so.", "decided_by": "head"}
    whole = policy(exceptions=(medical,))
    assert title_of(whole, "places", "lessons") == "Lessons"
    assert title_of(whole, "exceptions", "medical") == "medical"
