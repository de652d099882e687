"""What is due at a school: duties, reviews, checklists, training, and facts to be checked again.

A school that keeps evidence learns what was last done and what is overdue. One that keeps none,
and the public, get the plan: the days by which things are due, and nothing about the past.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from schoolpolicy.model.holding import Holders
from schoolpolicy.model.known import WHOLE_POLICY
from schoolpolicy.model.role import Role
from schoolpolicy.review.calendar import SchoolCalendar
from schoolpolicy.review.items import Deadline, DueItem, DueRole, DueStatus
from schoolpolicy.review.rhythm import Rhythm, months_after
from schoolpolicy.review.rounds import fixed_rounds, rounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.review.rounds import Round

AHEAD = 12
"""How many months are looked ahead."""


def due_items(policy: Policy, day: dt.date, *, plan_only: bool) -> tuple[DueItem, ...]:
    """Return all that comes round, in the order of the days by which it is due.

    Args:
        policy: as its audience may see it (`for_audience`).
        day: the day that is looked at.
        plan_only: True for the public: nothing tells when a thing was done, or that it is late.
    """
    found = _Finder(policy, day, plan_only=plan_only).items()
    return tuple(sorted(found, key=lambda each: (each.next.day, each.id)))


def last_done(policy: Policy, day: dt.date) -> dict[tuple[str, str], dt.date]:
    """Return when each thing was last done up to a day, by the kind of thing and its id."""
    found: dict[tuple[str, str], dt.date] = {}
    for each in policy.evidence:
        if each.date <= day:
            found[each.about] = max(each.date, found.get(each.about, each.date))
    return found


class _Finder:
    def __init__(self, policy: Policy, day: dt.date, *, plan_only: bool) -> None:
        self._policy = policy
        self._day = day
        self._plan_only = plan_only
        self._last = {} if plan_only else last_done(policy, day)
        self._keeps_evidence = bool(policy.evidence) and not plan_only
        terms = SchoolCalendar(policy.school.term_dates)
        self._rhythm = Rhythm(terms, policy.school.review, day)
        self._holders = Holders(policy)
        month = dt.date(day.year, day.month, 1)
        self._this_month = months_after(month, 1) - dt.timedelta(days=1)
        self._horizon = months_after(month, AHEAD + 1) - dt.timedelta(days=1)

    def items(self) -> Iterator[DueItem]:
        """Yield everything, in no order."""
        for each in rounds(self._policy):
            if (each.subject, each.record) == ("reviews", WHOLE_POLICY):
                found = self._whole_policy(each)
            else:
                found = self._coming_round(each)
            if found is not None:
                yield found
        for each, due in fixed_rounds(self._policy):
            found = self._on_a_day(each, due)
            if found is not None:
                yield found

    def _coming_round(self, one: Round) -> DueItem | None:
        last = self._last.get((one.kind.value, one.record or ""))
        days = self._until_horizon(self._rhythm.deadlines(one.every or "", last))
        past = [each for each in days if each.day < self._day]
        ahead = tuple(each for each in days if each.day >= self._day)
        if last is not None:  # late since the first day that passed, whatever passed after it
            return self._item(one, (*past[:1], *ahead), last)
        missed = past[0].day if past and self._keeps_evidence else None
        return self._item(one, ahead, missed=missed, known=False)

    def _whole_policy(self, one: Round) -> DueItem | None:
        """Return the review of the policy itself, whose day the school sets."""
        settled = self._policy.school.review.next_review
        if not isinstance(settled, dt.date):
            return self._coming_round(one)
        return self._on_a_day(one, settled)

    def _on_a_day(self, one: Round, due: dt.date) -> DueItem | None:
        """Return what is due on a day of its own; for the plan, not if that is past."""
        if self._plan_only and due < self._day:
            return None
        days = self._until_horizon([Deadline(day=due, period=f"{due:%Y-%m}")])
        last = self._last.get((one.kind.value, one.record or ""))
        return self._item(one, days, last)

    def _until_horizon(self, days: Iterable[Deadline]) -> tuple[Deadline, ...]:
        """Return the next deadline, however far it is, and those within a year."""
        found: list[Deadline] = []
        for each in days:
            if each.day > self._horizon and any(one.day >= self._day for one in found):
                break
            found.append(each)
        return tuple(found)

    def _item(
        self,
        one: Round,
        days: tuple[Deadline, ...],
        last: dt.date | None = None,
        *,
        missed: dt.date | None = None,
        known: bool = True,
    ) -> DueItem | None:
        if not days:
            return None
        return DueItem(
            id=f"{one.kind.value}:{one.record or 'all'}",
            kind=one.kind,
            subject=one.subject,
            record=one.record,
            title=one.title,
            roles=tuple(self._role(one, each) for each in one.roles),
            every=one.every,
            last_done=last,
            deadlines=days,
            missed=missed,
            status=self._status(days[0].day, known=known),
            visibility=one.visibility,
        )

    def _status(self, due: dt.date, *, known: bool) -> DueStatus:
        if due < self._day:
            return DueStatus.OVERDUE
        if self._keeps_evidence and not known:
            return DueStatus.NOT_KNOWN
        return DueStatus.DUE if due <= self._this_month else DueStatus.COMING

    def _role(self, one: Round, role: str) -> DueRole:
        found = self._policy.find(Role, role)
        duty = one.record if one.subject == "duties" else None
        posts = self._holders.doing(duty) if duty else self._holders.of(role)
        return DueRole(
            id=role,
            title=found.title,
            audience=found.audience,
            posts=tuple(each.title for each in posts),
        )
