"""Checks that agreements are as short as they promise to be: people read what they sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_agreements(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each agreement with too many promises, and each promise too long."""
    for agreement in policy.agreements:
        here = places["agreements", agreement.id]
        if len(agreement.clauses) > agreement.max_clauses:
            yield Finding(
                code="agreement.too-many-clauses",
                severity=Severity.WARNING,
                place=here,
                problem=f'The agreement "{agreement.id}" has {len(agreement.clauses)} promises; '
                f"its readers get at most {agreement.max_clauses}.",
                remedy="Put two together, or leave out what the rules say anyway.",
            )
        for clause in agreement.clauses:
            words = len(clause.text.split())
            if words > agreement.max_words:
                yield Finding(
                    code="agreement.long-clause",
                    severity=Severity.WARNING,
                    place=here,
                    problem=f'The promise "{clause.id}" has {words} words; those who sign '
                    f'"{agreement.id}" get at most {agreement.max_words}: "{clause.text}"',
                    remedy="Say it in fewer words, or make two of it.",
                )
