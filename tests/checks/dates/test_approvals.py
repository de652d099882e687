"""A policy is written, agreed, approved, and then holds."""

from __future__ import annotations

from typing import Any

from schoolpolicy.checks.dates.approvals import check_approvals
from schoolpolicy.model.finding import Place
from tests.policies import HILL, PLAN, policy

FINGERPRINT = "a" * 64
PLACES = {
    ("approvals", str(number)): Place(file="schools/hill/approvals.yml", line=number + 2, column=3)
    for number in range(3)
} | {
    ("school", f"review.{field}"): Place(file="schools/hill/school.yml", line=line, column=3)
    for line, field in enumerate(("edition", "consulted.0", "agreed_by.0", "reviewed_on.0"), 8)
}


def approval(date: str, **fields: Any) -> dict[str, Any]:
    given = {"body": "head", "capacity": "alone", "edition": "1", "changes": "All."}
    return {**given, "date": date, "fingerprint": FINGERPRINT, **fields}


def said(*approvals: dict[str, Any], **review: Any) -> list[str]:
    made = policy(school={**HILL, "review": {**PLAN, **review}}, approvals=approvals)
    return [str(each) for each in check_approvals(made, PLACES)]


def version(name: str, date: str) -> dict[str, str]:
    return {"version": name, "date": date, "reason": "New."}


def test_no_approval_is_told_on_the_site() -> None:
    assert said() == []


def test_all_in_order() -> None:
    assert (
        said(
            approval("2025-08-30", edition="0"),
            approval("2026-08-30", edition=" 1 "),
            versions=[version("0", "2025-07"), version("1", "2026-08")],
            consulted=[{"who": "parents", "how": "a survey", "date": "2026-06"}],
            agreed_by=[{"by": "head", "date": "2026-08"}],
            reviewed_on=["2026-02"],
        )
        == []
    )


def test_it_held_before_it_was_approved() -> None:
    assert said(approval("2026-10-14")) == [
        'schools/hill/approvals.yml:2:3: Edition "1" holds from 1 September 2026, but was approved '
        "on 14 October 2026: until then nobody had approved it. Correct the date, or set "
        '"effective_from" to the day of the approval or later.'
    ]


def test_only_another_edition_was_approved() -> None:
    assert said(approval("2025-08-30", edition="0")) == [
        'schools/hill/school.yml:8:3: Edition "1" holds, but what was approved is "0". Have this '
        'edition approved and add that to approvals.yml, or correct "edition".'
    ]


def test_an_edition_that_does_not_hold_yet_needs_no_approval() -> None:
    assert said(approval("2025-08-30", edition="0"), effective_from="2027-01-04") == []


def test_an_edition_that_is_undecided_is_told_elsewhere() -> None:
    assert said(approval("2025-08-30", edition="0"), edition="undecided") == []


def test_somebody_else_approved_it() -> None:
    assert said(approval("2026-08-30", body="dsl"), approved_by="head") == [
        'schools/hill/approvals.yml:2:3: Edition "1" was approved by "dsl", but "approved_by" '
        'names "head". Add their approval, or correct "approved_by" in school.yml.'
    ]


def test_a_second_body_may_approve_too() -> None:
    assert said(approval("2026-08-20", body="dsl"), approval("2026-08-30")) == []


def test_approved_before_it_was_written() -> None:
    assert said(approval("2026-06-02"), versions=[version("1", "2026-08-20")]) == [
        'schools/hill/approvals.yml:2:3: Edition "1" was approved on 2 June 2026, but version "1" '
        "is of 2026-08-20. Correct one of the two dates: a text is written before it is approved."
    ]


def test_versions_with_names_of_their_own_begin_with_the_first() -> None:
    found = said(
        approval("2015-06-02"), versions=[version("a", "2016-10"), version("b", "2026-08")]
    )
    assert found[0].startswith(
        'schools/hill/approvals.yml:2:3: Edition "1" was approved on 2 June 2015, but version "a"'
    )


def test_asked_and_agreed_after_the_approval() -> None:
    found = said(
        approval("2026-08-30"),
        consulted=[{"who": "parents", "how": "a survey", "date": "2026-10"}],
        agreed_by=[{"by": "head", "date": "2026-08-31"}],
    )
    assert found == [
        'schools/hill/school.yml:9:3: "consulted" tells of 2026-10, but edition "1" was approved '
        "before that, on 30 August 2026. Correct the date, or keep the entry for the next edition.",
        'schools/hill/school.yml:10:3: "agreed_by" tells of 2026-08-31, but edition "1" was '
        "approved before that, on 30 August 2026. Correct the date, or keep the entry for the next "
        "edition.",
    ]


def test_reviewed_before_it_was_written() -> None:
    assert said(versions=[version("1", "2016-10")], reviewed_on=["2015-01"]) == [
        'schools/hill/school.yml:11:3: "reviewed_on" tells of a review of 2015-01, but the first '
        'version, "1", is of 2016-10. Correct the date, or add the version that was there before '
        'to "versions".'
    ]
