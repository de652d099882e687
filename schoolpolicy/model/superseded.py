"""What no longer holds: laws, editions, bodies and words that a text should not name as today's."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import CitationRef, Date, Record, parse_date
from schoolpolicy.model.vocabulary import Sureness

YEAR = "{year}"
"""What stands in a phrase for one of the years of its record."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words that a check looks for or says. Readers of the policy do not see them."""

_YEARS = re.compile(r"^[12]\d{3}(-[12]\d{3})?$")
_SINCE = re.compile(r"^[12]\d{3}(-(0[1-9]|1[0-2])(-\d\d)?)?$")


def parse_years(value: object) -> str:
    """Check a year, or the first and the last of several.

    Raises:
        PydanticCustomError: `bad_years`.
    """
    text = str(value)
    if not _YEARS.match(text):
        said = '"{value}" is neither a year nor several in a row'
        raise PydanticCustomError("bad_years", said, {"value": text})
    return text


def parse_since(value: object) -> str:
    """Check a day, or a month or a year where the day is not known.

    Raises:
        PydanticCustomError: `bad_since`, or `bad_date` for a day that does not exist.
    """
    text = str(value)
    if not _SINCE.match(text):
        said = '"{value}" is no day, month or year'
        raise PydanticCustomError("bad_since", said, {"value": text})
    return parse_date(text).isoformat() if text.count("-") > 1 else text


Years = Annotated[str, BeforeValidator(parse_years)]
"""A year, or the first and the last of several: 2016, 2018-2024."""

Since = Annotated[str, BeforeValidator(parse_since)]
"""A day, or the month or year where no more is known: 2018-05-25, 2010-10, 2009."""


class Ending(StrEnum):
    """How something came to be no longer what a text should name."""

    REPEALED = "repealed"
    """A law that ended."""
    PART_REPEALED = "part-repealed"
    """A law of which a part ended; the rest stays."""
    SUPERSEDED = "superseded"
    """A newer edition took its place."""
    WITHDRAWN = "withdrawn"
    RENAMED = "renamed"
    CLOSED = "closed"
    """A body or a service that is there no more."""
    NEVER_EXISTED = "never-existed"
    """A slip that one text copies from another."""
    DATED_TERM = "dated-term"
    """A word that guidance no longer uses."""


_ENDED = {
    Ending.REPEALED: "repealed",
    Ending.PART_REPEALED: "repealed in part",
    Ending.SUPERSEDED: "replaced",
    Ending.WITHDRAWN: "withdrawn",
    Ending.RENAMED: "renamed",
    Ending.CLOSED: "closed",
    Ending.NEVER_EXISTED: "there has never been one",
    Ending.DATED_TERM: "an old word",
}


class Superseded(Record):
    """A law, an edition, a body or a word that no longer holds, and how texts name it.

    `phrases` are plain words. A hyphen in them stands for a blank too, and `{year}` for one of
    the `years` with what may stand between: brackets, a month, "of". Words right after
    "replaced", "formerly" and the like, or before "is now", are history and are passed over.
    """

    title: Words
    ended: Ending
    since: Since | None = None
    roughly: bool = False
    """True: `since` is about right, and no more."""
    names: CitationRef | None = None
    """The citation that it is, if there is one: while that is in force, naming it is no mistake."""
    use: Words
    """What to write instead, as a whole sentence."""
    citation: CitationRef | None = None
    """What took its place."""
    phrases: tuple[Words, ...] = ()
    """What texts say; capitals do not count."""
    exact: tuple[Words, ...] = ()
    """What texts say, with capitals as they are here: short forms, and names of everyday words."""
    years: tuple[Years, ...] = ()
    beside: tuple[Words, ...] = ()
    """Only a text with one of these words is meant; any, if none is given."""
    not_in: tuple[Words, ...] = ()
    """Longer phrases in which the words are right."""
    bad: tuple[Words, ...] = Field(min_length=1)
    """Examples that are found."""
    good: tuple[Words, ...] = Field(min_length=1)
    """Examples that are right."""
    checked_on: Date
    source: Words
    """Where the facts of this record were found."""
    sure: Sureness
    doubt: Words | None = None
    """What we are not sure of. Needed below `high`."""

    @property
    def all_years(self) -> tuple[int, ...]:
        """Every year that `{year}` stands for."""
        found: list[int] = []
        for each in self.years:
            first, _, last = each.partition("-")
            found += range(int(first), int(last or first) + 1)
        return tuple(found)

    @property
    def when(self) -> str:
        """How and when it ended: `repealed on 25 May 2018`."""
        ended = _ENDED[self.ended]
        if self.since is None:
            return ended
        old = self.ended in {Ending.DATED_TERM, Ending.NEVER_EXISTED}
        link = "since" if old else "on" if re.match(r"^\d{4}-\d\d-", self.since) else "in"
        about = "about " if self.roughly else ""
        return f"{ended} {link} {about}{_day_words(self.since)}"


def _day_words(since: str) -> str:
    """Return a day, month or year as people say it: 25 May 2018, October 2010, 2009."""
    year, month, day = (*map(int, since.split("-")), 1, 1)[:3]
    date = dt.date(year, month, day)
    return f"{date:{('%Y', '%B %Y', '%-d %B %Y')[since.count('-')]}}"
