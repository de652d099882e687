"""Links whose words say where they lead, and addresses that are links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.structure.source import place_in, without_code
from schoolpolicy.checks.warning import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.pages import Page

_LINK = re.compile(r"(?<!!)\[(?P<said>[^\[\]]*)\]\((?P<to>[^()\s]*)[^()]*\)")
_TAGGED = re.compile(r"<a\b[^>]*\bhref=[^>]*>(?P<said>.*?)</a>", re.DOTALL | re.IGNORECASE)
_SAYS_NOTHING = frozenset(
    {"click", "click here", "click this", "click this link", "details", "download", "find out more"}
    | {"go", "go here", "here", "info", "learn more", "link", "more", "more details", "more info"}
    | {"more information", "page", "read more", "read this", "see here", "see more", "this"}
    | {"this link", "this page", "website", "web page", "webpage"}
)
_AROUND = re.compile(r"^\W+|\W+$")
_CLICK_HERE = re.compile(r"\bclick (?:here|below|on (?:this|the) link)\b", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w\[(<`/.\"'@])(?:https?://|www\.)[\w.-]+[^\s|<>]*")
_NAMED_BELOW = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*$")
_OUTSIDE = ("citations", "contacts")
"""Subjects that have a field for the address."""


def check_link_texts(page: Page) -> Iterator[Finding]:
    """Yield a warning for each link of a page that says nothing to those who hear it alone."""
    text = without_code(page)
    for found in (*_LINK.finditer(text), *_TAGGED.finditer(text)):
        said = re.sub(r"[\s*_]+", " ", re.sub(r"<[^>]*>", "", found["said"])).strip()
        if not said and "<img" not in found["said"]:
            yield warning(
                "structure.link-empty",
                place_in(page, found.start()),
                "This link has no words, so nobody can choose it.",
                "Write in the square brackets where it leads.",
            )
        elif _AROUND.sub("", said).lower() in _SAYS_NOTHING:
            yield warning(
                "structure.link-text",
                place_in(page, found.start("said")),
                f'The words of this link, "{said}", do not say where it leads.',
                'Write that: "our complaints page". Screen readers list links without the text '
                "around them.",
            )


def check_addresses(writings: Writings) -> Iterator[Finding]:
    """Yield a warning for each address in a text that is no link, and each "click here"."""
    for written in (*writings.of_records(without=_OUTSIDE), *writings.of_pages()):
        text = written.text
        if written.page is None and "lick" in text:
            for found in _CLICK_HERE.finditer(text):
                yield warning(
                    "structure.link-text",
                    writings.spot(written, found.start(), found.end()),
                    f'{written.begins} says "{found[0]}", but a text of the data has no links.',
                    "Name the page or the document that you mean.",
                )
        if "://" not in text and "www." not in text:
            continue
        for found in _BARE.finditer(text):
            address = found[0].rstrip(".,;:!?)")
            line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            if _NAMED_BELOW.match(line):
                continue
            yield warning(
                "structure.bare-address",
                writings.spot(written, found.start(), found.start() + len(address)),
                f'{written.begins} has the bare address "{address}".',
                "Write [where it leads](address)."
                if written.page
                else 'Name the page in words, and write the address under "url" of a contact or '
                "a document.",
            )
