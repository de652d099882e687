"""Marlpit Heath: a secondary school with boarders, whose rules use every feature there is.

Each question below is one that somebody at such a school would ask.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.model.response import Until
from schoolpolicy.model.rule import Binding, Ground, PrerequisiteKind, Rule, StorageKind
from schoolpolicy.model.vocabulary import Audience, Function, Level, Sureness
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import Resolution, resolve
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.ladders import Ladders
from schoolpolicy.rules.moments import Calendar, read_moment
from schoolpolicy.rules.people import Person
from schoolpolicy.rules.space import Question
from tests.support import ROOT

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

SCHOOL = "marlpit-heath"
TODAY = dt.date(2026, 11, 22)
LAST_DAY_OF_POUCHES = dt.date(2027, 2, 12)
FIRST_DAY_OF_LOCKERS = dt.date(2027, 2, 13)


@cache
def resolution() -> Resolution:
    return resolve(Project(ROOT), SCHOOL, TODAY)


@cache
def marlpit() -> Policy:
    return resolution().policy


@cache
def book(day: dt.date = TODAY) -> RuleBook:
    return RuleBook(marlpit(), day)


def pupil(year: str, house: str = "day-pupils") -> Person:
    return Person(Audience.PUPILS, frozenset({year, house}))


def adult(audience: str = "staff", *cohorts: str) -> Person:
    return Person(Audience(audience), frozenset(cohorts))


Y7, Y8, Y10, Y11, Y12 = (pupil(year) for year in ("y7", "y8", "y10", "y11", "y12"))
Y7_BIRCH, Y9_ROWAN, Y12_BIRCH, Y12_ROWAN = (
    pupil("y7", "birch-house"),
    pupil("y9", "rowan-house"),
    pupil("y12", "birch-house"),
    pupil("y12", "rowan-house"),
)
STAFF, HOUSE_STAFF, PARENT = adult(), adult("staff", "boarding-team"), adult("parents")


def question(
    person: Person, what: str, where: str = "on-site", when: str = "any-time", on: str | None = None
) -> Question:
    """Return a question; what is a thing, or a thing and a function: `mobile-phone/call`."""
    thing, _, function = what.partition("/")
    return Question(person, thing, Function(function or "any"), where, when, on)


def winner(asked: Question, day: dt.date = TODAY) -> Rule:
    answer = book(day).answer(asked)
    assert not answer.is_gap
    assert not answer.is_conflict, [rule.id for rule in answer.rules]
    assert answer.rule is not None
    return answer.rule


def own_rules() -> list[Rule]:
    """Return the rules that stand in the school's own folder, whole or in part."""
    here = f"schools/{SCHOOL}/"
    layers = resolution().layers
    return [
        rule
        for rule in marlpit().rules
        if any(layer.folder == here.rstrip("/") for layer in layers["rules", rule.id])
    ]


class Asked(NamedTuple):
    """A question, the rule that answers it, and its level."""

    feature: str
    question: Question
    rule: str
    level: str


