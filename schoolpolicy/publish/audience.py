"""What an audience may see of a policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.reading.restrict import restrict

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

_ORDER = (Visibility.PUBLIC, Visibility.STAFF, Visibility.GOVERNORS)


def sees(audience: Visibility, visibility: Visibility) -> bool:
    """Return True if an audience may see what has this visibility.

    Governors see everything, staff all but governors' matters, the public what is public.
    """
    return _ORDER.index(visibility) <= _ORDER.index(audience)


def for_audience(policy: Policy, audience: Visibility) -> Policy:
    """Return the policy without what this audience may not see."""
    closed: dict[str, tuple[()]] = {}
    if audience is Visibility.PUBLIC:
        closed["evidence"] = ()
    if audience is not Visibility.GOVERNORS:  # it tells what was removed, parts for staff too
        closed["departures"] = ()
    return restrict(policy, lambda record: sees(audience, record.visibility)).model_copy(
        update=closed
    )
