"""Checks that what was looked at once is looked at again, and that nothing past lies ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import is_own
from schoolpolicy.checks.warning import warning
from schoolpolicy.reading.past import after

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.document import Tool
    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.source import Contact

VERIFIED_FOR = "6 months"
"""How long a number or an address may go without anybody checking it."""


def check_kept_up(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each contact and tool that was looked at too long ago, or not yet."""
    for contact in policy.contacts:
        yield from _unverified(contact, policy.day, places["contacts", contact.id])
    for tool in policy.tools:
        yield from _not_reviewed(tool, policy.day, places["tools", tool.id])
    yield from _to_come(policy, places)


def _unverified(contact: Contact, day: dt.date, place: Place) -> Iterator[Finding]:
    latest = after(contact.verified_on, VERIFIED_FOR)
    reached = contact.phone or contact.email or contact.url
    if latest is None or day <= latest or not reached:
        return
    where = (
        'write the day under "verified_on"'
        if is_own(place)
        else f'write "- {{id: {contact.id}, verified_on: {day}, change: We checked it.}}" in your '
        "own contacts.yml, or take over a newer model policy"
    )
    yield warning(
        "dates.contact-unverified",
        place,
        f'Nobody has checked the contact "{contact.id}" since '
        f"{contact.verified_on:%-d %B %Y}, more than six months ago.",
        f"Compare it with what their own website says; then {where}.",
    )


def _not_reviewed(tool: Tool, day: dt.date, place: Place) -> Iterator[Finding]:
    if tool.next_review <= tool.assessed_on:
        yield warning(
            "dates.tool-order",
            place,
            f'The next review of the tool "{tool.id}" ({tool.next_review}) is not after its '
            f"assessment ({tool.assessed_on}).",
            "Correct one of the two dates.",
        )
    elif tool.next_review < day:
        yield warning(
            "dates.tool-overdue",
            place,
            f'The tool "{tool.id}" was to be looked at again by {tool.next_review:%-d %B %Y}.',
            'Assess it again and set "assessed_on" and "next_review", or write "allowed: no".',
        )


def _to_come(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each date of the past that still lies ahead."""
    past = [
        *(("contacts", each.id, "verified_on", each.verified_on) for each in policy.contacts),
        *(("citations", each.id, "checked_on", each.checked_on) for each in policy.citations),
        *(("tools", each.id, "assessed_on", each.assessed_on) for each in policy.tools),
        *(
            ("approvals", str(number), "date", each.date)
            for number, each in enumerate(policy.approvals)
        ),
    ]
    for subject, identity, field, when in past:
        if when > policy.day:
            about = "" if subject == "approvals" else f' of "{identity}"'
            yield warning(
                "dates.to-come",
                places[subject, identity],
                f'"{field}"{about} tells of the past, but {when:%-d %B %Y} is still to come.',
                "Correct the date, or write it when it has happened.",
            )
