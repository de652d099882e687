"""Lists to print and tick."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    AgreementRef,
    CitationRef,
    DutyRef,
    Id,
    IncidentRef,
    Interval,
    Record,
    RequirementRef,
    ReviewRef,
    RoleRef,
    Shape,
    StatementRef,
    Text,
    TrainingRef,
)
from schoolpolicy.model.vocabulary import Audience

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Why, for authors: readers do not see it."""


class Origin(Shape):
    """Where a checklist item comes from: at least one of these."""

    duty: DutyRef | None = None
    statement: StatementRef | None = None
    incident: IncidentRef | None = None
    agreement: AgreementRef | None = None
    requirement: RequirementRef | None = None
    review: ReviewRef | None = None
    training: TrainingRef | None = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise PydanticCustomError("origin_empty", "the item does not say where it comes from")
        return self


class ChecklistItem(Record):
    """One thing to check: what, by whom, and what shows it."""

    text: Text
    group: Text | None = None
    role: RoleRef | None = None
    """Who does it, where that is not the role of the whole list."""
    evidence: Text | None = None
    origin: Origin = Field(alias="from")
    taken: bool = False
    """True: it words what the list takes, and stands here only as long as the list takes it."""


class TakenKind(StrEnum):
    """What sort of records a checklist takes."""

    DUTIES = "duties"
    REVIEWS = "reviews"
    TRAINING = "training"
    REQUIREMENTS = "requirements"
    INCIDENTS = "incidents"
    """The steps of procedures."""


class Takes(Record):
    """What a checklist takes from the policy by itself: each record that fits all that is given.

    What an item of the list names in its `from` is not taken again.
    """

    kind: TakenKind = TakenKind.DUTIES
    roles: tuple[RoleRef, ...] | None = None
    """Whose duty or step it is, or who sees to the review or the training."""
    every: tuple[Interval, ...] | None = None
    """How often, or on which event: any of these."""
    audiences: tuple[Audience, ...] | None = None
    """Duties of roles, and training of people, in these audiences."""
    requirements: tuple[RequirementRef, ...] | None = None
    """What covers one of these requirements; or these themselves."""
    citations: tuple[CitationRef, ...] | None = None
    """What rests on one of these laws or guidances."""
    incidents: tuple[IncidentRef, ...] | None = None
    """The procedures whose steps are taken."""
    group: Text | None = None
    """The heading that it stands under; if not given, who does it, or what it is."""
    leave_out: dict[Id, Reason] = Field(default_factory=dict)
    """What fits and yet has no place on the list, by its id, and why."""


class TableColumn(Shape):
    """One column of a log to fill in."""

    id: Id
    title: Text
    hint: Text | None = None
    wide: bool = False


class FormField(Shape):
    """One thing to write down: a label, and how many lines it needs."""

    id: Id
    label: Text
    hint: Text | None = None
    lines: int = Field(default=1, ge=1, le=12)


class Checklist(Record):
    """A list to print or tick."""

    title: Text
    intro: Text
    audience: Audience
    role: RoleRef
    """Who fills it in."""
    filled_in_as: Text | None = None
    """What that person is called on this sheet, where the role's title does not fit."""
    signed_by: RoleRef
    signed_as: Text | None = None
    """What the signer is called on this sheet, where the role's title does not fit."""
    every: Interval
    keep: Text
    """How long the filled-in sheet is kept, and where."""
    items: tuple[ChecklistItem, ...] = ()
    """Those written by hand."""
    takes: tuple[Takes, ...] = ()
    """Those that the list takes from duties, reviews, training, law or procedures by itself."""
    fields: tuple[FormField, ...] = ()
    """What to write down before the items are ticked, for a sheet that is also a form."""
    log: tuple[TableColumn, ...] = ()
    """For a log: the columns of the table to fill in, one row a test."""
    log_rows: int = Field(default=0, ge=0, le=40)
    keywords: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not self.items and not self.takes:
            raise PydanticCustomError("checklist_empty", "the checklist has no items")
        return self
