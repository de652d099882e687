"""Rules as pictures and sentences, as a browser shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.browser

PAGE = "staff/rules.html"
ON_A_PHONE: ViewportSize = {"width": PHONE["width"], "height": PHONE["height"]}
ON_A_DESKTOP: ViewportSize = {"width": DESKTOP["width"], "height": DESKTOP["height"]}
OUTSIDE = """(picture) => {
    const frame = picture.getBoundingClientRect();
    return [...picture.querySelectorAll('text, rect')].filter((each) => {
        const box = each.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1
            || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    }).map((each) => each.textContent || each.outerHTML);
}"""
"""Tells which words and cells of a picture stand outside it."""
SPILLED = """(picture) => [...picture.querySelectorAll('.sp-strip__cell')].filter((cell) => {
    const word = cell.querySelector('text');
    if (!word) return false;
    const box = cell.querySelector('rect').getBoundingClientRect();
    const text = word.getBoundingClientRect();
    return text.left < box.left || text.right > box.right;
}).map((cell) => cell.textContent.trim())"""
"""Tells which words do not fit their cells."""


@pytest.mark.parametrize(
    ("size", "drawn"), [(ON_A_PHONE, "narrow"), (ON_A_DESKTOP, "wide")], ids=["phone", "desktop"]
)
def test_the_day_is_drawn_for_the_screen_and_stays_inside_its_picture(
    page: Page, served: str, size: ViewportSize, drawn: str
) -> None:
    page.set_viewport_size(size)
    page.goto(f"{served}/{PAGE}")
    pictures = page.locator(".sp-strip svg[role='img']:visible").all()
    assert pictures
    for picture in pictures:
        assert f"sp-picture--{drawn}" in str(picture.get_attribute("class"))
        assert picture.evaluate(OUTSIDE) == []
        assert picture.evaluate(SPILLED) == []


def test_the_picture_says_the_same_in_words(page: Page, served: str) -> None:
    page.goto(f"{served}/{PAGE}")
    strip = page.locator(".sp-strip").first
    words = strip.locator("details.sp-words")
    words.locator("summary").click()
    rows = words.locator("li")
    expect(rows.first).to_be_visible()
    drawn = strip.locator("svg[role='img']:visible .sp-strip__text--place")
    assert rows.count() == drawn.count()


def test_every_cell_that_has_room_shows_a_sign(page: Page, served: str) -> None:
    page.set_viewport_size(ON_A_DESKTOP)
    page.goto(f"{served}/{PAGE}")
    cells = page.locator(".sp-strip svg:visible .sp-strip__cell").all()
    for cell in cells:
        box = cell.bounding_box()
        assert box is not None
        if box["width"] > 24:
            assert cell.locator("svg path").count() >= 1


def test_the_rules_for_adults_open_by_thing_with_the_keyboard(page: Page, served: str) -> None:
    page.goto(f"{served}/{PAGE}")
    first = page.locator(".sp-saying").first
    expect(first.locator(".sp-say").first).to_be_hidden()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator(".sp-say").first).to_be_visible()


def test_every_sentence_has_a_level_as_sign_and_word(page: Page, served: str) -> None:
    page.goto(f"{served}/{PAGE}")
    sentences = page.locator(".sp-say")
    levels = sentences.locator(".sp-say__level .sp-level:has(svg):has(span)")
    assert levels.count() == sentences.count() > 0


def test_children_see_a_picture_with_each_rule(page: Page, served: str) -> None:
    page.set_viewport_size(ON_A_PHONE)
    page.goto(f"{served}/pupils/youngest.html")
    opened = page.locator(".sp-saying[open] .sp-say")
    assert opened.count() > 0
    assert opened.locator(".sp-say__picture:visible").count() == opened.count()
