"""The place that people mean who say "at school"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import ANYWHERE

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy


def main_place(policy: Policy) -> str:
    """Return the place that people mean who say "at school": the one with most places in it."""
    inner = Counter(each.within for each in policy.places if each.within not in {None, ANYWHERE})
    outer = [each.id for each in policy.places if each.id in inner]
    return max(outer, key=lambda place: inner[place], default=ANYWHERE)
