"""Tells a school that keeps evidence what is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.evidence.entries import EARLIEST, LOG
from schoolpolicy.checks.warning import information
from schoolpolicy.review.due import due_items
from schoolpolicy.review.items import DueStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy


def check_late(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a line for information for each thing that was done once and is due again since.

    A school that keeps no evidence hears nothing.
    """
    if not policy.evidence:
        return
    latest = {each.about: number for number, each in enumerate(policy.evidence)}
    for number, each in enumerate(policy.evidence):
        if each.date > policy.evidence[latest[each.about]].date:
            latest[each.about] = number
    for item in due_items(policy, policy.day, plan_only=False):
        last = latest.get((item.kind.value, item.record or ""))
        if last is None or item.last_done is None or item.last_done < EARLIEST:
            continue  # never done, or on a day that is told to be wrong
        if item.status is DueStatus.OVERDUE:
            yield information(
                code="evidence.overdue",
                place=places[LOG, str(last)],
                problem=f'"{item.record}" was last done on {item.last_done:%-d %B %Y}, and was '
                f"due again by {item.next.day:%-d %B %Y}.",
                remedy="Do it and add an entry with the day. If it was done, add that entry.",
            )
