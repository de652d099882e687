"""Checks that no rule, and nothing that rules are about, is kept from some readers.

A policy for the public leaves out what only staff may see. Of statements and pages nothing is
then said; but where a rule is left out, a more general rule answers in its place, and the public
reads an answer that is not the school's. So what takes part in an answer is public.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity, Visibility
from schoolpolicy.reading.restrict import NARROWING
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy

ANSWERING = (*sorted(NARROWING), "activities", "exceptions", "rules")
"""Subjects whose records take part in answers."""


def check_visibility(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error for each record that takes part in answers and is not for everybody."""
    for subject in ANSWERING:
        for record in filter(_hidden, getattr(policy, subject)):
            here = places[subject, record.id]
            yield _finding(f'{singular(subject)} "{record.id}"', record, here)
    told = {each.id for each in policy.exceptions if _hidden(each)}
    for rule in policy.rules:
        for each in filter(_hidden, rule.unless):
            if each.id not in told:
                name = f'exception "{each.id}" of the rule "{rule.id}"'
                yield _finding(name, each, places["rules", rule.id])


def _hidden(record: Record) -> bool:
    return record.visibility is not Visibility.PUBLIC


def _finding(name: str, record: Record, here: Place) -> Finding:
    return Finding(
        code="rules.visibility",
        severity=Severity.ERROR,
        place=here,
        problem=f'The {name} has "visibility: {record.visibility.value}". Without it, a more '
        "general rule would answer to the public, and that answer would be wrong.",
        remedy='Delete the line "visibility", and write the wording so that everybody may read it.',
    )
