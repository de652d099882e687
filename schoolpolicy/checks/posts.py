"""Checks that every role has a holder, and every duty that is handed on somebody to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.role import Role, RoleKind
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.placed import DELEGATES, school_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.post import Delegation, Post


def check_posts(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield what is missing where a school says who holds the roles.

    A school that says nothing of it gets one line for information.
    """
    checker = _Posts(policy, places)
    if policy.posts:
        yield from checker.roles()
        for post in policy.posts:
            yield from checker.post(post)
    else:
        yield from checker.none()


class _Posts:
    def __init__(self, policy: Policy, places: Mapping[tuple[str, str], Place]) -> None:
        self.policy = policy
        self.places = places
        self.holders = Holders(policy)

    def none(self) -> Iterator[Finding]:
        """Yield one line where law or guidance asks who is responsible, and nobody is told."""
        if any(required(role) for role in self.policy.roles):
            yield Finding(
                code="posts.none",
                severity=Severity.INFO,
                place=school_place(self.places, self.policy.slug),
                problem="Nobody is told which posts hold the roles.",
                remedy=f"Write them in schools/{self.policy.slug}/posts.yml, without names.",
            )

    def roles(self) -> Iterator[Finding]:
        """Yield a finding for each role that a school must have and nobody holds."""
        for role in self.policy.roles:
            if needs_post(role) and not self.holders.of(role.id):
                severe = required(role)
                yield Finding(
                    code="posts.unheld",
                    severity=Severity.WARNING if severe else Severity.INFO,
                    place=self.places["roles", role.id],
                    problem=f'No post holds the role "{role.id}", which has '
                    f"{'duties that law or guidance asks for' if severe else 'duties'}.",
                    remedy=f'Write "{role.id}" under "holds" of a post in '
                    f"schools/{self.policy.slug}/posts.yml.",
                )

    def post(self, post: Post) -> Iterator[Finding]:
        """Yield what is wrong with one post."""
        if not post.roles:
            yield self._found(
                Severity.WARNING, "posts.idle", post, "holds no role", 'Add a line "holds: [...]".'
            )
        yield from self._outside(post)
        yield from self._acting(post)
        for delegation in post.delegates:
            yield from self._delegation(post, delegation)

    def _outside(self, post: Post) -> Iterator[Finding]:
        assurer = post.assured_by
        if post.outside and assurer is None:
            yield self._found(
                Severity.ERROR,
                "posts.unassured",
                post,
                "is outside the school, and nobody makes sure that its duties are done",
                'Add a line "assured_by: ..." with a role in the school, such as "head". '
                "The duties stay the school's.",
            )
        elif assurer is not None and not post.outside:
            yield self._found(
                Severity.WARNING,
                "posts.assured-inside",
                post,
                'has "assured_by", but is in the school',
                'Add a line "outside: yes", or delete "assured_by".',
            )
        elif assurer is not None:
            inside = [each for each in self.holders.of(assurer) if not each.outside]
            if not inside and self.holders.of(assurer):
                yield self._found(
                    Severity.ERROR,
                    "posts.assures-itself",
                    post,
                    f'is outside the school, and so is "{assurer}", which should make sure that '
                    "its duties are done",
                    'Write a role under "assured_by" that somebody in the school holds.',
                )

    def _acting(self, post: Post) -> Iterator[Finding]:
        until = post.acting_until
        if until is not None and not post.acting:
            yield self._found(
                Severity.WARNING,
                "posts.not-acting",
                post,
                'has "acting_until", but acts in no role',
                'Write the role under "acting" instead of "holds", or delete "acting_until".',
            )
        elif until is not None and until < self.policy.day:
            yield self._found(
                Severity.WARNING,
                "posts.acting-over",
                post,
                f"was to act as {' and '.join(map(_quote, post.acting))} until {until:%-d %B %Y}",
                'Say who holds the role now, or write a later day under "acting_until".',
            )

    def _delegation(self, post: Post, delegation: Delegation) -> Iterator[Finding]:
        duty = self.policy.duty(delegation.duty)
        role = self.policy.duty_roles[duty.id]
        handed = f'hands on "{duty.id}"'
        if role.id not in post.roles:
            remedy = f'Write it under the post that holds "{role.id}", or delete the line.'
            problem = f'{handed}, a duty of "{role.id}", which it does not hold'
        elif not duty.delegable:
            problem = f"{handed}, which nobody else may do: {duty.text}"
            remedy = "Delete the line. Other duties of the role may be handed on."
        elif delegation.to is not None and delegation.to_post is not None:
            problem = f"{handed} to a role and to a post"
            remedy = 'Keep "to" or "to_post".'
        elif not (takers := self.holders.taking(delegation)):
            problem = f"{handed} to nobody" + (
                f': no post holds "{delegation.to}"' if delegation.to else ""
            )
            remedy = 'Write "to: ..." with a role that a post holds, or "to_post: ...".'
        elif post in takers:
            problem = f"{handed} to itself"
            remedy = "Name somebody else, or delete the line."
        else:
            yield from self._barred(post, role, handed, takers, self._handed_at(post, delegation))
            return
        yield self._found(
            Severity.ERROR,
            "posts.delegation",
            post,
            problem,
            remedy,
            at=self._handed_at(post, delegation),
        )

    def _barred(
        self, post: Post, role: Role, handed: str, takers: tuple[Post, ...], at: Place | None
    ) -> Iterator[Finding]:
        """Yield an error for each post that may not do the work of a role."""
        for taker in takers:
            if self.holders.fits(taker, role.id):
                continue
            clash = [each for each in taker.roles if self.holders.clash(each, role.id)]
            why = f"holds {' and '.join(map(_quote, clash))}" if clash else "works for the school"
            yield self._found(
                Severity.ERROR,
                "posts.delegation-barred",
                post,
                f'{handed} to "{taker.id}", which {why} and so may not do the work of "{role.id}"',
                "Hand it on to somebody else.",
                at=at,
            )

    def _handed_at(self, post: Post, delegation: Delegation) -> Place | None:
        return self.places.get((DELEGATES, f"{post.id}/{delegation.duty}"))

    def _found(
        self,
        severity: Severity,
        code: str,
        post: Post,
        problem: str,
        remedy: str,
        *,
        at: Place | None = None,
    ) -> Finding:
        end = "" if problem.endswith((".", "!", "?")) else "."
        return Finding(
            code=code,
            severity=severity,
            place=at or self.places["posts", post.id],
            problem=f'The post "{post.id}" {problem}{end}',
            remedy=remedy,
        )


def needs_post(role: Role) -> bool:
    """Return True if somebody in particular must hold a role."""
    return not (
        role.optional or role.whole_group or role.members or role.kind is RoleKind.COMMUNITY
    )


def required(role: Role) -> bool:
    """Return True if law or guidance asks for something that this role does."""
    return needs_post(role) and any(duty.covers for duty in role.duties)


def _quote(name: str) -> str:
    return f'"{name}"'
