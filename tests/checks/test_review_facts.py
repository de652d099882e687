"""What a school says of its reviews fits the schedule."""

from __future__ import annotations

from schoolpolicy.checks.review_facts import check_review_facts
from schoolpolicy.model.finding import Place
from tests.policies import HILL, PLAN, policy
from tests.publish.views.test_review_facts import WHOLE

PLACES = {("reviews", WHOLE["id"]): Place(file="data/reviews.yml", line=2, column=3)}


def said(**review: str) -> list[str]:
    made = policy(school={**HILL, "review": {**PLAN, **review}}, reviews=(WHOLE,))
    return [str(each) for each in check_review_facts(made, PLACES)]


def test_one_interval_is_silent() -> None:
    assert said() == []
    assert said(every="1 year") == []


def test_two_intervals() -> None:
    assert said(every="3 years") == [
        'data/reviews.yml:2:3: The school reviews its policy at an interval of "3 years", but '
        'the schedule of reviews says "1 year". Delete "every" under "review" in school.yml, or '
        'give the review "online-safety-policy" the same.'
    ]
