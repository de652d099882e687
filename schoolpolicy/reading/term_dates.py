"""Whether the terms that a school gives can follow each other."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from schoolpolicy.reading.paths import find
from schoolpolicy.reading.tree import error

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Iterator

    from schoolpolicy.model.calendar import SchoolTerm
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.organisation import School
    from schoolpolicy.reading.tree import Mapping

FIELD = "term_dates"
LONGEST = 150
"""How many days a term has at most; one with more has a slip in one of its years."""
_YEAR = re.compile(r"-\d+$")
_CORRECT = "Correct one of the two dates."


def check_term_dates(school: School, written: Mapping) -> Iterator[Finding]:
    """Yield an error for each term that ends before it begins, or does not follow the one above.

    Args:
        school: the school.
        written: its file, which knows the places.
    """
    seen: set[str] = set()
    for number, term in enumerate(school.term_dates):
        for wrong, steps, remedy in _wrong_with(term):
            yield error("read.dates", find(written, (FIELD, number, *steps)), wrong, remedy)
        if term.id in seen:
            yield error(
                "read.dates",
                find(written, (FIELD, number, "id")),
                f'There are two terms "{term.id}".',
                _own_id(term, seen),
            )
        seen.add(term.id)
    for number, (one, other) in enumerate(pairwise(school.term_dates), 1):
        if other.starts <= one.ends:
            yield error(
                "read.dates",
                find(written, (FIELD, number, "from")),
                f'The term "{other.id}" begins ({_day(other.starts)}) before "{one.id}", which '
                f"stands above it, ends ({_day(one.ends)}).",
                "Correct one of the two dates, or put the earliest term first.",
            )


def _own_id(term: SchoolTerm, taken: Container[str]) -> str:
    """Say which id would be the term's own: with the year in which it begins, if that is free."""
    meant = f"{_YEAR.sub('', term.id)}-{term.starts.year}"
    if meant in taken:
        return "Delete one of the two, or correct its dates and its id."
    return f"Give each an id of its own, with the year: {meant}."


def _day(day: dt.date) -> str:
    return f"{day:%-d %B %Y}"


def _wrong_with(term: SchoolTerm) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield what is wrong with one term, the way to the date, and what to do."""
    named = f'The term "{term.id}"'
    if term.ends <= term.starts:
        ends, starts = _day(term.ends), _day(term.starts)
        yield f"{named} ends ({ends}) before it begins ({starts}).", ("to",), _CORRECT
        return
    if (term.ends - term.starts).days > LONGEST:
        yield (
            f"{named} is longer than {LONGEST} days: from {_day(term.starts)} to "
            f"{_day(term.ends)}.",
            ("to",),
            "Correct the year of one of the two dates.",
        )
    half = term.half_term
    if half is None:
        return
    if half.ends < half.starts:
        ends, starts = _day(half.ends), _day(half.starts)
        said = f'The half-term of "{term.id}" ends ({ends}) before it begins ({starts}).'
        yield said, ("half_term", "to"), _CORRECT
    elif half.starts <= term.starts or half.ends >= term.ends:
        yield (
            f'The half-term of "{term.id}" ({_day(half.starts)} to {_day(half.ends)}) does not lie '
            f"within the term ({_day(term.starts)} to {_day(term.ends)}).",
            ("half_term", "from"),
            "Correct the dates of the half-term, or of the term.",
        )
