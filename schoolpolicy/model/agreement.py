"""What a group signs: agreements and their clauses."""

from __future__ import annotations

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
    signatures: tuple[Signature, ...] = Field(min_length=1)
    renewed: Text
    covers: tuple[RequirementRef, ...] = ()
    max_clauses: int = Field(ge=1, le=40)
    max_words: int = Field(ge=5, le=40)
    """The longest clause allowed, in words."""

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
