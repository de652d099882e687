"""Macros that show what comes round, and what is due."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup  # noqa: TC002 -- the types of macros are read when they run

from macros.compliance import ComplianceCalls
from schoolpolicy.publish.views.due import by_when, due_groups, due_report, standing, who
from schoolpolicy.publish.views.due_counts import due_counts
from schoolpolicy.publish.views.year_drawing import year_drawing
from schoolpolicy.publish.views.year_of_checks import year_of_checks
from schoolpolicy.review.rhythm import months_after

if TYPE_CHECKING:
    from schoolpolicy.review.report import DueReport


class DueCalls(ComplianceCalls):
    """Macros for those who see to it that things are done in time."""

    @cached_property
    def _due(self) -> DueReport:
        return due_report(self.policy, self.audience, self.policy.day)

    def year_of_checks(self) -> Markup:
        """What comes round for each role in twelve months: a picture, and tables by role."""
        year = year_of_checks(self._due)
        drawings = [year_drawing(year, wide=wide) for wide in (False, True)]
        return self._render("year_of_checks", year=year, drawings=drawings)

    def due_list(self, months: int = 3) -> Markup:
        """What is overdue, due this month, and due within some months, by role."""
        until = months_after(self._due.day, months)
        return self._render(
            "due_list",
            groups=due_groups(self._due, until),
            report=self._due,
            until=until,
            by_when=by_when,
            told=standing,
            who=who,
        )

    def due_summary(self) -> Markup:
        """How many things are overdue, due and coming, by role, and what is overdue."""
        return self._render("due_summary", counts=due_counts(self._due), by_when=by_when)

    def calendar_link(self) -> Markup:
        """The way to the calendar of what is due, to subscribe to."""
        return self._render("calendar_link", address=self._to("review.ics"))
