"""What is said of the policy's own reviews."""

from __future__ import annotations

from typing import Any

from schoolpolicy.publish.views.review_facts import Place, review_facts
from tests.policies import HILL, PLAN, oakfield, policy

WHOLE = {
    "id": "online-safety-policy",
    "what": "The whole policy",
    "every": "1 year",
    "by": "dsl",
    "evidence": "an entry",
    "triggers": ["a serious incident"],
}


def hill(**review: Any) -> Any:
    return policy(school={**HILL, "review": {**PLAN, **review}}, reviews=(WHOLE,))


def test_how_often_and_when_sooner_come_from_the_schedule_of_reviews() -> None:
    facts = review_facts(hill())
    assert (facts.every, facts.triggers) == ("1 year", ("a serious incident",))


def test_a_school_may_say_how_often_itself() -> None:
    assert review_facts(hill(every="3 years")).every == "3 years"


def test_places_name_their_readers() -> None:
    places = review_facts(
        hill(
            published=[
                {"where": "this website", "date": "2026-09"},
                {"where": "the staff room", "audiences": ["staff", "volunteers"]},
            ]
        )
    ).places
    assert places == (
        Place("This website", "everyone", "2026-09"),
        Place("The staff room", "staff and volunteers", None),
    )


def test_the_newest_version_comes_first_in_columns_that_hold_something() -> None:
    facts = review_facts(
        hill(
            versions=[
                {"version": "1", "date": "2021-02-03", "reason": "A first policy"},
                {"version": "2", "date": "2024-11-06", "reason": "Review", "section": "All"},
            ]
        )
    )
    assert [each.version for each in facts.versions] == ["2", "1"]
    assert facts.columns == (("section", "Section"), ("reason", "Reason"))


def test_oakfield_tells_how_its_policy_came_to_be() -> None:
    review = oakfield().school.review
    assert review.consulted
    assert review.agreed_by
    assert review.published
    assert review.versions[-1].version == review.edition
    assert review.versions[-1].signed_by is None, "nobody has approved this edition"
