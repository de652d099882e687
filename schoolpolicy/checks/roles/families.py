"""All families of findings about roles, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.roles.deciders import check_deciders
from schoolpolicy.checks.roles.deputies import check_deputies
from schoolpolicy.checks.roles.duties import check_duties
from schoolpolicy.checks.roles.governance import check_governance
from schoolpolicy.checks.roles.routes import check_routes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy


def check_all_roles(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield what is wrong with the roles of a policy, and with the ways between them."""
    yield from check_deputies(policy, places)
    yield from check_duties(policy, places)
    yield from check_governance(policy, places)
    yield from check_routes(policy, places)
    yield from check_deciders(policy, places)
