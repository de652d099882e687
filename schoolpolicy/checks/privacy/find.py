"""Finds whatever tells of one person in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.privacy.hits import Hit, merged
from schoolpolicy.checks.privacy.mailboxes import find_mailboxes
from schoolpolicy.checks.privacy.numbers import find_numbers
from schoolpolicy.checks.privacy.people import find_people
from schoolpolicy.checks.privacy.pictures import find_in_picture_texts

if TYPE_CHECKING:
    from schoolpolicy.checks.privacy.known import Known


def find_personal(text: str, known: Known) -> list[Hit]:
    """Return what in a text looks like a detail of one person, in the order of the text.

    It goes by looks: it can be wrong, and cannot find everything.

    Args:
        text: a file as it is written, comments and all, or a part of one.
        known: what is no detail of a person.
    """
    shown = merged(find_in_picture_texts(text, known))
    named = [
        each
        for each in merged(find_people(text, known))
        if not any(one.start < each.end and each.start < one.end for one in shown)
    ]
    others = merged([*find_mailboxes(text, known), *find_numbers(text)])
    return sorted([*shown, *named, *others], key=lambda each: each.start)


def place_of(text: str, start: int) -> tuple[int, int]:
    """Return the line and column of a spot in a text."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
