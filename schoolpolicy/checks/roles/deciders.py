"""Checks that nobody decides on a concern about themselves, or takes part in their own case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.warning import warning
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.known import ABOUT_THE_HEAD, HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.incident import Incident
    from schoolpolicy.model.policy import Policy


def check_deciders(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each incident that its subject might decide, or act in as the head."""
    holders = Holders(policy)
    for incident in policy.incidents:
        problem = _problem(incident, holders)
        if problem is not None:
            yield warning(
                "roles.decides-on-itself",
                places["incidents", incident.id],
                f'Of the incident "{incident.id}", "{incident.decides}" decides; if the concern '
                f'is about that person, "{incident.if_subject}" does, {problem}.',
                'Write a role under "if_subject" that another person holds and that stands above, '
                'such as "chair-of-governors".',
            )
        if incident.id == ABOUT_THE_HEAD:
            yield from _own_case(incident, holders, places["incidents", incident.id])


def _own_case(incident: Incident, holders: Holders, here: Place) -> Iterator[Finding]:
    """Yield a warning for each step of a concern about the head that would reach the head."""
    heads = {each.id for each in holders.of(HEAD)}
    for step in incident.steps:
        for role in (step.by, *step.tell):
            posts = {each.id for each in holders.of(role)}
            if role == HEAD or (posts and posts <= heads):
                which = "" if role == HEAD else ", and the head alone holds that role"
                yield warning(
                    "roles.own-case",
                    here,
                    f'In the incident "{incident.id}", the step "{step.id}" goes to "{role}"'
                    f"{which}: the head would take part in their own case.",
                    f"Name another role in the step{_or_give(role)}.",
                )


def _or_give(role: str) -> str:
    return "" if role == HEAD else f', or give "{role}" to another post'


def _problem(incident: Incident, holders: Holders) -> str | None:
    decides, instead = incident.decides, incident.if_subject
    if decides == instead:
        return "which is the same role"
    if decides in holders.up(instead, "reports_to"):
        return "who answers to them"
    posts = holders.of(decides)
    if len(posts) == 1 and posts[0].alone and holders.of(instead) == posts:
        return f'and the post "{posts[0].id}" holds both'
    return None
