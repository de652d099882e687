"""Small policies to check for sense, each record on a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.checks.sense.families import check_sense
from schoolpolicy.checks.surveyed import survey_periods
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.scope import Thing
from schoolpolicy.model.subjects import SUBJECTS
from tests.policies import HILL, policy, rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.checks.written import Spot
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule

USED = ["bring", "carry", "call", "message", "photograph", "record", "medical"]
DEVICES = (
    Thing.model_validate({"id": "device", "title": "Devices", "plain": "any device"}),
    Thing.model_validate(
        {
            "id": "phone",
            "title": "Phones",
            "plain": "a phone",
            "within": "device",
            "functions": USED,
            "phone_like": True,
            "keywords": ["mobile"],
        }
    ),
    Thing.model_validate(
        {"id": "smartphone", "title": "Smartphones", "plain": "a smartphone", "within": "phone"}
    ),
    Thing.model_validate(
        {"id": "stick", "title": "Sticks", "plain": "a memory stick", "within": "device"}
    ),
    Thing.model_validate({"id": "games", "title": "Games", "plain": "games"}),
)
PLACES = (
    {"id": "anywhere", "title": "Anywhere"},
    {"id": "on-site", "title": "On the school site", "within": "anywhere"},
    {"id": "lessons", "title": "In lessons", "within": "on-site"},
    {"id": "dining-hall", "title": "In the dining hall", "within": "on-site"},
    {"id": "home", "title": "At home", "within": "anywhere"},
)
TIMES = (
    {"id": "any-time", "title": "At any time"},
    {"id": "school-day", "title": "During the school day", "within": "any-time"},
    {"id": "break", "title": "At break", "within": "school-day"},
    {"id": "evening", "title": "In the evening", "within": "any-time"},
)
EXAM = {"id": "exam", "title": "During an exam"}
STAFF = {"audience": "staff"}
NEEDS = [
    {"id": "medical", "ground": "medical", "text": "A plan says so.", "decided_by": "head"},
    {"id": "disability", "ground": "disability", "text": "It is an aid.", "decided_by": "head"},
]


def small(*rules: Rule, nation: str = "england", **fields: Any) -> Policy:
    """Return a policy about devices on a school site."""
    given = {
        "things": DEVICES,
        "places": PLACES,
        "times": TIMES,
        "school": {**HILL, "nation": nation},
    }
    return policy(*rules, **{**given, **fields})


def ban(name: str, **fields: Any) -> Rule:
    """Return a rule that forbids, with exceptions for health and disability."""
    return rule(name, **{"unless": NEEDS, **fields})


def lets(name: str, level: str = "allowed", **fields: Any) -> Rule:
    """Return a rule that lets somebody."""
    return rule(name, level, **fields)


def places_of(whole: Policy) -> dict[tuple[str, str], Place]:
    """Place the records of each subject in one file, the first on line 1, the next on line 2."""
    places = {
        (subject, each.id): Place(file=f"data/{subject}.yml", line=line, column=3)
        for subject in SUBJECTS
        for line, each in enumerate(getattr(whole, subject), 1)
    }
    duties = (duty for each in whole.roles for duty in each.duties)
    for line, duty in enumerate(duties, 100):
        places["duties", duty.id] = Place(file="data/roles.yml", line=line, column=5)
    return places


def record_in(places: Mapping[tuple[str, str], Place]) -> Spot:
    """Return what tells where the record of a text stands: these policies are in no files."""
    return lambda said, _: said.place(places)


def sense(whole: Policy, family: str) -> list[Finding]:
    """Return the findings of one family."""
    found = check_sense(whole, places := places_of(whole), survey_periods(whole), record_in(places))
    return [each for each in found if each.code == f"sense.{family}"]


def said(whole: Policy, family: str) -> list[str]:
    """Return the findings of one family in words."""
    return [str(each) for each in sense(whole, family)]
