"""Every role has a holder, and every duty that is handed on somebody to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.checks.posts import check_posts
from schoolpolicy.model.finding import Place
from tests.checks.support import placed
from tests.policies import checked_oakfield, duty, oakfield, policy, post, requirement, role

if TYPE_CHECKING:
    from schoolpolicy.model.post import Post

HEAD = role("head", duties=[duty("leads", covers=["roles-named"])])
CLERK = role("clerk")
TEACHERS = role("teachers", whole_group=True)
GROUP = role("group", members=["head"])
PARENTS = role("parents", kind="community", audience="parents")
EXTRA = role("extra", optional=True)
ROLES = (HEAD, CLERK, TEACHERS, GROUP, PARENTS, EXTRA)
WATCHER = role("watcher", audience="governors", independent=True)


def said(*posts: Post, **fields: Any) -> list[str]:
    whole = policy(
        **{"roles": ROLES, "posts": posts, "requirements": (requirement("roles-named"),), **fields}
    )
    places = {**placed(whole)}
    return [f"{each} [{each.severity.value}]" for each in check_posts(whole, places)]


def told(*posts: Post, **fields: Any) -> list[str]:
    """Return what is said of posts, without places and holders."""
    found = said(*posts, **fields)
    return [each.split(": ", 1)[1] for each in found if "No post holds" not in each]


def test_a_school_that_names_no_posts_gets_one_line_for_information() -> None:
    assert said() == [
        "schools/hill/school.yml:1:1: Nobody is told which posts hold the roles. Write them in "
        "schools/hill/posts.yml, without names. [info]"
    ]


def test_where_nothing_asks_for_roles_nothing_is_said() -> None:
    assert said(roles=(CLERK, TEACHERS)) == []


def test_roles_that_nobody_holds_are_told_of_if_a_school_must_have_them() -> None:
    assert said(post("own-teachers", "teachers")) == [
        'data/roles.yml:1:3: No post holds the role "head", which has duties that law or '
        'guidance asks for. Write "head" under "holds" of a post in schools/hill/posts.yml. '
        "[warning]",
        'data/roles.yml:2:3: No post holds the role "clerk", which has duties. Write "clerk" '
        'under "holds" of a post in schools/hill/posts.yml. [info]',
    ]


def test_a_role_held_for_the_time_being_is_held() -> None:
    assert said(post("boss", "clerk", acting=["head"])) == []


def test_oakfield_holds_every_role() -> None:
    assert list(check_posts(oakfield(), checked_oakfield().resolution.places)) == []


def test_a_post_without_roles() -> None:
    assert told(post("idle")) == [
        'The post "idle" holds no role. Add a line "holds: [...]". [warning]'
    ]


class TestOutside:
    """A managed service: the duties stay the school's to assure."""

    def test_somebody_assures_the_school(self) -> None:
        assert told(post("firm", "clerk", outside=True)) == [
            'The post "firm" is outside the school, and nobody makes sure that its duties are '
            'done. Add a line "assured_by: ..." with a role in the school, such as "head". The '
            "duties stay the school's. [error]"
        ]

    def test_a_firm_with_somebody_who_assures_is_in_order(self) -> None:
        firm = post("firm", "clerk", outside=True, assured_by="head")
        assert told(firm, post("boss", "head")) == []

    def test_it_is_not_the_firm_itself(self) -> None:
        firm = post("firm", "clerk", "head", outside=True, assured_by="head")
        assert told(firm) == [
            'The post "firm" is outside the school, and so is "head", which should make sure '
            'that its duties are done. Write a role under "assured_by" that somebody in the '
            "school holds. [error]"
        ]

    def test_a_post_in_the_school_needs_no_such_line(self) -> None:
        assert told(post("boss", "head", assured_by="clerk")) == [
            'The post "boss" has "assured_by", but is in the school. Add a line "outside: yes", '
            'or delete "assured_by". [warning]'
        ]


