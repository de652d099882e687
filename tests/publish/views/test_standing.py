"""What every page says of the policy that it belongs to."""

from __future__ import annotations

import datetime as dt
from typing import Any

from schoolpolicy.model.review import Approval
from schoolpolicy.publish.views.standing import standing
from tests.policies import HILL, PLAN, policy


def hill(**review: Any) -> Any:
    return policy(school={**HILL, "review": {**PLAN, **review}})


def test_a_policy_that_nobody_approved_or_reviewed_says_so() -> None:
    found = standing(hill())
    assert (found.approval, found.reviewed) == (None, None)
    assert found.next_review == dt.date(2027, 9, 1)


def test_the_latest_approval_and_review_count() -> None:
    old, new = (
        Approval(
            body="head",
            capacity="Head",
            date=day,
            edition="1",
            fingerprint="0" * 64,
            changes="None.",
        )
        for day in (dt.date(2025, 7, 1), dt.date(2026, 7, 1))
    )
    whole = hill(reviewed_on=["2026-07", "2025-07-03"]).model_copy(update={"approvals": (new, old)})
    assert standing(whole).approval == new
    assert standing(whole).reviewed == "July 2026"


def test_the_day_after_the_next_review_it_is_overdue() -> None:
    whole = hill()
    for day, overdue in ((dt.date(2027, 9, 1), False), (dt.date(2027, 9, 2), True)):
        assert standing(whole.model_copy(update={"day": day})).overdue is overdue


def test_an_undecided_day_is_never_overdue() -> None:
    found = standing(hill(next_review="undecided"))
    assert (found.next_review, found.overdue) == (None, False)
