"""No page has a barrier that a machine can find (axe-core, with WCAG 2.2 AA and good practice)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.conftest import PHONE
from tests.support import html_pages

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LOOK = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
AT_MOST = 40
"""How many barriers are told: more of them would hide the first."""


def barriers(page: Page, site: Path, name: str) -> list[str]:
    """Return what axe finds on one page: page, rule, and the elements meant."""
    page.goto(f"{site.as_uri()}/{name}")
    page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(LOOK)
    return [
        f"{name}: {rule['id']} ({rule['help']}): {' '.join(map(str, node['target']))}\n"
        f"    {node['html'][:160]}\n    {' '.join(node['failureSummary'].split())[:240]}"
        for rule in found
        for node in rule["nodes"]
    ]


def report(found: list[str]) -> str:
    """Return the barriers found, for a person to read."""
    more = f"\n... and {len(found) - AT_MOST} more" if len(found) > AT_MOST else ""
    return f"{len(found)} barriers:\n" + "\n".join(found[:AT_MOST]) + more


def test_no_page_has_a_barrier(page: Page, site: Path) -> None:
    found = [each for name in html_pages(site) for each in barriers(page, site, name)]
    assert not found, report(found)


def test_no_kind_of_page_has_a_barrier_on_a_phone(page: Page, site: Path, kinds: list[str]) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    found = [each for name in kinds for each in barriers(page, site, name)]
    assert not found, report(found)


@pytest.mark.parametrize("width", [360, 1280])
def test_no_kind_of_page_has_a_barrier_in_dark_colours(
    page: Page, site: Path, kinds: list[str], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark")
    found = [each for name in kinds for each in barriers(page, site, name)]
    assert not found, report(found)


def test_no_kind_of_page_has_a_barrier_for_readers_who_want_no_motion_and_strong_contrast(
    page: Page, site: Path
) -> None:
    page.emulate_media(reduced_motion="reduce", forced_colors="active", contrast="more")
    assert not (found := barriers(page, site, "index.html")), report(found)