ASKED = (
    # Who
    Asked("range of years", question(Y8, "mobile-phone/bring"), "y7-y9-phones-pouches", "allowed"),
    Asked(
        "key stages",
        question(Y11, "mobile-phone/carry", "home", "lights-out"),
        "y7-y11-phones-home-night",
        "advised-against",
    ),
    Asked(
        "day pupils are the rest",
        question(Y10, "smartphone/bring"),
        "pupils-phones-bring-older",
        "allowed",
    ),
    Asked(
        "boarders", question(Y9_ROWAN, "mobile-phone/bring"), "boarders-phones-bring", "not-allowed"
    ),
    Asked(
        "sixth form",
        question(Y12_ROWAN, "mobile-phone/bring"),
        "sixth-form-phones-bring",
        "allowed",
    ),
    Asked(
        "years and a house together",
        question(Y12_BIRCH, "mobile-phone/carry", "dormitories", "wifi-night"),
        "birch-sixth-form-phones-night",
        "allowed",
    ),
    Asked(
        "the other house",
        question(Y12_ROWAN, "mobile-phone/carry", "dormitories", "wifi-night"),
        "boarders-own-devices",
        "set-times",
    ),
    Asked(
        "staff team",
        question(HOUSE_STAFF, "school-phone/carry", "boarding-house", "lights-out"),
        "boarding-team-duty-phone",
        "must",
    ),
    Asked(
        "other staff",
        question(STAFF, "school-phone/carry", "boarding-house", "lights-out"),
        "staff-school-devices",
        "allowed",
    ),
    # What
    Asked(
        "a thing of its own",
        question(Y7, "loan-laptop", "lessons", "lesson"),
        "loan-laptops",
        "allowed",
    ),
    Asked(
        "bring a laptop on loan",
        question(Y7_BIRCH, "loan-laptop/bring", "lessons"),
        "loan-laptops-bring",
        "must",
    ),
    Asked(
        "own laptop, younger",
        question(Y8, "own-laptop", "lessons"),
        "y7-y9-own-laptops",
        "not-allowed",
    ),
    Asked(
        "own laptop, for a health need",
        question(Y8, "own-laptop/medical", "lessons"),
        "pupils-phones-medical",
        "allowed",
    ),
    Asked(
        "own laptop, middle years",
        question(Y10, "own-laptop", "lessons"),
        "pupils-own-laptops-with-permission",
        "with-permission",
    ),
    Asked(
        "own laptop, sixth form",
        question(Y12, "own-laptop", "library"),
        "sixth-form-own-laptops",
        "allowed",
    ),
    Asked(
        "call home",
        question(Y7_BIRCH, "mobile-phone/call", "boarding-house", "lights-out"),
        "boarders-calls",
        "allowed",
    ),
    Asked(
        "message",
        question(PARENT, "mobile-phone/message", "home", "lesson"),
        "parents-messages",
        "advised-against",
    ),
    Asked(
        "photograph in a bedroom",
        question(Y9_ROWAN, "own-camera/photograph", "dormitories"),
        "boarders-red-zone-photograph",
        "not-allowed",
    ),
    Asked(
        "record in a bedroom",
        question(Y9_ROWAN, "own-camera/record", "dormitories"),
        "boarders-red-zone-photograph",
        "not-allowed",
    ),
    Asked(
        "tell the time",
        question(Y12, "smart-watch/tell-time", "lessons"),
        "sixth-form-watches-time",
        "allowed",
    ),
    Asked(
        "pay in the canteen",
        question(Y12, "mobile-phone/pay", "dining-hall", "lunch"),
        "sixth-form-phones-pay",
        "allowed",
    ),
    Asked(
        "listen while studying",
        question(Y12, "earbuds/listen", "library", "study-time"),
        "sixth-form-earbuds-library",
        "allowed",
    ),
    Asked(
        "a device for health at night",
        question(Y7_BIRCH, "mobile-phone/medical", "dormitories", "lights-out"),
        "boarders-devices-medical",
        "allowed",
    ),
    # Where and when
    Asked(
        "near the gate",
        question(Y11, "mobile-phone/carry", "near-gate"),
        "pupils-phones-carry-near-gate",
        "allowed",
    ),
    Asked(
        "on the bus",
        question(Y8, "smartphone/photograph", "school-bus"),
        "bus-photograph",
        "not-allowed",
    ),
    Asked(
        "filming on the bus",
        question(Y12, "smartphone/record", "school-bus"),
        "bus-photograph",
        "not-allowed",
    ),
    Asked(
        "sports hall",
        question(Y10, "school-camera/record", "sports-hall", "lesson"),
        "sports-hall-film",
        "with-permission",
    ),
    Asked(
        "across midnight",
        question(Y9_ROWAN, "mobile-phone/carry", "dormitories", "wifi-night"),
        "boarders-phones-lights-out",
        "not-allowed",
    ),
    Asked(
        "on Fridays",
        question(Y9_ROWAN, "streaming", "house-common-room", "friday-film"),
        "boarders-films-friday",
        "supervised",
    ),
    Asked(
        "on other evenings",
        question(Y9_ROWAN, "streaming", "house-common-room", "house-evening"),
        "boarders-services",
        "allowed",
    ),
    Asked(
        "at weekends",
        question(Y9_ROWAN, "games-console", "house-common-room", "weekends"),
        "boarders-games-consoles",
        "set-times",
    ),
    Asked(
        "in one term",
        question(Y7, "mobile-phone/bring", "on-site", "autumn-registration"),
        "y7-phones-registration",
        "allowed",
    ),
    Asked(
        "in another term",
        question(Y11, "loan-laptop/bring", "school-office", "summer-term"),
        "loan-laptops-return",
        "must",
    ),
    Asked(
        "in the exam season",
        question(Y11, "earbuds/listen", "library", "exam-season"),
        "y11-earbuds-exam-season",
        "allowed",
    ),
    Asked(
        "out of the exam season",
        question(Y11, "earbuds/listen", "library", "study-time"),
        "pupils-earbuds",
        "not-allowed",
    ),
    # The wi-fi, whoever asks
    Asked(
        "wi-fi by day",
        question(Y7_BIRCH, "house-wifi", "boarding-house"),
        "house-wifi",
        "selected-people",
    ),
    Asked(
        "wi-fi at night",
        question(Y12_BIRCH, "house-wifi", "dormitories", "wifi-night"),
        "house-wifi-night",
        "not-allowed",
    ),
    Asked(
        "wi-fi at night, for adults",
        question(HOUSE_STAFF, "house-wifi", "boarding-house", "wifi-night"),
        "house-wifi-night",
        "not-allowed",
    ),
    Asked(
        "wi-fi in half-term",
        question(HOUSE_STAFF, "house-wifi", "boarding-house", "half-term-holiday"),
        "house-wifi-half-term",
        "not-allowed",
    ),
    # Zones
    Asked(
        "green zone at lunch",
        question(Y12, "mobile-phone", "sixth-form-room", "lunch"),
        "green-zone-phones",
        "allowed",
    ),
    Asked(
        "green zone after lessons",
        question(Y12, "mobile-phone", "sixth-form-room", "after-school-clubs"),
        "green-zone-phones",
        "allowed",
    ),
    Asked(
        "not green in the morning",
        question(Y12, "mobile-phone", "sixth-form-room", "before-school"),
        "pupils-phones",
        "not-allowed",
    ),
    Asked(
        "not green for Year 11",
        question(Y11, "mobile-phone", "sixth-form-room", "lunch"),
        "pupils-phones",
        "not-allowed",
    ),
    Asked(
        "red zone, for visitors to a house",
        question(Y7, "mobile-phone/photograph", "dormitories"),
        "red-zone-photograph",
        "not-allowed",
    ),
    Asked(
        "red zone, for those who live there",
        question(Y9_ROWAN, "mobile-phone/photograph", "dormitories", "weekends"),
        "boarders-red-zone-photograph",
        "not-allowed",
    ),
    # Boarders in town and online
    Asked(
        "to town", question(Y9_ROWAN, "mobile-phone/carry", "town"), "boarders-town-phone", "must"
    ),
    Asked(
        "sixth form in town",
        question(Y12_ROWAN, "mobile-phone/carry", "town"),
        "pupils-phones-town",
        "allowed",
    ),
    Asked(
        "in prep",
        question(Y9_ROWAN, "loan-laptop", "boarding-house", "prep"),
        "boarders-school-laptops",
        "set-times",
    ),
    Asked(
        "social media in Year 7",
        question(Y7_BIRCH, "social-media", "boarding-house", "house-evening"),
        "y7-boarders-social-media",
        "not-allowed",
    ),
    Asked(
        "an open question",
        question(Y9_ROWAN, "tracker-tag/carry", "boarding-house"),
        "boarders-tracker-tags",
        "undecided",
    ),
    # The law
    Asked("a crime", question(Y12, "hacking"), "everyone-hacking", "illegal"),
    # Occasions
    Asked(
        "a watch in an exam",
        question(Y12, "plain-watch", "exam-hall", "lesson", "exam"),
        "pupils-exam-own-devices",
        "not-allowed",
    ),
    Asked(
        "a health need in an exam",
        question(Y12, "mobile-phone/medical", "exam-hall", "lesson", "exam"),
        "pupils-exam-medical",
        "allowed",
    ),
    Asked(
        "typing in an exam",
        question(Y11, "loan-laptop", "exam-hall", "lesson", "exam"),
        "exam-school-devices",
        "selected-people",
    ),
    Asked(
        "a phone of an invigilator",
        question(STAFF, "mobile-phone", "exam-hall", "lesson", "exam"),
        "exam-adults",
        "not-allowed",
    ),
    Asked(
        "the green zone does not open in an exam",
        question(Y12, "mobile-phone", "sixth-form-room", "lunch", "exam"),
        "pupils-exam-own-devices",
        "not-allowed",
    ),
    Asked(
        "music in a practical exam",
        question(Y11, "earbuds/listen", "exam-hall", "lesson", "practical-exam"),
        "practical-exam-earbuds",
        "with-permission",
    ),
    Asked(
        "a phone in a practical exam",
        question(Y11, "mobile-phone", "exam-hall", "lesson", "practical-exam"),
        "pupils-exam-own-devices",
        "not-allowed",
    ),
    Asked(
        "overnight trip",
        question(Y8, "mobile-phone", "residential", "call-home-time"),
        "residential-phones",
        "set-times",
    ),
    Asked(
        "overnight trip, for a health need",
        question(Y8, "mobile-phone/medical", "residential", "lights-out"),
        "pupils-phones-medical",
        "allowed",
    ),
    Asked(
        "on the slopes",
        question(Y8, "mobile-phone/carry", "residential", "weekends", "ski-trip"),
        "ski-trip-phones",
        "must",
    ),
    Asked(
        "a phone at the play",
        question(PARENT, "mobile-phone", "on-site", "out-of-hours", "school-play"),
        "play-devices",
        "not-allowed",
    ),
    Asked(
        "a picture at the play",
        question(PARENT, "mobile-phone/photograph", "on-site", "out-of-hours", "school-play"),
        "play-pictures",
        "not-allowed",
    ),
    Asked(
        "filming the play",
        question(adult("visitors"), "own-camera/record", "on-site", "out-of-hours", "school-play"),
        "play-pictures",
        "not-allowed",
    ),
    Asked(
        "the film crew",
        question(Y10, "school-camera/record", "on-site", "out-of-hours", "school-play"),
        "play-film-crew",
        "selected-people",
    ),
    # A standing restriction
    Asked(
        "on a phone agreement",
        question(Y12, "mobile-phone", "sixth-form-room", "lunch", "phone-agreement"),
        "agreement-phones",
        "not-allowed",
    ),
    Asked(
        "on a phone agreement, at the door",
        question(Y11, "mobile-phone/bring", "on-site", "before-school", "phone-agreement"),
        "phone-agreement-bring",
        "allowed",
    ),
    Asked(
        "on a phone agreement, in the house",
        question(Y9_ROWAN, "mobile-phone", "house-common-room", "house-evening", "phone-agreement"),
        "phone-agreement-house",
        "supervised",
    ),
    Asked(
        "on a phone agreement, the call home",
        question(Y9_ROWAN, "mobile-phone/call", "dormitories", "house-evening", "phone-agreement"),
        "phone-agreement-house-calls",
        "allowed",
    ),
)


