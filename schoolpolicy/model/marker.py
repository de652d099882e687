"""What a text of today says, by which a fresh date on a stale text is noticed."""

from __future__ import annotations

from pydantic import Field

from schoolpolicy.model.base import CitationRef, Date, Record, RequirementRef, Shape
from schoolpolicy.model.superseded import Words
from schoolpolicy.model.vocabulary import Sureness


class Sign(Shape):
    """Words by which a check knows that one text says something.

    A word stands for all that begin with it: `filter` is in "filtering". One with a capital
    counts only whole, and as it is: `AI` is not in "aim". A hyphen stands for a blank too. The
    text needs all of `all_of`, and one of `any_of` where there are some.
    """

    all_of: tuple[Words, ...] = ()
    any_of: tuple[Words, ...] = ()


class Marker(Record):
    """One thing that texts say since a certain day, and older ones do not."""

    title: Words
    """What it is about, as it goes on after "nothing in it names"."""
    says: Words
    """What the text should say, as a whole sentence."""
    citation: CitationRef | None = None
    """What asks for it."""
    requirements: tuple[RequirementRef, ...] = ()
    """What law or guidance asks of it. A school that declines all of these need not say it."""
    signs: tuple[Sign, ...] = Field(min_length=1)
    """Any of them will do."""
    since: Date
    """The first day of a text that should say it."""
    bad: tuple[Words, ...] = Field(min_length=1)
    """Examples of texts that do not say it."""
    good: tuple[Words, ...] = Field(min_length=1)
    """Examples of texts that do."""
    checked_on: Date
    source: Words
    """Where the facts of this record were found."""
    sure: Sureness
    doubt: Words | None = None
    """What we are not sure of. Needed below `high`."""
