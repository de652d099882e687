"""Who holds each role, and who does each duty."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from schoolpolicy.model.holding import Holders
from tests.policies import policy, post, role

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.post import Post

ROLES = (
    role("chair", audience="governors", independent=True),
    role("head", reports_to="chair"),
    role("lead", reports_to="head", never_combine_with=["it"]),
    role("it", reports_to="lead", may_combine_with=["accounts"]),
    role("accounts", reports_to="it"),
)
HANDED = {"duty": "lead-acts", "to": "head"}


def school(*posts: Post) -> Policy:
    return policy(roles=ROLES, posts=posts)


def ids(posts: tuple[Post, ...]) -> list[str]:
    return [each.id for each in posts]


def test_each_post_in_a_role_with_all_that_goes_with_it() -> None:
    deputy = post(
        "deputy",
        "head",
        acting=["lead"],
        acting_until="2027-01-31",
        delegates=[HANDED, {"duty": "head-acts", "to": "it"}],
    )
    (found,) = Holders(school(deputy)).holdings("lead")
    assert found.acting
    assert found.until == dt.date(2027, 1, 31)
    assert found.beside == ("head",)
    assert [each.duty for each in found.handed_on] == ["lead-acts"]
    (other,) = Holders(school(deputy)).holdings("head")
    assert not other.acting
    assert other.until is None


def test_a_role_that_nobody_holds_has_no_holdings() -> None:
    assert Holders(school(post("boss", "head"))).holdings("lead") == ()
    assert Holders(school()).holdings("lead") == ()


def test_a_duty_is_done_by_all_who_hold_the_role() -> None:
    holders = Holders(school(post("one", "lead"), post("two", "lead")))
    assert ids(holders.doing("lead-acts")) == ["one", "two"]


def test_a_duty_that_is_handed_on_is_done_by_the_other() -> None:
    by_role = school(post("one", "lead", delegates=[HANDED]), post("boss", "head"))
    assert ids(Holders(by_role).doing("lead-acts")) == ["boss"]
    to_post = {"duty": "lead-acts", "to_post": "clerk"}
    by_post = school(post("one", "lead", delegates=[to_post]), post("clerk"))
    assert ids(Holders(by_post).doing("lead-acts")) == ["clerk"]


def test_a_duty_handed_on_to_nobody_stays_where_it_was() -> None:
    holders = Holders(school(post("one", "lead", delegates=[HANDED])))
    assert ids(holders.doing("lead-acts")) == ["one"]


def test_roles_clash_whichever_of_them_says_so() -> None:
    holders = Holders(school())
    assert holders.clash("lead", "it")
    assert holders.clash("it", "lead")
    assert not holders.clash("head", "it")


def test_a_post_that_watches_takes_no_work_and_one_that_works_does_not_watch() -> None:
    chair, boss = post("chair", "chair"), post("boss", "head")
    holders = Holders(school(chair, boss))
    assert not holders.fits(chair, "accounts")
    assert not holders.fits(boss, "chair")
    assert holders.fits(boss, "accounts")


def test_a_role_suits_posts_in_the_school_with_which_it_often_goes() -> None:
    firm = post("firm", "it", outside=True, assured_by="head")
    technician, boss = post("technician", "it"), post("boss", "head")
    holders = Holders(school(firm, technician, boss))
    suited = [each.id for each in (firm, technician, boss) if holders.suits(each, "accounts")]
    assert suited == ["technician"]


def test_the_way_up_ends_where_it_comes_round() -> None:
    circle = (role("one", reports_to="two"), role("two", reports_to="one"))
    assert list(Holders(policy(roles=circle)).up("one", "reports_to")) == ["two"]
    assert list(Holders(school()).up("it", "reports_to")) == ["lead", "head", "chair"]
