"""Text that people with poor sight can read: large enough, upright, in lines of a good length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "parents/topics/images.html",
    "policy/sections/purpose-and-scope.html",
    "staff/index.html",
    "pupils/juniors.html",
    "report/index.html",
    "staff/incidents/nude-images.html",
)
SMALLEST = 16
"""In pixels; on paper 16 of them are 12 points."""
LONGEST_LINE = 50
"""In times the size of the type: some 100 signs."""
NOTES = (
    ".sp-draft-note, .sp-small, .sp-sources, .sp-contact__not, .sp-contact__way, .sp-level,"
    " .sp-cell, table, .sp-step__meta, .sp-strip, .sp-way__text, .sp-row__text, .sp-say__more,"
    " .sp-say__who"
)
"""What stands beside the text: sources, notes, signs, tables."""
TEXTS = """notes => [...document.querySelectorAll("article :is(p, li, dd)")]
    .filter(each => !each.closest(notes) && each.getClientRects().length
        && [...each.childNodes].some(part => part.nodeType === 3 && part.textContent.trim()))
    .map(each => {
        const style = getComputedStyle(each), size = parseFloat(style.fontSize);
        const range = document.createRange();
        range.selectNodeContents(each);
        const width = range.getBoundingClientRect().width / size;
        return {text: each.textContent.trim(), size, width,
            justified: style.textAlign === "justify", italic: style.fontStyle === "italic",
            capitals: style.textTransform === "uppercase"};
    })"""


class Text(TypedDict):
    """One paragraph or entry as a browser shows it."""

    text: str
    size: float
    width: float
    justified: bool
    italic: bool
    capitals: bool


def texts(page: Page, address: str, media: str = "screen") -> list[Text]:
    page.emulate_media(media="print" if media == "print" else "screen")
    page.goto(address)
    found: list[Text] = page.evaluate(TEXTS, NOTES)
    assert found
    return found


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("name", PAGES)
def test_running_text_is_large_enough(page: Page, site: Path, name: str, media: str) -> None:
    found = texts(page, f"{site.as_uri()}/{name}", media)
    small = [(each["size"], each["text"]) for each in found if each["size"] < SMALLEST - 0.01]
    assert small == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("look", ["justified", "italic", "capitals"])
def test_text_is_plain(
    page: Page, site: Path, name: str, look: Literal["justified", "italic", "capitals"]
) -> None:
    found = texts(page, f"{site.as_uri()}/{name}")
    assert [each["text"] for each in found if each[look]] == []


@pytest.mark.parametrize("name", PAGES)
def test_lines_are_not_too_long(page: Page, site: Path, name: str) -> None:
    found = texts(page, f"{site.as_uri()}/{name}")
    assert [each["text"] for each in found if each["width"] > LONGEST_LINE] == []
