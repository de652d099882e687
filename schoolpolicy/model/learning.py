"""What people learn: training by group, and the outline of what pupils are taught."""

from __future__ import annotations

from pydantic import Field

from schoolpolicy.model.base import (
    CitationRef,
    CohortRef,
    DutyRef,
    Id,
    Interval,
    Record,
    RequirementRef,
    RoleRef,
    Shape,
    Text,
)


class Training(Record):
    """What one group of people is trained in, how often, by whom, and what shows it."""

    title: Text
    who: tuple[RoleRef, ...] = Field(min_length=1)
    content: tuple[Text, ...] = Field(min_length=1)
    every: Interval
    by: RoleRef
    """Who sees that it happens."""
    evidence: Text
    duties: tuple[DutyRef, ...] = ()
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()


class Stage(Shape):
    """What pupils of some years learn of one strand."""

    cohorts: tuple[CohortRef, ...] = Field(min_length=1)
    learn: tuple[Text, ...] = Field(min_length=1)


class Strand(Record):
    """One strand of what pupils learn about life online, from the youngest to the oldest."""

    title: Text
    about: Text
    icon: Id
    stages: tuple[Stage, ...] = Field(min_length=1)
    covers: tuple[RequirementRef, ...] = ()
    source: tuple[CitationRef, ...] = ()
