"""Findings that a school knows of and accepts, with its reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.codes.book import code_book, right_code
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.placed import school_place
from schoolpolicy.reading.suggest import remedy

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from schoolpolicy.model.organisation import Accepted
    from schoolpolicy.model.policy import Policy

_NAMED = re.compile(r'"([a-z0-9-]+)"')
"""An id, as a finding names it."""


def accept(
    findings: Iterable[Finding], policy: Policy, places: Mapping[tuple[str, str], Place]
) -> list[Finding]:
    """Return the findings with accepted warnings for information only, and their reason.

    Errors cannot be accepted. Where a school accepts what is not found, that is a warning
    itself, so that no acceptance outlives its cause. What its trust accepts for every school
    may be found in another.

    Args:
        findings: all findings.
        policy: whose acceptances.
        places: where each part of the school's file stands.
    """
    here = school_place(places, policy.slug)
    own = school_place(places, policy.slug, "accepted").file == here.file
    left = set(policy.school.accepted if own else ())
    found = []
    for each in findings:
        by = next((one for one in policy.school.accepted if _is_about(one, each)), None)
        if by is None:
            found.append(each)
        else:
            left.discard(by)
            found.append(_accepted(each, by))
    warnings = [each for each in found if each.severity is Severity.WARNING]
    errors = {each.code for each in found if each.severity is Severity.ERROR}
    for number, one in enumerate(policy.school.accepted):
        if one not in left:
            continue
        problem, remedy = _idle(one, warnings, errors)
        found.append(
            Finding(
                code="accepted.nothing",
                severity=Severity.WARNING,
                place=school_place(places, policy.slug, f"accepted.{number}"),
                problem=problem,
                remedy=remedy,
            )
        )
    return found


def _idle(one: Accepted, warnings: list[Finding], errors: Container[str]) -> tuple[str, str]:
    """Say why an entry accepts nothing, and what to do about it."""
    entry = code_book().get(one.finding)
    if entry is None:
        return f'No finding has the code "{one.finding}".', right_code(one.finding)
    if entry.severity == (Severity.ERROR,) or one.finding in errors:
        return (
            f'"{one.finding}" is an error here, and an error cannot be accepted.',
            "Mend what it tells of, and delete the entry.",
        )
    about = f' about "{one.about}"' if one.about else ""
    problem = f'Nothing warns of "{one.finding}"{about} that could be accepted.'
    return problem, _meant(one, warnings)


def _meant(one: Accepted, warnings: Iterable[Finding]) -> str:
    """Say which warning was perhaps meant: another record, if the kind is right."""
    codes = {each.code for each in warnings}
    if one.about is None or one.finding not in codes:
        return remedy(one.finding, codes, "Delete the entry.")
    problems = [each.problem for each in warnings if each.code == one.finding]
    records = {name for said in problems for name in _NAMED.findall(said)}
    return remedy(one.about, records, "Delete the entry.")


def _is_about(one: Accepted, finding: Finding) -> bool:
    return (
        finding.severity is Severity.WARNING
        and finding.code == one.finding
        and (one.about is None or f'"{one.about}"' in finding.problem)
    )


def _accepted(finding: Finding, by: Accepted) -> Finding:
    return finding.model_copy(
        update={"severity": Severity.INFO, "remedy": f"The school accepts it: {by.because}"}
    )
