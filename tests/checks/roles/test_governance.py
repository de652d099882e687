"""Those who watch over the school are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.checks.roles.governance import check_governance
from tests.checks.support import placed
from tests.policies import duty, oakfield, policy, post, role

if TYPE_CHECKING:
    from schoolpolicy.model.post import Post

CHAIR = role("chair-of-governors", kind="governance", audience="governors")
ONLINE = role("online-safety-governor", kind="governance", audience="governors")
WHY_CHAIR = "A concern about the head goes to the chair."
WHY_ONLINE = (
    "Guidance asks for one of those who govern to watch over online safety, filtering and "
    "monitoring."
)


ALL = (role("head"), CHAIR, ONLINE)


def said(*posts: Post, roles: Any = ALL) -> list[str]:
    made = policy(roles=roles, posts=posts)
    return [str(each) for each in check_governance(made, placed(made))]


def test_both_are_named() -> None:
    assert said(post("chair", "chair-of-governors"), post("link", "online-safety-governor")) == []


def test_a_school_that_names_no_posts_is_told_elsewhere() -> None:
    assert said() == []


def test_nobody_holds_either() -> None:
    assert said(post("head", "head")) == [
        f'data/roles.yml:2:3: No post holds the role "chair-of-governors". {WHY_CHAIR} Write '
        '"chair-of-governors" under "holds" of a post in schools/hill/posts.yml.',
        f'data/roles.yml:3:3: No post holds the role "online-safety-governor". {WHY_ONLINE} Write '
        '"online-safety-governor" under "holds" of a post in schools/hill/posts.yml.',
    ]


def test_a_role_that_the_law_asks_for_is_told_with_the_posts() -> None:
    asked = role("online-safety-governor", duties=[duty("checks", covers=["roles-named"])])
    found = said(post("chair", "chair-of-governors"), roles=(CHAIR, asked))
    assert found == []


def test_a_role_that_is_taken_away() -> None:
    assert said(post("link", "online-safety-governor"), roles=(ONLINE,)) == [
        'schools/hill/school.yml:1:1: There is no role "chair-of-governors". '
        f'{WHY_CHAIR} Bring the role back: delete "remove" where it is taken away, or add '
        '"chair-of-governors" in roles.yml.'
    ]


def test_the_model_policy_has_both() -> None:
    assert list(check_governance(oakfield(), {})) == []
