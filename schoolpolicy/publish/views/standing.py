"""How the policy stands: who approved it and when, when it was looked at, when it is again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.history import first_day
from schoolpolicy.publish.views.phrases import when

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.review import Approval


@dataclass(frozen=True)
class Standing:
    """What every page says of the policy that it belongs to.

    Attributes:
        approval: the latest approval; None if nobody has approved it yet.
        reviewed: the last review, in words: `July 2026`; None if there was none.
        next_review: the day of the next one; None while that is undecided.
        overdue: True if that day is past. A page that is read later finds out by itself.
    """

    approval: Approval | None
    reviewed: str | None
    next_review: dt.date | None
    overdue: bool


def standing(policy: Policy) -> Standing:
    """Return how a school's policy stands on its day."""
    review = policy.school.review
    due = review.next_review
    known = due if isinstance(due, dt.date) else None
    return Standing(
        max(policy.approvals, key=lambda each: each.date, default=None),
        when(max(review.reviewed_on, key=first_day)) if review.reviewed_on else None,
        known,
        known is not None and known < policy.day,
    )
