"""All families of findings about wording, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.text.acronyms import check_acronyms
from schoolpolicy.checks.text.duplicates import check_duplicates
from schoolpolicy.checks.text.opposites import check_opposites
from schoolpolicy.checks.text.other_school import check_other_school
from schoolpolicy.checks.text.promises import check_promises
from schoolpolicy.checks.text.prose import Prose
from schoolpolicy.checks.text.residue import check_residue
from schoolpolicy.checks.text.tellings import tellings
from schoolpolicy.checks.text.vague import check_vague

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project


def check_text(project: Project, policy: Policy, writings: Writings) -> Iterator[Finding]:
    """Yield what is wrong with the wording of a policy, in records and on pages."""
    prose = Prose(writings)
    yield from check_acronyms(policy, prose)
    yield from check_residue(prose, final=policy.final)
    yield from check_other_school(project, policy, prose)
    yield from check_vague(prose)
    yield from check_promises(policy, writings)
    told = tuple(tellings(policy, prose))
    yield from check_duplicates(told, prose)
    yield from check_opposites(told, prose)
