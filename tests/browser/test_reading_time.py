"""Nobody needs more time than they were promised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support import html_pages

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WORDS_A_MINUTE = 238
"""How fast adults read silently, on average (Brysbaert 2019, a review of 190 studies)."""
PARENTS_MINUTES = 3
INDUCTION_MINUTES = 20


def minutes(page: Page, served: str, name: str) -> float:
    """Return how long a page takes to read, without what is folded away."""
    page.goto(f"{served}/{name}")
    return len(page.locator("article.md-content__inner").inner_text().split()) / WORDS_A_MINUTE


def test_a_page_for_parents_takes_at_most_three_minutes(
    paper: Page, site: Path, served: str
) -> None:
    names = [name for name in html_pages(site) if name.startswith("parents/")]
    assert len(names) > 30
    times = {name: minutes(paper, served, name) for name in names}
    assert {name: time for name, time in times.items() if time > PARENTS_MINUTES} == {}


def test_the_induction_path_takes_twenty_minutes_as_it_says(paper: Page, served: str) -> None:
    paper.goto(f"{served}/staff/index.html")
    steps = [
        (step.locator("a").first.get_attribute("href") or "", step.inner_text())
        for step in paper.locator(".sp-path li").all()
    ]
    total = 0.0
    for address, text in steps:
        promised = re.search(r"(\d+) minutes?", text)
        assert promised, text
        time = minutes(paper, served, f"staff/{address}")
        assert time <= int(promised[1]) + 0.5, (address, time)
        total += time
    assert 10 < total <= INDUCTION_MINUTES