@pytest.mark.parametrize("asked", ASKED, ids=[each.feature for each in ASKED])
def test_a_question_has_its_answer(asked: Asked) -> None:
    rule = winner(asked.question)
    assert (rule.id, rule.level.value) == (asked.rule, asked.level)


def test_the_school_has_no_errors() -> None:
    checked = check_school(Project(ROOT), SCHOOL, Theme(Calls.shapes()))
    files = {each for each in checked.errors if each.place and SCHOOL in each.place.file}
    assert [str(each) for each in files] == []


def test_one_thing_is_honestly_open() -> None:
    open_rules = [rule.id for rule in marlpit().rules if rule.level is Level.UNDECIDED]
    assert open_rules == ["boarders-tracker-tags"]
    assert winner(question(Y12_BIRCH, "tracker-tag/carry", "dormitories")).note


class TestDates:
    """A trial of pouches, and what comes after it."""

    def test_pouches_until_the_last_day_of_the_trial(self) -> None:
        rule = winner(question(Y8, "mobile-phone/bring"), LAST_DAY_OF_POUCHES)
        assert rule.id == "y7-y9-phones-pouches"
        assert rule.effective_until == LAST_DAY_OF_POUCHES

    def test_lockers_from_the_next_day_on(self) -> None:
        rule = winner(question(Y8, "mobile-phone/bring"), FIRST_DAY_OF_LOCKERS)
        assert rule.id == "y7-y9-phones-lockers"
        assert rule.effective_from == FIRST_DAY_OF_LOCKERS

    @pytest.mark.parametrize("day", [TODAY, FIRST_DAY_OF_LOCKERS])
    def test_every_pupil_knows_where_the_phone_is_kept(self, day: dt.date) -> None:
        people = [each for each in book().people.present if each.audience is Audience.PUPILS]
        assert len(people) == 7 * 3
        for person in people:
            rule = winner(question(person, "mobile-phone/bring"), day)
            assert rule.storage is not None, person


