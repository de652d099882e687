"""No review is more than a year away."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.dates.lengths import check_lengths
from schoolpolicy.model.finding import Place
from tests.policies import HILL, PLAN, policy

WHY = "the risks and the guidance change each year."
PLACES = {
    ("reviews", "filter"): Place(file="data/reviews.yml", line=2, column=3),
    ("school", "review.every"): Place(file="schools/hill/school.yml", line=9, column=3),
    ("school", "review.next_review"): Place(file="schools/hill/school.yml", line=8, column=3),
}


def said(every: str = "1 year", **review: Any) -> list[str]:
    item = {"id": "filter", "what": "The filter", "every": every, "by": "head", "evidence": "log"}
    made = policy(school={**HILL, "review": {**PLAN, **review}}, reviews=[item])
    return [str(each) for each in check_lengths(made, PLACES)]


@pytest.mark.parametrize("every", ["1 year", "12 months", "3 terms", "1 week", "as it happens"])
def test_a_year_or_less_is_silent(every: str) -> None:
    assert said(every) == []


@pytest.mark.parametrize("due", ["2027-07-01", "2027-09-30", "undecided"])
def test_a_next_review_within_a_year_is_silent(due: str) -> None:
    assert said(next_review=due) == []


def test_the_end_of_the_month_is_soon_enough_and_no_later() -> None:
    assert said(next_review="2027-10-01") == [
        'schools/hill/school.yml:8:3: "next_review" (2027-10-01) is more than a year after '
        f'"effective_from" (2026-09-01). Set it to 2027-09-30 or before: {WHY}'
    ]


def test_the_schools_interval_is_told_once() -> None:
    made = policy(
        school={**HILL, "review": {**PLAN, "every": "3 years", "next_review": "2029-09-01"}}
    )
    assert [str(each) for each in check_lengths(made, PLACES)] == [
        'schools/hill/school.yml:9:3: The policy is looked at again only after "3 years". Write '
        f'"every: 1 year" or less: {WHY}'
    ]


def test_the_schedule() -> None:
    assert said("2 years") == [
        'data/reviews.yml:2:3: The schedule of reviews looks at "filter" again only after '
        f'"2 years". Write "every: 1 year" or less: {WHY}'
    ]
