"""When school is: the terms of a year, each with its break in the middle."""

from __future__ import annotations

from pydantic import Field

from schoolpolicy.model.base import Date, Id, Shape


class HalfTerm(Shape):
    """The break in the middle of a term: its first and its last day."""

    starts: Date = Field(alias="from")
    ends: Date = Field(alias="to")


class SchoolTerm(Shape):
    """One term: its first and its last day of school, and its break if it has one.

    What is due each half-term is due before the break and at the end of the term.
    """

    id: Id
    """Such as `autumn-2026`. Calendars know what is due in the term by it, so it never changes."""
    starts: Date = Field(alias="from")
    ends: Date = Field(alias="to")
    half_term: HalfTerm | None = None
