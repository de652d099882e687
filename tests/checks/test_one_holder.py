"""Roles which one person answers for have one post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.one_holder import check_one_holder
from tests.checks.support import placed
from tests.policies import policy, post, role

if TYPE_CHECKING:
    from schoolpolicy.model.post import Post


def said(*posts: Post) -> list[str]:
    whole = policy(roles=(role("head"), role("clerk")), posts=posts)
    return [str(each) for each in check_one_holder(whole, placed(whole))]


def test_two_posts_that_hold_the_head() -> None:
    assert said(post("first", holds=["head"]), post("second", holds=["head"])) == [
        'data/posts.yml:2:3: The posts "first" and "second" both hold "head", so nobody knows who '
        'answers. If two people share the job, write one post with "people: 2"; if not, leave '
        '"head" to one of them.'
    ]


def test_who_only_acts_does_not_count() -> None:
    assert said(post("first", holds=["head"]), post("second", acting=["head"])) == []


def test_other_roles_may_have_several_posts() -> None:
    assert said(post("first", holds=["clerk"]), post("second", holds=["clerk"])) == []
