"""Everything that readers see, read once for all checks of wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.texts import Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.checks.written import Writings, Written
    from schoolpolicy.model.finding import Place

_OF_OTHERS = ("citations", "contacts", "requirements", "terms")
"""Subjects in which others speak: the names of their papers and lines, and what they ask."""


class Prose:
    """What a school tells its readers, in records and on pages, in which words are found fast."""

    def __init__(self, writings: Writings) -> None:
        """Take what is written."""
        self._writings = writings
        self.written = (*writings.of_records(without=_OF_OTHERS), *writings.of_pages())
        self._search = Search(each.text for each in self.written)

    def holding(self, parts: Iterable[str]) -> Iterator[Written]:
        """Yield each text that holds one of some words or parts of words, in small letters."""
        for number in sorted(self._search.holding(parts)):
            yield self.written[number]

    def spot(self, written: Written, start: int, end: int) -> Place:
        """Return where a part of a text stands."""
        return self._writings.spot(written, start, end)
