"""On paper: A4, the text alone, with room to tick and to sign."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

CHECKLIST = "checklists/annual-filtering-review.html"
AGREEMENT = "agreements/parents.html"
SHEETS = (CHECKLIST, AGREEMENT)
MM = 96 / 25.4
A4 = (595, 842)
"""In points of a 72nd of an inch."""


def pages_of(pdf: bytes) -> list[tuple[int, int]]:
    """Return the sizes of the pages of a PDF, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_prints_on_upright_a4(page: Page, site: Path, sheet: str) -> None:
    page.goto(f"{site.as_uri()}/{sheet}")
    sizes = pages_of(page.pdf(prefer_css_page_size=True))
    assert sizes
    for width, height in sizes:
        assert abs(width - A4[0]) <= 1
        assert abs(height - A4[1]) <= 1


def test_a_log_to_fill_in_lies_across_on_pages_of_its_own(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/checklists/filtering-test-log.html")
    sizes = pages_of(page.pdf(prefer_css_page_size=True))
    upright = [width < height for width, height in sizes]
    assert upright == sorted(upright, reverse=True), "first the list, then the log"
    assert {True, False} == set(upright)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_text_of_a_printed_sheet_is_real_text(
    page: Page, site: Path, tmp_path: Path, sheet: str
) -> None:
    page.goto(f"{site.as_uri()}/{sheet}")
    title = page.get_by_role("heading", level=1).inner_text().partition("\n")[0].strip("¶ ")
    text = printed_text(page, tmp_path)
    for expected in (title, "Oakfield Primary School", "2026-27", "Signature", "Name", "Date"):
        assert expected in text
    for unwanted in ("Skip to content", "Search", "Use dark colours", "Table of contents"):
        assert unwanted not in text


def printed_text(page: Page, folder: Path) -> str:
    """Return the text of a printed page: of its PDF if a reader is at hand, else as laid out."""
    reader = shutil.which("pdftotext")
    if reader is None:
        page.emulate_media(media="print")
        return str(page.locator("body").inner_text())
    page.pdf(path=folder / "sheet.pdf", prefer_css_page_size=True)
    done = subprocess.run(
        [reader, "-layout", folder / "sheet.pdf", "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_of_the_site_around_a_sheet_is_printed(page: Page, site: Path, sheet: str) -> None:
    page.goto(f"{site.as_uri()}/{sheet}")
    page.emulate_media(media="print")
    for around in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".md-search", ".md-top"):
        for each in page.locator(around).all():
            expect(each).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    edition = page.locator("article").get_by_text("Edition 2026-27").first
    expect(edition).to_be_visible()


def test_boxes_can_be_ticked_with_a_pen(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{CHECKLIST}")
    page.emulate_media(media="print")
    boxes = [box.bounding_box() for box in page.locator("article .sp-box").all()]
    assert len(boxes) > 10
    for box in boxes:
        assert box is not None
        assert box["width"] >= 6 * MM
        assert box["height"] >= 6 * MM


@pytest.mark.parametrize("sheet", SHEETS)
def test_there_is_room_to_sign(page: Page, site: Path, sheet: str) -> None:
    page.goto(f"{site.as_uri()}/{sheet}")
    page.emulate_media(media="print")
    lines = [line.bounding_box() for line in page.locator("article .sp-sign dd").all()]
    assert len(lines) >= 3
    for line in lines:
        assert line is not None
        assert line["height"] >= 8 * MM
        assert line["width"] >= 20 * MM


def test_ink_is_black_on_white_even_for_readers_who_use_dark_colours(
    page: Page, site: Path
) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(f"{site.as_uri()}/{AGREEMENT}")
    ink, paper = page.evaluate(
        """() => [getComputedStyle(document.querySelector("article p")).color,
                  getComputedStyle(document.body).backgroundColor]"""
    )
    assert ink == "rgb(0, 0, 0)"
    assert paper == "rgb(255, 255, 255)"


def test_the_whole_policy_prints_on_at_most_25_pages(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/policy/whole.html")
    sizes = pages_of(page.pdf(prefer_css_page_size=True))
    assert 15 < len(sizes) <= 25


@pytest.mark.parametrize("poster", ["youngest", "juniors"])
def test_a_poster_is_one_page_in_type_that_can_be_read_from_afar(
    page: Page, site: Path, poster: str
) -> None:
    page.goto(f"{site.as_uri()}/pupils/poster-{poster}.html")
    assert len(pages_of(page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    promises = page.locator(".sp-poster > ul > li")
    assert 5 <= promises.count() <= 7
    size = promises.first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert size >= 24 * 96 / 72
