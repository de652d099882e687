"""Tells a school what there is not in its nation: a model policy, or schools of its type.

Where there is no model policy, law, guidance and helplines are others. To blame each text that
has no wording for the nation would hide that one cause behind hundreds of messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Nation, SchoolType, Severity
from schoolpolicy.reading.nations import WRITTEN_FOR, nation_name, not_written_for
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy

ENGLAND_ONLY = frozenset({SchoolType.ACADEMY, SchoolType.FREE})
"""Types of school that no other nation has."""


def check_nation(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Finding | None:
    """Return an error if the model policy is not written for the school's nation."""
    nation = policy.school.nation
    if nation in WRITTEN_FOR:
        return None
    problem, remedy = not_written_for(nation)
    return Finding(
        code="nations.not-written-for",
        severity=Severity.ERROR,
        place=school_place(places, policy.slug, "nation"),
        problem=problem,
        remedy=remedy,
    )


def check_school_type(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error if the school's nation has no schools of its type."""
    school = policy.school
    if school.type in ENGLAND_ONLY and school.nation is not Nation.ENGLAND:
        yield Finding(
            code="nations.no-such-type",
            severity=Severity.ERROR,
            place=school_place(places, policy.slug, "type"),
            problem=no_such_type(school.nation),
            remedy='Write "type: maintained" or "type: independent".',
        )


def no_such_type(nation: Nation) -> str:
    """Say that a nation has none of the schools of England alone."""
    return f"There are no academies or free schools in {nation_name(nation)}."
