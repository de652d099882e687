"""Checks that no review is more than a year away."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from schoolpolicy.checks.warning import warning
from schoolpolicy.reading.past import after, months_of
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy

LONGEST = 12
"""The months after which online safety is looked at again, at the latest."""
_YEAR = "1 year"


def check_lengths(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each review that comes after more than a year."""
    review = policy.school.review
    start, due = review.effective_from, review.next_review
    if review.every is not None:
        if _too_long(review.every):
            yield warning(
                "dates.over-a-year",
                school_place(places, policy.slug, "review.every"),
                f'The policy is looked at again only after "{review.every}".',
                'Write "every: 1 year" or less: the risks and the guidance change each year.',
            )
    elif isinstance(start, dt.date) and isinstance(due, dt.date):
        latest = after(start, _YEAR)
        if latest is not None and due > latest:
            yield warning(
                "dates.over-a-year",
                school_place(places, policy.slug, "review.next_review"),
                f'"next_review" ({due}) is more than a year after "effective_from" ({start}).',
                f"Set it to {latest} or before: the risks and the guidance change each year.",
            )
    for item in policy.reviews:
        if _too_long(item.every):
            yield warning(
                "dates.over-a-year",
                places["reviews", item.id],
                f'The schedule of reviews looks at "{item.id}" again only after "{item.every}".',
                'Write "every: 1 year" or less: the risks and the guidance change each year.',
            )


def _too_long(every: str) -> bool:
    return (months_of(every) or 0) > LONGEST
