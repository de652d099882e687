"""What is said where a person is named in the place of a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.review import Evidence
from schoolpolicy.reading.personal import ADDRESSED, masked_name

if TYPE_CHECKING:
    from schoolpolicy.reading.wrong import Wrong

_ROLES = "roles"
_OF_A_PERSON = frozenset({"initials", "name", "person", "who"})
"""Fields in which people would name somebody."""


def is_person(subject: str, value: str) -> tuple[str, str] | None:
    """Say that a person stands where a role should, without the name; None if none does.

    Args:
        subject: the subject of what the field takes.
        value: what was written.
    """
    if subject != _ROLES or ADDRESSED.search(value) is None:
        return None
    return f'"{masked_name(value)}" is no role.', "Write the role, never a name."


def names_somebody(wrong: Wrong) -> tuple[str, str] | None:
    """Say that a piece of evidence has no field for a person; None if that is not what is wrong."""
    if wrong.shape is not Evidence or wrong.field.lower() not in _OF_A_PERSON:
        return None
    return (
        f'"{wrong.field}" is not a field of a piece of evidence.',
        'Write the role under "by", never a name.',
    )
