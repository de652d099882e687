"""Checks that a concern about anybody reaches somebody else, who need not fear them.

What a concern goes to by `concerns_to` alone, and comes back to in one post, is told with the
posts; here the way goes on by `reports_to`, as people would go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.posts import needs_post
from schoolpolicy.checks.warning import warning
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.role import Role, RoleKind
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy


def check_routes(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield what is wrong with the ways that concerns about the holders of roles take."""
    yield from _Routes(policy, places).findings()


class _Routes:
    def __init__(self, policy: Policy, places: Mapping[tuple[str, str], Place]) -> None:
        self.policy = policy
        self.places = places
        self.holders = Holders(policy)

    def findings(self) -> Iterator[Finding]:
        for role in self.policy.roles:
            if role.kind is RoleKind.COMMUNITY or role.members:
                continue
            taker = role.concerns_to or role.reports_to
            if taker is None:
                yield from self._nobody(role)
            elif taker == role.id:
                yield from self._itself(role)
            elif role.concerns_to is not None and self._below(taker, role.id):
                yield warning(
                    "roles.taken-from-below",
                    self.places["roles", role.id],
                    f'A concern about "{role.id}" goes to "{taker}", who answers to them.',
                    'Write a role under "concerns_to" that does not answer to this one, such as '
                    '"chair-of-governors".',
                )
            else:
                yield from self._unheld(role, taker)
        for post in self.policy.posts:
            for name in post.roles if post.alone else ():
                yield from self._ends(post.id, self.policy.find(Role, name))

    def _nobody(self, role: Role) -> Iterator[Finding]:
        if not role.whole_group and len(self.policy.roles) > 1:  # else there is nobody to name
            yield warning(
                "roles.no-route",
                self.places["roles", role.id],
                f'Nobody takes a concern about "{role.id}": it has neither "concerns_to" nor '
                '"reports_to".',
                'Add a line "concerns_to: ..." with the role that people turn to.',
            )

    def _itself(self, role: Role) -> Iterator[Finding]:
        """Yield an error where a role takes concerns about itself; a circle is told as that."""
        if role.concerns_to == role.id:
            yield Finding(
                code="roles.concern-to-itself",
                severity=Severity.ERROR,
                place=self.places["roles", role.id],
                problem=f'A concern about "{role.id}" goes to "{role.id}": it would end with the '
                "person whom it is about.",
                remedy='Write another role under "concerns_to".',
            )

    def _below(self, taker: str, role: str) -> bool:
        return role in self.holders.up(taker, "reports_to")

    def _unheld(self, role: Role, taker: str) -> Iterator[Finding]:
        if not self.holders.of(role.id) or self.holders.of(taker):
            return
        if role.concerns_to is not None and needs_post(self.policy.find(Role, taker)):
            yield warning(
                "roles.route-unheld",
                self.places["roles", role.id],
                f'A concern about "{role.id}" goes to "{taker}", but no post holds that role.',
                f'Write "{taker}" under "holds" of a post in '
                f'schools/{self.policy.slug}/posts.yml, or another role under "concerns_to".',
            )

    def _ends(self, post: str, role: Role) -> Iterator[Finding]:
        """Yield a warning where the way from a role never leaves the post of one person."""
        way: list[Role] = []
        by_line = False
        here = role
        while here not in way:
            way.append(here)
            following = here.concerns_to or here.reports_to
            if following is None:
                break
            by_line = by_line or here.concerns_to is None
            here = self.policy.find(Role, following)
            if [each.id for each in self.holders.of(here.id)] != [post]:
                return
        if len(way) > 1 and by_line:
            names = " and then ".join(f'"{each.id}"' for each in way[1:])
            yield warning(
                "roles.concern-ends",
                self.places["posts", post],
                f'A concern about the post "{post}" as "{role.id}" goes to {names}, which it '
                "holds too, and nobody stands above.",
                f'Write "concerns_to: ..." in the role "{way[-1].id}", or give it to another post.',
            )
