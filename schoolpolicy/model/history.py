"""How a school's policy came to be, and how it was kept: who was asked, versions, reviews."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import RoleRef, Shape, Text, parse_date
from schoolpolicy.model.vocabulary import Audience

_MONTH = re.compile(r"^\d{4}-(0[1-9]|1[0-2])$")


def parse_when(value: object) -> str:
    """Check a day, or a month where the day is not known: `2016-10-19`, `2016-10`.

    Raises:
        PydanticCustomError: `bad_month` or `bad_date`.
    """
    text = str(value)
    if _MONTH.match(text):
        return text
    if text.count("-") > 1:
        return parse_date(value).isoformat()
    said = '"{value}" is neither a day nor a month'
    raise PydanticCustomError("bad_month", said, {"value": text})


When = Annotated[str, BeforeValidator(parse_when)]
"""A day, or a month where the day is not known: 2016-10-19, 2016-10."""


def first_day(when: str) -> dt.date:
    """Return the day, or the first day of the month."""
    return dt.date.fromisoformat(f"{when}-01" if _MONTH.match(when) else when)


def last_day(when: str) -> dt.date:
    """Return the day, or the last day of the month."""
    first = first_day(when)
    if not _MONTH.match(when):
        return first
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


class Consulted(Shape):
    """Who had a say before the policy was approved, how, and when."""

    who: Text
    how: Text
    date: When | None = None


class Agreed(Shape):
    """Who agreed to the text before it went to those who approve it."""

    by: RoleRef
    date: When | None = None


class Published(Shape):
    """One place where people find the policy."""

    where: Text
    audiences: tuple[Audience, ...] = ()
    """Who looks there; everybody where none is named."""
    date: When | None = None


class Adopted(Shape):
    """Whose model policy the school took over, such as a council's or a diocese's."""

    source: Text = Field(alias="from")
    title: Text
    edition: Text | None = None
    date: When
    """When the school took it over."""


class Version(Shape):
    """One row of the table of versions, the oldest first."""

    version: Text
    date: When
    page: Text | None = None
    section: Text | None = None
    reason: Text
    summary: Text | None = None
    signed_by: RoleRef | None = None
    signed_on: When | None = None
