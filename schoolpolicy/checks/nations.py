"""Tells a school what there is not in its nation: a model policy, or schools of its type.

Where there is no model policy, law, guidance and helplines are others. To blame each text that
has no wording for the nation would hide that one cause behind hundreds of messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Nation, SchoolType, Severity
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy

WRITTEN_FOR = (Nation.ENGLAND, Nation.WALES)
"""The nations whose law and guidance the model policy holds."""
ENGLAND_ONLY = frozenset({SchoolType.ACADEMY, SchoolType.FREE})
"""Types of school that no other nation has."""


def check_nation(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Finding | None:
    """Return an error if the model policy is not written for the school's nation."""
    nation = policy.school.nation
    if nation in WRITTEN_FOR:
        return None
    return Finding(
        code="nations.not-written-for",
        severity=Severity.ERROR,
        place=school_place(places, policy.slug, "nation"),
        problem=f"The model policy is written for England and Wales, and not for {_name(nation)}: "
        "the law, the guidance and the helplines there are others.",
        remedy='If the school is in one of them, write "nation: england" or "nation: wales".',
    )


def check_school_type(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error if the school's nation has no schools of its type."""
    school = policy.school
    if school.type in ENGLAND_ONLY and school.nation is not Nation.ENGLAND:
        yield Finding(
            code="nations.no-such-type",
            severity=Severity.ERROR,
            place=school_place(places, policy.slug, "type"),
            problem=f"There are no academies or free schools in {_name(school.nation)}.",
            remedy='Write "type: maintained" or "type: independent".',
        )


def _name(nation: Nation) -> str:
    return nation.value.replace("-", " ").title()
