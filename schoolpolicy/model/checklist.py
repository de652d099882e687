"""Lists to print and tick."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    AgreementRef,
    DutyRef,
    Id,
    IncidentRef,
    Interval,
    Record,
    RequirementRef,
    RoleRef,
    Shape,
    StatementRef,
    Text,
)
from schoolpolicy.model.vocabulary import Audience


class Origin(Shape):
    """Where a checklist item comes from: at least one of these."""

    duty: DutyRef | None = None
    statement: StatementRef | None = None
    incident: IncidentRef | None = None
    agreement: AgreementRef | None = None
    requirement: RequirementRef | None = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not any((self.duty, self.statement, self.incident, self.agreement, self.requirement)):
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
    items: tuple[ChecklistItem, ...] = Field(min_length=1)
    fields: tuple[FormField, ...] = ()
    """What to write down before the items are ticked, for a sheet that is also a form."""
    log: tuple[TableColumn, ...] = ()
    """For a log: the columns of the table to fill in, one row a test."""
    log_rows: int = Field(default=0, ge=0, le=40)
    keywords: tuple[Text, ...] = ()
