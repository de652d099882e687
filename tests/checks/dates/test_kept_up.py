"""What was checked once is checked again."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.dates.kept_up import check_kept_up
from schoolpolicy.model.finding import Place
from tests.policies import citation, contact, policy

PLACES = {
    ("contacts", "childline"): Place(file="data/contacts.yml", line=2, column=3),
    ("contacts", "own-line"): Place(file="schools/hill/contacts.yml", line=4, column=3),
    ("tools", "loom"): Place(file="schools/hill/tools.yml", line=5, column=3),
    ("citations", "law"): Place(file="data/citations.yml", line=6, column=3),
    ("approvals", "0"): Place(file="schools/hill/approvals.yml", line=2, column=3),
}


def said(day: str = "2026-11-22", **fields: Any) -> list[str]:
    made = policy(day=day, **fields)
    return [str(each) for each in check_kept_up(made, PLACES)]


def line(name: str = "childline", **fields: Any) -> dict[str, Any]:
    return {"contacts": [contact(name, **{"phone": "0800 1111", **fields})]}


def tool(**fields: Any) -> dict[str, Any]:
    given = {
        "id": "loom",
        "title": "Loom",
        "use": "Plans.",
        "audience": ["staff"],
        "age_limit": "18.",
        "data": "None.",
        "watched": "By logs.",
        "decided_by": "head",
        "assessed_on": "2026-07-06",
        "next_review": "2027-07-01",
    }
    return {"tools": [{**given, **fields}]}


@pytest.mark.parametrize("day", ["2026-11-22", "2027-05-31"])
def test_a_contact_is_good_for_six_months(day: str) -> None:
    assert said(day, **line()) == []


def test_a_contact_of_the_model_is_checked_by_the_school() -> None:
    assert said("2027-06-01", **line()) == [
        'data/contacts.yml:2:3: Nobody has checked the contact "childline" since 22 November 2026, '
        "more than six months ago. Compare it with what their own website says; then write "
        '"- {id: childline, verified_on: 2027-06-01, change: We checked it.}" in your own '
        "contacts.yml, or take over a newer model policy."
    ]


def test_a_contact_of_the_school() -> None:
    assert said("2027-06-01", **line("own-line"))[0].endswith(
        'website says; then write the day under "verified_on".'
    )


def test_a_contact_without_a_number_has_nothing_to_check() -> None:
    assert said("2027-06-01", **line(phone=None)) == []


def test_a_tool_that_is_due_today_is_silent() -> None:
    assert said("2027-07-01", **tool()) == []


def test_a_tool_that_is_overdue() -> None:
    assert said("2027-07-02", **tool()) == [
        'schools/hill/tools.yml:5:3: The tool "loom" was to be looked at again by 1 July 2027. '
        'Assess it again and set "assessed_on" and "next_review", or write "allowed: no".'
    ]


def test_a_review_before_the_assessment() -> None:
    assert said(**tool(next_review="2026-07-01")) == [
        'schools/hill/tools.yml:5:3: The next review of the tool "loom" (2026-07-01) is not after '
        "its assessment (2026-07-06). Correct one of the two dates."
    ]


def test_what_was_done_cannot_lie_ahead() -> None:
    approval = {
        "body": "head",
        "capacity": "alone",
        "date": "2027-01-05",
        "edition": "1",
        "fingerprint": "a" * 64,
        "changes": "All.",
    }
    found = said(
        **line(verified_on="2062-11-03"),
        **tool(assessed_on="2027-01-06"),
        citations=[citation("law", checked_on="2026-11-23")],
        approvals=[approval],
    )
    ask = "Correct the date, or write it when it has happened."
    assert found == [
        'data/contacts.yml:2:3: "verified_on" of "childline" tells of the past, but 3 November '
        f"2062 is still to come. {ask}",
        'data/citations.yml:6:3: "checked_on" of "law" tells of the past, but 23 November 2026 is '
        f"still to come. {ask}",
        'schools/hill/tools.yml:5:3: "assessed_on" of "loom" tells of the past, but 6 January 2027 '
        f"is still to come. {ask}",
        'schools/hill/approvals.yml:2:3: "date" tells of the past, but 5 January 2027 is still to '
        f"come. {ask}",
    ]
