"""Findings that a school takes more or less seriously than others do, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.codes.book import code_book, right_code
from schoolpolicy.model.finding import SEVERITY_WORDS, Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.organisation import ChangedSeverity
    from schoolpolicy.model.policy import Policy

FIELD = "severities"
"""Where a school writes it."""


def change_severities(
    findings: Iterable[Finding], policy: Policy, places: Mapping[tuple[str, str], Place]
) -> list[Finding]:
    """Return the findings as serious as the school says, and what is wrong with what it says.

    Args:
        findings: all findings.
        policy: whose decisions.
        places: where each part of the school's file stands.
    """
    changes = policy.school.severities
    if not changes:  # then the book need not be read
        return list(findings)
    problems = list(_problems(policy, places))
    may = {code for code in changes if code in code_book() and code_book()[code].may_change}
    changed = [
        _changed(each, changes[each.code]) if each.code in may else each for each in findings
    ]
    return [*changed, *problems]


def _changed(finding: Finding, by: ChangedSeverity) -> Finding:
    if finding.severity is by.to:
        return finding
    remedy = f"{finding.remedy} At this school it is {SEVERITY_WORDS[by.to]}: {by.because}".lstrip()
    return finding.model_copy(update={"severity": by.to, "remedy": remedy})


def _problems(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield what is wrong with the school's own severities."""
    for code, change in policy.school.severities.items():
        entry = code_book().get(code)
        here = school_place(places, policy.slug, f"{FIELD}.{code}")
        if entry is None:
            yield Finding(
                code="severities.unknown-code",
                severity=Severity.ERROR,
                place=here,
                problem=f'No finding has the code "{code}".',
                remedy=right_code(code),
            )
        elif not entry.may_change:
            yield Finding(
                code="severities.fixed",
                severity=Severity.ERROR,
                place=here,
                problem=f'How serious "{code}" is cannot be changed. {entry.why}',
                remedy="Delete this entry.",
            )
        elif entry.severity == (change.to,):
            yield Finding(
                code="severities.same",
                severity=Severity.WARNING,
                place=here,
                problem=f'"{code}" is {SEVERITY_WORDS[change.to]} anyway.',
                remedy="Delete this entry.",
            )
