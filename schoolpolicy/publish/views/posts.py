"""Who holds the roles, as pages say it: by post, for how long, and who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.holding import Holders
from schoolpolicy.model.role import Role
from schoolpolicy.publish.views.phrases import day, the
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from schoolpolicy.model.holding import Holding
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.post import Delegation, Post
    from schoolpolicy.model.role import Duty


@dataclass(frozen=True)
class TakenOn:
    """Duties that somebody does for a role, which still answers for them."""

    doer: str
    role: Role
    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class PostRow:
    """One post with what it does, as the table of posts shows it."""

    post: Post
    roles: tuple[Holding, ...]
    handed_on: tuple[tuple[str, str], ...]
    """Duties that others do for it: the text of each, and who does it."""
    taken_on: tuple[TakenOn, ...]
    """Duties that it does for others."""


def holdings(policy: Policy, role: str) -> tuple[Holding, ...]:
    """Return the posts that hold a role, as far as they say more than its title does."""
    return tuple(
        each
        for each in Holders(policy).holdings(role)
        if each.beside or each.post.outside or each.post.email or not _says_itself(policy, each)
    )


def for_how_long(holding: Holding) -> str:
    """Return for how long a post holds a role; nothing if it simply holds it."""
    if not holding.acting:
        return ""
    return f"for the time being, until {day(holding.until)}" if holding.until else "for now"


def holder(holding: Holding) -> str:
    """Return a post in a role in short: `deputy headteacher (for now)`."""
    named = titled(holding.post)
    long = for_how_long(holding)
    return f"{named} ({long})" if long else named


def titled(post: Post) -> str:
    """Return a post's title, and who holds it where the school says so."""
    return f"{post.title}, {post.name}" if post.name else post.title


def held_by(policy: Policy, role: str) -> tuple[str, ...]:
    """Return who holds a role, in short; nothing where the role's own title says it."""
    return tuple(
        holder(each) for each in Holders(policy).holdings(role) if not _says_itself(policy, each)
    )


def _says_itself(policy: Policy, holding: Holding) -> bool:
    title = policy.find(Role, holding.role).title
    return holder(holding).casefold() == title.casefold()


def who_is(policy: Policy, role: str) -> str:
    """Return in a sentence which post a role is; nothing where no post says more than it does."""
    found = held_by(policy, role)
    if not found:
        return ""
    title, posts = policy.find(Role, role).title, listed([the(each) for each in found])
    if len(found) > 1:
        return f"The role of {title} is shared by {posts}."
    return f"Our {title} is {posts}."


def handed_on(policy: Policy, role: Role) -> Mapping[str, str]:
    """Return for each duty of a role that others do who that is."""
    holders = Holders(policy)
    return {
        each.duty: _taker(policy, each)
        for holding in holders.holdings(role.id)
        for each in holding.handed_on
    }


def taken_on(policy: Policy, role: str) -> tuple[TakenOn, ...]:
    """Return what the holders of a role do for other roles, by who does it and for whom."""
    mine = {post.id for post in Holders(policy).of(role)}
    return _work(policy, lambda each: each.to == role or each.to_post in mine)


def _is_to(post: Post) -> Callable[[Delegation], bool]:
    return lambda each: each.to_post == post.id or each.to in post.roles


def _work(policy: Policy, wanted: Callable[[Delegation], bool]) -> tuple[TakenOn, ...]:
    found: dict[tuple[str, str], list[Duty]] = {}
    for post in policy.posts:
        for each in filter(wanted, post.delegates):
            key = (_taker(policy, each), policy.duty_roles[each.duty].id)
            found.setdefault(key, []).append(policy.duty(each.duty))
    return tuple(
        TakenOn(doer, policy.find(Role, giver), tuple(duties))
        for (doer, giver), duties in found.items()
    )


def done_by(policy: Policy, duty: str) -> str:
    """Return who does the work of a duty for those who answer for it; nothing if nobody does."""
    return handed_on(policy, policy.duty_roles[duty]).get(duty, "")


def _taker(policy: Policy, delegation: Delegation) -> str:
    if delegation.to is not None:
        return the(policy.find(Role, delegation.to).title)
    return listed([the(each.title) for each in Holders(policy).taking(delegation)])


def who_does_what(policy: Policy) -> tuple[PostRow, ...]:
    """Return each post with its roles and what others do for it."""
    holders = Holders(policy)
    return tuple(
        PostRow(
            post,
            tuple(
                each for role in post.roles for each in holders.holdings(role) if each.post == post
            ),
            tuple((policy.duty(each.duty).text, _taker(policy, each)) for each in post.delegates),
            _work(policy, _is_to(post)),
        )
        for post in policy.posts
    )
