"""Checks that a concern about the head reaches the chair of governors, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.known import HEAD
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_chair(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each way to the chair that is the office's or the head's as well."""
    chair, office = policy.school.chair, policy.school.office
    mailboxes = {each.email: "the head" for each in Holders(policy).of(HEAD)}
    mailboxes[office.email] = "the office"
    for field, noun, said, others in (
        ("email", "e-mail address", chair.email, mailboxes),
        ("phone", "phone number", chair.phone, {office.phone: "the office"}),
    ):
        whose = others.get(said) if said not in {None, UNDECIDED} else None
        if whose is not None:
            yield Finding(
                code="school.chair",
                severity=Severity.WARNING,
                place=school_place(places, policy.slug, f"chair.{field}"),
                problem=f"The {noun} of the chair is that of {whose} too, and a concern about "
                "the head must not end there.",
                remedy="Write one that the chair alone answers.",
            )
