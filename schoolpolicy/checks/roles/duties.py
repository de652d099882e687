"""Checks that something shows that what the law asks was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.warning import warning
from schoolpolicy.model.role import RoleKind
from schoolpolicy.model.source import Requirement
from schoolpolicy.model.vocabulary import BINDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy


def check_duties(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each duty that meets a binding requirement and leaves no trace.

    What all members of a group do all day, such as keep their phones away, leaves none.
    """
    for role in policy.roles:
        if role.whole_group or role.kind is RoleKind.COMMUNITY:
            continue
        for duty in role.duties:
            asked = [
                each for each in duty.covers if policy.find(Requirement, each).strength in BINDING
            ]
            if asked and duty.evidence is None:
                yield warning(
                    "roles.no-evidence",
                    places["duties", duty.id],
                    f'Nothing shows that the duty "{duty.id}" of the role "{role.id}" was done, '
                    f'though it meets "{asked[0]}", which binds the school.',
                    'Add a line "evidence: ..." that names what an inspector can look at.',
                )
