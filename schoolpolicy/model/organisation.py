"""Who the policy belongs to: a school, a trust, and the layers between them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schoolpolicy.model.base import CohortRef, Date, Id, Record, RoleRef, Shape, Text
from schoolpolicy.model.vocabulary import Audience, Band, Nation, Phase, SchoolType

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class LayerKind(StrEnum):
    """Where a layer comes from. Later layers change earlier ones."""

    MODEL = "model"
    TRUST = "trust"
    SCHOOL = "school"


class Layer(Shape):
    """One folder of data that is laid over the ones before it."""

    kind: LayerKind
    folder: str


class Trust(Shape):
    """A group of schools, or a local authority, with a layer of its own."""

    name: Text
    nation: Nation
    terms: dict[str, str] = Field(default_factory=dict)
    choices: dict[str, str | bool] = Field(default_factory=dict)


class ReviewPlan(Shape):
    """Edition, dates and interval of the school's policy."""

    edition: Text
    effective_from: Date
    next_review: Date
    approved_by: RoleRef


class Office(Shape):
    """How to reach a school or a role. Roles and shared mailboxes only, never people's names."""

    phone: Text | None = None
    email: Text | None = None
    address: Text | None = None


class School(Shape):
    """One school: who it is and what it decided (`school.yml`).

    `terms` gives the school's own word for a thing by term id; `choices` its decisions by
    choice id, `undecided` where it has made none yet; `cohorts` the year groups it teaches.
    """

    name: Text
    short_name: Text | None = None
    motto: Text | None = None
    nation: Nation
    phase: Phase
    type: SchoolType
    website: Text | None = None
    colour: Colour = "#1d4f7c"
    cohorts: tuple[CohortRef, ...] = Field(min_length=1)
    terms: dict[str, str] = Field(default_factory=dict)
    choices: dict[str, str | bool] = Field(default_factory=dict)
    review: ReviewPlan
    office: Office = Office()
    chair: Office = Office()
    """How to reach the chair of governors by a way that the head and the office cannot read."""


class Cohort(Record):
    """A group of people that a rule can be for: a year, a key stage, a house, boarders.

    Everybody is in at most one innermost cohort of each kind, and every pupil in one of the
    kind `year`: a boarder in Year 9 is in `y9` of that kind and in a house of the kind
    `boarding`.
    """

    title: Text
    audience: Audience
    kind: Id = "year"
    within: CohortRef | None = None
    """The larger cohort that this one is part of."""
    band: Band | None = None
    """The age band whose wording these pupils read."""
    rest: bool = False
    """True: everybody who is in no other cohort of the kind, such as day pupils."""
