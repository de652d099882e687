"""Spells out short forms: the first one on a page gets its words behind it."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.statement import GlossaryEntry

_CAPITALS = re.compile(r"[A-Z]{2,}")
_SHORT = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "caption", "dt", "label", "legend"}
    | {"nav", "option", "script", "select", "style", "summary", "svg", "template", "th"}
)
"""Elements that are titles, names or ways on, or no text at all: brackets would swell them."""


def spelt_out(glossary: Iterable[GlossaryEntry]) -> dict[str, str]:
    """Return the short forms made of capitals alone, with the words they stand for."""
    return {
        each.word: each.short_for
        for each in glossary
        if each.short_for and _CAPITALS.fullmatch(each.word)
    }


def spell_out(html: str, words: Mapping[str, str]) -> str:
    """Return a page on which each short form is followed by its words where it first stands.

    Short forms in headings, links and tables' heads are passed over, and so is one that the
    page explains in a list of words, or whose words stand on the page before it.

    Args:
        html: the content of a page.
        words: the short forms, with the words they stand for.
    """
    here = {short: long for short, long in words.items() if short in html}
    if not here:
        return html
    texts, low = _Texts(html), html.lower()
    inserts: list[tuple[int, str]] = []
    for short, long in here.items():
        known = low.find(long.lower())
        found = texts.first(short)
        if found and not (f"<dt>{short}</dt>" in html or 0 <= known < found.start):
            means = f"{short}: {long}" if found.joined else long
            inserts.append((found.end, f" ({escape(means, quote=False)})"))
    for at, text in sorted(inserts, reverse=True):
        html = html[:at] + text + html[at:]
    return html


class _Found(NamedTuple):
    """Where a short form stands; `joined` tells that it is part of a word, as in `AI-made`."""

    start: int
    end: int
    joined: bool


class _Texts(HTMLParser):
    """Finds where the running text of a page stands."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._within: list[str] = []
        self._found: list[tuple[int, str]] = []
        self.feed(html)
        self.close()

    def first(self, short: str) -> _Found | None:
        """Return where a short form first stands in running text; None if it does not."""
        word = re.compile(rf"\b{short}\b(-\w+)?")
        for start, text in self._found:
            found = word.search(text)
            if found:
                return _Found(start + found.start(), start + found.end(), found[1] is not None)
        return None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SHORT:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within:
            line, column = self.getpos()
            self._found.append((self._lines[line - 1] + column, data))
