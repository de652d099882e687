"""Finds what the school has not decided yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Level, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy

UNDECIDED = "undecided"


def check_undecided(
    policy: Policy, places: Mapping[tuple[str, str], Place], *, final: bool
) -> Iterator[Finding]:
    """Yield a finding for each open choice and each undecided rule.

    In a draft they are for information; in a final publication they are errors.
    """
    severity = Severity.ERROR if final else Severity.INFO
    here = Place(file=f"schools/{policy.slug}/school.yml", line=1, column=1)
    for choice in policy.choices:
        if policy.school.choices.get(choice.id, UNDECIDED) == UNDECIDED:
            yield Finding(
                code="undecided.choice",
                severity=severity,
                place=here,
                problem=f'Not decided yet: "{choice.id}" ({choice.question})',
                remedy=f'Write it under "choices:". To be decided by: {choice.decided_by}.',
            )
    for rule in policy.rules:
        if rule.level is Level.UNDECIDED:
            yield Finding(
                code="undecided.rule",
                severity=severity,
                place=places["rules", rule.id],
                problem=f'Not decided yet: the rule "{rule.id}".',
                remedy="Give it a level.",
            )
