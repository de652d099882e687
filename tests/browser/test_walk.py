"""A walk through the site as readers walk it; nothing of it leaves the school's own files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ANY_SEEN, DESKTOP, HELP, HELP_PAGES, PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("opened_from", ["a web server", "a disk"])
def test_from_home_to_a_topic_to_reporting_a_concern(
    page: Page, site: Path, served: str, opened_from: str
) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    start = served if opened_from == "a web server" else site.as_uri()

    page.goto(f"{start}/index.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Oakfield Primary School")

    article = page.get_by_role("article")
    article.locator("a[href='parents/index.html']").first.click()
    expect(page).to_have_url(re.compile(r"/parents/index\.html$"))

    article.get_by_role("link", name="Phones, watches and other devices").first.click()
    expect(page).to_have_url(re.compile(r"/parents/topics/mobile-and-smart-devices\.html$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("Phones, watches and other devices")
    )

    page.get_by_role("banner").get_by_role("link", name=re.compile("Report")).click()
    expect(page).to_have_url(re.compile(r"/report/index\.html$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Report a concern")
    expect(page.get_by_role("link", name="999").first).to_have_attribute("href", "tel:999")

    elsewhere = [url for url in asked if not url.startswith((start, "data:", "blob:"))]
    assert elsewhere == []
    assert errors == []


def test_the_report_page_leads_to_what_to_do(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/report/index.html")
    article = page.get_by_role("article")
    links = article.locator("a[href*='incidents/nude-images.html']")
    links.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("nude", re.IGNORECASE))


def test_everything_is_reached_by_the_keyboard(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text(re.compile("Skip to content"))
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href') || ''"))
    assert any(each.endswith("report/index.html") for each in reached)
    assert any(each.endswith("parents/index.html") for each in reached)


def test_what_has_the_focus_is_seen_to_have_it(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/parents/index.html")
    link = page.get_by_role("article").get_by_role("link").first
    page.keyboard.press("Tab")  # the browser marks the focus only for those who use keys
    link.focus()
    outline = link.evaluate("element => getComputedStyle(element).outlineStyle")
    shadow = link.evaluate("element => getComputedStyle(element).boxShadow")
    assert outline != "none" or shadow != "none"


TEXT = ", ".join(
    f"article {part}:not(nav *, .sp-cell *, .sp-twice *, details:not([open]) *)"
    for part in ("p", "li", "td", "dd")
)
"""The text of a page, but for ways about it, what opens at a press, and tables whose text
stands beside them as well."""
HIDDEN = """(selector) => [...document.querySelectorAll(selector)]
    .filter((each) => each.textContent.trim() && !each.checkVisibility())
    .map((each) => each.textContent.trim().slice(0, 60))"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_without_javascript_all_text_is_there(
    browser: Browser, served: str, kinds: list[str], size: dict[str, int]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    hidden, helpless = [], []
    for name in kinds:
        page.goto(f"{served}/{name}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        hidden += [f"{name}: {text}" for text in page.evaluate(HIDDEN, TEXT)]
        if name not in HELP_PAGES and not page.evaluate(ANY_SEEN, HELP):
            helpless.append(name)
    context.close()
    assert hidden == []
    assert helpless == []


def test_without_javascript_the_site_can_be_walked(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    page.get_by_role("article").locator("a[href='parents/index.html']").first.click()
    page.get_by_role("article").get_by_role("link", name="Phones").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Phones")
    context.close()
