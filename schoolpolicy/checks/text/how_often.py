"""How often a text says that something is done, and how often a duty is due, as numbers of days."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_YEAR = 366.0
_DAYS: Mapping[str, float] = MappingProxyType(
    {
        **{"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": _YEAR / 12, "quarter": _YEAR / 4},
        **{"half-term": _YEAR / 6, "half term": _YEAR / 6, "term": _YEAR / 3, "year": _YEAR},
    }
)
"""A school year has three terms of two halves."""
_ADVERBS: Mapping[str, str] = MappingProxyType(
    {
        **{"daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month"},
        **{"quarterly": "quarter", "half-termly": "half-term", "termly": "term"},
        **{"yearly": "year", "annually": "year"},
    }
)
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        **{"once": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
        **{"seven": 7, "eight": 8, "nine": 9, "ten": 10, "second": 2, "third": 3, "other": 2},
    }
)
_UNIT = r"(?P<unit>day|week|fortnight|month|quarter|half[- ]term|term|year)"
_NUMBER = rf"(?P<number>{'|'.join(_NUMBERS)}|[1-9]\d*)"
_TIMES = rf"(?:(?P<times>once|twice)|{_NUMBER.replace('number', 'count')} times)"
_OFTEN = re.compile(
    rf"(?<![\w-])(?:(?P<least>at least )?(?:{_TIMES} )?(?:(?:in )?(?:each|every)|an?|per)"
    rf" (?:{_NUMBER} )?(?:school )?{_UNIT}s?(?! (?:group|\d))"
    rf"|(?P<adverb>{'|'.join(_ADVERBS)})(?=[.,;:]|$| (?:and|by|for|in|to|with)\b))(?![\w-])",
    re.IGNORECASE,
)
"""It takes "a year" for a frequency only after "once", "twice" or "three times"."""
_INTERVAL = re.compile(rf"(?P<number>\d+) (?:school )?{_UNIT}s?")


class Often(NamedTuple):
    """How often a part of a text says that something is done."""

    start: int
    end: int
    days: float
    at_least: bool

    def met_by(self, days: float) -> bool:
        """Tell whether what is done at some interval is done as often as the text says."""
        same = abs(self.days - days) <= self.days * 0.02
        return same or (self.at_least and days < self.days)


def how_often(text: str) -> Iterator[Often]:
    """Yield each frequency that a text gives: "each term", "twice a year", "every two years"."""
    for match in _OFTEN.finditer(text):
        if match["adverb"]:
            days = _DAYS[_ADVERBS[match["adverb"].lower()]]
        else:
            times = (match["times"] or match["count"] or "").lower()
            if not times and re.search(r"(?:^|\s)(?:an?|per) ", match[0].lower()):
                continue
            days = _DAYS[match["unit"].lower()] * _number(match["number"]) / _number(times)
        yield Often(match.start(), match.end(), days, bool(match["least"]))


def days_of(interval: str) -> float | None:
    """Return the days between two times that a duty is due; None if it has no rhythm."""
    match = _INTERVAL.fullmatch(interval)
    return int(match["number"]) * _DAYS[match["unit"]] if match else None


def _number(text: str | None) -> int:
    text = (text or "once").lower()
    return int(text) if text.isdigit() else _NUMBERS[text]