class TestTimetable:
    """From a clock time to a named time."""

    @pytest.mark.parametrize(
        ("moment", "name"),
        [
            ("2026-11-23 08:45", "autumn-registration"),
            ("2027-01-11 08:45", "registration"),
            ("2026-11-23 09:30", "lesson"),
            ("2026-11-23 11:00", "break"),
            ("2026-11-23 13:00", "lunch"),
            ("2026-11-23 16:00", "after-school-clubs"),
            ("2026-11-23 17:30", "house-evening"),
            ("2026-11-23 19:00", "prep"),
            ("2026-11-27 19:30", "friday-film"),
            ("2026-11-26 22:15", "night"),
            ("2026-11-27 22:45", "weekend-late"),
            ("2026-11-26 22:45", "lights-out"),
            ("2026-11-26 23:59", "lights-out"),
            ("2026-11-27 00:30", "wifi-night"),
            ("2026-11-27 06:15", "lights-out"),
            ("2026-11-27 06:30", "house-morning"),
            ("2026-11-28 01:00", "wifi-night"),
            ("2026-11-26 06:45", "house-morning"),
            ("2026-11-28 14:00", "weekends"),
            ("2026-10-27 12:00", "half-term-holiday"),
            ("2027-05-12 10:00", "exam-season"),
        ],
    )
    def test_a_moment_belongs_to_a_named_time(self, moment: str, name: str) -> None:
        read = read_moment(moment)
        assert read is not None
        assert Calendar(marlpit().times).named(read) == name


