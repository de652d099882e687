"""Which edition of a law or guidance is in force on the day of a policy.

An edition takes the place of the one whose `superseded_by` names it on the day it comes into
force: as soon as its record has a day under `in_force_from`, nothing else need be changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Status

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.source import Citation, Requirement

OVER = frozenset({Status.REPEALED, Status.SUPERSEDED, Status.WITHDRAWN})
"""What no longer holds, whatever took its place."""


class Editions:
    """The law and guidance of one policy, as it stands on the policy's day."""

    def __init__(self, policy: Policy) -> None:
        """Take a policy.

        Args:
            policy: with its citations and requirements; those of other nations may be there.
        """
        self.day = policy.day
        self.citations = {each.id: each for each in policy.citations}
        self.requirements = {each.id: each for each in policy.requirements}

    def begun(self, citation: Citation) -> bool:
        """Return True if it has come into force by the day, whether it still is or not."""
        if citation.in_force_from is not None:
            return citation.in_force_from <= self.day
        return citation.status not in {Status.ANNOUNCED, Status.NOT_YET_IN_FORCE}

    def successor(self, citation: Citation) -> Citation | None:
        """Return what has taken its place by the day; None if nothing has."""
        latest, seen = citation, {citation.id}
        while (new := self.citations.get(latest.superseded_by or "")) and self.begun(new):
            if new.id in seen:
                break  # a circle, which is told as one
            seen.add(new.id)
            latest = new
        return latest if latest is not citation else None

    def in_force(self, citation: Citation) -> bool:
        """Return True if it holds on the day."""
        return (
            self.begun(citation)
            and citation.status not in OVER
            and self.successor(citation) is None
        )

    def asks(self, requirement: Requirement) -> bool:
        """Return True if a requirement is one of today: begun, and with no follower that is.

        What an older edition asks and no requirement of the new one follows is still asked:
        nobody has said that it ended.
        """
        cited = self.citations.get(requirement.citation)
        if cited is None or not self.begun(cited) or self._ended(cited):
            return False
        return not any(
            requirement.id in each.follows and self._is_asked_by_name(each)
            for each in self.requirements.values()
        )

    def coming(self, requirement: Requirement) -> bool:
        """Return True if it is asked by what is not in force yet."""
        cited = self.citations.get(requirement.citation)
        return cited is not None and not self.begun(cited) and cited.status not in OVER

    def outdated(self, requirement: Requirement) -> Citation | None:
        """Return the new edition, if a requirement is still the one of the edition before it."""
        cited = self.citations.get(requirement.citation)
        return self.successor(cited) if cited is not None else None

    def _is_asked_by_name(self, requirement: Requirement) -> bool:
        cited = self.citations.get(requirement.citation)
        return cited is not None and self.begun(cited)

    def _ended(self, citation: Citation) -> bool:
        """Return True if it ended and nothing took its place."""
        return citation.status in OVER and self.successor(citation) is None
