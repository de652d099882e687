"""What a browser shows of a draft: a thin bar, and nothing of the advice on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.browser

BAR = ".sp-draft-bar"
THIN = 40
"""The most that the bar may take of the screen, in pixels."""
NOTED = "policy/sections/devices.html"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_bar_of_a_draft_is_thin_and_leads_to_the_list(
    paper: Page, site: Path, size: ViewportSize
) -> None:
    paper.set_viewport_size(size)
    paper.goto(f"{site.as_uri()}/index.html")
    box = paper.locator(BAR).bounding_box()
    assert box is not None
    assert box["height"] <= THIN
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    paper.locator(BAR).get_by_role("link").click()
    expect(paper.get_by_role("heading", level=1)).to_have_text("Still to decide¶")


def test_advice_to_authors_is_folded_on_the_screen_and_not_on_paper(
    paper: Page, site: Path
) -> None:
    paper.goto(f"{site.as_uri()}/{NOTED}")
    note = paper.locator(".sp-draft-note").first
    expect(note.locator("summary")).to_be_visible()
    expect(note.locator("p")).to_be_hidden()
    note.locator("summary").click()
    expect(note.locator("p")).to_be_visible()
    paper.emulate_media(media="print")
    expect(note).to_be_hidden()
