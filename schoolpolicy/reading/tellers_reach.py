"""What is said of a phone number, a mailbox or a website that is none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.reading.slips import meant_undecided
from schoolpolicy.reading.tree import error
from schoolpolicy.reading.values import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.wrong import Wrong


def _tell(wrong: Wrong, noun: str, hint: str) -> Finding:
    if meant_undecided(str(wrong.value)):
        hint = f'Did you mean "{UNDECIDED}"?'
    return error("read.reach", wrong.at, f"{shown(wrong.value)} is not {noun}.", hint)


def _email(wrong: Wrong) -> Finding:
    hint = f'Write one such as office@hill.example, or "{UNDECIDED}".'
    return _tell(wrong, "an e-mail address", hint)


def _website(wrong: Wrong) -> Finding:
    said = str(wrong.value).removeprefix("http://").removeprefix("//")
    meant = f"https://{said}" if "." in said and " " not in said else None
    hint = f"Write {meant}." if meant else f'Write https://www.hill.example, or "{UNDECIDED}".'
    return _tell(wrong, "the whole address of a website", hint)


def _phone(wrong: Wrong) -> Finding:
    return _tell(wrong, "a phone number", f'Write its digits, in quotes, or "{UNDECIDED}".')


REACH_TELLERS: MappingType[str, Callable[[Wrong], Finding]] = MappingProxyType(
    {"bad_email": _email, "bad_phone": _phone, "bad_website": _website}
)
"""For each kind of mistake, what tells of it."""
