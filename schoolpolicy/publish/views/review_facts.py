"""How the policy is kept: who agreed, who had a say, when it is looked at again, its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.known import WHOLE_POLICY
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.rules.words import audience_words, listed

if TYPE_CHECKING:
    from schoolpolicy.model.history import Published, Version
    from schoolpolicy.model.policy import Policy

_COLUMNS = (
    ("page", "Page"),
    ("section", "Section"),
    ("reason", "Reason"),
    ("summary", "What changed"),
    ("signed_by", "Signed off"),
)


@dataclass(frozen=True)
class Place:
    """Where people find the policy, and who looks there."""

    where: str
    readers: str
    date: str | None


@dataclass(frozen=True)
class ReviewFacts:
    """What is said of the policy's own reviews.

    Attributes:
        every: how often the whole is looked at again.
        triggers: what makes a review come sooner.
        places: where people find it.
        columns: the fields of the table of versions that any version has, with their heads.
        versions: the versions, the newest first.
    """

    every: str | None
    triggers: tuple[str, ...]
    places: tuple[Place, ...]
    columns: tuple[tuple[str, str], ...]
    versions: tuple[Version, ...]


def review_facts(policy: Policy) -> ReviewFacts:
    """Gather what a school says of its policy's reviews, from its file and from the schedule."""
    review = policy.school.review
    item = next((each for each in policy.reviews if each.id == WHOLE_POLICY), None)
    return ReviewFacts(
        review.every or (item.every if item else None),
        item.triggers if item else (),
        tuple(_place(policy, each) for each in review.published),
        tuple(
            (field, head)
            for field, head in _COLUMNS
            if any(getattr(each, field) for each in review.versions)
        ),
        tuple(reversed(review.versions)),
    )


def _place(policy: Policy, published: Published) -> Place:
    words = [audience_words(policy, each) for each in published.audiences]
    return Place(capital(published.where), listed(words) if words else "everyone", published.date)
