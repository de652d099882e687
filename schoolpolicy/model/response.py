"""What happens when a rule is broken: ladders of responses, and standing restrictions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    CitationRef,
    ContactRef,
    Id,
    IncidentRef,
    Interval,
    Record,
    Ref,
    RequirementRef,
    RoleRef,
    Shape,
    Text,
    ThingRef,
)
from schoolpolicy.model.scope import Who
from schoolpolicy.model.statement import PupilWording
from schoolpolicy.model.vocabulary import Function

ResponseRef = Annotated[str, Ref("responses")]


class Counted(StrEnum):
    """What leads from one step of a ladder to the next."""

    TIMES = "times"
    POINTS = "points"
    CASES = "cases"


class CountPeriod(StrEnum):
    """When the count begins again."""

    HALF_TERM = "half-term"
    TERM = "term"
    SCHOOL_YEAR = "school-year"
    NEVER = "never"


class Until(StrEnum):
    """What ends a measure."""

    END_OF_LESSON = "end-of-lesson"
    END_OF_DAY = "end-of-day"
    HALF_TERM = "half-term"
    END_OF_TERM = "end-of-term"
    COLLECTED = "collected"
    MEETING = "meeting"
    INVESTIGATED = "investigated"


class Lasting(Shape):
    """How long a measure lasts: until something, or for a number of hours or school days."""

    until: Until | None = None
    hours: int | None = Field(default=None, ge=1)
    school_days: int | None = Field(default=None, ge=1)
    at_least: int | None = Field(default=None, ge=1)
    """With `until`: but no less than this many school days."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        given = [each for each in (self.until, self.hours, self.school_days) if each is not None]
        if len(given) != 1:
            raise PydanticCustomError(
                "one_of", 'it needs one of "until", "hours" and "school_days"', {"field": "lasts"}
            )
        if self.at_least is not None and self.until is None:
            raise PydanticCustomError(
                "one_of", '"at_least" goes with "until" only', {"field": "lasts"}
            )
        return self


class ResponseStep(Record):
    """What happens at one turn of a ladder.

    `time`, `points` or `case` says when it is reached, as the ladder's `counted` asks.
    """

    time: int | None = Field(default=None, ge=1)
    """Which time it is: 1 is the first."""
    points: int | None = Field(default=None, ge=1)
    """From how many points on."""
    case: Text | None = None
    """Which kind of breach, or in what circumstances."""
    text: Text
    by: RoleRef
    lasts: Lasting | None = None
    collected_by: RoleRef | None = None
    """Who may fetch what was taken."""
    tell: tuple[RoleRef, ...] = ()
    contacts: tuple[ContactRef, ...] = ()
    log: Text
    """Where it is written down, as it stands in a sentence: "the behaviour record"."""


class StopIf(Shape):
    """When a ladder is the wrong thing, and which incident it is instead."""

    id: Id
    text: Text | None = None
    """Without it, the words that the incident has under `stop`, put here by the reading."""
    incident: IncidentRef


class Response(Record):
    """What the school does about a kind of breach: a ladder of steps.

    It answers for breaches of rules about its things, by the people in `who`; or, if it
    `counts` other ladders, for breaches that add up across them.
    """

    title: Text
    """The kind of breach, as it stands in a table, with a capital."""
    plain: Text
    """What happens, in one or two short sentences for the people concerned."""
    pupils: PupilWording = PupilWording()
    """For the bands for which `plain` is too hard."""
    who: Who
    about: tuple[ThingRef, ...] = ()
    functions: tuple[Function, ...] = ()
    """Only these uses of those of its things that have several, such as `photograph`."""
    counts: tuple[ResponseRef, ...] = ()
    """Beside `about` or instead of it: the ladders whose breaches it counts together."""
    counted: Counted = Counted.TIMES
    per: CountPeriod = CountPeriod.SCHOOL_YEAR
    """When the count begins again."""
    points: Text | None = None
    """With `counted: points`: what earns how many."""
    discretion: RoleRef
    """Who may decide otherwise where that is fair."""
    fair: Text
    """What is weighed first: age, disability, harm done, what was meant."""
    stop_if: tuple[StopIf, ...] = ()
    steps: tuple[ResponseStep, ...] = Field(min_length=1)
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()

    @model_validator(mode="after")
    def _steps_fit(self) -> Self:
        wanted = _NUMBERS.get(self.counted, "case")
        for step in self.steps:
            if getattr(step, wanted) is None:
                raise PydanticCustomError(
                    "step_needs",
                    'the step "{step}" has no "{field}", by which this ladder counts',
                    {"step": step.id, "field": wanted},
                )
        if self.counted is Counted.POINTS and self.points is None:
            raise PydanticCustomError(
                "step_needs",
                'the ladder counts points, but has no "{field}", which says what earns how many',
                {"field": "points"},
            )
        return self

    @property
    def ladder(self) -> tuple[ResponseStep, ...]:
        """The steps as they are climbed, wherever a school wrote those of its own."""
        if self.counted is Counted.CASES:
            return self.steps
        return tuple(sorted(self.steps, key=self.number))

    def number(self, step: ResponseStep) -> int:
        """Return at which time, or from how many points on, a step is reached; else 0."""
        return getattr(step, _NUMBERS.get(self.counted, ""), None) or 0


_NUMBERS = {Counted.TIMES: "time", Counted.POINTS: "points"}
"""The field that says when a step is reached, where it is a number."""


class Restriction(Record):
    """A standing limit that one person may be under, such as "no phone by agreement".

    The policy says what it means and how it ends; whom it concerns stands only in the
    school's own records.
    """

    title: Text
    """As it stands in a sentence, with a capital: "On a phone agreement"."""
    text: Text
    who: Who
    decided_by: RoleRef
    review: Interval
    """How often it is looked at again."""
    at_most: Lasting
    tell: tuple[RoleRef, ...] = ()
    log: Text
