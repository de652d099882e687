"""Keeping the policy true: review schedule, approvals, evidence."""

from __future__ import annotations

from pydantic import Field

from schoolpolicy.model.base import (
    CitationRef,
    Date,
    Interval,
    Record,
    RequirementRef,
    RoleRef,
    Shape,
    Text,
)


class ReviewItem(Record):
    """One thing that is looked at again: what, how often, by whom."""

    what: Text
    every: Interval
    by: RoleRef
    approved_by: RoleRef | None = None
    evidence: Text
    triggers: tuple[Text, ...] = ()
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()


class Approval(Shape):
    """Who approved which text, and when (`approvals.yml`)."""

    body: RoleRef
    capacity: Text
    date: Date
    minute: Text | None = None
    edition: Text
    fingerprint: str = Field(pattern=r"^[0-9a-f]{64}$")
    changes: Text


class Evidence(Shape):
    """When a duty was done, and by which role. Never about a named child."""

    duty: str
    date: Date
    by: RoleRef
    note: Text | None = None
