"""What a school says of its policy's past."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml

from schoolpolicy.model.organisation import School
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.past import check_past
from schoolpolicy.reading.tree import Mapping
from tests.policies import HILL, PLAN

TODAY = dt.date(2026, 11, 22)
FILE = "schools/hill/school.yml"


def said(**review: Any) -> list[str]:
    """Return what is said of a school with some facts about its reviews, without the places."""
    text = yaml.safe_dump({**HILL, "review": {**PLAN, **review}}, sort_keys=False)
    node, _ = read_tree(text, FILE)
    assert isinstance(node, Mapping)
    school = School.model_validate(node.plain())
    found = check_past(school, node, TODAY)
    return [f"{each.severity.value}: {each.problem} {each.remedy}" for each in found]


def version(name: str, date: str, **fields: str) -> dict[str, str]:
    return {"version": name, "date": date, "reason": "Review", **fields}


def test_a_past_in_order_is_silent() -> None:
    assert (
        said(
            every="1 year",
            adopted={"from": "The council", "title": "Model policy", "date": "2015-10-19"},
            consulted=[{"who": "parents", "how": "a survey", "date": "2026-05"}],
            agreed_by=[{"by": "head", "date": "2026-11-22"}],
            published=[{"where": "the web", "date": "2026-11"}],
            versions=[version("1", "2015-10-19", signed_on="2015-10"), version("2", "2015-10")],
            reviewed_on=["2016-10", "2017-11", "2018-11", "2020-07"],
        )
        == []
    )


COMING = "but 2027-01 is still to come. Correct the date, or add the entry when it has happened."


@pytest.mark.parametrize(
    ("review", "field"),
    [
        ({"consulted": [{"who": "parents", "how": "a survey", "date": "2027-01"}]}, "date"),
        ({"agreed_by": [{"by": "head", "date": "2027-01"}]}, "date"),
        ({"published": [{"where": "the web", "date": "2027-01"}]}, "date"),
        ({"adopted": {"from": "Us", "title": "Model", "date": "2027-01"}}, "date"),
        ({"versions": [version("1", "2026-01", signed_on="2027-01")]}, "signed_on"),
        ({"reviewed_on": ["2027-01"]}, "reviewed_on"),
    ],
)
def test_nothing_of_the_past_is_still_to_come(review: dict[str, Any], field: str) -> None:
    assert said(**review) == [f'error: "{field}" tells of the past, {COMING}']


def test_versions_rise() -> None:
    assert said(versions=[version("1", "2021-02-03"), version("2", "2014-11-06")]) == [
        'error: Version "2" (2014-11-06) stands below version "1" (2021-02-03), but is older. '
        "Correct the date, or put the oldest version first."
    ]


def test_a_version_is_signed_when_it_is_there() -> None:
    assert said(versions=[version("2", "2024-11-06", signed_on="2014-11-06")]) == [
        'error: Version "2" (2024-11-06) was signed on 2014-11-06, before there was one. '
        "Correct one of the two dates."
    ]


def test_no_version_stands_twice() -> None:
    assert said(versions=[version("1", "2021-02-03"), version("1", "2024-11-06")]) == [
        'error: There are two versions "1". Give the later one a number of its own.'
    ]


def test_reviews_rise() -> None:
    assert said(reviewed_on=["2017-11", "2016-10"]) == [
        "error: The review of 2016-10 stands after that of 2017-11, but is older. "
        "Correct the date, or put the oldest review first."
    ]


def test_the_next_review_is_not_later_than_promised() -> None:
    assert said(every="1 year", next_review="2028-01-01") == [
        'warning: "next_review" (2028-01-01) is later than "1 year" after "effective_from" '
        '(2026-09-01). Set it to 2027-09-30 or before, or change "every".'
    ]


def test_the_next_review_is_not_past() -> None:
    assert said(effective_from="2024-09-01", next_review="2025-09-01") == [
        'warning: "next_review" (2025-09-01) is past. '
        "Review the policy, and set the date of the review after that."
    ]


@pytest.mark.parametrize("every", ["as it happens", "2 weeks"])
def test_an_interval_that_is_no_span_of_months_says_nothing_of_the_date(every: str) -> None:
    assert said(every=every, next_review="2030-09-01") == []
