"""What is due as a calendar to subscribe to (`review.ics`).

Each day on which something is due is an event of its own, for a year ahead. A rule that repeats
would be shorter, but cannot say "by the end of each term": the terms of each year are others.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from icalendar import Alarm, Calendar, Event, vDuration

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.history import last_day
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.views.due import end_of_month, standing, who
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.review.items import DueStatus
from schoolpolicy.review.rhythm import months_after

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.review.items import Deadline, DueItem
    from schoolpolicy.review.report import DueReport

MAKER = "-//School Policy//What is due//EN"
_DAY = dt.timedelta(days=1)
LOOKED_UP = vDuration(_DAY)
"""How often a program that subscribes looks for changes."""
REMINDED = dt.timedelta(days=-7)
"""How long before the day staff and governors are reminded of what is not done each week."""


def due_feed(policy: Policy, report: DueReport) -> bytes:
    """Return the calendar of what is due, the same bytes as long as nothing has changed.

    Args:
        policy: the policy, for the school's website and its history.
        report: what is due, as far as its audience may know it.
    """
    title = f"{report.school}: online safety"
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", LOOKED_UP, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", LOOKED_UP)
    website = policy.school.website
    writer = _Writer(policy, report, None if website == UNDECIDED else website)
    for item in report.items:
        for deadline in item.deadlines:
            if deadline.day <= writer.last:
                calendar.add_component(writer.event(item, deadline))
    return bytes(calendar.to_ical())


class _Writer:
    """Writes the events of one calendar."""

    def __init__(self, policy: Policy, report: DueReport, website: str | None) -> None:
        self._report = report
        self._website = website
        self._host = urlsplit(website).hostname if website else policy.slug
        self.last = end_of_month(months_after(report.day, 12))
        review = policy.school.review
        evidence = policy.evidence if report.audience is not Visibility.PUBLIC else ()
        happened = [
            *(last_day(each.date) for each in review.versions),
            *(each.date for each in policy.approvals),
            *(each.date for each in evidence),
        ]
        start = review.effective_from
        held = start if isinstance(start, dt.date) else report.day.replace(day=1)
        changed = max((each for each in happened if each <= report.day), default=held)
        # These only ever grow, as the files do that they are counted from.
        self._stamp = dt.datetime.combine(max(changed, held), dt.time(), dt.UTC)
        self._revision = len(happened)

    def event(self, item: DueItem, deadline: Deadline) -> Event:
        """Return one day on which a thing is due."""
        event = Event()
        name = item.id.replace(":", "-")
        event.add("uid", f"{name}-{deadline.period}@{self._host}")
        event.add("dtstamp", self._stamp)
        event.add("last-modified", self._stamp)
        event.add("sequence", self._revision)
        event.add("dtstart", deadline.day)
        event.add("dtend", deadline.day + _DAY)
        event.add("summary", self._summary(item, deadline))
        event.add("description", self._description(item, deadline))
        event.add("categories", [capital(item.role.title)])
        event.add("transp", "TRANSPARENT")
        if self._website:
            event.add("url", self._website)
        if self._report.audience is not Visibility.PUBLIC and not item.is_often:
            event.add_component(_reminder(item))
        return event

    def _summary(self, item: DueItem, deadline: Deadline) -> str:
        late = "Overdue: " if self._is_late(item, deadline) else ""
        about = " (about this day)" if deadline.about else ""
        return f"{late}{item.title.rstrip('.')}{about}"

    def _is_late(self, item: DueItem, deadline: Deadline) -> bool:
        return item.status is DueStatus.OVERDUE and deadline == item.next

    def _description(self, item: DueItem, deadline: Deadline) -> str:
        lines = [f"Who: {who(item.role)}."]
        told = standing(item, self._report)
        if told:
            lines.append(f"{capital(told)}.")
        if deadline.about:
            lines.append("The school gives no dates of its terms, so the day is a guess.")
        return "\n".join(lines)


def _reminder(item: DueItem) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", item.title)
    alarm.add("trigger", REMINDED)
    return alarm