class TestActing:
    """For the time being, and until when."""

    def test_until_a_day_to_come(self) -> None:
        assert told(post("deputy", acting=["head"], acting_until="2027-01-31")) == []

    def test_until_a_day_that_is_past(self) -> None:
        assert told(post("deputy", acting=["head"], acting_until="2026-10-31")) == [
            'The post "deputy" was to act as "head" until 31 October 2026. Say who holds the '
            'role now, or write a later day under "acting_until". [warning]'
        ]

    def test_a_day_without_a_role(self) -> None:
        assert told(post("deputy", "head", acting_until="2027-01-31")) == [
            'The post "deputy" has "acting_until", but acts in no role. Write the role under '
            '"acting" instead of "holds", or delete "acting_until". [warning]'
        ]


class TestDelegation:
    """Handed on is the work, never the responsibility."""

    @staticmethod
    def handing(*others: Post, roles: Any = ROLES, **delegation: Any) -> list[str]:
        return told(post("boss", "head", delegates=[delegation]), *others, roles=roles)

    def test_to_a_role_that_somebody_holds(self) -> None:
        assert self.handing(post("office", "clerk"), duty="leads", to="clerk") == []

    def test_to_a_post(self) -> None:
        assert self.handing(post("office", "clerk"), duty="leads", to_post="office") == []

    def test_to_nobody(self) -> None:
        assert self.handing(duty="leads") == [
            'The post "boss" hands on "leads" to nobody. Write "to: ..." with a role that a post '
            'holds, or "to_post: ...". [error]'
        ]

    def test_to_a_role_that_nobody_holds(self) -> None:
        assert self.handing(duty="leads", to="clerk") == [
            'The post "boss" hands on "leads" to nobody: no post holds "clerk". Write "to: ..." '
            'with a role that a post holds, or "to_post: ...". [error]'
        ]

    def test_to_two(self) -> None:
        office = post("office", "clerk")
        assert self.handing(office, duty="leads", to="clerk", to_post="office") == [
            'The post "boss" hands on "leads" to a role and to a post. Keep "to" or "to_post". '
            "[error]"
        ]

    def test_to_itself(self) -> None:
        assert self.handing(duty="leads", to="head") == [
            'The post "boss" hands on "leads" to itself. Name somebody else, or delete the line. '
            "[error]"
        ]

    def test_it_is_told_where_the_duty_is_handed_on(self) -> None:
        handing = post("boss", "head", delegates=[{"duty": "leads"}])
        whole = policy(roles=ROLES, posts=(handing,), requirements=(requirement("roles-named"),))
        line = Place(file="schools/hill/posts.yml", line=9, column=5)
        places = {**placed(whole), ("delegates", "boss/leads"): line}
        found = [each for each in check_posts(whole, places) if "hands on" in each.problem]
        assert [each.place for each in found] == [line]

    def test_somebody_elses_duty(self) -> None:
        assert self.handing(post("office", "clerk"), duty="clerk-acts", to="clerk") == [
            'The post "boss" hands on "clerk-acts", a duty of "clerk", which it does not hold. '
            'Write it under the post that holds "clerk", or delete the line. [error]'
        ]

    def test_what_nobody_else_may_do(self) -> None:
        kept = role("head", duties=[duty("leads", delegable=False)])
        office = post("office", "clerk")
        assert self.handing(office, roles=(kept, CLERK), duty="leads", to="clerk") == [
            'The post "boss" hands on "leads", which nobody else may do: Does leads. Delete the '
            "line. Other duties of the role may be handed on. [error]"
        ]

    def test_to_a_post_with_a_role_that_may_never_come_with_it(self) -> None:
        clerk = role("clerk", never_combine_with=["head"])
        office = post("office", "clerk")
        assert self.handing(office, roles=(HEAD, clerk), duty="leads", to="clerk") == [
            'The post "boss" hands on "leads" to "office", which holds "clerk" and so may not do '
            'the work of "head". Hand it on to somebody else. [error]'
        ]

    def test_the_work_of_those_who_watch_stays_off_the_staff(self) -> None:
        watching = post("link", "watcher", delegates=[{"duty": "watcher-acts", "to": "head"}])
        assert told(watching, post("boss", "head"), roles=(HEAD, WATCHER)) == [
            'The post "link" hands on "watcher-acts" to "boss", which works for the school and so '
            'may not do the work of "watcher". Hand it on to somebody else. [error]'
        ]
