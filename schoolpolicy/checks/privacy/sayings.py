"""What is said of a personal detail: what it looks like, and what to write instead."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.privacy.hits import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


class Saying(NamedTuple):
    """The code of a kind of detail, what it is called, and what to do about it."""

    code: str
    looks_like: str
    instead: str


SAYINGS: Mapping[Kind, Saying] = MappingProxyType({
    Kind.EMAIL: Saying(
        "privacy.email",
        "a person's own mailbox",
        "Write a shared mailbox, which whoever comes next reads too.",
    ),
    Kind.MOBILE: Saying(
        "privacy.mobile",
        "a mobile number",
        "Write the number of the office. If the phone belongs to the school, accept this and say "
        "so.",
    ),
    Kind.NAME: Saying(
        "privacy.name",
        "a person's name",
        "Write what the job is called, whoever does it.",
    ),
    Kind.BIRTH_DATE: Saying(
        "privacy.birth-date",
        "a date of birth",
        "Delete it: a policy needs no details of one person.",
    ),
    Kind.PUPIL_NUMBER: Saying(
        "privacy.pupil-number",
        "the number of a pupil",
        "Delete it: a policy needs no details of one person.",
    ),
    Kind.PICTURE_NAME: Saying(
        "privacy.picture-name",
        "the name of a person",
        'Name the picture after what it shows, such as "reading-corner.jpg".',
    ),
    Kind.PICTURE_TEXT: Saying(
        "privacy.picture-text",
        "the name of a person",
        'Say what the picture shows without it, such as "A pupil with a tablet".',
    ),
})  # fmt: skip
