"""Nobody checks their own work, however few people share the roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.checks.separation import check_separation
from schoolpolicy.model.vocabulary import Severity
from tests.checks.support import placed
from tests.policies import checked_oakfield, duty, oakfield, policy, post, role

if TYPE_CHECKING:
    from schoolpolicy.model.post import Post

CHAIR = role("chair", kind="governance", audience="governors", independent=True)
WATCHER = role(
    "watcher", kind="governance", audience="governors", independent=True, never_combine_with=["dsl"]
)
HEAD = role("head", concerns_to="chair", never_combine_with=["chair"])
DSL = role("dsl", kind="safeguarding", reports_to="head", concerns_to="head", deputy="second-dsl")
SECOND = role("second-dsl", kind="safeguarding", may_combine_with=["senco"])
SENCO = role("senco", kind="safeguarding")
LEAD = role(
    "lead",
    reports_to="head",
    duties=[duty("agrees-change", not_alone_with=["makes-change"])],
)
IT = role("it", kind="technical", duties=[duty("makes-change")])
ACCOUNTS = role(
    "accounts",
    kind="technical",
    reports_to="it",
    duties=[duty("opens"), duty("checks", not_alone_with=["opens"])],
)
ROLES = (CHAIR, WATCHER, HEAD, DSL, SECOND, SENCO, LEAD, IT, ACCOUNTS)


def said(*posts: Post, **fields: Any) -> list[str]:
    whole = policy(**{"roles": ROLES, "posts": posts, **fields})
    found = list(check_separation(whole, placed(whole)))
    assert all(each.severity is Severity.ERROR for each in found if "deputy" not in each.code)
    return [f"{each.problem} {each.remedy}" for each in found]


def test_a_school_that_names_no_posts_is_silent() -> None:
    assert said() == []


def test_a_small_school_may_combine_roles() -> None:
    assert (
        said(
            post("chair", "chair", "watcher"),
            post("head", "head", "dsl", "lead"),
            post("teacher", "senco", "second-dsl"),
            post("technician", "it"),
        )
        == []
    )


def test_oakfield_combines_roles_lawfully() -> None:
    places = checked_oakfield().resolution.places
    assert oakfield().posts
    assert list(check_separation(oakfield(), places)) == []


def told_of_the_model(*posts: Post) -> list[str]:
    """Return the codes of what is said of posts that hold roles of the model policy."""
    whole = oakfield().model_copy(update={"posts": posts})
    places = {**checked_oakfield().resolution.places, **placed(policy(posts=posts))}
    return [each.code for each in check_separation(whole, places)]


def test_the_model_policy_marks_who_may_never_be_one_person() -> None:
    assert told_of_the_model(post("head", "head", "chair-of-governors")) == ["separation.route"]
    assert told_of_the_model(post("both", "filtering-lead", "it-manager")) == [
        "separation.combined"
    ]
    assert told_of_the_model(post("teacher", "class-teachers", "online-safety-governor")) == [
        "separation.independent"
    ]
    assert told_of_the_model(post("office", "account-issuer")) == ["separation.two-people"]
    assert told_of_the_model(post("both", "online-safety-lead", "it-manager")) == [
        "separation.two-people"
    ]


def test_the_model_policy_keeps_the_filter_in_two_hands_whatever_a_school_combines() -> None:
    free = tuple(each.model_copy(update={"never_combine_with": ()}) for each in oakfield().roles)
    posts = (post("both", "filtering-lead", "it-manager"), post("head", "head"))
    whole = oakfield().model_copy(update={"posts": posts, "roles": free})
    places = {**checked_oakfield().resolution.places, **placed(policy(posts=posts))}
    (found,) = check_separation(whole, places)
    assert found.remedy == (
        "Let the headteacher check or approve what this post does: write "
        '"delegates: [{duty: filtering-lead-agrees-changes, to: head}]" under "both".'
    )


class TestCombined:
    """Roles that may never be combined."""

    CLASHING = (
        *(each for each in ROLES if each.id not in {"dsl", "senco"}),
        role("dsl", kind="safeguarding", never_combine_with=["it"]),
        role("senco", kind="safeguarding", may_combine_with=["dsl"]),
    )

    def test_one_post_holds_both(self) -> None:
        assert said(post("all", "dsl", "it"), roles=self.CLASHING) == [
            'The post "all" holds both "dsl" and "it", which may never be combined. '
            'Give "it" to another post.'
        ]

    def test_what_another_post_holds_already_is_deleted_here(self) -> None:
        posts = (post("all", "dsl", "it"), post("technician", "it"))
        assert said(*posts, roles=self.CLASHING) == [
            'The post "all" holds both "dsl" and "it", which may never be combined. '
            'Delete "it" here: the post "technician" holds it.'
        ]

    def test_for_the_time_being_is_no_excuse(self) -> None:
        acting = post("technician", "it", acting=["dsl"])
        assert said(acting, post("senco", "senco"), roles=self.CLASHING) == [
            'The post "technician" holds both "it" and "dsl", which may never be combined, not '
            'even for the time being. Give "dsl" to another post, for example to "senco".'
        ]

    def test_several_people_in_a_post_are_no_excuse_either(self) -> None:
        assert len(said(post("team", "dsl", "it", people="several"), roles=self.CLASHING)) == 1


class TestIndependent:
    """Roles that watch over the work of the school."""

    def test_staff_do_not_watch_their_own_work(self) -> None:
        assert said(post("senco", "senco", "watcher")) == [
            'The post "senco" holds "watcher", which watches over the work of the school, but '
            'works as "senco". Give "watcher" to somebody who does not work for the school.'
        ]

    def test_nor_does_a_firm(self) -> None:
        assert said(post("firm", "watcher", outside=True, assured_by="head")) == [
            'The post "firm" holds "watcher", which watches over the work of the school, but is '
            'an outside firm. Give "watcher" to somebody who does not work for the school.'
        ]

    def test_two_roles_that_may_not_be_combined_are_told_of_once(self) -> None:
        assert len(said(post("dsl", "dsl", "watcher"))) == 1


class TestRoutes:
    """A concern never ends with the person whom it is about."""

    def test_a_concern_about_the_head_that_ends_with_the_head(self) -> None:
        assert said(post("head", "head", "chair")) == [
            'A concern about the post "head" as "head" goes to "chair", which it holds too. It '
            'would end with the person whom it is about. Give "chair" to another post.'
        ]

    def test_a_concern_that_ends_there_by_two_steps(self) -> None:
        found = said(post("head", "dsl", "head", "chair"))
        assert found[0] == (
            'A concern about the post "head" as "dsl" goes to "head" and then "chair", which it '
            'holds too. It would end with the person whom it is about. Give "chair" to another '
            "post."
        )

    def test_a_concern_that_goes_on_to_somebody_else_is_in_order(self) -> None:
        assert said(post("head", "head", "dsl"), post("chair", "chair")) == []


class TestDeputies:
    """Somebody else stands in."""

    def test_the_deputy_of_a_role_is_the_same_post(self) -> None:
        assert said(post("lone", "dsl", "second-dsl"), post("senco", "senco")) == [
            'Nobody stands in for the post "lone" as "dsl": it holds "second-dsl" too. Give '
            '"second-dsl" to another post, for example to "senco".'
        ]

    def test_the_deputys_deputy_will_do(self) -> None:
        lead = role("lead", deputy="dsl")
        roles = (*(each for each in ROLES if each.id != "lead"), lead)
        assert said(post("head", "lead", "dsl"), post("senco", "second-dsl"), roles=roles) == []

    def test_several_people_stand_in_for_each_other(self) -> None:
        assert said(post("team", "dsl", "second-dsl", people=2)) == []


class TestTwoPeople:
    """What one person may never do alone."""

    def test_filter_changes_are_never_made_by_one_alone(self) -> None:
        assert said(post("manager", "lead", "it"), post("boss", "head")) == [
            'The post "manager" alone would do two things that need two people: "agrees-change" '
            '(Does agrees-change.) and "makes-change" (Does makes-change.) Let the head check or '
            'approve what this post does: write "delegates: [{duty: agrees-change, to: head}]" '
            'under "manager".'
        ]

    def test_a_second_post_that_approves_is_enough(self) -> None:
        handed = [{"duty": "agrees-change", "to": "head"}]
        assert said(post("manager", "lead", "it", delegates=handed), post("boss", "head")) == []

    def test_what_is_handed_on_to_nobody_is_told_as_that_alone(self) -> None:
        handed = [{"duty": "agrees-change"}]
        assert said(post("manager", "lead", "it", delegates=handed), post("boss", "head")) == []

    def test_two_people_in_the_post_are_enough(self) -> None:
        assert said(post("team", "lead", "it", people=2)) == []

    def test_two_posts_are_enough(self) -> None:
        assert said(post("leader", "lead"), post("technician", "it")) == []

    def test_handing_both_on_to_one_post_is_not(self) -> None:
        leader = post("leader", "lead", delegates=[{"duty": "agrees-change", "to": "it"}])
        assert said(leader, post("technician", "it"), post("boss", "head")) == [
            'The post "technician" alone would do two things that need two people: '
            '"agrees-change" (Does agrees-change.) and "makes-change" (Does makes-change.) Let '
            'the head check or approve what this post does: write "delegates: [{duty: '
            'agrees-change, to: head}]" under "leader".'
        ]

    def test_two_duties_of_one_role(self) -> None:
        assert said(post("office", "accounts"), post("technician", "it", people=2)) == [
            'The post "office" alone would do two things that need two people: "checks" (Does '
            'checks.) and "opens" (Does opens.) Let the it check or approve what this post does: '
            'write "delegates: [{duty: checks, to: it}]" under "office".'
        ]

    def test_where_nobody_else_is_there_a_second_post_is_asked_for(self) -> None:
        assert said(post("office", "accounts"))[0].endswith(
            'Hand "checks" on to a second post, under "delegates".'
        )

    def test_a_duty_that_nobody_does_is_told_of_elsewhere(self) -> None:
        assert said(post("technician", "it")) == []

    def test_roles_that_may_never_be_combined_are_told_of_once(self) -> None:
        lead = LEAD.model_copy(update={"never_combine_with": ("it",)})
        found = said(post("manager", "lead", "it"), roles=(HEAD, CHAIR, lead, IT))
        assert [each.split(",")[0] for each in found] == [
            'The post "manager" holds both "lead" and "it"'
        ]
