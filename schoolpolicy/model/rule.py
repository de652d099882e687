"""What is allowed: rules, what they are about, and the grids that show them."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    CitationRef,
    Clock,
    CohortRef,
    Date,
    Id,
    PlaceRef,
    Record,
    RequirementRef,
    RoleRef,
    Shape,
    Text,
    ThingRef,
    TimeRef,
)
from schoolpolicy.model.vocabulary import Audience, Function, Level


class Thing(Record):
    """A device, a service or a kind of material, in a tree."""

    title: Text
    plain: Text
    """What people call it."""
    within: ThingRef | None = None
    keywords: tuple[Text, ...] = ()
    icon: Id | None = None


class Place(Record):
    """Where: a place in a tree, for example lessons within school."""

    title: Text
    within: PlaceRef | None = None


class Time(Record):
    """When: a part of the day or year in a tree, with clock times if the school gives them."""

    title: Text
    within: TimeRef | None = None
    starts: Clock | None = None
    ends: Clock | None = None


class Activity(Record):
    """Something done online that is never or only sometimes acceptable.

    An activity is also a thing that rules are about: its id stands in a rule's `thing`.
    """

    title: Text
    group: Text
    explain: Text
    law: tuple[CitationRef, ...] = ()


class Who(Shape):
    """Whom a rule is for: an audience, or some cohorts of it."""

    audience: Audience
    cohorts: tuple[CohortRef, ...] = ()


class RuleException(Shape):
    """A case in which the rule gives way, and who decides that."""

    id: Id
    text: Text
    decided_by: RoleRef


class Rule(Record):
    """Who may use what, where and when: who x thing x place x time -> level.

    A dimension left out means everything in it. A more particular rule beats a more
    general one.
    """

    who: Who
    thing: ThingRef
    function: Function = Function.ANY
    place: PlaceRef = "anywhere"
    time: TimeRef = "any-time"
    level: Level
    at: tuple[TimeRef, ...] = ()
    """With level `set-times`: the times at which it is allowed."""
    by: tuple[RoleRef, ...] = ()
    """With level `with-permission`: who may permit. With `supervised`: who supervises."""
    people: Text | None = None
    """With level `selected-people`: who they are."""
    condition: Text | None = None
    storage: Text | None = None
    unless: tuple[RuleException, ...] = ()
    because: Text
    plain: Text | None = None
    """The rule in one short sentence for parents and pupils."""
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()
    starts: Date | None = None
    ends: Date | None = None

    @model_validator(mode="after")
    def _level_says_enough(self) -> Self:
        needs: dict[Level, tuple[str, bool]] = {
            Level.SET_TIMES: ("at", bool(self.at)),
            Level.WITH_PERMISSION: ("by", bool(self.by)),
            Level.SUPERVISED: ("by", bool(self.by)),
            Level.SELECTED_PEOPLE: ("people", self.people is not None),
        }
        field, given = needs.get(self.level, ("", True))
        if not given:
            raise PydanticCustomError(
                "level_needs",
                'the level "{level}" needs "{field}"',
                {"level": self.level.value, "field": field},
            )
        return self


class GridColumn(Shape):
    """One group of people across a grid."""

    id: Id
    title: Text
    audience: Audience
    cohorts: tuple[CohortRef, ...] = ()


class GridRow(Shape):
    """One question down a grid: a thing, and what, where and when."""

    id: Id
    title: Text
    thing: ThingRef
    function: Function = Function.ANY
    place: PlaceRef = "anywhere"
    time: TimeRef = "any-time"


class Grid(Record):
    """A table over rules: each cell is the rule that answers its question."""

    title: Text
    intro: Text
    columns: tuple[GridColumn, ...] = Field(min_length=1)
    rows: tuple[GridRow, ...] = ()
    every_activity: bool = False
    """True: one row for each activity, in groups, instead of `rows`."""
    source: tuple[CitationRef, ...] = ()
