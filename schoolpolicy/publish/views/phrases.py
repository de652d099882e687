"""Small pieces of wording made from values: how often, what time, which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.base import EVENTS
from schoolpolicy.model.history import first_day

if TYPE_CHECKING:
    import datetime as dt

TO_BE_DECIDED = "to be decided"
"""What readers see instead of a fact that the school has not settled yet."""
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth")


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def how_often(interval: str) -> str:
    """Return a frequency in words: `1 week` -> `Once a week`, `2 years` -> `Every 2 years`."""
    if interval in EVENTS:
        return capital(interval)
    number, unit = interval.removesuffix("s").split(" ", maxsplit=1)
    return f"Once a {unit}" if number == "1" else f"Every {number} {unit}s"


def clock(time: str) -> str:
    """Return a clock time as people say it: `08:40` -> `8:40am`, `13:00` -> `1pm`."""
    hour, minute = (int(part) for part in time.split(":"))
    half = "am" if hour < 12 else "pm"
    if minute == 0 and hour in {0, 12}:
        return "12 noon" if hour else "midnight"
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''}{half}"


def day(date: dt.date | str) -> str:
    """Return a day in words, which may be undecided: `1 September 2026`."""
    return TO_BE_DECIDED if isinstance(date, str) else f"{date.day} {date:%B %Y}"


def when(written: str) -> str:
    """Return a day or a month in words: `2016-10` -> `October 2016`."""
    first = first_day(written)
    return f"{first:%B %Y}" if written.count("-") == 1 else day(first)


def dial(phone: str) -> str:
    """Return a phone number as a telephone dials it: without spaces."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def nth(number: int) -> str:
    """Return which time it is: `1` -> `The first time`, `7` -> `Time 7`."""
    return f"The {_NTH[number - 1]} time" if number <= len(_NTH) else f"Time {number}"


def the(title: str) -> str:
    """Return a role's title with its article: `headteacher` -> `the headteacher`, `all staff`."""
    return title if title.startswith("all ") else f"the {title}"
