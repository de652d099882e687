"""Whether the dates of a school's policy can follow each other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from schoolpolicy.reading.paths import find
from schoolpolicy.reading.tree import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.organisation import School
    from schoolpolicy.reading.tree import Mapping


def check_dates(school: School, written: Mapping) -> Iterator[Finding]:
    """Yield an error where the next review does not come after the policy holds.

    Args:
        school: the school.
        written: its file, which knows the places.
    """
    start, review = school.review.effective_from, school.review.next_review
    if isinstance(start, dt.date) and isinstance(review, dt.date) and review <= start:
        yield error(
            "read.dates",
            find(written, ("review", "next_review")),
            f'"next_review" is not after "effective_from" ({start}).',
            "Correct one of the two dates.",
        )