class TestDetails:
    """What a rule says beside its level."""

    @pytest.mark.parametrize(
        ("asked", "where"),
        [
            (question(Y8, "mobile-phone/bring"), "pouch"),
            (question(Y10, "mobile-phone/bring"), "locker"),
            (question(Y12, "mobile-phone/bring"), "bag"),
            (question(Y7, "mobile-phone/bring", "on-site", "autumn-registration"), "tutor"),
            (question(Y11, "mobile-phone/carry", "near-gate"), "out-of-sight"),
            (question(Y11, "mobile-phone", "exam-hall", "lesson", "exam"), "office"),
            (question(Y11, "mobile-phone/bring", on="phone-agreement"), "office"),
        ],
    )
    def test_where_a_phone_is_kept(self, asked: Question, where: str) -> None:
        storage = winner(asked).storage
        assert storage is not None
        assert storage.where.value == where

    @pytest.mark.parametrize(
        ("asked", "kinds"),
        [
            (question(Y9_ROWAN, "mobile-phone/carry", "town"), ["form"]),
            (question(Y12, "own-laptop", "library"), ["agreement", "form"]),
            (question(Y8, "mobile-phone", "residential"), ["consent"]),
            (question(Y10, "school-camera/record", on="school-play"), ["training", "consent"]),
        ],
    )
    def test_what_is_needed_first(self, asked: Question, kinds: list[str]) -> None:
        assert [each.kind.value for each in winner(asked).needs] == kinds

    def test_the_agreement_that_is_needed_is_there(self) -> None:
        needed = winner(question(Y12, "own-laptop", "library")).needs[0].agreement
        assert needed == "laptops"
        assert needed in marlpit().subject("agreements")

    def test_when_boarders_use_their_own_devices(self) -> None:
        rule = winner(question(Y9_ROWAN, "smartphone", "boarding-house", "house-evening"))
        assert rule.at == ("house-morning", "house-evening", "prep", "weekends", "weekend-late")

    def test_who_permits_who_supervises_and_who_watches(self) -> None:
        assert winner(question(Y10, "school-camera/record", "sports-hall")).by == (
            "class-teachers",
        )
        film = question(Y9_ROWAN, "streaming", "house-common-room", "friday-film")
        assert winner(film).by == ("houseparents",)
        assert winner(question(Y8, "mobile-phone", "residential")).supervised_by == ("staff",)

    def test_a_request_has_no_consequences_and_nor_has_advice(self) -> None:
        play = question(PARENT, "mobile-phone", on="school-play")
        night = question(Y8, "mobile-phone/carry", "home", "night")
        assert winner(play).strength is Binding.REQUEST
        assert winner(night).strength is Binding.ADVICE

    def test_exceptions_say_who_decides(self) -> None:
        rule = winner(question(Y7_BIRCH, "mobile-phone/carry", "dormitories", "lights-out"))
        found = {each.id: each for each in rule.unless}
        assert set(found) == {
            "medical", "disability", "young-carer", "translation", "contact-home", "bad-news"
        }  # fmt: skip
        assert found["bad-news"].decided_by == "houseparents"
        assert found["contact-home"].ground is Ground.FAMILY, "shared, by the school itself"
        assert found["medical"].ground is Ground.MEDICAL, "shared, by the model policy"

    def test_an_exception_of_the_school_joins_those_of_the_model_policy(self) -> None:
        rule = winner(question(Y11, "mobile-phone", "exam-hall", "lesson", "exam"))
        assert {"medical", "disability", "access-arrangement"} <= {each.id for each in rule.unless}

    def test_a_device_for_health_is_in_the_plan_of_the_trip(self) -> None:
        rule = winner(question(Y8, "mobile-phone/medical", "residential", "lights-out"))
        assert "trip plan names the device" in (rule.condition or "")
        assert [each.id for each in rule.needs] == ["health-plan"]

    @pytest.mark.parametrize("person", [Y7, Y9_ROWAN, Y12_BIRCH, STAFF, HOUSE_STAFF, PARENT])
    @pytest.mark.parametrize("what", ["mobile-phone/photograph", "own-camera/record"])
    @pytest.mark.parametrize("occasion", [None, "phone-agreement", "school-play", "emergency"])
    def test_nobody_takes_pictures_or_film_in_bedrooms_on_any_occasion(
        self, person: Person, what: str, occasion: str | None
    ) -> None:
        for time in book().space.times:
            rule = winner(question(person, what, "dormitories", time, occasion))
            assert rule.level is Level.NOT_ALLOWED, time

    def test_the_youngest_get_words_of_their_own(self) -> None:
        rule = winner(question(Y7, "mobile-phone/bring", "on-site", "autumn-registration"))
        assert rule.pupils.ks3_4
        assert rule.pupils.ks3_4 != rule.plain

    def test_who_may_film_the_play(self) -> None:
        rule = winner(question(Y10, "school-camera/record", on="school-play"))
        assert rule.people == "The film crew whom the drama teacher names"


