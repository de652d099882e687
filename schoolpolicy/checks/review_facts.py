"""Checks that what a school says of its own reviews and documents fits what it promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.known import WHOLE_POLICY
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_review_facts(
    policy: Policy, places: Mapping[tuple[str, str], Place]
) -> Iterator[Finding]:
    """Yield a warning where the school's interval is not the one in the schedule of reviews."""
    every = policy.school.review.every
    for item in policy.reviews:
        if item.id == WHOLE_POLICY and every is not None and item.every != every:
            yield Finding(
                code="review.two-intervals",
                severity=Severity.WARNING,
                place=places["reviews", item.id],
                problem=f'The school reviews its policy at an interval of "{every}", but the '
                f'schedule of reviews says "{item.every}".',
                remedy=f'Delete "every" under "review" in school.yml, or give the review '
                f'"{item.id}" the same.',
            )
