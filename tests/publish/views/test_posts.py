"""Who holds the roles, as pages say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.role import Role
from schoolpolicy.publish.views.people import people_drawing, people_tree
from schoolpolicy.publish.views.posts import (
    for_how_long,
    handed_on,
    held_by,
    holdings,
    taken_on,
    titled,
    who_does_what,
    who_is,
)
from tests.policies import HILL, policy, post, role

if TYPE_CHECKING:
    from schoolpolicy.model.post import Post

ROLES = (role("head"), role("lead", reports_to="head"), role("clerk", reports_to="lead"))
DEPUTY = post("deputy", "lead", title="deputy head", acting=["clerk"])
UNTIL = post("deputy", title="deputy head", acting=["lead"], acting_until="2027-03-31")


def held(*posts: Post, role: str = "lead") -> tuple[str, ...]:
    return held_by(policy(roles=ROLES, posts=posts), role)


def test_a_role_is_held_by_its_posts() -> None:
    assert held(DEPUTY, post("other", "lead")) == ("deputy head", "other")


def test_for_the_time_being_and_until_when() -> None:
    assert held(DEPUTY, role="clerk") == ("deputy head (for now)",)
    assert held(UNTIL) == ("deputy head (for the time being, until 31 March 2027)",)


def test_what_the_roles_own_title_says_is_not_said_again() -> None:
    assert held(post("head", "head", title="Head"), role="head") == ()
    assert held(post("head", title="head", acting=["head"]), role="head") == ("head (for now)",)


def test_a_roles_page_names_posts_that_say_more_than_its_title() -> None:
    for more in ({"acting": ["lead"]}, {"email": "head@hill.example"}, {"title": "principal"}):
        whole = policy(roles=ROLES, posts=(post("head", "head", **{"title": "Head", **more}),))
        assert [each.post.id for each in holdings(whole, "head")] == ["head"]
    assert holdings(policy(roles=ROLES, posts=(post("head", "head"),)), "head") == ()


def test_where_there_are_no_posts_nothing_is_said() -> None:
    whole = policy(roles=ROLES)
    assert held_by(whole, "lead") == ()
    assert who_is(whole, "lead") == ""
    assert who_does_what(whole) == ()
    assert holdings(whole, "lead") == ()
    assert all(not person.held for person in people_tree(whole))


def test_a_role_is_a_post_in_a_sentence() -> None:
    one = policy(roles=ROLES, posts=(DEPUTY,))
    assert who_is(one, "lead") == "Our lead is the deputy head."
    assert who_is(one, "head") == ""
    two = policy(roles=ROLES, posts=(DEPUTY, post("other", "lead")))
    assert who_is(two, "lead") == "The role of lead is shared by the deputy head and the other."


def test_a_name_stands_beside_the_title_where_the_school_publishes_names() -> None:
    named = post("deputy", "lead", title="deputy head", name="A. Hill")
    agreed = policy(roles=ROLES, posts=(named,), school={**HILL, "publish_names": True})
    assert titled(agreed.posts[0]) == "deputy head, A. Hill"
    assert titled(policy(posts=(named,), roles=ROLES).posts[0]) == "deputy head"


def test_duties_that_others_do() -> None:
    by_role = post("deputy", "lead", delegates=[{"duty": "lead-acts", "to": "clerk"}])
    by_post = post("deputy", "lead", delegates=[{"duty": "lead-acts", "to_post": "office"}])
    office = post("office", "clerk", title="school office")
    for given, taker in ((by_role, "the clerk"), (by_post, "the school office")):
        whole = policy(roles=ROLES, posts=(given, office))
        assert handed_on(whole, whole.find(Role, "lead")) == {"lead-acts": taker}
        assert handed_on(whole, whole.find(Role, "clerk")) == {}
        assert who_does_what(whole)[0].handed_on == (("Does lead-acts.", taker),)


def test_work_for_another_role_stands_with_those_who_do_it() -> None:
    by_role = post("deputy", "lead", delegates=[{"duty": "lead-acts", "to": "clerk"}])
    by_post = post("deputy", "lead", delegates=[{"duty": "lead-acts", "to_post": "office"}])
    for given, office, doer in (
        (by_role, post("office", "head"), "the clerk"),
        (by_post, post("office", "head", "clerk"), "the office"),
    ):
        whole = policy(roles=ROLES, posts=(given, office))
        (work,) = taken_on(whole, "clerk")
        assert (work.doer, work.role.id) == (doer, "lead")
        assert [each.id for each in work.duties] == ["lead-acts"]
        assert taken_on(whole, "lead") == ()


def test_the_table_says_what_a_post_does_for_others_even_if_it_holds_no_role() -> None:
    given = post("deputy", "lead", delegates=[{"duty": "lead-acts", "to_post": "office"}])
    deputy, office = who_does_what(policy(roles=ROLES, posts=(given, post("office"))))
    assert deputy.taken_on == ()
    assert [each.role.id for each in office.taken_on] == ["lead"]
    to_role = post("deputy", "lead", delegates=[{"duty": "lead-acts", "to": "clerk"}])
    _, clerk = who_does_what(policy(roles=ROLES, posts=(to_role, post("aide", "clerk"))))
    assert [each.role.id for each in clerk.taken_on] == ["lead"]


def test_the_table_has_a_row_for_each_post_with_its_own_roles() -> None:
    whole = policy(roles=ROLES, posts=(DEPUTY, post("other", "lead")))
    rows = [
        (row.post.id, [(each.role, for_how_long(each)) for each in row.roles])
        for row in who_does_what(whole)
    ]
    assert rows == [("deputy", [("lead", ""), ("clerk", "for now")]), ("other", [("lead", "")])]


def test_the_picture_says_who_holds_a_role_below_its_title() -> None:
    whole = policy(roles=ROLES, posts=(DEPUTY,))
    (head,) = people_tree(whole)
    assert head.held == ()
    assert head.answering[0].held == ("Deputy head",)
    bare, held_boxes = people_drawing(policy(roles=ROLES), 340), people_drawing(whole, 340)
    assert [box.held for box in held_boxes.boxes] == [
        (),
        ("Deputy head",),
        ("Deputy head (for now)",),
    ]
    assert held_boxes.height > bare.height