class TestCallsHome:
    """A boarder can always reach home, in private."""

    @pytest.mark.parametrize("person", [Y7_BIRCH, Y9_ROWAN, Y12_BIRCH, Y12_ROWAN])
    @pytest.mark.parametrize("restriction", [None, "phone-agreement"])
    def test_at_every_hour_and_under_every_agreement(
        self, person: Person, restriction: str | None
    ) -> None:
        for place in ("boarding-house", "dormitories", "house-common-room"):
            for time in book().space.times:
                asked = question(person, "mobile-phone/call", place, time, restriction)
                rule = winner(asked)
                assert rule.level is Level.ALLOWED, (place, time)
                assert "private" in (rule.condition or "")

    def test_what_bans_a_phone_in_a_house_gives_way_to_it(self) -> None:
        for name in ("boarders-own-devices", "boarders-phones-lights-out", "house-wifi-night"):
            rule = marlpit().find(Rule, name)
            assert "contact-home" in {each.id for each in rule.unless}, name

    def test_no_ladder_for_boarders_takes_the_call_away(self) -> None:
        ladder = next(each for each in marlpit().responses if each.id == "boarders-phones")
        assert "call home" in ladder.plain


class TestResponses:
    """What happens here when a rule is broken."""

    def ladder(self, person: Person, what: str) -> Any:
        (found,) = Ladders(book()).responses(question(person, what))
        return found

    def test_the_model_ladder_has_one_more_step(self) -> None:
        ladder = self.ladder(Y8, "mobile-phone")
        assert ladder.id == "pupils-phones"
        assert [step.time for step in ladder.ladder] == [1, 2, 3, 4]
        assert ladder.ladder[0].by == "class-teachers"

    def test_boarders_get_their_phone_back_in_the_house(self) -> None:
        ladder = self.ladder(Y9_ROWAN, "mobile-phone")
        assert ladder.id == "boarders-phones"
        assert ladder.ladder[0].collected_by == "houseparents"

    def test_until_half_term_but_no_less_than_five_school_days(self) -> None:
        lasts = self.ladder(Y9_ROWAN, "smart-watch").ladder[-1].lasts
        assert (lasts.until, lasts.at_least) == (Until.HALF_TERM, 5)

    def test_sixth_formers_get_points(self) -> None:
        for person in (Y12, Y12_BIRCH):
            ladder = self.ladder(person, "smartphone")
            assert ladder.id == "sixth-form-phones"
            assert [step.points for step in ladder.ladder] == [1, 3, 6]
            assert ladder.points

    def test_what_happens_to_a_laptop_on_loan_depends_on_what_happened(self) -> None:
        ladder = self.ladder(Y7, "loan-laptop")
        assert ladder.id == "loan-laptops"
        assert ladder.ladder[0].case == "It broke by accident"

    def test_a_way_round_the_night_switch_is_the_same_for_everybody(self) -> None:
        for person in (Y7_BIRCH, HOUSE_STAFF, PARENT):
            assert self.ladder(person, "house-wifi").id == "house-wifi"


