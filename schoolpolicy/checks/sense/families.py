"""All families of findings about what cannot be meant, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.sense.above_staff import check_pupils_above_staff
from schoolpolicy.checks.sense.blames import check_blames_reporting
from schoolpolicy.checks.sense.equality import check_equality
from schoolpolicy.checks.sense.law import check_loosens_law
from schoolpolicy.checks.sense.looks_at_images import check_looks_at_images
from schoolpolicy.checks.sense.no_exceptions import check_no_exceptions
from schoolpolicy.checks.sense.phone_guidance import check_phone_guidance
from schoolpolicy.checks.sense.sides import Sides
from schoolpolicy.checks.texts import all_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from schoolpolicy.checks.surveyed import Surveyed
    from schoolpolicy.checks.written import Spot
    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy


def check_sense(
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    surveys: Sequence[Surveyed],
    spot: Spot,
) -> Iterator[Finding]:
    """Yield what is formally right but cannot be meant.

    Args:
        policy: the policy as it applies to the school.
        places: where each record stands.
        surveys: what its rules answer, for each span of days.
        spot: tells where some words of a text stand.
    """
    days = tuple(Sides(each) for each in surveys)
    yield from check_pupils_above_staff(policy, places, days)
    yield from check_loosens_law(policy, places, days)
    yield from check_equality(policy, places, days)
    yield from check_phone_guidance(policy, places, days)
    texts = all_texts(policy)
    yield from check_no_exceptions(policy, days[0], texts, spot)
    yield from check_looks_at_images(policy, texts, spot)
    yield from check_blames_reporting(texts, spot)
