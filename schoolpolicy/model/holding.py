"""Who holds each role, who does each duty, and which roles may not come together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.role import Role

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.post import Delegation, Post


@dataclass(frozen=True)
class Holding:
    """One post in one role.

    Attributes:
        post: the post.
        role: the id of the role.
        acting: True where it holds the role for the time being.
        until: the last day of that, where it is known.
        beside: the other roles of the same post.
        handed_on: duties of the role of which others do the work; the role answers for them.
    """

    post: Post
    role: str
    acting: bool
    until: dt.date | None
    beside: tuple[str, ...]
    handed_on: tuple[Delegation, ...]


class Holders:
    """Who holds what in one school."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._posts = {post.id: post for post in policy.posts}

    def of(self, role: str) -> tuple[Post, ...]:
        """Return the posts that hold a role, in their order."""
        return tuple(post for post in self._policy.posts if role in post.roles)

    def holdings(self, role: str) -> tuple[Holding, ...]:
        """Return each post that holds a role, with what goes with that."""
        return tuple(self._holding(post, role) for post in self.of(role))

    def _holding(self, post: Post, role: str) -> Holding:
        acting = role in post.acting
        return Holding(
            post=post,
            role=role,
            acting=acting,
            until=post.acting_until if acting else None,
            beside=tuple(each for each in post.roles if each != role),
            handed_on=tuple(
                each for each in post.delegates if self._policy.duty_roles[each.duty].id == role
            ),
        )

    def taking(self, delegation: Delegation) -> tuple[Post, ...]:
        """Return the posts that a duty is handed on to; none if nobody is there."""
        if delegation.to_post is not None:
            return (self._posts[delegation.to_post],)
        return self.of(delegation.to) if delegation.to is not None else ()

    def doing(self, duty: str) -> tuple[Post, ...]:
        """Return the posts that do the work of a duty: holders of its role, or their stand-ins."""
        found: dict[str, Post] = {}
        for post in self.of(self._policy.duty_roles[duty].id):
            handed = [each for each in post.delegates if each.duty == duty]
            doers = [taker for each in handed for taker in self.taking(each)] or [post]
            found |= {doer.id: doer for doer in doers}
        return tuple(found.values())

    def clash(self, one: str, other: str) -> bool:
        """Return True if two roles may never be combined, whichever of them says so."""
        first, second = self._policy.find(Role, one), self._policy.find(Role, other)
        return other in first.never_combine_with or one in second.never_combine_with

    def fits(self, post: Post, role: str) -> bool:
        """Return True if a post may take a role, or its work, beside the roles that it has."""
        wanted = self._policy.find(Role, role)
        if wanted.independent and self.employs(post):
            return False
        if wanted.audience == "staff" and self._watches(post):
            return False
        return not any(self.clash(each, role) for each in post.roles)

    def employs(self, post: Post) -> bool:
        """Return True if those in a post work for the school, as its staff or for a firm."""
        kinds = (self._policy.find(Role, each).audience for each in post.roles)
        return post.outside or any(kind == "staff" for kind in kinds)

    def _watches(self, post: Post) -> bool:
        return any(self._policy.find(Role, each).independent for each in post.roles)

    def suits(self, post: Post, role: str) -> bool:
        """Return True if a role often goes with one that a post has, and fits all of them."""
        usual = {role, *self._policy.find(Role, role).may_combine_with}
        goes = any(
            each in usual or role in self._policy.find(Role, each).may_combine_with
            for each in post.roles
        )
        return goes and not post.outside and self.fits(post, role)

    def up(self, role: str, field: str) -> Iterator[str]:
        """Yield the roles that a field of roles leads to, one after the other: `reports_to`."""
        seen = {role}
        following = getattr(self._policy.find(Role, role), field)
        while following is not None and following not in seen:
            yield following
            seen.add(following)
            following = getattr(self._policy.find(Role, following), field)