class TestEveryFeature:
    """The school's own rules use all that rules can say."""

    def test_every_level_but_illegal_which_is_the_law(self) -> None:
        assert {rule.level for rule in own_rules()} == set(Level) - {Level.ILLEGAL}

    def test_every_function(self) -> None:
        assert {each for rule in own_rules() for each in rule.function} == set(Function)

    def test_every_kind_of_storage(self) -> None:
        assert {rule.storage.where for rule in own_rules() if rule.storage} == set(StorageKind)

    def test_every_kind_of_need(self) -> None:
        assert {each.kind for rule in own_rules() for each in rule.needs} == set(PrerequisiteKind)

    def test_every_strength(self) -> None:
        assert {rule.strength for rule in own_rules()} == set(Binding)

    @pytest.mark.parametrize("field", ["zone", "event", "restriction", "effective_from"])
    def test_every_way_to_say_when(self, field: str) -> None:
        assert any(getattr(rule, field) for rule in own_rules())

    def test_rules_about_a_thing_itself_name_nobody(self) -> None:
        themselves = {rule.id for rule in own_rules() if rule.about_itself}
        assert themselves == {"house-wifi", "house-wifi-night", "house-wifi-half-term"}

    def test_the_list_of_features_names_rules_that_are_there(self) -> None:
        text = (ROOT / "schools" / SCHOOL / "school.yml").read_text(encoding="utf-8")
        named = re.findall(r"^#   .{34}([a-z0-9-]+)", text, re.MULTILINE)
        known = {each.id for each in (*marlpit().rules, *marlpit().responses, *marlpit().things)}
        assert len(named) >= 60
        assert [name for name in named if name not in known] == []


def test_the_table_of_the_houses_has_an_answer_in_every_cell() -> None:
    grid = next(each for each in marlpit().grids if each.id == "boarding-houses")
    for row in grid.rows:
        for column in grid.columns:
            cell = book().cell(column, row)
            assert cell, column.id
            assert not any(each.is_gap or each.is_conflict for each in cell.values())


def test_what_is_not_sure_is_marked() -> None:
    for name in ("boarding-standards-2022", "exam-instructions"):
        citation = next(each for each in marlpit().citations if each.id == name)
        assert citation.sure is Sureness.MEDIUM
        assert citation.doubt


def test_local_numbers_come_from_the_range_kept_for_drama() -> None:
    contacts = {each.id: each.phone for each in marlpit().contacts}
    numbers = [contacts["childrens-social-care"], contacts["lado"], marlpit().school.office.phone]
    assert all(re.fullmatch(r"01632 960 \d{3}", number or "") for number in numbers)


def test_the_guidance_on_phones_questions_two_rules_and_the_school_says_why_it_keeps_them() -> None:
    checked = check_school(Project(ROOT), SCHOOL, Theme(Calls.shapes()))
    places = {str(place): rule for (_, rule), place in checked.resolution.places.items()}
    accepted = {
        (each.code, places.get(str(each.place)))
        for each in checked.findings
        if each.remedy.startswith("The school accepts it: ")
    }
    assert accepted == {
        ("sense.phone-guidance", "green-zone-phones"),
        ("sense.phone-guidance", "sixth-form-phones-pay"),
    }
