"""Coverage in words: statuses, strengths, and one line for a whole school."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.coverage import CoverageStatus
from schoolpolicy.model.vocabulary import Strength
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.coverage import Coverage

STATUS_WORDS: Mapping[CoverageStatus, str] = MappingProxyType(
    {
        CoverageStatus.COVERED: "covered",
        CoverageStatus.PARTLY: "partly covered",
        CoverageStatus.NOT: "not covered",
        CoverageStatus.BY_CHOICE: "not done, by choice",
        CoverageStatus.NOT_APPLICABLE: "not for us",
        CoverageStatus.COMING: "not in force yet",
    }
)
STRENGTHS: Mapping[Strength, str] = MappingProxyType(
    {
        Strength.LAW: "Law",
        Strength.STATUTORY: "Statutory guidance",
        Strength.NON_STATUTORY: "Guidance that is not statutory",
        Strength.GOOD_PRACTICE: "Good practice",
    }
)
"""How strongly a requirement binds, in words."""
BINDS = (
    CoverageStatus.COVERED,
    CoverageStatus.PARTLY,
    CoverageStatus.NOT,
    CoverageStatus.BY_CHOICE,
)
"""The statuses of what is asked of a school today."""


def summary(coverage: Coverage) -> str:
    """Return one sentence on how far a school's policy covers what is asked of it."""
    counts = coverage.counts
    total = sum(counts[each] for each in BINDS)
    if counts[CoverageStatus.COVERED] == total:
        return f"All {total} requirements are covered"
    rest = [
        f"{counts[each]} {STATUS_WORDS[each]}"
        for each in BINDS
        if each is not CoverageStatus.COVERED and counts[each]
    ]
    return f"{counts[CoverageStatus.COVERED]} of {total} requirements are covered, {listed(rest)}"
