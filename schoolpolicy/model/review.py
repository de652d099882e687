"""Keeping the policy true: review schedule, approvals, evidence."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    CitationRef,
    Date,
    Id,
    Interval,
    Record,
    RequirementRef,
    RoleRef,
    Shape,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EVIDENCED: Mapping[str, str] = MappingProxyType(
    {
        "duty": "duties",
        "review": "reviews",
        "checklist": "checklists",
        "training": "training",
        "record": "records",
    }
)
"""Of what there can be evidence: the field that names it, and its subject."""


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
    """When something was done, and by which role (`evidence.yml`). Never about a named child.

    Exactly one of the first five fields says what was done, by its id. The file only grows: what
    was done stays done when the policy no longer asks for it.
    """

    duty: Id | None = None
    review: Id | None = None
    checklist: Id | None = None
    training: Id | None = None
    record: Id | None = None
    """A record that was looked through."""
    date: Date
    by: RoleRef
    """The role, or one that stood in for it; never a person."""
    note: Text | None = None
    """What came of it, without names."""
    link: str | None = Field(default=None, pattern=r"^https://")
    """Where the school keeps what shows it."""

    @model_validator(mode="after")
    def _about_one_thing(self) -> Self:
        count = len(list(self._named()))
        if count != 1:
            said = "{which} says what was done"
            which = "more than one field" if count else "no field"
            raise PydanticCustomError("evidence_about", said, {"which": which})
        return self

    def _named(self) -> Iterator[tuple[str, str]]:
        for kind in EVIDENCED:
            named = getattr(self, kind)
            if named is not None:
                yield kind, named

    @property
    def about(self) -> tuple[str, str]:
        """The kind of thing that was done, which is the name of a field, and its id."""
        return next(self._named())
