"""What one person in a role is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.role import Role

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
