"""From everyday words to questions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from schoolpolicy.model.scope import Thing
from schoolpolicy.model.vocabulary import Audience, Function
from schoolpolicy.rules.asking import Asked, NotUnderstoodError, Words, understand
from schoolpolicy.rules.everyday import EVERYDAY, PEOPLE
from schoolpolicy.rules.people import Person
from schoolpolicy.rules.space import Question, Space
from tests.policies import policy, restriction, role

THINGS = (
    Thing(
        id="mobile-phone",
        title="Mobile phones",
        plain="a phone",
        keywords=("mobile", "handset"),
        functions=(Function.CALL, Function.PHOTOGRAPH, Function.RECORD, Function.MESSAGE),
    ),
    Thing(id="smartphone", title="Smartphones", plain="a smartphone", within="mobile-phone"),
    Thing(id="school-phone", title="School phones", plain="a school phone"),
    Thing(id="own-camera", title="Personal cameras", plain="your own camera", keywords=("gopro",)),
    Thing(id="school-camera", title="School cameras", plain="a school camera"),
    Thing(id="glasses", title="Smart glasses", plain="glasses that can record"),
)
PLACES = (
    {"id": "anywhere", "title": "Anywhere"},
    {"id": "on-site", "title": "On the school site", "within": "anywhere"},
    {"id": "lessons", "title": "In lessons", "within": "on-site"},
    {"id": "school-bus", "title": "On the school bus", "within": "anywhere"},
    {"id": "dining-hall", "title": "In the dining hall", "keywords": ["canteen"]},
)
TIMES = (
    {"id": "any-time", "title": "Any time"},
    {
        "id": "break",
        "title": "At break",
        "within": "any-time",
        "starts": "10:30",
        "ends": "10:45",
        "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"],
    },
    {
        "id": "holiday",
        "title": "In the holidays",
        "within": "any-time",
        "dates": [{"starts": "2026-12-19", "ends": "2027-01-03"}],
    },
)
COHORTS = (
    {"id": "ks2", "title": "Years 3 to 6", "audience": "pupils"},
    {"id": "y5", "title": "Year 5", "audience": "pupils", "within": "ks2"},
    {"id": "y6", "title": "Year 6", "audience": "pupils", "within": "ks2"},
    {"id": "y9", "title": "Year 9", "audience": "pupils"},
    {"id": "birch", "title": "Birch House", "audience": "pupils", "kind": "boarding"},
    {"id": "day", "title": "Day pupils", "audience": "pupils", "kind": "boarding", "rest": True},
)
HILL = policy(
    words={"pupils": "learners", "parents": "parents and carers"},
    things=THINGS,
    places=PLACES,
    times=TIMES,
    cohorts=COHORTS,
    school={
        **policy().school.model_dump(exclude={"cohorts"}),
        "cohorts": ["y5", "y6", "birch", "day"],
    },
    roles=(role("class-teachers", title="class teachers"), role("dsl", short="DSL")),
    activities=(
        {"id": "gambling", "title": "Gambling", "group": "Never", "explain": "Bets."},
        {
            "id": "drones",
            "title": "Flying drones",
            "group": "Never",
            "explain": "Up.",
            "keywords": ["gopro"],
        },
    ),
    events=({"id": "exam", "title": "During an exam", "keywords": ["test", "mock"]},),
)
SPACE = Space(HILL)


def asked(*who: str, thing: str = "phone", **words: Any) -> Asked:
    return understand(HILL, SPACE, Words(who or ("y6,day",), thing, **words))


def troubles(*who: str, **words: Any) -> tuple[tuple[str, str], ...]:
    with pytest.raises(NotUnderstoodError) as caught:
        asked(*who, **words)
    return caught.value.troubles


def test_a_question_in_everyday_words() -> None:
    found = asked("Year 6, Day", doing="taking pictures", place="bus", when="10.35")
    person = Person(Audience.PUPILS, frozenset({"y6", "day"}))
    assert found.people == (person,)
    assert found.question(person) == Question(
        person, "mobile-phone", Function.PHOTOGRAPH, "school-bus", "break"
    )


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        ("mobile-phone", "mobile-phone"),
        ("Mobile Phone", "mobile-phone"),
        ("PHONES", "mobile-phone"),
        ("a phone", "mobile-phone"),
        ("the handset", "mobile-phone"),
        ("go-pro", "own-camera"),
        ("school camera", "school-camera"),
        ("own camera", "own-camera"),
        ("smart-glasses", "glasses"),
        ("glass", "glasses"),
        ("smart phone", "smartphone"),
        ("gambling", "gambling"),
    ],
)
def test_a_thing_by_its_names(word: str, thing: str) -> None:
    assert asked(thing=word).thing == thing


def test_a_word_that_means_two_things_equally_well() -> None:
    assert troubles(thing="camera") == (
        (
            "thing",
            '"camera" could be: own-camera (Personal cameras), '
            "school-camera (School cameras). Write one of these ids.",
        ),
    )


@pytest.mark.parametrize(
    ("who", "people"),
    [
        (("y6",), {("birch", "y6"), ("day", "y6")}),
        (("y6,birch",), {("birch", "y6")}),
        (("y6", "Birch House"), {("birch", "y6")}),
        (("y5", "y6", "birch"), {("birch", "y5"), ("birch", "y6")}),
        (("y5-y6,birch",), {("birch", "y5"), ("birch", "y6")}),
        (("ks2,day pupils",), {("day", "y5"), ("day", "y6")}),
        (("learners,y5,birch",), {("birch", "y5")}),
        (("learner,birch",), {("birch", "y5"), ("birch", "y6")}),
    ],
)
def test_cohorts_of_a_kind_add_up_and_of_two_kinds_narrow(
    who: tuple[str, ...], people: set[tuple[str, ...]]
) -> None:
    assert {tuple(sorted(each.cohorts)) for each in asked(*who).people} == people


@pytest.mark.parametrize(
    ("who", "audiences"),
    [
        ("staff", {Audience.STAFF}),
        ("parent", {Audience.PARENTS}),
        ("parents and carers", {Audience.PARENTS}),
        ("governors,visitors", {Audience.GOVERNORS, Audience.VISITORS}),
        ("teacher", {Audience.STAFF}),
        ("DSL", {Audience.STAFF}),
        ("mum", {Audience.PARENTS}),
        ("child", {Audience.PUPILS}),
        ("parents and visitors", {Audience.PARENTS, Audience.VISITORS}),
        ("adults", set(Audience) - {Audience.PUPILS}),
    ],
)
def test_audiences_and_roles(who: str, audiences: set[Audience]) -> None:
    assert {each.audience for each in asked(who).people} == audiences


def test_somebody_whom_the_school_does_not_have() -> None:
    has = (
        "It has: Year 5 and Year 6; Birch House; Day pupils; learners; parents and carers; staff; "
        "governors; volunteers; visitors; community."
    ).replace("Year 5 and Year 6", "Years 5 and 6")
    assert troubles("y9") == (("who", f"Hill School has nobody in Year 9. {has}"),)
    assert troubles("y6,y9") == (("who", f"Hill School has nobody in Year 9. {has}"),)


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("y6,staff", '"Year 6" and "staff"'),
        ("learners,y6,staff", '"Year 6" and "staff"'),
        ("y5 and teacher", '"Year 5" and "staff"'),
    ],
)
def test_people_who_are_not_one_person_are_two_questions(who: str, says: str) -> None:
    assert troubles(who) == (("who", f"Nobody is in {says} at once: ask about each on its own."),)


@pytest.mark.parametrize(
    ("who", "cohorts"),
    [
        ("year five", {"y5"}),
        ("y5-6", {"y5", "y6"}),
        ("Y5 to Y6", {"y5", "y6"}),
        ("y5 & y6", {"y5", "y6"}),
    ],
)
def test_years_as_people_write_them(who: str, cohorts: set[str]) -> None:
    assert {name for each in asked(who).people for name in each.cohorts} & {"y5", "y6"} == cohorts


@pytest.mark.parametrize(
    ("words", "field", "says"),
    [
        ({"thing": "phone and camera"}, "thing", None),
        ({"thing": "phone and glasses"}, "thing", '"phone" or "glasses"'),
        ({"thing": "phone,gopro"}, "thing", '"phone" or "gopro"'),
        ({"place": "lessons, bus"}, "place", None),
        ({"place": "lessons, canteen"}, "place", '"lessons" or "canteen"'),
        ({"doing": "film and text"}, "doing", '"film" or "text"'),
    ],
)
def test_two_things_at_once(words: dict[str, Any], field: str, says: str | None) -> None:
    ((where, text),) = troubles(**words)
    assert where == field
    assert (text == f"Ask about one at a time: {says}.") == (says is not None)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"place": "break"}, ("place", '"break" is a time: write it after --when.')),
        ({"during": "break"}, ("during", '"break" is a time: write it after --when.')),
        (
            {"when": "mock"},
            ("when", '"mock" is an event or a restriction: write it after --during.'),
        ),
        ({"thing": "canteen"}, ("thing", '"canteen" is a place: write it after --place.')),
        ({"place": "gopro"}, ("place", '"gopro" is a thing: write it after --thing.')),
    ],
)
def test_the_right_word_in_the_wrong_place(words: dict[str, Any], says: tuple[str, str]) -> None:
    assert troubles(**words) == (says,)


def test_where_no_place_is_named_school_is_meant() -> None:
    assert (asked().place, asked().placed) == ("on-site", False)
    assert (asked(place="anywhere").place, asked(place="anywhere").placed) == ("anywhere", True)


def test_a_day_of_the_week_that_is_no_time_of_its_own_is_said() -> None:
    assert asked(when="friday").notes == (
        "no named time lasts all Friday: this answers for any time. For one of that day, "
        'add it: "friday 10:35".',
    )
    assert asked(when="friday 10:35").notes == ()


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("1035", 'Write "1035" as a clock time: 10:35.'),
        ("01/12/2026", 'Write "01/12/2026" as year-month-day: 2026-12-01.'),
        (
            "tomorrow",
            'Nothing is called "tomorrow". Known: any-time, break, holiday. '
            'Or write 10:35, "monday 10:35" or 2026-12-01T10:35.',
        ),
    ],
)
def test_how_to_write_a_time(when: str, says: str) -> None:
    assert troubles(when=when) == (("when", says),)


AGREEMENT = restriction("agreement", title="On a phone agreement")


def test_a_restriction_is_only_for_those_who_can_be_under_it() -> None:
    hill = policy(restrictions=(AGREEMENT,))

    def under(*who: str) -> Asked:
        return understand(hill, Space(hill), Words(who, "phone", during="agreement"))

    with pytest.raises(NotUnderstoodError) as caught:
        under("staff")
    assert caught.value.troubles == (("during", '"On a phone agreement" is only for pupils.'),)
    assert under("y6").notes == ()
    both = under("staff", "pupils")
    assert {each.audience for each in both.people} == {Audience.PUPILS}
    assert both.notes == ('"On a phone agreement" is only for pupils, not for staff.',)


def test_a_team_of_staff_is_not_told_among_the_years() -> None:
    team = {"id": "office", "title": "Office", "audience": "staff"}
    school = {**HILL.school.model_dump(), "cohorts": ["y5", "y6", "office"]}
    hill = policy(things=THINGS, cohorts=(*COHORTS, team), school=school)
    with pytest.raises(NotUnderstoodError) as caught:
        understand(hill, Space(hill), Words(("y9",), "phone"))
    assert "It has: Years 5 and 6; Office; pupils;" in str(caught.value)


def test_everything_not_understood_is_told_at_once() -> None:
    assert troubles(
        "y66", thing="fone", doing="bringg", place="bu", when="10:75", during="exm"
    ) == (
        ("who", 'Nothing is called "y66". Did you mean "y6"?'),
        ("thing", 'Nothing is called "fone". Did you mean "phone"?'),
        ("doing", 'Nothing is called "bringg". Did you mean "bring"?'),
        (
            "place",
            'Nothing is called "bu". Known: anywhere, dining-hall, lessons, on-site, school-bus.',
        ),
        ("when", 'There is no clock time "10:75".'),
        ("during", 'Nothing is called "exm". Did you mean "exam"?'),
    )


@pytest.mark.parametrize(
    ("word", "function"),
    [
        ("film", Function.RECORD),
        ("filming", Function.RECORD),
        ("take pictures", Function.PHOTOGRAPH),
        ("taking a photo", Function.PHOTOGRAPH),
        ("photos", Function.PHOTOGRAPH),
        ("text", Function.MESSAGE),
        ("texting", Function.MESSAGE),
        ("phone home", Function.CALL),
        ("use", Function.ANY),
    ],
)
def test_uses_in_everyday_words(word: str, function: Function) -> None:
    assert asked(doing=word).function is function


def test_no_everyday_word_means_two_uses() -> None:
    words = [word for names in EVERYDAY.values() for word in names]
    assert len(words) == len(set(words))
    assert set(EVERYDAY) == set(Function)


def test_no_everyday_word_means_two_audiences() -> None:
    words = [word for names in PEOPLE.values() for word in names]
    assert len(words) == len(set(words))
    assert set(PEOPLE) == set(Audience)


def test_a_use_that_a_thing_is_not_made_for_is_said() -> None:
    found = asked(doing="listen to music")
    assert found.function is Function.ANY
    assert found.notes == (
        '"listen" is not something that "Mobile phones" can do: this answers for any use of it.',
    )


@pytest.mark.parametrize(
    ("words", "time", "day"),
    [
        ({}, "any-time", "2026-11-22"),
        ({"when": "break"}, "break", "2026-11-22"),
        ({"when": "At break"}, "break", "2026-11-22"),
        ({"when": "10:35"}, "break", "2026-11-22"),
        ({"when": "sunday 10:35"}, "any-time", "2026-11-22"),
        ({"when": "2026-12-01T10:35"}, "break", "2026-12-01"),
        ({"on": dt.date(2026, 12, 24)}, "holiday", "2026-12-24"),
        ({"when": "10:35", "on": dt.date(2026, 11, 29)}, "any-time", "2026-11-29"),
        ({"when": "break", "on": dt.date(2026, 11, 29)}, "break", "2026-11-29"),
    ],
)
def test_times_and_days(words: dict[str, Any], time: str, day: str) -> None:
    found = asked(**words)
    assert (found.time, found.day.isoformat()) == (time, day)


def test_two_days_that_disagree() -> None:
    assert troubles(when="monday 10:35", on=dt.date(2026, 12, 1)) == (
        ("on", "2026-12-01 is a Tuesday, but the time names another day."),
    )
    assert troubles(when="2026-12-02", on=dt.date(2026, 12, 1)) == (
        ("on", "2026-12-01 is not the day that the time names, 2026-12-02."),
    )


def test_an_event_by_a_keyword() -> None:
    assert asked(during="mocks").occasion == "exam"
