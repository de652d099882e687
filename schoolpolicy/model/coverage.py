"""How far a school's policy covers what law and guidance ask: what a report of it holds."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from schoolpolicy.model.base import Id, Shape
from schoolpolicy.model.vocabulary import Need, Strength, Sureness


class CoverageStatus(StrEnum):
    """How far one requirement is covered."""

    COVERED = "covered"
    PARTLY = "partly"
    NOT = "not"
    BY_CHOICE = "by-choice"
    NOT_APPLICABLE = "not-applicable"
    COMING = "coming"
    """Asked by an edition that is not in force yet."""


class Covering(Shape):
    """One part of the policy that answers a requirement.

    `subject` and `id` name the record (or `pages` and the page); `need` is what it serves.
    """

    need: Need
    subject: str
    id: str
    kind: str
    """What sort of thing it is, in a reader's words: `Duties`, `Checklist`."""
    title: str
    """What to call it among its kind."""
    role: Id | None = None
    """Who does it or keeps it, where that is a role."""

    @property
    def name(self) -> str:
        """Its kind and title: `Duties: headteacher`."""
        return f"{self.kind}: {self.title}"


class Asked(Shape):
    """One requirement, and how far the policy covers it.

    `missing` are the needs that nothing serves yet; `why` says in a sentence why the status is
    what it is; `to_do` what would cover it.
    """

    requirement: Id
    text: str
    citation: Id
    source: str
    paragraph: str | None = None
    strength: Strength
    sure: Sureness
    doubt: str | None = None
    status: CoverageStatus
    covered_by: tuple[Covering, ...] = ()
    missing: tuple[Need, ...] = ()
    why: str | None = None
    to_do: str | None = None
    evidence: str | None = None
    """What shows that it is met."""
    last_shown: dt.date | None = None
    """The last day for which the school has evidence of anything that covers it."""

    @property
    def cited(self) -> str:
        """Where it is asked: `Keeping Children Safe 2025, paragraph 135`."""
        return f"{self.source}, {self.paragraph}" if self.paragraph else self.source


class Coverage(Shape):
    """How far one school's policy covers all that binds it, on one day."""

    school: Id
    day: dt.date
    final: bool
    """False for a draft, in which something may be undecided."""
    asked: tuple[Asked, ...]

    @property
    def counts(self) -> dict[CoverageStatus, int]:
        """How many requirements have each status; those with none too."""
        found = dict.fromkeys(CoverageStatus, 0)
        for each in self.asked:
            found[each.status] += 1
        return found

    @property
    def gaps(self) -> tuple[Asked, ...]:
        """What is not covered, or only partly; what binds most comes first."""
        order = list(Strength)
        wanted = (CoverageStatus.NOT, CoverageStatus.PARTLY)
        found = [each for each in self.asked if each.status in wanted]
        return tuple(
            sorted(found, key=lambda each: (order.index(each.strength), wanted.index(each.status)))
        )


class CoverageReport(Shape):
    """The coverage of one or more schools, as `schoolpolicy coverage --format json` prints it."""

    schools: tuple[Coverage, ...]
