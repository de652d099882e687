"""Checks that somebody stands in where work cannot wait until one person is back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import named
from schoolpolicy.checks.posts import needs_post
from schoolpolicy.checks.warning import warning
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.role import RoleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.role import Role

NEVER_WITHOUT = (RoleKind.SAFEGUARDING, RoleKind.TECHNICAL)
"""The kinds of roles on whose work the safety of children and systems hangs."""
CANNOT_WAIT = frozenset({"as it happens", "always", "1 day", "1 school day", "1 week"})
"""The intervals of duties that cannot wait for somebody to come back."""


def check_deputies(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each such role that one person holds and nobody stands in for.

    Whether the one who stands in is the same person is another matter, and told with the posts.
    """
    holders = Holders(policy)
    for role in policy.roles:
        if role.kind not in NEVER_WITHOUT or not needs_post(role) or _stands_in(policy, role):
            continue
        urgent = [duty.id for duty in role.duties if duty.every in CANNOT_WAIT]
        posts = holders.of(role.id)
        several = len(posts) > 1 or any(not each.alone for each in posts)
        if not posts or not urgent or several or role.deputy is not None:
            continue  # that nobody holds it is told with the posts
        yield warning(
            "roles.no-deputy",
            places["posts", posts[0].id],
            f'Nobody stands in for the role "{role.id}", which has duties that cannot wait: '
            f"{named(urgent)}.",
            'Write "deputy: ..." with the role that stands in, or let a post of several people '
            "hold it.",
        )


def _stands_in(policy: Policy, role: Role) -> bool:
    """Return True if a role is there to stand in for the one that it answers to."""
    return any(each.deputy == role.id and role.reports_to == each.id for each in policy.roles)
