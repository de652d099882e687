"""No page uses a short form before its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.policies import oakfield
from tests.support import html_pages

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
NOT_READ = re.compile(
    r"<(script|svg|h[1-6]|a|summary|caption|th|nav|button|option|label|dt|legend|select)\b"
    r".*?</\1>|<[^>]+>",
    re.DOTALL,
)
SHORT = re.compile(r"\b[A-Z]{2,}\b")
KNOWN = {"UK", "IT", "AA", "HM", "TV", "PDF", "PIN", "US"}
"""Short forms that need no words: everybody says them so, or they are part of a name."""


def unexplained(html: str) -> set[str]:
    """Return the short forms in running text that come before their words."""
    article = ARTICLE.search(html)
    text = NOT_READ.sub(" ", article[0] if article else "")
    words = {each.word: each.short_for for each in oakfield().glossary if each.short_for}
    wrong = set()
    for found in SHORT.finditer(text):
        short = found[0]
        behind = text[found.end() : found.end() + 80].lower()
        before = (article[0] if article else "").lower()
        long = (words.get(short) or "no words").lower()
        named = f"({short.lower()})" in before or f"<dt>{short.lower()}</dt>" in before
        if short not in KNOWN and not named and long not in before and long not in behind:
            wrong.add(short)
    return wrong


def test_no_page_uses_a_short_form_without_its_words(site: Path) -> None:
    found = {
        name: wrong
        for name in html_pages(site)
        if (wrong := unexplained((site / name).read_text(encoding="utf-8")))
    }
    assert found == {}


def test_a_short_form_without_words_is_found() -> None:
    assert unexplained("<article><p>Ask the DSL.</p></article>") == {"DSL"}
    spelt = "<article><p>Ask the DSL (designated safeguarding lead).</p></article>"
    assert unexplained(spelt) == set()
