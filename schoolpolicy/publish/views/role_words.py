"""What one person in a role is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.role import Role
from schoolpolicy.publish.views.phrases import the

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy


def one_title(policy: Policy, role: str) -> str:
    """Return what one person in a role is called, though the role be named for many.

    The school has a word for many people and one for each of them: `class teachers` and
    `class teacher`, whose keys differ by an "s".
    """
    title = policy.find(Role, role).title
    one = {many: policy.words.get(key.removesuffix("s")) for key, many in policy.words.items()}
    return one.get(title) or title


def somebody(policy: Policy, role: str) -> str:
    """Return one person in a role: `the headteacher`, `a class teacher`, `a member of staff`."""
    one = one_title(policy, role)
    if one == policy.find(Role, role).title:
        return the_one(policy, role)
    return f"{'an' if one[:1].lower() in 'aeiou' else 'a'} {one}"


def the_one(policy: Policy, role: str) -> str:
    """Return the person in a role whom a case is about: `the class teacher`, `the pupil`."""
    one = one_title(policy, role)
    whole = one.removeprefix("all ")
    return the(one) if whole == one else f"a member of {whole}"
