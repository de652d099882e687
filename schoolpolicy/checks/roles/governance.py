"""Checks that those who watch over the school are named: the chair, and one for online safety."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.posts import required
from schoolpolicy.checks.warning import warning
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.known import CHAIR, ONLINE_SAFETY_GOVERNOR
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.role import Role

_WHY = {
    CHAIR: "A concern about the head goes to the chair.",
    ONLINE_SAFETY_GOVERNOR: "Guidance asks for one of those who govern to watch over online "
    "safety, filtering and monitoring.",
}
"""The roles that a school cannot do without in its governance, and why."""


def check_governance(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each of these roles that is not there, or that nobody holds.

    Only where the school says who holds which role; and not where the same is told of every
    role with duties that the law asks for.
    """
    if not policy.posts:
        return
    roles: dict[str, Role] = {each.id: each for each in policy.roles}
    for name, why in _WHY.items():
        role = roles.get(name)
        if role is None:
            yield warning(
                "roles.no-governance",
                school_place(places, policy.slug),
                f'There is no role "{name}". {why}',
                f'Bring the role back: delete "remove" where it is taken away, or add "{name}" '
                "in roles.yml.",
            )
        elif not Holders(policy).of(name) and not required(role):
            yield warning(
                "roles.no-governance",
                places["roles", name],
                f'No post holds the role "{name}". {why}',
                f'Write "{name}" under "holds" of a post in schools/{policy.slug}/posts.yml.',
            )
