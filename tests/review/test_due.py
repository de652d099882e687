"""What is due at a school, with the record of what was done and without."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.review.due import due_items
from schoolpolicy.review.items import DueItem, DueStatus
from tests.policies import HILL, PLAN, checklist, citation, contact, duty, policy, post, role

DAY = dt.date(2026, 11, 22)
REVIEW = {"id": "phones", "what": "The phone rules", "every": "1 term", "by": "head"}
WHOLE = {**REVIEW, "id": "online-safety-policy", "what": "This policy", "every": "1 year"}
COURSE = {"id": "basics", "title": "All staff", "who": ["head"], "content": ["Phones."]}
KEPT = {"id": "log", "title": "Log", "holds": "All.", "kept_by": "head", "checked": "1 month"}
TOOL = {
    "id": "helper",
    "title": "Helper",
    "use": "Ideas.",
    "audience": ["staff"],
    "age_limit": "18",
    "data": "None.",
    "watched": "By staff.",
    "decided_by": "head",
    "assessed_on": "2026-01-10",
}

LINE = {"id": "looks", "text": "Look.", "from": {"duty": "reads"}}


def head(*duties: dict[str, Any]) -> Any:
    return role("head", duties=duties or [duty("reads", every="1 week")])


def done(date: str, **what: str) -> dict[str, str]:
    return {**(what or {"duty": "reads"}), "date": date, "by": "head"}


def items(*, plan: bool = False, day: dt.date = DAY, **fields: Any) -> dict[str, DueItem]:
    made = policy(**{"roles": (head(),), **fields})
    return {each.id: each for each in due_items(made, day, plan_only=plan)}


def one(*evidence: dict[str, str], every: str = "1 week", **given: Any) -> DueItem:
    return items(roles=(head(duty("reads", every=every)),), evidence=evidence, **given)[
        "duty:reads"
    ]


class TestWhatComesRound:
    def test_where_there_is_no_role_nobody_checks_the_helplines(self) -> None:
        assert items(roles=(), contacts=(contact("childline"),)) == {}

    def test_every_kind_of_thing_has_an_id_for_good(self) -> None:
        found = items(
            reviews=(
                {**REVIEW, "evidence": "a note"},
                {**WHOLE, "evidence": "an entry"},
            ),
            checklists=(checklist("sheet", LINE, every="1 term"),),
            training=({**COURSE, "every": "1 year", "by": "head", "evidence": "a list"},),
            records=({**KEPT, "keep": "A year."},),
            tools=({**TOOL, "next_review": "2027-01-10"},),
            contacts=(contact("child"),),
            citations=(citation("law"),),
            posts=(post("boss", acting=["head"], acting_until="2027-03-31"),),
        )
        assert {name: (each.title, str(each.next.day)) for name, each in found.items()} == {
            "duty:reads": ("Does reads.", "2026-11-27"),
            "record:log": ("Look through the record: log", "2026-11-30"),
            "review:phones": ("Review: the phone rules", "2026-12-18"),
            "checklist:sheet": ("Checklist: sheet", "2026-12-18"),
            "tool:helper": ("Assess the AI tool again: Helper", "2027-01-10"),
            "post:boss": ("Say who holds the role after the boss: head", "2027-03-31"),
            "contacts:all": ("Check that helplines and contacts are still right", "2027-05-31"),
            "training:basics": ("Training: all staff", "2027-09-30"),
            "review:online-safety-policy": ("Review: this policy", "2027-09-01"),
            "citations:all": (
                "Check that laws and guidance still stand as the policy has them",
                "2027-11-30",
            ),
        }

    def test_what_no_time_brings_round_is_not_due(self) -> None:
        assert items(roles=(head(duty("tells", every="as it happens")),)) == {}

    def test_the_soonest_stands_first(self) -> None:
        two = head(duty("yearly"), duty("weekly", every="1 week"))
        assert list(items(roles=(two,))) == ["duty:weekly", "duty:yearly"]

    def test_the_days_ahead_are_those_of_a_year(self) -> None:
        days = [each.day for each in one(every="1 term").deadlines]
        assert [str(each) for each in days] == ["2026-12-18", "2027-03-31", "2027-07-20"]

    def test_what_is_further_away_has_its_one_day(self) -> None:
        assert [str(each.day) for each in one(every="2 years").deadlines] == ["2028-09-29"]


class TestWho:
    def test_the_posts_that_do_the_work_are_named(self) -> None:
        posts = (
            post("boss", "head", delegates=[{"duty": "reads", "to_post": "clerk"}]),
            post("clerk"),
        )
        found = items(posts=posts, roles=(head(), role("clerk")))["duty:reads"]
        assert (found.role.id, found.role.title, found.role.posts) == ("head", "head", ("clerk",))

    def test_without_posts_the_role_is_named(self) -> None:
        assert items()["duty:reads"].role.posts == ()

    def test_what_a_role_for_staff_does_is_for_staff_to_see(self) -> None:
        hidden = role("head", visibility="staff", duties=[duty("reads", every="1 week")])
        assert items(roles=(hidden,))["duty:reads"].visibility is Visibility.STAFF


class TestASchoolThatKeepsEvidence:
    def test_last_done_and_due_next(self) -> None:
        found = one(done("2026-11-13"), done("2026-11-20"), done("2026-11-06"))
        assert (str(found.last_done), str(found.next.day)) == ("2026-11-20", "2026-11-27")
        assert found.status is DueStatus.DUE

    def test_overdue_since_the_first_day_that_passed(self) -> None:
        found = one(done("2026-10-09"))
        assert found.status is DueStatus.OVERDUE
        assert [str(each.day) for each in found.deadlines][:3] == [
            "2026-10-16",
            "2026-11-27",
            "2026-12-04",
        ]

    def test_due_on_the_day_is_not_overdue(self) -> None:
        assert one(done("2026-11-20"), day=dt.date(2026, 11, 27)).status is DueStatus.DUE
        assert one(done("2026-11-20"), day=dt.date(2026, 11, 28)).status is DueStatus.OVERDUE

    def test_after_this_month_it_is_coming(self) -> None:
        assert one(done("2026-10-02"), every="1 term").status is DueStatus.COMING

    def test_of_what_there_is_no_record_nobody_says_that_it_is_overdue(self) -> None:
        found = one(done("2026-11-20", checklist="other"))
        assert found.status is DueStatus.NOT_KNOWN
        assert (str(found.missed), str(found.next.day)) == ("2026-09-04", "2026-11-27")
        assert found.last_done is None

    def test_no_record_yet_and_nothing_missed(self) -> None:
        found = one(done("2026-11-20", checklist="other"), every="1 term")
        assert (found.status, found.missed) == (DueStatus.NOT_KNOWN, None)

    def test_what_is_done_later_than_the_day_looked_at_is_not_known_then(self) -> None:
        assert one(done("2026-11-20"), day=dt.date(2026, 11, 1)).last_done is None

    def test_the_same_id_of_another_kind_is_another_thing(self) -> None:
        assert one(done("2026-11-20", review="reads")).last_done is None

    def test_facts_are_overdue_by_their_own_days(self) -> None:
        found = items(tools=({**TOOL, "next_review": "2026-11-01"},))["tool:helper"]
        assert found.status is DueStatus.OVERDUE

    def test_the_policy_is_due_on_the_day_that_the_school_sets(self) -> None:
        late = {
            **HILL,
            "review": {**PLAN, "effective_from": "2025-09-01", "next_review": "2026-10-01"},
        }
        found = items(reviews=({**WHOLE, "evidence": "an entry"},), school=late)
        assert found["review:online-safety-policy"].status is DueStatus.OVERDUE


class TestThePlan:
    """What the public may know: when things are due, and nothing of the past."""

    EVIDENCE = (done("2026-10-09"),)

    def test_it_does_not_depend_on_what_was_done(self) -> None:
        assert items(plan=True, evidence=self.EVIDENCE) == items(plan=True)

    def test_nothing_is_late_or_unknown(self) -> None:
        found = items(
            plan=True,
            evidence=self.EVIDENCE,
            tools=({**TOOL, "next_review": "2026-11-01"},),
            reviews=({**WHOLE, "evidence": "an entry"},),
            school={
                **HILL,
                "review": {**PLAN, "effective_from": "2025-09-01", "next_review": "2026-10-01"},
            },
        )
        assert {each.status for each in found.values()} == {DueStatus.DUE}
        assert {each.last_done for each in found.values()} == {None}
        assert {each.missed for each in found.values()} == {None}
        assert list(found) == ["duty:reads"]

    def test_a_school_that_keeps_no_evidence_is_told_of_no_gap(self) -> None:
        found = one()
        assert (found.status, found.missed) == (DueStatus.DUE, None)


@pytest.mark.parametrize("day", [dt.date(2026, 8, 31), dt.date(2026, 12, 31), dt.date(2028, 2, 29)])
def test_every_day_of_the_year_has_an_answer(day: dt.date) -> None:
    for every in ("1 day", "1 school day", "1 week", "1 month", "1 half-term", "1 term", "1 year"):
        assert one(every=every, day=day).next.day >= day
