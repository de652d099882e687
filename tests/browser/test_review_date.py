"""Pages say by themselves when the day of the next review has come, or is past."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

HOME = "index.html"
CHILDRENS = "pupils/youngest.html"
DUE = dt.date(2027, 7, 1)
"""The day of the next review at Oakfield."""


def open_on(page: Page, site: Path, path: str, day: dt.date) -> None:
    page.clock.install(time=dt.datetime(day.year, day.month, day.day, 12))
    page.goto((site / path).as_uri())


@pytest.mark.parametrize("path", [HOME, CHILDRENS])
def test_before_the_day_nothing_is_late(page: Page, site: Path, path: str) -> None:
    open_on(page, site, path, DUE - dt.timedelta(days=1))
    expect(page.locator(".sp-footer__edition")).to_contain_text("Next review: 1 July 2027.")
    expect(page.locator("[data-review]:visible")).to_have_count(0)


def test_on_the_day_it_says_so(page: Page, site: Path) -> None:
    open_on(page, site, CHILDRENS, DUE)
    expect(page.locator(".sp-footer__edition strong:visible")).to_have_text(
        "The review is due today."
    )


@pytest.mark.parametrize("path", [HOME, CHILDRENS])
def test_after_the_day_it_is_overdue(page: Page, site: Path, path: str) -> None:
    open_on(page, site, path, DUE + dt.timedelta(days=1))
    expect(page.locator(".sp-footer__edition strong:visible")).to_have_text(
        "The review is overdue. The policy holds until there is a new edition."
    )


def test_the_line_of_facts_on_the_home_page_says_it_too(page: Page, site: Path) -> None:
    open_on(page, site, HOME, DUE + dt.timedelta(days=1))
    expect(page.locator(".sp-status strong:visible")).to_have_text("Overdue")
