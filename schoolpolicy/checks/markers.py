"""Finds what a text of its date should say, and does not: a fresh date on a stale text."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from schoolpolicy.checks.outdated import literal
from schoolpolicy.checks.texts import texts_of
from schoolpolicy.checks.warning import warning
from schoolpolicy.model.history import last_day
from schoolpolicy.model.source import Citation, Requirement
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from schoolpolicy.checks.texts import Said
    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.marker import Marker, Sign
    from schoolpolicy.model.organisation import ReviewPlan
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.vocabulary import Nation, Phase

FORMAL = (
    *("statements", "rules", "roles", "responses", "incidents", "agreements", "reviews"),
    *("risks", "training", "curriculum", "nevers"),
)
"""Subjects whose texts are the policy, and not about it."""


def missing_markers(
    texts: Sequence[str],
    markers: Iterable[Marker],
    nation: Nation,
    *,
    dated: dt.date,
    phase: Phase | None = None,
) -> list[Marker]:
    """Return what a document of a certain day should say, and none of its texts does.

    Args:
        texts: its paragraphs.
        markers: what texts should say, in any nation.
        nation: whose law and guidance counts.
        dated: the day of the document.
        phase: the ages that the school teaches, where they are known.
    """
    return [
        each
        for each in markers
        if each.since <= dated
        and (not each.only.nations or nation in each.only.nations)
        and (not each.only.phases or phase is None or phase in each.only.phases)
        and not any(_says(text, sign) for sign in each.signs for text in texts)
    ]


def check_markers(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each thing that a policy of its date says, and this one does not."""
    dated = policy_date(policy.school.review)
    if dated is None:
        return
    wanted = [each for each in policy.markers if not _is_declined(policy, each)]
    school = policy.school
    for marker in missing_markers(
        list(_paragraphs(policy)), wanted, school.nation, dated=dated, phase=school.phase
    ):
        asks = policy.subject("citations").get(marker.citation or "")
        by = f" ({asks.short or asks.title})" if isinstance(asks, Citation) else ""
        yield warning(
            "markers.missing",
            school_place(places, policy.slug, "review.effective_from"),
            f"The policy is dated {dated:%-d %B %Y}, but nothing in it names {marker.title} "
            f'("{marker.id}"). It should since {marker.since:%-d %B %Y}{by}.',
            f'Say it in a statement, a rule or a duty, for example: "{marker.says}"',
        )


def policy_date(review: ReviewPlan) -> dt.date | None:
    """Return the newest day on which a policy was written or looked at; None if none is given."""
    days = [last_day(each) for each in review.reviewed_on]
    days += [last_day(each.date) for each in review.versions]
    if isinstance(review.effective_from, dt.date):
        days.append(review.effective_from)
    return max(days, default=None)


def _paragraphs(policy: Policy) -> Iterator[str]:
    """Yield the formal text: what one record or one duty says, in one."""

    def one(said: Said) -> tuple[str, str, str]:
        duty = said.inner[0] if said.fields[0] == "duties" else ""
        return said.subject, said.record.id, duty

    for _, group in groupby(texts_of(policy, FORMAL), key=one):
        yield "\n".join(each.text for each in group)


def _is_declined(policy: Policy, marker: Marker) -> bool:
    """Return True if the school said why it does without all that the marker stands for."""
    asked = [policy.find(Requirement, each) for each in marker.requirements]
    return bool(asked) and all(each.declined for each in asked)


def _says(text: str, sign: Sign) -> bool:
    return all(_pattern((each,)).search(text) for each in sign.all_of) and (
        not sign.any_of or _pattern(sign.any_of).search(text) is not None
    )


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of one of some words, of which small ones may be the beginning."""
    parts = (
        f"(?i:{literal(each)})" if each.islower() else rf"{literal(each)}s?(?!\w)" for each in words
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})")
