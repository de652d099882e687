"""What is due, for an audience: what it may know, in groups by time and role, and in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.audience import for_audience, sees
from schoolpolicy.publish.views.phrases import day as day_words
from schoolpolicy.publish.views.phrases import how_often
from schoolpolicy.review.due import due_items
from schoolpolicy.review.items import DueStatus
from schoolpolicy.review.report import DueReport
from schoolpolicy.review.rhythm import months_after
from schoolpolicy.rules.words import inside, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.review.items import DueItem, DueRole

    Address = Callable[[str, str], str | None]
    """Finds the page of a record from the top of the site, by its subject and its id."""


@dataclass(frozen=True)
class RoleDue:
    """What one role has to do."""

    role: DueRole
    items: tuple[DueItem, ...]


@dataclass(frozen=True)
class DueGroup:
    """What is due at about the same time, by role."""

    heading: str
    roles: tuple[RoleDue, ...]


def due_report(
    policy: Policy, audience: Visibility, day: dt.date, address: Address | None = None
) -> DueReport:
    """Return what is due at a school, as far as an audience may know it.

    Args:
        policy: the policy; what the audience may not see is left out here.
        audience: who will read it.
        day: the day that is looked at.
        address: finds the pages, where there is a site.
    """
    public = audience is Visibility.PUBLIC
    seen, since = for_audience(policy, audience), day.replace(day=1) if public else day
    items = (
        each for each in due_items(seen, since, plan_only=public) if sees(audience, each.visibility)
    )
    return DueReport(
        slug=policy.slug,
        school=policy.school.name,
        audience=audience,
        day=since,
        items=tuple(_placed(each, address) if address else each for each in items),
    )


def _placed(item: DueItem, address: Address) -> DueItem:
    page = address(item.subject, item.record) if item.record else None
    return item.model_copy(update={"page": page})


def due_groups(report: DueReport, until: dt.date) -> tuple[DueGroup, ...]:
    """Return what is overdue, due this month, and later up to a day; by role in each."""
    month = end_of_month(report.day)
    late = [each for each in report.items if each.status is DueStatus.OVERDUE]
    now = [each for each in report.items if report.day <= each.next.day <= month]
    later = [each for each in report.items if month < each.next.day <= until]
    groups = (
        DueGroup("Overdue", by_role(late)),
        DueGroup("This month", by_role(now)),
        DueGroup(f"Later, until {day_words(until)}", by_role(later)),
    )
    return tuple(each for each in groups if each.roles)


def by_role(items: Iterable[DueItem]) -> tuple[RoleDue, ...]:
    """Return what each role has to do, the role that is pressed first at the top."""
    found: dict[str, list[DueItem]] = {}
    for each in items:
        found.setdefault(each.role.id, []).append(each)
    return tuple(RoleDue(items[0].role, tuple(items)) for items in found.values())


def end_of_month(day: dt.date) -> dt.date:
    """Return the last day of the month of a day."""
    return months_after(day.replace(day=1), 1) - dt.timedelta(days=1)


def by_when(item: DueItem) -> str:
    """Return by when it is due: `by 18 December 2026`, `by about 18 December 2026`."""
    about = "about " if item.next.about else ""
    return f"by {about}{day_words(item.next.day)}"


def standing(item: DueItem, report: DueReport) -> str:
    """Return how often it comes round, and what is known of it: `once a week; no record yet`."""
    said = [inside(how_often(item.every))] if item.every else []
    if item.last_done:
        said.append(f"last done {day_words(item.last_done)}")
    elif item.status is DueStatus.NOT_KNOWN:
        said.append("no record yet")
        if item.missed and item.missed < report.day:
            said.append(f"first due by {day_words(item.missed)}")
    return "; ".join(said)


def who(role: DueRole) -> str:
    """Return a role with the posts that do its work, where they are called something else."""
    others = [each for each in role.posts if each.casefold() != role.title.casefold()]
    return f"{role.title} ({listed(others)})" if others else role.title
