"""Mailboxes that look like a person's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.privacy.hits import Hit, Kind
from schoolpolicy.checks.privacy.known import names, plain
from schoolpolicy.reading.personal import of_a_job

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.privacy.known import Known

_LONGEST = 64
"""How many characters a mailbox has before the @."""
_BEFORE = re.compile(r"[\w.+'-]+$")
_AFTER = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_OF_PEOPLE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|yahoo|ymail|aol|btinternet|sky"
    r"|talktalk|virginmedia|ntlworld|proton|protonmail|gmx|mail)\.(?:com?|co\.uk|net|me|uk)",
    re.IGNORECASE,
)
"""Where people have mailboxes of their own."""


def find_mailboxes(text: str, known: Known) -> Iterator[Hit]:
    """Yield the mailboxes in a text that look like a person's own.

    Args:
        text: what is searched.
        known: what is no name.
    """
    at = text.find("@")
    while at >= 0:
        before = _BEFORE.search(text[max(0, at - _LONGEST) : at])
        after = _AFTER.match(text, at + 1)
        if before and after and _is_own(before[0], after[0], known):
            yield Hit(Kind.EMAIL, at - len(before[0]), after.end())
        at = text.find("@", at + 1)


def _is_own(start: str, host: str, known: Known) -> bool:
    if _OF_PEOPLE.fullmatch(host):
        return True
    parts = [plain(each) for each in re.split(r"[._+-]", start.rstrip("0123456789")) if each]
    if not parts or of_a_job(parts):
        return False
    first, last = parts[0], parts[-1]
    if first in names().first:
        return True
    if len(parts) == 1:
        return False
    may_be_first = len(first) == 1 or first in names().perhaps or not known.has(first)
    return may_be_first and known.is_surname(last) and not known.is_of_school(last)
