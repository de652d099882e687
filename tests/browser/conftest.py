"""Which pages the browser looks at, and at which sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import html_pages

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from schoolpolicy.reading.project import Project

PHONE = {"width": 360, "height": 800}
DESKTOP = {"width": 1280, "height": 900}
HELP_PAGES = {"report/index.html", "pupils/help.html"}
HELP = "a[href$='report/index.html'], a[href$='help.html']"
"""The ways to help: for adults and for pupils."""
ANY_SEEN = """(selector) => [...document.querySelectorAll(selector)].some((each) => {
    const box = each.getBoundingClientRect();
    return each.checkVisibility() && box.width > 0 && box.left >= 0 && box.top >= 0
        && box.right <= innerWidth && box.bottom <= innerHeight;
})"""
"""Tells whether any such element is whole on the screen, without scrolling."""


@pytest.fixture
def paper(page: Page) -> Page:
    """A tab in which pages are looked at, not searched: they come without the search's index."""
    page.route("**/search/search_index.json", lambda route: route.abort())
    return page


@pytest.fixture(scope="session")
def patterned(project: Project) -> set[str]:
    """The folders of pages that are made from one pattern."""
    patterns = project.docs.rglob("each.md")
    return {path.parent.relative_to(project.docs).as_posix() for path in patterns}


@pytest.fixture(scope="session")
def kinds(site: Path, patterned: set[str]) -> list[str]:
    """One page of each kind: of pages made from one pattern, the longest."""
    chosen: dict[str, str] = {}
    for name in html_pages(site):
        folder, _, file = name.rpartition("/")
        kind = folder if folder in patterned and file != "index.html" else name
        longest = chosen.get(kind)
        if longest is None or (site / name).stat().st_size > (site / longest).stat().st_size:
            chosen[kind] = name
    return sorted(chosen.values())
