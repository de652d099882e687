"""Who does what: roles and their duties."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schoolpolicy.model.base import (
    CitationRef,
    DutyRef,
    Interval,
    NationText,
    Record,
    RequirementRef,
    RoleRef,
    Text,
)
from schoolpolicy.model.vocabulary import Audience


class RoleKind(StrEnum):
    """Where a role stands in the school."""

    GOVERNANCE = "governance"
    LEADERSHIP = "leadership"
    SAFEGUARDING = "safeguarding"
    TECHNICAL = "technical"
    INFORMATION = "information"
    STAFF = "staff"
    COMMUNITY = "community"


class Duty(Record):
    """One thing that a role must do, how often, and what shows that it was done."""

    text: Text
    every: Interval
    evidence: Text | None = None
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()
    delegable: bool = True
    """False where nobody else may do it, however the work is shared out."""
    not_alone_with: tuple[DutyRef, ...] = ()
    """On a duty to check or approve: what the same one person may not do as well."""


class Role(Record):
    """What somebody in the school answers for. Posts hold roles; a role is never a name."""

    title: NationText
    short: Text | None = None
    kind: RoleKind
    audience: Audience
    summary: Text
    """What the role is for, in one sentence."""
    for_parents: Text | None = None
    """The same in the words of a parent's page."""
    reports_to: RoleRef | None = None
    deputy: RoleRef | None = None
    may_combine_with: tuple[RoleRef, ...] = ()
    never_combine_with: tuple[RoleRef, ...] = ()
    independent: bool = False
    """True for a role that nobody who works for the school may hold: it watches their work."""
    concerns_to: RoleRef | None = None
    """Who takes a concern about a person in this role."""
    whole_group: bool = False
    """True for a role of all who belong to a group, such as parents: it needs no post."""
    members: tuple[RoleRef, ...] = ()
    """For a group: which roles sit on it."""
    terms_of_reference: tuple[Text, ...] = ()
    optional: bool = False
    """True where a school may do without the role."""
    duties: tuple[Duty, ...] = Field(min_length=1)
