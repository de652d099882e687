"""Checks that roles which one person answers for have one post, not two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import named
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.known import CHAIR, HEAD, SAFEGUARDING_LEAD
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy

OF_ONE = (HEAD, SAFEGUARDING_LEAD, CHAIR)
"""The roles to which everybody turns, and must know to whom."""


def check_one_holder(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each such role that several posts hold; who only acts does not count."""
    for role in OF_ONE:
        posts = [each.id for each in policy.posts if role in each.holds]
        if len(posts) > 1:
            yield Finding(
                code="posts.two-hold",
                severity=Severity.WARNING,
                place=places["posts", posts[1]],
                problem=f"The posts {named(posts)} {'both' if len(posts) == 2 else 'all'} hold "
                f'"{role}", so nobody knows who answers.',
                remedy='If two people share the job, write one post with "people: 2"; if not, '
                f'leave "{role}" to one of them.',
            )
