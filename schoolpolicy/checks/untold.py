"""Checks that every topic speaks to every reader, or says why it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import OWED, Band, Reader, Severity
from schoolpolicy.rules.bands import band_pupils

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_untold(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each reader whom a topic tells nothing, and for each needless excuse.

    Topics without statements, and bands that the school does not have, are passed over.
    """
    for topic in policy.topics:
        about = policy.about(topic.id)
        excused = {each.reader for each in topic.untold}
        for reader in readers(policy) if about else ():
            # What is settled first: what waits for a choice may yet go away.
            speaking = [each for each in about if each.words.told(reader)]
            telling = min(speaking, key=lambda each: bool(policy.open_choices(each)), default=None)
            if telling is None and reader not in excused:
                yield Finding(
                    code="topic.untold",
                    severity=Severity.WARNING,
                    place=places["topics", topic.id],
                    problem=f'The topic "{topic.id}" says nothing to {_whom(policy, reader)}.',
                    remedy="Give one of its statements words for them, or write the reason "
                    'under "untold".',
                )
            elif telling and reader in excused and not policy.open_choices(telling):
                yield Finding(
                    code="topic.told",
                    severity=Severity.WARNING,
                    place=places["topics", topic.id],
                    problem=f'The topic "{topic.id}" gives a reason for telling '
                    f'{_whom(policy, reader)} nothing, but its statement "{telling.id}" '
                    "speaks to them.",
                    remedy='Delete the reason under "untold".',
                )


def readers(policy: Policy) -> tuple[Reader, ...]:
    """Return the readers to whom each topic of a school's policy owes words."""
    return tuple(each for each in OWED if each not in set(Band) or each in policy.bands)


def _whom(policy: Policy, reader: Reader) -> str:
    """Return a reader as they stand in a sentence: `parents`, `pupils in Years 3 to 6`."""
    return band_pupils(policy, Band(reader)) if reader in set(Band) else reader
