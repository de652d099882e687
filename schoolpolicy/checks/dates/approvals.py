"""Checks that a policy was written, agreed, approved and then held, in that order.

Dates that a school's file gives in the wrong order by themselves are told where it is read.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import named
from schoolpolicy.checks.warning import warning
from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.history import first_day, last_day
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.review import Approval

LOG = "approvals"
"""What the places of approvals are filed under."""


def check_approvals(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each date that does not go with the approvals of a policy."""
    yield from _Approvals(policy, places).findings()


class _Approvals:
    def __init__(self, policy: Policy, places: Mapping[tuple[str, str], Place]) -> None:
        self.policy = policy
        self.places = places
        self.review = policy.school.review
        self.of_edition = [
            each for each in policy.approvals if _same(each.edition, self.review.edition)
        ]

    def findings(self) -> Iterator[Finding]:
        for approval in self.policy.approvals:
            yield from self._before_written(approval)
        if self.review.edition != UNDECIDED and self.policy.approvals:
            yield from self._current()
        yield from self._reviewed_before_written()

    def _current(self) -> Iterator[Finding]:
        """Yield what is wrong with the approval of the edition that holds."""
        start = self.review.effective_from
        holds = isinstance(start, dt.date) and start <= self.policy.day
        if not self.of_edition:
            if holds:
                others = dict.fromkeys(each.edition for each in self.policy.approvals)
                yield warning(
                    "dates.other-edition-approved",
                    self._school("edition"),
                    f'Edition "{self.review.edition}" holds, but what was approved is '
                    f"{named(others)}.",
                    "Have this edition approved and add that to approvals.yml, or correct "
                    '"edition".',
                )
            return
        wanted = [each for each in self.of_edition if each.body == self.review.approved_by]
        if not wanted:
            yield warning(
                "dates.approved-by-another",
                self._place(self.of_edition[0]),
                f'Edition "{self.review.edition}" was approved by '
                f'{named(dict.fromkeys(each.body for each in self.of_edition))}, but "approved_by" '
                f'names "{self.review.approved_by}".',
                'Add their approval, or correct "approved_by" in school.yml.',
            )
            return
        first = min(wanted, key=lambda each: each.date)
        if isinstance(start, dt.date) and start < first.date:
            yield warning(
                "dates.approved-late",
                self._place(first),
                f'Edition "{first.edition}" holds from {_day(start)}, but was approved on '
                f"{_day(first.date)}: until then nobody had approved it.",
                'Correct the date, or set "effective_from" to the day of the approval or later.',
            )
        yield from self._heard_too_late(first)

    def _heard_too_late(self, approval: Approval) -> Iterator[Finding]:
        for field in ("consulted", "agreed_by"):
            for number, entry in enumerate(getattr(self.review, field)):
                if entry.date and first_day(entry.date) > approval.date:
                    yield warning(
                        "dates.heard-after-approved",
                        self._school(f"{field}.{number}"),
                        f'"{field}" tells of {entry.date}, but edition "{approval.edition}" was '
                        f"approved before that, on {_day(approval.date)}.",
                        "Correct the date, or keep the entry for the next edition.",
                    )

    def _before_written(self, approval: Approval) -> Iterator[Finding]:
        own = (each for each in self.review.versions if _same(each.version, approval.edition))
        version = next(own, next(iter(self.review.versions), None))
        if version is not None and approval.date < first_day(version.date):
            yield warning(
                "dates.approved-before-written",
                self._place(approval),
                f'Edition "{approval.edition}" was approved on {_day(approval.date)}, but version '
                f'"{version.version}" is of {version.date}.',
                "Correct one of the two dates: a text is written before it is approved.",
            )

    def _reviewed_before_written(self) -> Iterator[Finding]:
        first = next(iter(self.review.versions), None)
        for number, when in enumerate(self.review.reviewed_on):
            if first is not None and last_day(when) < first_day(first.date):
                yield warning(
                    "dates.reviewed-before-written",
                    self._school(f"reviewed_on.{number}"),
                    f'"reviewed_on" tells of a review of {when}, but the first version, '
                    f'"{first.version}", is of {first.date}.',
                    'Correct the date, or add the version that was there before to "versions".',
                )

    def _place(self, approval: Approval) -> Place:
        number = next(n for n, each in enumerate(self.policy.approvals) if each is approval)
        return self.places[LOG, str(number)]

    def _school(self, field: str) -> Place:
        return school_place(self.places, self.policy.slug, f"review.{field}")


def _same(one: str, other: str) -> bool:
    return one.strip().lower() == other.strip().lower()


def _day(day: dt.date) -> str:
    return f"{day:%-d %B %Y}"
