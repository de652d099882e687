"""Which things come round at a school, how often, and who does them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.checks.dates.kept_up import VERIFIED_FOR
from schoolpolicy.model.base import EVENTS
from schoolpolicy.model.known import HEAD, SAFEGUARDING_LEAD, WHOLE_POLICY
from schoolpolicy.model.role import Role
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.reading.past import after
from schoolpolicy.review.items import DueKind
from schoolpolicy.rules.words import inside, listed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from schoolpolicy.model.policy import Policy

CITATIONS_HOLD = "1 year"
"""How long a law or guidance that was checked needs no new look."""
CONTACTS_REVIEW = "helplines-and-contacts"
"""The review whose role checks them."""


@dataclass(frozen=True)
class Round:
    """One thing that comes round.

    Attributes:
        kind: what kind of thing it is.
        subject: the subject of its record.
        record: the id of that; None where it is about several.
        title: what is to be done.
        roles: who answers for it, the one who does it first.
        every: how often; None where it is due on a day of its own.
        visibility: who may see it.
    """

    kind: DueKind
    subject: str
    record: str | None
    title: str
    roles: tuple[str, ...]
    every: str | None = None
    visibility: Visibility = Visibility.PUBLIC


def rounds(policy: Policy) -> Iterator[Round]:
    """Yield what comes round after a time, and not when something happens."""
    for each in _all(policy):
        if each.every not in EVENTS:
            yield each


def _all(policy: Policy) -> Iterator[Round]:
    for role in policy.roles:
        for duty in role.duties:
            shown = _narrower(role.visibility, duty.visibility)
            yield Round(DueKind.DUTY, "duties", duty.id, duty.text, (role.id,), duty.every, shown)
    for review in policy.reviews:
        title, roles = f"Review: {inside(review.what)}", _several(review.by, review.approved_by)
        yield Round(
            DueKind.REVIEW, "reviews", review.id, title, roles, review.every, review.visibility
        )
    for sheet in policy.checklists:
        title, roles = f"Checklist: {inside(sheet.title)}", _several(sheet.role, sheet.signed_by)
        yield Round(
            DueKind.CHECKLIST, "checklists", sheet.id, title, roles, sheet.every, sheet.visibility
        )
    for course in policy.training:
        title, roles = f"Training: {inside(course.title)}", (course.by,)
        yield Round(
            DueKind.TRAINING, "training", course.id, title, roles, course.every, course.visibility
        )
    for kept in policy.records:
        title = f"Look through the record: {inside(kept.title)}"
        roles = _several(kept.kept_by, *kept.seen_by)
        yield Round(DueKind.RECORD, "records", kept.id, title, roles, kept.checked, kept.visibility)


def fixed_rounds(policy: Policy) -> Iterator[tuple[Round, dt.date]]:
    """Yield what is due on a day that follows from its own record, with that day.

    These are for those who work at the school: the days tell when facts were last looked at.
    """
    for tool in policy.tools:
        title = f"Assess the AI tool again: {tool.title}"
        visibility = _narrower(tool.visibility, Visibility.STAFF)
        roles = (tool.decided_by,)
        yield (
            Round(DueKind.TOOL, "tools", tool.id, title, roles, visibility=visibility),
            tool.next_review,
        )
    if not policy.roles:
        return  # there is nobody to do it
    verified = [each.verified_on for each in policy.contacts]
    if verified and (due := after(min(verified), VERIFIED_FOR)):
        title = "Check that helplines and contacts are still right"
        yield _of_all(policy, DueKind.CONTACTS, title), due
    checked = [each.checked_on for each in policy.citations]
    if checked and (due := after(min(checked), CITATIONS_HOLD)):
        title = "Check that laws and guidance still stand as the policy has them"
        yield _of_all(policy, DueKind.CITATIONS, title), due
    for post in policy.posts:
        if post.acting and post.acting_until is not None:
            held = listed([policy.find(Role, each).title for each in post.acting])
            title = f"Say who holds the role after the {post.title}: {held}"
            roles = (_known(policy, HEAD) or post.acting[0],)
            yield (
                Round(DueKind.POST, "posts", post.id, title, roles, visibility=Visibility.STAFF),
                post.acting_until,
            )


def _of_all(policy: Policy, kind: DueKind, title: str) -> Round:
    """Return a check of all records of a subject, by the role that reviews such things."""
    review = CONTACTS_REVIEW if kind is DueKind.CONTACTS else WHOLE_POLICY
    by = {each.id: each.by for each in policy.reviews}
    role = by[review] if review in by else _known(policy, SAFEGUARDING_LEAD, HEAD)
    first = role or policy.roles[0].id
    return Round(kind, kind.value, None, title, (first,), visibility=Visibility.STAFF)


def _known(policy: Policy, *wanted: str) -> str | None:
    known = policy.subject("roles")
    return next((each for each in wanted if each in known), None)


def _several(*roles: str | None) -> tuple[str, ...]:
    """Return roles once each, in their order."""
    return tuple(dict.fromkeys(each for each in roles if each is not None))


def _narrower(one: Visibility, other: Visibility) -> Visibility:
    """Return the visibility that fewer have."""
    order = list(Visibility)
    return max(one, other, key=order.index)
