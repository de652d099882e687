"""What rules are about: things, places, times, zones and occasions, each a tree of its own."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    CitationRef,
    Clock,
    CohortRef,
    Date,
    EventRef,
    Id,
    PlaceRef,
    Record,
    Shape,
    Text,
    ThingRef,
    TimeRef,
)
from schoolpolicy.model.vocabulary import Audience, Function

ANYWHERE = "anywhere"
"""The place within which all others lie."""
ANY_TIME = "any-time"
"""The time within which all others lie."""

_YEARS = re.compile(r"^y([1-9]\d?)-y([1-9]\d?)$")
AUDIENCE_GROUPS = {
    "everyone": tuple(Audience),
    "adults": tuple(each for each in Audience if each is not Audience.PUPILS),
}
"""Words that stand for several audiences."""


def _audiences(value: object) -> object:
    if isinstance(value, str):
        return AUDIENCE_GROUPS.get(value, (value,))
    return value


def _years(value: object) -> object:
    """Spell out ranges of years: `y7-y9` stands for `y7`, `y8` and `y9`."""
    if not isinstance(value, (list, tuple)):
        return value
    found: list[Any] = []
    for each in value:
        years = _YEARS.match(each) if isinstance(each, str) else None
        first, last = (int(years[1]), int(years[2])) if years else (1, 0)
        found += [f"y{year}" for year in range(first, last + 1)] or [each]
    return tuple(found)


_AUDIENCE_NAMES = [*(each.value for each in Audience), *AUDIENCE_GROUPS]
Audiences = Annotated[
    tuple[Audience, ...],
    BeforeValidator(_audiences),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": _AUDIENCE_NAMES},
                {"type": "array", "items": {"enum": [each.value for each in Audience]}},
            ]
        }
    ),
]
"""One audience, a list of them, or `everyone` or `adults`."""

Cohorts = Annotated[tuple[CohortRef, ...], BeforeValidator(_years)]
"""Cohorts by id; `y7-y9` stands for the years from 7 to 9."""


def _functions(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_FUNCTION_NAMES = [each.value for each in Function]
Functions = Annotated[
    tuple[Function, ...],
    BeforeValidator(_functions),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": _FUNCTION_NAMES},
                {"type": "array", "items": {"enum": _FUNCTION_NAMES}, "minItems": 1},
            ]
        }
    ),
    Field(min_length=1),
]
"""One use of a thing, or a list of them; `any` is every use."""


class Who(Shape):
    """Whom a rule is for: audiences, or some cohorts of them.

    Cohorts of one kind add up (Year 5 or Year 6); cohorts of different kinds narrow each
    other (Year 9 who are also boarders).
    """

    audience: Audiences = tuple(Audience)
    cohorts: Cohorts = ()


class Thing(Record):
    """A device, a service or a kind of material, in a tree."""

    title: Text
    plain: Text
    """What people call it, with its article where it needs one: "a phone", "social media"."""
    within: ThingRef | None = None
    keywords: tuple[Text, ...] = ()
    icon: Id | None = None
    functions: tuple[Function, ...] = ()
    """What it can be used for, each of which a rule may be about. None: as the thing it is in."""
    phone_like: bool = False
    """True: it and what lies within it can message or record, as phone guidance means it."""


class Activity(Record):
    """Something done online that is never or only sometimes acceptable.

    An activity is also a thing that rules are about: its id stands in a rule's `thing`.
    """

    title: Text
    group: Text
    explain: Text
    law: tuple[CitationRef, ...] = ()
    keywords: tuple[Text, ...] = ()


class Place(Record):
    """Where: a place in a tree, for example lessons within school."""

    title: Text
    """As it stands in a sentence, with a capital: "In lessons"."""
    within: PlaceRef | None = None
    keywords: tuple[Text, ...] = ()
    """Everyday words for it: "bus", "canteen"."""


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Days(Shape):
    """Some days in a row, the first and the last included: a term, a holiday."""

    starts: Date
    ends: Date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends < self.starts:
            raise PydanticCustomError(
                "ends_before_start",
                '"{ends}" lies before "{starts}"',
                {"starts": str(self.starts), "ends": str(self.ends), "field": "ends"},
            )
        return self


class Time(Record):
    """When: a part of the day, week or year in a tree.

    A school gives clock times, weekdays and dates where it has them. A time that ends at an
    earlier clock time than it starts runs across midnight.
    """

    title: Text
    """As it stands in a sentence, with a capital: "At break"."""
    within: TimeRef | None = None
    starts: Clock | None = None
    ends: Clock | None = None
    weekdays: tuple[Weekday, ...] = ()
    dates: tuple[Days, ...] = ()
    """Term dates, holidays: the days on which it can be."""
    keywords: tuple[Text, ...] = ()


class Area(Shape):
    """Some places at some times; a list left out means all of them."""

    places: tuple[PlaceRef, ...] = ()
    times: tuple[TimeRef, ...] = ()


class Zone(Record):
    """Places and times under one name, such as a green zone, for everybody or some people."""

    title: Text
    plain: Text
    """In one sentence: where and when it is."""
    icon: Id = "map-marker"
    areas: tuple[Area, ...] = Field(min_length=1)
    who: Who = Who()


class Event(Record):
    """An occasion that has rules of its own: an exam, a residential trip.

    While it lasts, a rule for it comes before all rules that are not for it.
    """

    title: Text
    """As it stands in a sentence, with a capital: "During an exam"."""
    within: EventRef | None = None
    keywords: tuple[Text, ...] = ()
