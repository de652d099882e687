"""Checks that a school has years of its phase: no Year 8 in a primary school.

Rules and texts go by the phase, the people they are for by the years. Where the two are at odds,
rules of the model policy seem to disagree with each other, and would be blamed for it.
"""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Phase, Severity
from schoolpolicy.reading.placed import school_place
from schoolpolicy.reading.values import with_article
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy

YEARS = ("nursery", "reception", *(f"y{number}" for number in range(1, 14)))
"""The years of the model policy, the youngest first; a test holds it to having each of them."""


def _from(first: str, last: str) -> tuple[str, ...]:
    return YEARS[YEARS.index(first) : YEARS.index(last) + 1]


TAUGHT: Mapping[Phase, tuple[str, ...]] = MappingProxyType(
    {
        Phase.NURSERY: _from("nursery", "reception"),
        Phase.INFANT: _from("nursery", "y2"),
        Phase.JUNIOR: _from("y3", "y6"),
        Phase.PRIMARY: _from("nursery", "y6"),
        Phase.MIDDLE: _from("y4", "y9"),
        Phase.SECONDARY: _from("y7", "y13"),
    }
)
"""The years that a school of a phase may have; of a phase that is not here, any."""


def check_years(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error if a school has years that schools of its phase do not teach."""
    tree = Tree(policy.cohorts)
    have = {
        name
        for listed in policy.school.cohorts
        for leaf in tree.leaves(listed)
        for name in tree.line(leaf)
    }
    told = wrong_years(policy.school.phase, have)
    if told is not None:
        problem, remedy = told
        yield Finding(
            code="cohorts.phase",
            severity=Severity.ERROR,
            place=school_place(places, policy.slug, "cohorts"),
            problem=problem,
            remedy=remedy,
        )


def wrong_years(phase: Phase, years: Collection[str]) -> tuple[str, str] | None:
    """Return which years a school of a phase does not have, and what to write; None if all fit."""
    taught = TAUGHT.get(phase, YEARS)
    wrong = [each for each in YEARS if each in years and each not in taught]
    if not wrong:
        return None
    return (
        f"{with_article(phase.value).capitalize()} school has no {_spoken(wrong)}.",
        f'Write years from {taught[0]} to {taught[-1]}, or change "phase".',
    )


def _spoken(years: Collection[str]) -> str:
    """Return years as people say them: `nursery to y2, y6`."""
    runs = groupby(
        enumerate(each for each in YEARS if each in years),
        key=lambda each: YEARS.index(each[1]) - each[0],
    )
    ends = [[name for _, name in run] for _, run in runs]
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in ends)
