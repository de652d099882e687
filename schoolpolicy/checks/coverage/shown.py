"""When what covers a requirement was last done, as far as the school's evidence tells."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.coverage import Covering
    from schoolpolicy.model.policy import Policy

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "checklists": "checklist",
        "duties": "duty",
        "records": "record",
        "reviews": "review",
        "training": "training",
    }
)
"""From a subject to what evidence calls a record of it."""


def last_shown(policy: Policy, covered_by: Iterable[Covering]) -> dt.date | None:
    """Return the last day for which there is evidence of anything that covers a requirement.

    Args:
        policy: whose evidence; without any for the public.
        covered_by: what covers the requirement.
    """
    wanted = {(_KINDS[each.subject], each.id) for each in covered_by if each.subject in _KINDS}
    days = [each.date for each in policy.evidence if each.about in wanted]
    return max((day for day in days if day <= policy.day), default=None)
