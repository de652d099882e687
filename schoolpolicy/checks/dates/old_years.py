"""Finds the year of an earlier edition in texts and addresses, which the edition contradicts."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.warning import warning
from schoolpolicy.model.finding import Place
from schoolpolicy.model.reach import parts_of
from schoolpolicy.reading.placed import school_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?<![\d.])(20\d\d) ?(?:[-–/_]|to) ?(?:20)?(\d\d)(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s)<>\"']+")
_OUTSIDE = ("citations", "contacts", "requirements")
"""Subjects that name the years of others."""
_OLD = 2
"""A single year in an address is old by so many years: a text of last year may still hold."""


def check_old_years(
    policy: Policy, places: Mapping[tuple[str, str], Place], writings: Writings
) -> Iterator[Finding]:
    """Yield a warning for each text or address with a school year before the edition's."""
    yield from _edition(policy, places)
    current = current_year(policy)
    for written in (*writings.of_records(without=_OUTSIDE), *writings.of_pages()):
        found = _SCHOOL_YEAR.finditer(written.text) if "20" in written.text else ()
        for each in found:
            if _is_school_year(each) and int(each[1]) < current:
                yield warning(
                    "dates.old-year-in-text",
                    writings.spot(written, each.start(), each.end()),
                    f'{written.begins} names the school year "{each[0]}", but the edition is of '
                    f"{current}.",
                    "Write the current year, or a sentence that needs none.",
                )
    for place, name, address in _addresses(policy, places, writings):
        old = old_year(address, current)
        if old is not None:
            yield warning(
                "dates.old-year-in-address",
                place,
                f'The address of {name} has the year "{old}": readers take what stands there for '
                f"out of date ({address}).",
                "Publish the current text under an address with no year, and write that here.",
            )


def current_year(policy: Policy) -> int:
    """Return the year in which the edition begins, as far as it is known."""
    review = policy.school.review
    in_edition = _YEAR.search(review.edition)
    if in_edition:
        return int(in_edition[0])
    start = review.effective_from
    return start.year if isinstance(start, dt.date) else policy.day.year


def old_year(address: str, current: int) -> str | None:
    """Return the year in an address that is before the current one, if there is any."""
    pair = next(filter(_is_school_year, _SCHOOL_YEAR.finditer(address)), None)
    if pair is not None:
        return pair[0] if int(pair[1]) < current else None
    years = _YEAR.findall(address)
    return years[-1] if years and int(years[-1]) <= current - _OLD else None


def _edition(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning where the name of the edition has a year in which it does not hold."""
    review = policy.school.review
    years = [int(each) for each in _YEAR.findall(review.edition)]
    start = review.effective_from
    if years and isinstance(start, dt.date) and not years[0] <= start.year <= years[-1] + 1:
        yield warning(
            "dates.edition-year",
            school_place(places, policy.slug, "review.edition"),
            f'The edition "{review.edition}" holds from {start:%-d %B %Y}, which is another year.',
            'Correct "edition" or "effective_from".',
        )


def _is_school_year(found: re.Match[str]) -> bool:
    return (int(found[1]) + 1) % 100 == int(found[2])


def _addresses(
    policy: Policy, places: Mapping[tuple[str, str], Place], writings: Writings
) -> Iterator[tuple[Place, str, str]]:
    """Yield the addresses of the school's own policies and pages: where, of what, and which."""
    for document in policy.documents:
        if document.url is not None:
            yield places["documents", document.id], f'the policy "{document.id}"', document.url
    own = _host(policy.school.website)
    for written in writings.of_pages():
        page = written.page
        if page is None:
            continue
        yield Place(file=page.file, line=1, column=1), "this page", page.path
        for found in _ADDRESS.finditer(page.body) if own else ():
            if _host(found[0]) == own:
                line = page.first_line + page.body.count("\n", 0, found.start())
                column = found.start() - page.body.rfind("\n", 0, found.start())
                yield Place(file=page.file, line=line, column=column), "this link", found[0]


def _host(address: str | None) -> str:
    parts = parts_of(address or "")
    return ((parts and parts.hostname) or "").removeprefix("www.")
