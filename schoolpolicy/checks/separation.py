"""Checks that nobody checks their own work, however few people share the roles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.role import Role, RoleKind
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.post import Post
    from schoolpolicy.model.role import Duty

LEADING = (RoleKind.LEADERSHIP, RoleKind.SAFEGUARDING)
"""The kinds of roles that may check what others do."""


def check_separation(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield what is wrong with the way in which a school's posts share the roles.

    Each pair of roles is told of once, by the check that says most about it.
    """
    yield from _Separation(policy, places).findings()


@dataclass(frozen=True)
class _Pair:
    """Two roles of one post."""

    post: str
    roles: frozenset[str]


class _Separation:
    def __init__(self, policy: Policy, places: Mapping[tuple[str, str], Place]) -> None:
        self.policy = policy
        self.places = places
        self.holders = Holders(policy)
        self.told: set[_Pair] = set()

    def findings(self) -> Iterator[Finding]:
        for post in self.policy.posts:
            yield from self._routes(post)
            yield from self._independent(post)
            yield from self._combined(post)
            yield from self._deputies(post)
        for role in self.policy.roles:
            for duty in role.duties:
                found = (self._two_people(role, duty, other) for other in duty.not_alone_with)
                yield from next(filter(None, map(tuple, found)), ())  # one is enough to act on

    def _routes(self, post: Post) -> Iterator[Finding]:
        """Yield a finding for each role of which a concern ends with the person it is about."""
        for role in post.roles:
            way = self._way_out(post, role, "concerns_to")
            pairs = {_Pair(post.id, frozenset({role, each})) for each in way}
            if pairs and not pairs & self.told:
                self.told |= pairs
                yield self._error(
                    "separation.route",
                    post,
                    f'A concern about the post "{post.id}" as "{role}" goes to '
                    f"{' and then '.join(_quoted(way))}, which it holds too. It would end with "
                    "the person whom it is about.",
                    self._let_go(post, way[-1]),
                )

    def _way_out(self, post: Post, role: str, field: str) -> tuple[str, ...]:
        """Return the roles on a way that never leaves a post; none if it leads to another."""
        way = []
        for following in self.holders.up(role, field):
            if self.holders.of(following) != (post,):
                return ()
            way.append(following)
        return tuple(way) if post.alone else ()

    def _independent(self, post: Post) -> Iterator[Finding]:
        """Yield an error for each role that watches over the staff and is held by staff."""
        for role in post.roles:
            if not self.policy.find(Role, role).independent or not self.holders.employs(post):
                continue
            work = [
                each
                for each in post.roles
                if each != role and self.policy.find(Role, each).audience == "staff"
            ]
            pairs = {_Pair(post.id, frozenset({role, each})) for each in work}
            if pairs & self.told:
                continue
            self.told |= pairs
            works = f"works as {' and '.join(_quoted(work))}" if work else "is an outside firm"
            yield self._error(
                "separation.independent",
                post,
                f'The post "{post.id}" holds "{role}", which watches over the work of the school, '
                f"but {works}.",
                f'Give "{role}" to somebody who does not work for the school.',
            )

    def _combined(self, post: Post) -> Iterator[Finding]:
        """Yield an error for each two roles of a post that may never be combined."""
        for one, other in combinations(post.roles, 2):
            pair = _Pair(post.id, frozenset({one, other}))
            if pair in self.told or not self.holders.clash(one, other):
                continue
            self.told.add(pair)
            yield self._error(
                "separation.combined",
                post,
                f'The post "{post.id}" holds both "{one}" and "{other}", which may never be '
                f"combined{self._for_now(post, one, other)}.",
                self._let_go(post, one, other),
            )

    def _for_now(self, post: Post, *roles: str) -> str:
        return ", not even for the time being" if set(roles) & set(post.acting) else ""

    def _let_go(self, post: Post, *roles: str) -> str:
        """Return what to do: which of the roles another post has, or may take."""
        for role in roles:
            holder = next((each for each in self.holders.of(role) if each != post), None)
            if holder is not None:
                return f'Delete "{role}" here: the post "{holder.id}" holds it.'
        for role in roles:
            takers = [
                each.id
                for each in self.policy.posts
                if each != post and self.holders.suits(each, role)
            ]
            if takers:
                return f'Give "{role}" to another post, for example to "{takers[0]}".'
        return f'Give "{roles[-1]}" to another post.'

    def _deputies(self, post: Post) -> Iterator[Finding]:
        """Yield a warning for each role for which nobody but the same post stands in."""
        for role in post.roles:
            way = self._way_out(post, role, "deputy")
            if way:
                yield Finding(
                    code="separation.deputy",
                    severity=Severity.WARNING,
                    place=self.places["posts", post.id],
                    problem=f'Nobody stands in for the post "{post.id}" as "{role}": it holds '
                    f"{' and '.join(_quoted(way))} too.",
                    remedy=self._let_go(post, way[-1]),
                )

    def _two_people(self, role: Role, duty: Duty, other: str) -> Iterator[Finding]:
        """Yield an error where one person alone does two duties that need two people."""
        doers = {each.id: each for each in self.holders.doing(duty.id)}
        doers |= {each.id: each for each in self.holders.doing(other)}
        held = (self.holders.doing(duty.id), self.holders.doing(other))
        if len(doers) != 1 or not all(held):
            return
        (post,) = doers.values()
        pair = _Pair(post.id, frozenset({role.id, self.policy.duty_roles[other].id}))
        if not post.alone or (len(pair.roles) > 1 and pair in self.told):
            return
        if any(each.duty in {duty.id, other} for each in post.delegates):
            return  # it hands one of them on, but to itself or to nobody: told at that line
        second = self.policy.duty(other)
        yield self._error(
            "separation.two-people",
            post,
            f'The post "{post.id}" alone would do two things that need two people: "{duty.id}" '
            f'({duty.text}) and "{other}" ({second.text})',
            self._hand_on(post, role, duty),
        )

    def _hand_on(self, post: Post, role: Role, duty: Duty) -> str:
        """Return who could check or approve, and how the school writes it."""
        near = [*self.holders.up(role.id, "reports_to"), *self.holders.up(role.id, "deputy")]
        everyone = [each.id for each in self.policy.roles if each.kind in LEADING]
        owner = next(each for each in self.holders.of(role.id))
        for each in dict.fromkeys([*near, *everyone]):
            takers = self.holders.of(each)
            if takers and post not in takers and self._may_take(takers, each, role.id):
                title = self.policy.find(Role, each).title
                return (
                    f"Let the {title} check or approve what this post does: write "
                    f'"delegates: [{{duty: {duty.id}, to: {each}}}]" under "{owner.id}".'
                )
        return f'Hand "{duty.id}" on to a second post, under "delegates".'

    def _may_take(self, takers: Collection[Post], taken: str, role: str) -> bool:
        return not self.holders.clash(taken, role) and not any(
            each.outside or not self.holders.fits(each, role) for each in takers
        )

    def _error(self, code: str, post: Post, problem: str, remedy: str) -> Finding:
        return Finding(
            code=code,
            severity=Severity.ERROR,
            place=self.places["posts", post.id],
            problem=problem,
            remedy=remedy,
        )


def _quoted(names: Collection[str]) -> list[str]:
    return [f'"{name}"' for name in names]
