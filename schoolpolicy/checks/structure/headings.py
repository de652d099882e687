"""The headings of a page: one first, no level skipped, each with words that say something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.checks.structure.source import place_in, without_code
from schoolpolicy.checks.warning import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.pages import Page

_HASHES = re.compile(r"^(?P<hashes>#{1,6})(?!#)[ \t]*(?P<text>.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(
    r"^(?![-*+>#|<\s]|\d+\.)(?P<text>\S.*)\n(?P<under>=+|-+)[ \t]*$", re.MULTILINE
)
_TAGGED = re.compile(r"<h(?P<level>[1-6])\b[^>]*>(?P<text>.*?)</h\1>", re.DOTALL | re.IGNORECASE)
_BLOCK_CALL = re.compile(r"^\{[{%][^\n]*\(", re.MULTILINE)
"""A macro on a line of its own: what it makes may hold headings."""
_ATTRIBUTES = re.compile(r"\s*\{:?[^{}]*\}\s*$")
_SAYS_NOTHING = re.compile(
    r"(?:(?:section|chapter|part|heading|title|page|paragraph)(?: (?:\d+|[ivx]+|[a-z]))?|untitled|"
    r"new (?:section|page|heading)|more|other|others|miscellaneous|misc|text|tbc)[.:]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heading:
    """One heading as it is written.

    Attributes:
        level: from 1 on.
        text: its words, without attributes.
        start: where it begins in the text of the page.
    """

    level: int
    text: str
    start: int


def headings(page: Page) -> list[Heading]:
    """Return the headings that a page writes itself, in their order."""
    text = without_code(page)
    found = [
        Heading(len(each["hashes"]), _bare(each["text"]), each.start())
        for each in _HASHES.finditer(text)
    ]
    found += [
        Heading(1 if each["under"][0] == "=" else 2, _bare(each["text"]), each.start())
        for each in _UNDERLINED.finditer(text)
    ]
    found += [
        Heading(int(each["level"]), _bare(each["text"]), each.start())
        for each in _TAGGED.finditer(text)
    ]
    return sorted(found, key=lambda each: each.start)


def check_headings(page: Page) -> Iterator[Finding]:
    """Yield a warning for each heading that would lose somebody who jumps by headings."""
    text = without_code(page)
    first: Heading | None = None
    above: Heading | None = None
    for heading in headings(page):
        here = place_in(page, heading.start)
        said = heading.text
        if not said:
            yield warning(
                "structure.heading-empty",
                here,
                "This heading has no words.",
                "Write what the part below is about, or delete the line.",
            )
        elif _SAYS_NOTHING.fullmatch(said):
            yield warning(
                "structure.heading-vague",
                here,
                f'The heading "{said}" does not say what the part below is about.',
                "Write that in a few words: readers jump from heading to heading.",
            )
        if heading.level == 1 and first is not None:
            yield warning(
                "structure.heading-twice",
                here,
                f'"{said}" is a second heading of the first level, after "{first.text}".',
                'Begin it with "##", or make a page of its own from this part.',
            )
        elif (
            above is not None
            and heading.level > above.level + 1
            and not _BLOCK_CALL.search(text, above.start, heading.start)
        ):
            yield warning(
                "structure.heading-skipped",
                here,
                f'"{said}" is a heading of level {heading.level}, but "{above.text}" above it is '
                f"of level {above.level}.",
                f'Begin it with "{"#" * (above.level + 1)}".',
            )
        elif _repeats(heading, first):
            yield warning(
                "structure.heading-twice",
                here,
                f'"{said}" says the same as the first heading of this page.',
                "Say what the part below is about, or take the heading out.",
            )
        first = heading if first is None and heading.level == 1 else first
        above = heading


def _repeats(heading: Heading, first: Heading | None) -> bool:
    """Tell whether a heading below the first one has the same words."""
    return first is not None and heading.text.casefold() == first.text.casefold()


def _bare(text: str) -> str:
    text = text.strip()
    return text if text.endswith("}}") else _ATTRIBUTES.sub("", text)
