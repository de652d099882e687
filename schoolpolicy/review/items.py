"""What is due: the shape of one thing that comes round, as all outputs have it."""

from __future__ import annotations

from enum import StrEnum

from schoolpolicy.model.base import Date, Id, Interval, Shape
from schoolpolicy.model.vocabulary import Audience, Visibility

_OFTEN = frozenset({"1 day", "1 school day", "1 week"})
"""Intervals after which a thing comes round too often to plan for each time."""


class DueKind(StrEnum):
    """What kind of thing comes round."""

    DUTY = "duty"
    REVIEW = "review"
    CHECKLIST = "checklist"
    TRAINING = "training"
    RECORD = "record"
    """A record that is looked through."""
    TOOL = "tool"
    """An AI tool that is assessed again."""
    CONTACTS = "contacts"
    CITATIONS = "citations"
    POST = "post"
    """A post that acts in a role for a time."""


class DueStatus(StrEnum):
    """How it stands with a thing on the day that is looked at, the most pressing first."""

    OVERDUE = "overdue"
    NOT_KNOWN = "not-known"
    """The school keeps evidence, but has no record of this yet."""
    DUE = "due"
    """Due by the end of the month."""
    COMING = "coming"


class DueRole(Shape):
    """Who answers for it: the role, what it is called, and the posts that do the work."""

    id: Id
    title: str
    audience: Audience
    posts: tuple[str, ...] = ()


class Deadline(Shape):
    """A day by which a thing is due.

    `period` names the stretch of time that it is due in, for good: a calendar knows the deadline
    by it though its day may change. `about` is true where the day hangs on terms whose dates the
    school does not give.
    """

    day: Date
    period: str
    about: bool = False


class DueItem(Shape):
    """One thing that comes round, and how it stands.

    Attributes:
        id: the same for as long as the thing exists: `duty:dsl-reads-filter-reports`.
        kind: what kind of thing it is.
        subject: the subject of its record.
        record: the id of its record; none where it is about several.
        title: what is to be done.
        roles: who answers for it, the one who does it first.
        every: how often; none where a day of its own is given.
        last_done: when it was last done, as far as it is told.
        deadlines: the day by which it is due next, and those after it, for a year.
        missed: the first day by which it should have been done, where there is no record of it.
        status: how it stands.
        visibility: who may see it.
        page: where it is shown, from the top of the site.
    """

    id: str
    kind: DueKind
    subject: Id
    record: Id | None = None
    title: str
    roles: tuple[DueRole, ...]
    every: Interval | None = None
    last_done: Date | None = None
    deadlines: tuple[Deadline, ...]
    missed: Date | None = None
    status: DueStatus
    visibility: Visibility
    page: str | None = None

    @property
    def next(self) -> Deadline:
        """The day by which it is due next; past, where it is overdue."""
        return self.deadlines[0]

    @property
    def is_often(self) -> bool:
        """True for what is done each day or week: with it, what comes once a term would drown."""
        return self.every in _OFTEN

    @property
    def role(self) -> DueRole:
        """Who does it."""
        return self.roles[0]
