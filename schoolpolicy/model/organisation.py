"""Who the policy belongs to: a school, its dates, its groups of people."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schoolpolicy.model.base import (
    CohortRef,
    Id,
    Interval,
    OpenDate,
    Record,
    RoleRef,
    Shape,
    Text,
)
from schoolpolicy.model.calendar import SchoolTerm
from schoolpolicy.model.history import Adopted, Agreed, Consulted, Published, Version, When
from schoolpolicy.model.language import ByLanguage, InLanguages
from schoolpolicy.model.reach import Email, Phone, Website
from schoolpolicy.model.vocabulary import Audience, Band, Nation, Phase, SchoolType, Severity

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class Numbering(StrEnum):
    """What has a number in the formal policy."""

    NONE = "none"
    SECTIONS = "sections"
    PARAGRAPHS = "paragraphs"


class ReviewPlan(Shape):
    """Edition, dates and interval of the school's policy."""

    edition: Text
    effective_from: OpenDate
    next_review: OpenDate
    approved_by: RoleRef
    approved_through: Text | None = None
    """The committee that approves for them, where they do not do it all together."""
    every: Interval | None = None
    """How often the whole is looked at again; as the schedule of reviews says, if not given."""
    agreed_by: tuple[Agreed, ...] = ()
    consulted: tuple[Consulted, ...] = ()
    published: tuple[Published, ...] = ()
    adopted: Adopted | None = None
    versions: tuple[Version, ...] = ()
    reviewed_on: tuple[When, ...] = ()
    """Earlier reviews, the oldest first; a month is enough."""


class Office(Shape):
    """How to reach a school or a role. Roles and shared mailboxes only, never people's names."""

    phone: Phone | None = None
    email: Email | None = None
    address: Text | None = None


class Accepted(Shape):
    """A warning of `check` that the school knows of and accepts."""

    finding: Text
    """Its code: `sense.phone-guidance`."""
    about: Id | None = None
    """The record that it is about; all of them, if none is named."""
    because: Text


class ChangedSeverity(Shape):
    """How serious a kind of finding is at a school: stricter or milder than `check` has it."""

    to: Severity = Field(alias="as")
    because: Text


class School(Shape):
    """One school: who it is and what it decided (`school.yml`).

    `terms` gives the school's own word for a thing by term id; `choices` its decisions by
    choice id, `undecided` where it has made none yet; `cohorts` the year groups it teaches.
    """

    name: Text
    short_name: Text | None = None
    also_named: ByLanguage = Field(default_factory=dict)
    """The name in other languages."""
    motto: InLanguages = Field(default_factory=dict)
    footer: InLanguages = Field(default_factory=dict)
    """A line at the foot of every page, and of every sheet of paper."""
    trust: Text | None = None
    """The folder, beside the school's, of the trust or council that has a layer of its own."""
    nation: Nation
    phase: Phase
    type: SchoolType
    website: Website | None = None
    colour: Colour = "#1d4f7c"
    cohorts: tuple[CohortRef, ...] = Field(min_length=1)
    terms: dict[str, str] = Field(default_factory=dict)
    also_says: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """By term id, other words that its texts may have: `{learners: [students]}`."""
    choices: dict[str, str | bool] = Field(default_factory=dict)
    review: ReviewPlan
    term_dates: tuple[SchoolTerm, ...] = ()
    """The terms, the earliest first, of one school year or of several; usual ones, if not given."""
    numbering: Numbering = Numbering.PARAGRAPHS
    office: Office = Office()
    chair: Office = Office()
    """How to reach the chair of governors by a way that the head and the office cannot read."""
    accepted: tuple[Accepted, ...] = ()
    """Warnings that the school accepts, each with its reason."""
    severities: dict[str, ChangedSeverity] = Field(default_factory=dict)
    """By the code of a finding: `{text.mixed-terms: {as: error, because: ...}}`."""
    publish_names: bool = False
    """True where the names of those who hold posts are shown. They know, and agree."""


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
