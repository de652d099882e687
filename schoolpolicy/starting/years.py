"""The years of a school, written as people say them: `reception-y6`, `y7-y11, y12, y13`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.reading.suggest import remedy

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAID = re.compile(r"^(?:years?|yrs?|yr)?[ -]?(\d{1,2})$")


class YearsError(ValueError):
    """Raised when words do not say which years a school has."""


def parse_years(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the years that are meant, the youngest first.

    Args:
        text: years and ranges of years, with commas between them.
        known: all years there are, the youngest first.

    Raises:
        YearsError: it says why, and what to write.
    """
    found: set[str] = set()
    for part in filter(None, (each.strip() for each in text.lower().split(","))):
        ends = [_year(each, known) for each in re.split(r"\s*[-–]\s*|\s+to\s+", part)]
        if len(ends) > 2:
            raise YearsError(f'"{part}" is no range. Write it as "{known[0]}-{known[-1]}".')
        first, last = known.index(ends[0]), known.index(ends[-1])
        if first > last:
            raise YearsError(f'"{part}" runs backwards. Write "{ends[-1]}-{ends[0]}".')
        found |= set(known[first : last + 1])
    if not found:
        raise YearsError(f'No year is named. Write, for example, "{known[0]}-{known[-1]}".')
    return tuple(each for each in known if each in found)


def _year(said: str, known: Sequence[str]) -> str:
    number = _SAID.match(said)
    year = f"y{int(number[1])}" if number else said
    if year not in known:
        shown = f"The years are: {', '.join(known)}."
        raise YearsError(f'"{said}" is not a year. {remedy(year, known, shown)}')
    return year
