"""Checks that what editions and requirements say of each other, and of their days, can be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.warning import information
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.source import Citation, Requirement

    Places = Mapping[tuple[str, str], Place]


def check_edition_facts(policy: Policy, places: Places) -> Iterator[Finding]:
    """Yield what cannot be so about a follower, and what stands open about an edition's day.

    What follows itself in a circle is told elsewhere.

    Args:
        policy: as it applies to the school, on its day.
        places: where each record stands.
    """
    asked = {each.id: each for each in policy.requirements}
    cited = {each.id: each for each in policy.citations}
    for requirement in policy.requirements:
        here = places["requirements", requirement.id]
        if requirement.as_before and not requirement.follows:
            yield Finding(
                code="editions.as-before",
                severity=Severity.ERROR,
                place=here,
                problem=f'"{requirement.id}" asks the same as before ("as_before"), but does not '
                "say as what.",
                remedy='Name what it follows: "follows: [...]". Or delete "as_before".',
            )
        for name in requirement.follows:
            if name in asked and name != requirement.id:
                yield from _follows(requirement, asked[name], cited, here)
    for citation in policy.citations:
        yield from _days(citation, policy, places["citations", citation.id])


def _follows(
    new: Requirement, old: Requirement, cited: Mapping[str, Citation], here: Place
) -> Iterator[Finding]:
    """Yield an error where a requirement follows one that is no earlier than itself."""
    if new.citation == old.citation:
        which = f'which the same edition ("{old.citation}") asks'
    elif _comes_after(old.citation, new.citation, cited):
        which = f'which a later edition ("{old.citation}") asks'
    else:
        return
    yield Finding(
        code="editions.follows",
        severity=Severity.ERROR,
        place=here,
        problem=f'"{new.id}" follows "{old.id}", {which}. So "{old.id}" would not be asked.',
        remedy='Name the requirement of the edition before under "follows", or delete that line.',
    )


def _comes_after(later: str, earlier: str, cited: Mapping[str, Citation]) -> bool:
    """Tell whether one edition took the place of another, at once or through others."""
    seen: set[str] = set()
    here = cited.get(earlier)
    while here is not None and here.id not in seen:
        if here.superseded_by == later:
            return True
        seen.add(here.id)
        here = cited.get(here.superseded_by or "")
    return False


def _days(citation: Citation, policy: Policy, here: Place) -> Iterator[Finding]:
    """Yield a line where the status of an edition and its days do not go together."""
    if citation.status is not Status.IN_FORCE:
        return
    begins = citation.in_force_from
    if begins is not None and begins > policy.day:
        problem = (
            f'"{citation.id}" is noted as in force, but begins on {begins:%-d %B %Y}. Until then '
            "it does not count."
        )
        remedy = 'Write "status: not-yet-in-force": from its day on it counts by itself.'
    elif begins is None and citation.planned_for is not None:
        problem = f'"{citation.id}" is in force, and "planned_for" still tells when it might be.'
        remedy = 'Give its day under "in_force_from", or delete "planned_for".'
    else:
        return
    yield information(
        code="editions.day",
        place=here,
        problem=problem,
        remedy=remedy,
    )
