"""No page has a barrier that a machine can find (axe-core, with WCAG 2.2 AA and good practice)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.support import html_pages

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LOOK = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"


@dataclass(frozen=True)
class Barrier:
    """One rule that one element of one page breaks."""

    page: str
    rule: str
    element: str
    markup: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.page}: {self.rule}: {self.element}"


def barriers(page: Page, served: str, name: str) -> list[Barrier]:
    """Return what axe finds on one page."""
    page.goto(f"{served}/{name}")
    page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(LOOK)
    return [
        Barrier(
            name,
            f"{rule['id']} ({rule['help']})",
            " ".join(map(str, node["target"])),
            node["html"][:160],
            " ".join(node["failureSummary"].split())[:240],
        )
        for rule in found
        for node in rule["nodes"]
    ]


def report(found: list[Barrier]) -> str:
    """Return the barriers for a person to read: alike ones once, with the pages they are on."""
    alike: dict[tuple[str, str], list[Barrier]] = defaultdict(list)
    for each in found:
        alike[each.rule, re.sub(r"[0-9]+", "N", each.element)].append(each)
    lines = [f"{len(found)} barriers, of {len(alike)} kinds:"]
    for group in alike.values():
        first, pages = group[0], sorted({each.page for each in group})
        lines += [str(first), f"    {first.markup}", f"    {first.remedy}"]
        if len(pages) > 1:
            lines.append(f"    and on {len(pages) - 1} more pages: {', '.join(pages[1:6])} ...")
    return "\n".join(lines)


def test_no_page_has_a_barrier(
    paper: Page, site: Path, served: str, kinds: list[str], patterned: set[str]
) -> None:
    made = [name for name in html_pages(site) if name.rpartition("/")[0] in patterned]
    # Pages made from one pattern differ in little: every eighth will do, and the longest.
    names = {*html_pages(site)} - {*made} | {*made[::8]} | {*kinds}
    found = [each for name in sorted(names) for each in barriers(paper, served, name)]
    assert not found, report(found)


def test_no_kind_of_page_has_a_barrier_on_a_phone(
    paper: Page, served: str, kinds: list[str]
) -> None:
    paper.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    found = [each for name in kinds for each in barriers(paper, served, name)]
    assert not found, report(found)


def test_no_kind_of_page_has_a_barrier_in_dark_colours(
    paper: Page, served: str, kinds: list[str]
) -> None:
    paper.emulate_media(color_scheme="dark")
    found = [each for name in kinds for each in barriers(paper, served, name)]
    expect(paper.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert not found, report(found)


@pytest.mark.parametrize("dark", [False, True])
def test_pages_for_those_who_answer_for_the_school_have_no_barrier(
    paper: Page, governors_site: Path, dark: bool
) -> None:
    paper.emulate_media(color_scheme="dark" if dark else "light")
    names = ("governors/coverage.html", "governors/pack.html", "staff/due.html")
    found = [each for name in names for each in barriers(paper, governors_site.as_uri(), name)]
    assert not found, report(found)


def test_the_home_page_has_no_barrier_for_readers_who_want_no_motion_and_strong_contrast(
    paper: Page, served: str
) -> None:
    paper.emulate_media(reduced_motion="reduce", forced_colors="active", contrast="more")
    assert not (found := barriers(paper, served, "index.html")), report(found)
