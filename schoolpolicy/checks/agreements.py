"""Checks that agreements are as short as they promise to be: people read what they sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.agreement import Agreement
    from schoolpolicy.model.policy import Policy


def read_before_accepting(agreement: Agreement) -> str:
    """Return all that people read before they accept: title, introduction and promises."""
    return " ".join((agreement.title, agreement.intro, *(each.text for each in agreement.clauses)))


def check_agreements(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each agreement with too many promises or words, each promise too long."""
    for agreement in policy.agreements:
        here = places["agreements", agreement.id]
        settled = [each for each in agreement.clauses if not policy.open_choices(each)]
        if len(settled) > agreement.max_clauses:
            yield Finding(
                code="agreement.too-many-clauses",
                severity=Severity.WARNING,
                place=here,
                problem=f'The agreement "{agreement.id}" has {len(settled)} promises; '
                f"its readers get at most {agreement.max_clauses}.",
                remedy="Put two together, or leave out what the rules say anyway.",
            )
        whole = len(read_before_accepting(agreement).split())
        if agreement.max_words_in_all is not None and whole > agreement.max_words_in_all:
            yield Finding(
                code="agreement.too-long",
                severity=Severity.WARNING,
                place=here,
                problem=f'The agreement "{agreement.id}" has {whole} words; '
                f"its readers get at most {agreement.max_words_in_all}.",
                remedy="Say it in fewer words: people read it each time before they can go on.",
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
