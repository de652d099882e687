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
    r"(?P<date>\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}|"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(_MONTHS)}),? \d{{4}})"
)
_OUR_POLICY = r"(?:this|the|our)(?: online safety)? policy"
_NEXT = re.compile(
    r"(?:(?:next|policy) review(?: date| due| is)?|review (?:date|due)|due for review|"
    rf"{_OUR_POLICY} (?:again|is|will be|must be|is to be)(?: next)? reviewed|"
    rf"review {_OUR_POLICY}(?: again)?)\b[^.]{{0,30}}?{_DATE}",
    re.IGNORECASE,
)
_LAST = re.compile(rf"(?:last|previous) review(?:ed)?\b[^.]{{0,30}}?{_DATE}", re.IGNORECASE)
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
        if "review" not in written.text.lower():
            continue
        for pattern, right, which in known:
            for found in pattern.finditer(written.text):
                when = as_written(found["date"])
                if when is not None and not _agree(when, right):
                    yield warning(
                        "dates.two-reviews",
                        writings.spot(written, found.start("date"), found.end("date")),
                        f'{written.begins} gives "{found["date"]}" for the {which}, but the '
                        f"school's file gives {right}.",
                        "Take the date out of the text: the site shows the one in the file.",
                    )


def as_written(said: str) -> str | None:
    """Return a date as data has it, `2026-09-01` or `2026-09`; None if there is no such day."""
    month = next((n for n, name in enumerate(_MONTHS, 1) if name.lower() in said.lower()), None)
    numbers = [int(each) for each in re.findall(r"\d+", said)]
    if month is not None:
        parts = (numbers[-1], month, *numbers[:-1])
    elif "/" in said:
        parts = (numbers[2], numbers[1], numbers[0])
    else:
        parts = (numbers[0], numbers[1], numbers[2])
    if len(parts) == 2:
        return f"{parts[0]:04}-{parts[1]:02}"
    try:
        return dt.date(*parts).isoformat()
    except ValueError:
        return None


def _agree(one: str, other: str) -> bool:
    """Return True if two dates can be the same: a month holds all its days."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)
