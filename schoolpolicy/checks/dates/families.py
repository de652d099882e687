"""All families of findings about dates, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.dates.approvals import check_approvals
from schoolpolicy.checks.dates.kept_up import check_kept_up
from schoolpolicy.checks.dates.lengths import check_lengths
from schoolpolicy.checks.dates.old_years import check_old_years
from schoolpolicy.checks.dates.two_reviews import check_two_reviews

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy


def check_all_dates(
    policy: Policy, places: Mapping[tuple[str, str], Place], writings: Writings
) -> Iterator[Finding]:
    """Yield what is wrong with the dates of a policy, on the policy's day."""
    yield from check_approvals(policy, places)
    yield from check_lengths(policy, places)
    yield from check_kept_up(policy, places)
    yield from check_old_years(policy, places, writings)
    yield from check_two_reviews(policy, writings)
