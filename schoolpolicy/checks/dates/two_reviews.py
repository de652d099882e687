"""Finds a review date in a text that is another than the one in the school's file."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.warning import warning
from schoolpolicy.model.history import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy

_MONTHS = tuple(calendar.month_name)[1:]
_DATE = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}|"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(_MONTHS)}),? \d{{4}})"
)
_YEAR = r":?(?: (?:again|by|due|during|for|in|is|of|was)){0,3} (?P<year>20\d\d)(?![\d/–-]| to)"
"""A year alone counts only right after the words about a review."""
_OUR_POLICY = r"(?:this|the|our)(?: online safety)? policy"


def _dated(what: str) -> re.Pattern[str]:
    """Return what finds some words with the date that belongs to them."""
    return re.compile(rf"(?:{what})\b(?:[^.]{{0,30}}?(?P<date>{_DATE})|{_YEAR})", re.IGNORECASE)


_NEXT = _dated(
    r"(?:next|policy) review(?: date| due| is)?|review (?:date|due)|due for review|"
    rf"{_OUR_POLICY} (?:again|is|will be|must be|is to be)(?: next)? reviewed|"
    rf"review {_OUR_POLICY}(?: again)?"
)
_LAST = _dated(
    r"(?:last|previous) review(?:ed)?|"
    # What else was updated, such as a list of apps, has a date of its own.
    rf"(?:^|\n|[.|])[\s*_]*last (?:updated|revised)|{_OUR_POLICY} was (?:last )?(?:updated|revised)"
)
_LIKELY = ("review", "update", "revised")
"""Parts of words without which no pattern fits: to look for them first is much faster."""
_OUTSIDE = ("citations", "contacts", "requirements")


def check_two_reviews(policy: Policy, writings: Writings) -> Iterator[Finding]:
    """Yield a warning for each text whose date of a review is not that in the data."""
    review = policy.school.review
    due = review.next_review
    known: list[tuple[re.Pattern[str], str, str]] = []
    if isinstance(due, dt.date):
        known.append((_NEXT, due.isoformat(), "next review"))
    if review.reviewed_on:
        known.append((_LAST, review.reviewed_on[-1], "last review"))
    for written in (*writings.of_records(without=_OUTSIDE), *writings.of_pages()):
        low = written.text.lower()
        if not any(each in low for each in _LIKELY):
            continue
        for pattern, right, which in known:
            for found in pattern.finditer(written.text):
                named = "date" if found["date"] else "year"
                when = as_written(found[named])
                if when is not None and not _agree(when, right):
                    yield warning(
                        "dates.two-reviews",
                        writings.spot(written, *found.span(named)),
                        f'{written.begins} gives "{found[named]}" for the {which}, but the '
                        f"school's file gives {right}.",
                        "Take the date out of the text: the site shows the one in the file.",
                    )


def as_written(said: str) -> str | None:
    """Return a date as data has it, `2026-09-01`, `2026-09` or `2026`; None for no such day."""
    month = next((n for n, name in enumerate(_MONTHS, 1) if name.lower() in said.lower()), None)
    numbers = [int(each) for each in re.findall(r"\d+", said)]
    if month is not None:
        parts = (numbers[-1], month, *numbers[:-1])
    elif "/" in said:
        parts = (numbers[2], numbers[1], numbers[0])
    else:
        parts = tuple(numbers)
    if len(parts) == 1:
        return f"{parts[0]:04}"
    if len(parts) == 2:
        return f"{parts[0]:04}-{parts[1]:02}"
    try:
        return dt.date(*parts).isoformat()
    except ValueError:
        return None


def _agree(one: str, other: str) -> bool:
    """Return True if two dates can be the same: a year and a month hold all their days."""
    if len(one) == len("2026"):
        return other.startswith(one)
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)
