"""How to reach somebody: phone, e-mail, website. The checks are plain and let much pass."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import UNDECIDED, Text

_MAILBOX = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s.]+$")
_ADDRESS = re.compile(r"^https://[^\s/]+\.\S+$")
_DIGIT = re.compile(r"\d")
SHORTEST = 3
"""How many digits a phone number has at least: 999."""


def parse_email(value: str) -> str:
    """Check that a text is a mailbox: one @, and a dot after it.

    Raises:
        PydanticCustomError: `bad_email`.
    """
    if value == UNDECIDED or _MAILBOX.match(value):
        return value
    raise PydanticCustomError("bad_email", "it is no e-mail address")


def parse_website(value: str) -> str:
    """Check that a text is the address of a website: it begins with https://.

    Raises:
        PydanticCustomError: `bad_website`.
    """
    if value == UNDECIDED or (_ADDRESS.match(value) and parts_of(value)):
        return value
    raise PydanticCustomError("bad_website", "it is no address of a website")


def parse_phone(value: str) -> str:
    """Check that a text has a number to call; it may say more, such as when.

    Raises:
        PydanticCustomError: `bad_phone`.
    """
    if value == UNDECIDED or len(_DIGIT.findall(value)) >= SHORTEST:
        return value
    raise PydanticCustomError("bad_phone", "it is no phone number")


def parts_of(address: str) -> SplitResult | None:
    """Return the parts of an address; None if it has none, as `https://[school].example`."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


Email = Annotated[Text, AfterValidator(parse_email)]
"""A mailbox, or `undecided`: office@hill.example."""
Website = Annotated[Text, AfterValidator(parse_website)]
"""The whole address, or `undecided`: https://www.hill.example."""
Phone = Annotated[Text, AfterValidator(parse_phone)]
"""A number to call, or `undecided`: 01632 960 417."""
