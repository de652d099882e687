"""The search finds the right page from the words that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

QUESTIONS = {
    "snapchat": {"social-media-and-messaging"},
    "nudes": {"nude-images", "help"},
    "chatgpt": {"generative-ai"},
    "filter": {"filtering-and-monitoring", "filtering-test-log", "filtering-lead"},
    "phone": {"mobile-and-smart-devices"},
    "password": {"passwords-and-accounts"},
    "bullying": {"online-bullying", "bullying-and-hate"},
    "childline": {"help", "index"},
    "who do I tell": {"index"},
    "tell someone": {"index", "help"},
    "who can I talk to": {"index", "help"},
    "can my child bring a phone": {"mobile-and-smart-devices"},
    "my child is being bullied": {"online-bullying", "help"},
    "can I take photos": {"images"},
    "someone is blackmailing me": {"help", "index"},
    "someone is threatening me": {"help", "index"},
    "someone filmed me": {"images"},
    "fake news": {"misinformation"},
    "roblox": {"gaming-and-livestreams"},
    "scammed": {"money-and-scams"},
    "school trip": {"trips"},
    "autism": {"inclusion"},
    "photo permission": {"images", "pictures"},
    "worried about the headteacher": {"index", "head-as-subject"},
    "report a hack": {"hacking-and-data-loss"},
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_right_page_is_among_the_first_three(page: Page, served: str, question: str) -> None:
    page.goto(f"{served}/index.html")
    # Parts of one page stand under it, and are no pages of their own.
    results = list(dict.fromkeys(ask(page, question)))
    names = [address.rpartition("/")[2].partition(".html")[0] for address in results[:3]]
    assert QUESTIONS[question] & set(names), results


FOUND = "[data-md-component='search-result'] .md-search-result__link"


def ask(page: Page, question: str) -> list[str]:
    """Type a question as a person does, and return the addresses found, best first."""
    box = page.locator("[data-md-component='search-query']").first
    box.click()
    box.press_sequentially(question, delay=30)
    expect(page.locator(FOUND).first).to_be_visible()
    shown: list[str] = []
    while shown != (shown := found_links(page)):
        page.wait_for_timeout(300)  # until the answer to the last letter is there
    return [address.partition("?")[0].partition("#")[0] for address in shown]


def found_links(page: Page) -> list[str]:
    """Return the addresses that are shown, all at one moment: the next letter changes them."""
    return page.locator(FOUND).evaluate_all(
        "links => links.slice(0, 10).map((each) => each.getAttribute('href'))"
    )


def test_the_search_works_by_keyboard_alone(page: Page, served: str) -> None:
    page.goto(f"{served}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("snapchat", delay=30)
    expect(page.locator(FOUND).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(f"{served}/index.html")


def test_the_search_asks_no_other_host(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/index.html")
    ask(page, "phone")
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
