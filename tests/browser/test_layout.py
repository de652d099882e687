"""How pages look on a phone and on a desktop, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ANY_SEEN, DESKTOP, HELP, HELP_PAGES, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.browser

SIZES: dict[str, ViewportSize] = {
    "a phone": {"width": PHONE["width"], "height": PHONE["height"]},
    "the narrowest": {"width": 320, "height": 640},
    "a desktop": {"width": DESKTOP["width"], "height": DESKTOP["height"]},
}


@pytest.mark.parametrize("size", SIZES)
def test_no_page_scrolls_sideways_and_all_show_the_way_to_help(
    paper: Page, served: str, kinds: list[str], size: str
) -> None:
    paper.set_viewport_size(SIZES[size])
    wide, helpless = [], []
    for name in kinds:
        paper.goto(f"{served}/{name}")
        width = paper.evaluate("document.scrollingElement.scrollWidth")
        if width > SIZES[size]["width"]:
            wide.append(f"{name}: {width} px")
        if name not in HELP_PAGES and not paper.evaluate(ANY_SEEN, HELP):
            helpless.append(name)
    assert wide == []
    assert helpless == []


def test_the_way_to_help_stays_in_view_while_reading(page: Page, served: str) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.goto(f"{served}/policy/whole.html")
    page.mouse.wheel(0, 4000)
    page.wait_for_function("window.scrollY > 3000")
    assert page.evaluate(ANY_SEEN, HELP)


def test_a_child_sees_childline_without_scrolling(page: Page, served: str) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.goto(f"{served}/pupils/help.html")
    assert page.evaluate(ANY_SEEN, "article a[href='tel:08001111']")
    expect(page.get_by_role("article").get_by_text("Childline").first).to_be_in_viewport(ratio=1)


def test_a_parent_sees_999_without_scrolling(page: Page, served: str) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.goto(f"{served}/report/index.html")
    assert page.evaluate(ANY_SEEN, "article a[href='tel:999']")


def test_the_versions_are_cards_on_a_phone_that_say_which_they_are(page: Page, served: str) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.goto(f"{served}/changes/index.html")
    table = page.locator(".sp-versions")
    caption = table.locator("caption")
    lines = "each => each.clientHeight / parseFloat(getComputedStyle(each).lineHeight)"
    assert float(caption.evaluate(lines)) < 2
    before = "each => getComputedStyle(each, '::before').content"
    assert table.locator("tbody th").first.evaluate(before) == '"Version "'


def test_pupils_pages_have_larger_type(page: Page, served: str) -> None:
    def size_on(name: str) -> float:
        page.goto(f"{served}/{name}")
        paragraph = page.locator("article p, article li").filter(has_text="a").first
        return float(paragraph.evaluate("each => parseFloat(getComputedStyle(each).fontSize)"))

    assert size_on("pupils/youngest.html") > size_on("staff/index.html")


GRID = "policy/grids/communications.html"


def test_a_grid_is_a_table_on_a_desktop(page: Page, served: str) -> None:
    page.goto(f"{served}/{GRID}")
    table = page.locator("article table").first
    expect(table.locator("thead")).to_be_visible()
    columns = table.locator("thead th").count() - 1
    cells = table.locator("tbody tr:has(td)").first.locator("td").all()
    spans = [int(cell.get_attribute("colspan") or 1) for cell in cells]
    assert sum(spans) == columns
    boxes = [box for cell in cells if (box := cell.bounding_box())]
    assert len({round(box["y"]) for box in boxes}) == 1, "cells of a row are side by side"


def test_a_grid_is_a_list_on_a_phone(page: Page, served: str) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.goto(f"{served}/{GRID}")
    cells = page.locator("article table").first.locator("tbody tr:has(td)").first.locator("td")
    boxes = [box for cell in cells.all() if (box := cell.bounding_box())]
    tops = [round(box["y"]) for box in boxes]
    assert len(tops) > 1
    assert tops == sorted(set(tops)), "cells of a row stand below each other"
    assert all(box["x"] + box["width"] <= PHONE["width"] for box in boxes)
    shown = cells.first.evaluate("each => getComputedStyle(each, '::before').content")
    assert "Staff" in shown, "each says for whom it is"


def test_every_level_is_a_sign_and_a_word(page: Page, served: str) -> None:
    page.goto(f"{served}/{GRID}")
    cells = page.locator("article table td").count()
    levels = page.locator("article table td .sp-level")
    assert levels.count() >= cells
    assert levels.filter(has=page.locator("svg")).count() == levels.count()
    assert [text for text in levels.all_inner_texts() if not text.strip()] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_takes_the_colours_of_the_readers_device(
    page: Page, served: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{served}/index.html")
    name = "slate" if scheme == "dark" else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
    background, ink = page.evaluate(
        """() => ["background-color", "color"].map(
            (name) => getComputedStyle(document.body).getPropertyValue(name))"""
    )
    assert (brightness(background) < brightness(ink)) == (scheme == "dark")


def brightness(colour: str) -> float:
    """Return how bright a colour is that CSS gives as `rgb(...)` or `rgba(...)`."""
    red, green, blue = (float(part) for part in colour.partition("(")[2].rstrip(")").split(",")[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_reader_may_choose_the_other_colours(page: Page, served: str) -> None:
    page.goto(f"{served}/index.html")
    page.locator("label[title='Use dark colours']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{served}/parents/index.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_what_is_pressed_is_large_enough(paper: Page, served: str, kinds: list[str]) -> None:
    """24 by 24 pixels, but for links in running text."""
    paper.set_viewport_size(SIZES["a phone"])
    small = set()
    for name in kinds:
        paper.goto(f"{served}/{name}")
        for text, width, height in paper.evaluate(
            """() => [...document.querySelectorAll(".sp-button, .sp-header__help, article button,"
                + " article summary, .md-header__button:not([hidden])")]
                .map((each) => [each, each.getBoundingClientRect()])
                .filter(([, box]) => box.width > 0)
                .map(([each, box]) => [each.className + each.textContent.trim(),
                                       box.width, box.height])"""
        ):
            if width < 24 or height < 24:
                small.add(f"{text[:60]}: {width:.0f}x{height:.0f}")
    assert small == set()
