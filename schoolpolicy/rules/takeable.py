"""What checklists can take from a policy: duties, reviews, training, requirements, steps."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.checklist import Origin, TakenKind
from schoolpolicy.model.role import Role
from schoolpolicy.model.source import Requirement
from schoolpolicy.reading.terms import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.vocabulary import Audience

_TO_REVIEW = "To look at again"
_TRAINING = "Trained"
_ASKED = "What law and guidance ask"
ORIGIN: Mapping[TakenKind, str] = MappingProxyType(
    {
        TakenKind.DUTIES: "duty",
        TakenKind.REVIEWS: "review",
        TakenKind.TRAINING: "training",
        TakenKind.REQUIREMENTS: "requirement",
        TakenKind.INCIDENTS: "incident",
    }
)
"""For each kind, the field of an item's `from` that names such a record."""


@dataclass(frozen=True)
class Candidate:
    """A record as queries see it, and as it would stand on a list.

    Attributes:
        record: the record.
        named: the id by which items name it in `from`: its own, or that of its procedure.
        role: who does it, or sees to it; None where that is whoever fills in the list.
        every: how often, or on which event; None where it has no time of its own.
        audiences: whom it is about.
        requirements: what it covers.
        citations: what it rests on.
        text: what it says.
        heading: what it stands under, where a list does not say.
        evidence: what shows that it was done.
    """

    kind: TakenKind
    record: Record
    named: str
    role: str | None
    every: str | None
    audiences: tuple[Audience, ...]
    requirements: tuple[str, ...]
    citations: tuple[str, ...]
    text: str
    heading: str
    evidence: str | None

    @property
    def origin(self) -> Origin:
        """What an item that is made from it comes from."""
        return Origin.model_validate({ORIGIN[self.kind]: self.named})


def _duties(policy: Policy) -> Iterator[Candidate]:
    for role in policy.roles:
        for duty in role.duties:
            yield Candidate(
                kind=TakenKind.DUTIES,
                record=duty,
                named=duty.id,
                role=role.id,
                every=duty.every,
                audiences=(role.audience,),
                requirements=duty.covers,
                citations=_citations(policy, duty.source, duty.covers),
                text=duty.text,
                heading=capital(role.title),
                evidence=duty.evidence,
            )


def _reviews(policy: Policy) -> Iterator[Candidate]:
    for review in policy.reviews:
        yield Candidate(
            kind=TakenKind.REVIEWS,
            record=review,
            named=review.id,
            role=review.by,
            every=review.every,
            audiences=(policy.find(Role, review.by).audience,),
            requirements=review.covers,
            citations=_citations(policy, review.source, review.covers),
            text=_sentence(review.what),
            heading=_TO_REVIEW,
            evidence=review.evidence,
        )


def _training(policy: Policy) -> Iterator[Candidate]:
    for each in policy.training:
        yield Candidate(
            kind=TakenKind.TRAINING,
            record=each,
            named=each.id,
            role=each.by,
            every=each.every,
            audiences=tuple(policy.find(Role, role).audience for role in each.who),
            requirements=each.covers,
            citations=_citations(policy, each.source, each.covers),
            text=_sentence(each.title),
            heading=_TRAINING,
            evidence=each.evidence,
        )


def _requirements(policy: Policy) -> Iterator[Candidate]:
    for each in policy.requirements:
        yield Candidate(
            kind=TakenKind.REQUIREMENTS,
            record=each,
            named=each.id,
            role=None,
            every=None,
            audiences=(),
            requirements=(each.id,),
            citations=(each.citation,),
            text=each.text,
            heading=_ASKED,
            evidence=each.evidence,
        )


def _steps(policy: Policy) -> Iterator[Candidate]:
    for incident in policy.incidents:
        for step in incident.steps:
            yield Candidate(
                kind=TakenKind.INCIDENTS,
                record=step,
                named=incident.id,
                role=step.by,
                every=None,
                audiences=(policy.find(Role, step.by).audience,),
                requirements=incident.covers,
                citations=_citations(policy, incident.source, incident.covers),
                text=f"{capital(step.within)}: {step.text}" if step.within else step.text,
                heading=incident.plain_title,
                evidence=None,
            )


def _citations(policy: Policy, source: tuple[str, ...], covers: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a record rests on: what it names, and where the requirements stand."""
    return (*source, *(policy.find(Requirement, each).citation for each in covers))


def _sentence(text: str) -> str:
    return capital(text if text.endswith((".", "?", "!")) else f"{text}.")


_SOURCES: Mapping[TakenKind, Callable[[Policy], Iterator[Candidate]]] = MappingProxyType(
    {
        TakenKind.DUTIES: _duties,
        TakenKind.REVIEWS: _reviews,
        TakenKind.TRAINING: _training,
        TakenKind.REQUIREMENTS: _requirements,
        TakenKind.INCIDENTS: _steps,
    }
)


class Takeable:
    """All that lists can take from one policy; each kind is gone through once."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._kinds: dict[TakenKind, tuple[Candidate, ...]] = {}

    def of(self, kind: TakenKind) -> tuple[Candidate, ...]:
        """Return all records of a kind, in their order."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(_SOURCES[kind](self._policy))
        return self._kinds[kind]
