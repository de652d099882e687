"""Numbers that lead to one person: mobile phones, dates of birth, pupil numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.privacy.hits import Hit, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"[ \t\u00a0().-]"
_MOBILE = re.compile(
    rf"(?:\+44{_GAP}*(?:0{_GAP}*)?|0044{_GAP}*(?:0{_GAP}*)?|\(0{_GAP}?|0{_GAP}?)7{_GAP}?[1-9]"
    rf"(?:{_GAP}{{0,2}}\d){{8}}(?![\w-])"
)
"""A mobile number in any of the ways it is written; 070 is no mobile."""
_OF_A_CODE = re.compile(r"[\w.+/=#%-]")
"""What stands before figures that are a part of something longer."""
_FOR_DRAMA = "7700900"
"""How mobile numbers begin that are kept for films and examples, and reach nobody."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = (
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}"
)
_BIRTH = re.compile(
    rf"\b(?:date[ _-]of[ _-]birth|birth[ _-]?date|d\.?o\.?b\b\.?|born)[^\w\n]{{0,4}}"
    rf"(?:(?:is|on|in)\s)?\s*(?:{_DATE})(?!\d)",
    re.IGNORECASE,
)
_BIRTH_WORDS = ("birth", "born", "dob", "d.o.b")
_LONG = re.compile(r"\d{11}")
_PUPIL = re.compile(r"(?<![\w-])([A-HJ-NP-RT-Z])(\d{12}|\d{11}[A-HJ-NP-RT-Z])(?![\w-])")
_CHECKS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The letters that a unique pupil number can begin with: they tell whether its digits fit."""


def find_numbers(text: str) -> Iterator[Hit]:
    """Yield the mobile numbers, dates of birth and unique pupil numbers in a text."""
    for match in _MOBILE.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        if not _OF_A_CODE.match(before) and _FOR_DRAMA not in re.sub(r"\D", "", match[0]):
            yield Hit(Kind.MOBILE, *match.span())
    # Most texts have none of these words and no such figures, which is told much faster.
    low = text.lower()
    for match in _BIRTH.finditer(text) if any(each in low for each in _BIRTH_WORDS) else ():
        yield Hit(Kind.BIRTH_DATE, *match.span())
    for match in _PUPIL.finditer(text) if _LONG.search(text) else ():
        if not match[2].isdigit() or _fits(match[1], match[2]):
            yield Hit(Kind.PUPIL_NUMBER, *match.span())


def _fits(letter: str, digits: str) -> bool:
    """Return True if the letter is the one that the digits add up to."""
    total = sum(weight * int(digit) for weight, digit in enumerate(digits, 2))
    return _CHECKS[total % len(_CHECKS)] == letter
