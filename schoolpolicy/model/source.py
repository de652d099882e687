"""Facts from outside: laws and guidance, what they ask, and who can help."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import CitationRef, Date, Id, Record, RequirementRef, Text
from schoolpolicy.model.reach import Email, Phone
from schoolpolicy.model.vocabulary import (
    Audience,
    CitationKind,
    Nation,
    Need,
    Status,
    Strength,
    Sureness,
)


class Citation(Record):
    """A law, guidance or service: what it is, where it stands, how sure we are."""

    title: Text
    short: Text | None = None
    kind: CitationKind
    nations: tuple[Nation, ...] = Field(min_length=1)
    publisher: Text
    issued: Text | None = None
    """Year, month or day of issue, as far as known."""
    in_force_from: Date | None = None
    """The day on which it takes the place of the one before it, without further change."""
    planned_for: Date | None = None
    """The day on which it was to come into force, where that is not certain: nothing changes."""
    status: Status
    replaces: Text | None = None
    superseded_by: CitationRef | None = None
    stands_for: tuple[CitationRef, ...] = ()
    """What it takes the place of, in its own nations, wherever a record names that as its source:
    the guidance of another nation."""
    url: str | None = Field(default=None, pattern=r"^https://")
    about: Text
    """What it means for a school, in our words."""
    checked_on: Date
    sure: Sureness
    doubt: Text | None = None
    """What we are not sure of. Needed below `high`."""


class Requirement(Record):
    """What one edition of a law or guidance asks of a school, in our words.

    `only` tells whom it binds: nations, phases, and who runs the school.
    """

    citation: CitationRef
    paragraph: Text | None = None
    """Given only where it was seen."""
    text: Text
    strength: Strength
    how: Text
    """How a school can meet it."""
    needs: tuple[Need, ...] = Field(default=(Need.SAYS, Need.DOES), min_length=1)
    """What must be there before it counts as covered."""
    evidence: Text
    """What shows an inspector that it is met."""
    sure: Sureness
    doubt: Text | None = None
    """What we are not sure of. Needed below `high`."""
    follows: tuple[RequirementRef, ...] = ()
    """What an earlier edition asked in its place: that one ends when this edition is in force."""
    as_before: bool = False
    """With `follows`: True where it asks nothing new, so that what covered that covers this."""
    declined: Text | None = None
    """Why the school chose not to do it. No school can decline what the law asks."""
    stands_for: tuple[RequirementRef, ...] = ()
    """What it takes the place of, in its own nations, wherever a record says that it covers
    that: what another nation asks."""

    @model_validator(mode="after")
    def _says_what_is_in_doubt(self) -> Self:
        if self.sure is not Sureness.HIGH and self.doubt is None:
            raise PydanticCustomError(
                "doubt_missing",
                'the requirement is not sure ("sure: {sure}"), and does not say why',
                {"sure": self.sure.value},
            )
        return self


class Contact(Record):
    """A helpline or reporting route."""

    title: Text
    what_for: Text
    plain: Text
    """The same in a child's words."""
    nations: tuple[Nation, ...] = Field(min_length=1)
    audiences: tuple[Audience, ...] = Field(min_length=1)
    phone: Phone | None = None
    email: Email | None = None
    url: str | None = Field(default=None, pattern=r"^https://")
    not_for: Text | None = None
    emergency: bool = False
    local: bool = False
    """True: each school gives a number of its own."""
    icon: Id | None = None
    source: Text
    """Where the facts of this record were found."""
    verified_on: Date
    sure: Sureness
    doubt: Text | None = None
