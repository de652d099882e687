"""What a group signs: agreements and their clauses."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    CitationRef,
    ContactRef,
    Id,
    IncidentRef,
    Record,
    RequirementRef,
    RuleRef,
    Shape,
    StatementRef,
    Text,
)
from schoolpolicy.model.vocabulary import Audience, Band


class Clause(Record):
    """One promise, in the reader's voice, standing on statements, rules or incidents."""

    text: Text
    icon: Id | None = None
    """The picture beside it, where each promise has its own."""
    group: Text | None = None
    """The heading that it stands under."""
    poster: bool = False
    """True if it hangs on the wall, too."""
    statements: tuple[StatementRef, ...] = ()
    rules: tuple[RuleRef, ...] = ()
    incidents: tuple[IncidentRef, ...] = ()


class Signature(Shape):
    """One line to fill in and sign."""

    label: Text
    fields: tuple[Text, ...] = Field(min_length=1)


class Heading(Shape):
    """A heading that clauses share, with its picture."""

    title: Text
    icon: Id


class HardWord(Shape):
    """A word that some readers do not know, explained beside the promises."""

    word: Text
    means: Text


class Acceptance(StrEnum):
    """How people say that they accept."""

    SIGNATURE = "signature"
    LOG_ON = "log-on"
    NONE = "none"


class Agreement(Record):
    """What a group agrees to, in its own voice and reading age."""

    title: Text
    audience: Audience
    band: Band | None = None
    easy_read: bool = False
    """One idea a sentence, a picture beside each, hard words explained."""
    hard_words: tuple[HardWord, ...] = ()
    intro: Text
    headings: tuple[Heading, ...] = ()
    clauses: tuple[Clause, ...] = Field(min_length=1)
    if_broken: Text
    help: Text
    """Where the signer gets help. Comes before the signature."""
    contacts: tuple[ContactRef, ...] = ()
    """The helplines shown with it."""
    school_promises: tuple[Text, ...] = ()
    acceptance: Acceptance = Acceptance.SIGNATURE
    """With a name on paper, with a button at log-on, or not at all: rules that simply hold."""
    signatures: tuple[Signature, ...] = ()
    declining: Text | None = None
    """With acceptance `log-on`: what follows for someone who declines, and whom to ask."""
    renewed: Text
    covers: tuple[RequirementRef, ...] = ()
    max_clauses: int = Field(ge=1, le=40)
    max_words: int = Field(ge=5, le=40)
    """The longest clause allowed, in words."""
    max_words_in_all: int | None = Field(default=None, ge=20, le=1000)
    """The most words of all that is read before accepting: title, introduction, clauses."""

    @model_validator(mode="after")
    def _headings_are_known(self) -> Self:
        known = {heading.title for heading in self.headings}
        for clause in self.clauses:
            if clause.group is not None and clause.group not in known:
                raise PydanticCustomError(
                    "unknown_heading",
                    'the clause "{clause}" stands under "{heading}", which is no heading',
                    {"clause": clause.id, "heading": clause.group},
                )
        return self

    @model_validator(mode="after")
    def _acceptance_has_its_words(self) -> Self:
        needs: dict[Acceptance, tuple[str, bool]] = {
            Acceptance.SIGNATURE: ("signatures", bool(self.signatures)),
            Acceptance.LOG_ON: ("declining", self.declining is not None),
        }
        field, given = needs.get(self.acceptance, ("", True))
        if not given:
            raise PydanticCustomError(
                "acceptance_needs",
                'the acceptance "{acceptance}" needs "{field}"',
                {"acceptance": self.acceptance.value, "field": field},
            )
        if self.signatures and self.acceptance is not Acceptance.SIGNATURE:
            raise PydanticCustomError(
                "acceptance_unsigned",
                'the acceptance "{acceptance}" takes no signatures',
                {"acceptance": self.acceptance.value},
            )
        return self


class ConsentPurpose(Record):
    """One use of pictures and recordings for which people say yes or no, apart from others."""

    title: Text
    text: Text
    """What the school would like to do, in a parent's words."""
    seen_by: Text
    risk: Text
    """What a family should weigh."""
    kept: Text
    """How long pictures are used for this."""
    source: tuple[CitationRef, ...] = ()
