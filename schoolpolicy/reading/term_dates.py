"""Whether the terms that a school gives can follow each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from schoolpolicy.reading.paths import find
from schoolpolicy.reading.tree import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.calendar import SchoolTerm
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.organisation import School
    from schoolpolicy.reading.tree import Mapping

FIELD = "term_dates"
LONGEST = 150
"""How many days a term has at most; one with more has a slip in one of its years."""
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
                "Give each an id of its own, with the year: autumn-2026.",
            )
        seen.add(term.id)
    for number, (one, other) in enumerate(pairwise(school.term_dates), 1):
        if other.starts <= one.ends:
            yield error(
                "read.dates",
                find(written, (FIELD, number, "from")),
                f'The term "{other.id}" begins ({other.starts}) before "{one.id}", which stands '
                f"above it, ends ({one.ends}).",
                "Correct one of the two dates, or put the earliest term first.",
            )


def _wrong_with(term: SchoolTerm) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield what is wrong with one term, the way to the date, and what to do."""
    named = f'The term "{term.id}"'
    if term.ends <= term.starts:
        yield f"{named} ends ({term.ends}) before it begins ({term.starts}).", ("to",), _CORRECT
        return
    if (term.ends - term.starts).days > LONGEST:
        yield (
            f"{named} is longer than {LONGEST} days: from {term.starts} to {term.ends}.",
            ("to",),
            "Correct the year of one of the two dates.",
        )
    half = term.half_term
    if half is None:
        return
    if half.ends < half.starts:
        said = f'The half-term of "{term.id}" ends ({half.ends}) before it begins ({half.starts}).'
        yield said, ("half_term", "to"), _CORRECT
    elif half.starts <= term.starts or half.ends >= term.ends:
        yield (
            f'The half-term of "{term.id}" ({half.starts} to {half.ends}) does not lie within the '
            f"term ({term.starts} to {term.ends}).",
            ("half_term", "from"),
            "Correct the dates of the half-term, or of the term.",
        )
