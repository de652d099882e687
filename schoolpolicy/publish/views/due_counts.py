"""What is due in numbers, by role: for those who watch, rather than do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.publish.views.due import by_role
from schoolpolicy.review.items import DueStatus

if TYPE_CHECKING:
    from schoolpolicy.review.items import DueItem, DueRole
    from schoolpolicy.review.report import DueReport


@dataclass(frozen=True)
class RoleCounts:
    """How many things one role has to do.

    Attributes:
        role: the role.
        overdue: how many should have been done by now.
        unknown: how many have no record that they were ever done.
        due: how many are due by the end of the month.
        coming: how many come later.
        late: what is overdue.
    """

    role: DueRole
    overdue: int
    unknown: int
    due: int
    coming: int
    late: tuple[DueItem, ...]


def due_counts(report: DueReport) -> tuple[RoleCounts, ...]:
    """Return the numbers of each role, the roles with most that is overdue first."""
    found = []
    for each in by_role(report.items):
        of = {status: [one for one in each.items if one.status is status] for status in DueStatus}
        found.append(
            RoleCounts(
                each.role,
                len(of[DueStatus.OVERDUE]),
                len(of[DueStatus.NOT_KNOWN]),
                len(of[DueStatus.DUE]),
                len(of[DueStatus.COMING]),
                tuple(of[DueStatus.OVERDUE]),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.overdue, -one.unknown, one.role.title)))
