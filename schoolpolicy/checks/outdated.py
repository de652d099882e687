"""Finds what no longer holds in any text: laws, editions, bodies and words of the past.

It knows nothing of a policy, so that it serves a school's own document too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from schoolpolicy.checks.texts import Search
from schoolpolicy.model.superseded import YEAR

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from schoolpolicy.model.superseded import Superseded
    from schoolpolicy.model.vocabulary import Nation

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_LINKS = (
    "statutory|guidance|advice|version|edition|updated|revised|issued|published|dated|document"
    "|DfE|DfES|DCSF|UKCIS|UKCCIS|HM Government|Home Office|Department for Education"
    "|schools|colleges|England|Wales|and|for|from|in|of|the"
)
"""What may stand between the name of a document and its year."""
_GAP = r"[\s,.:;()\[\]\"'‘’“”–—-]{0,4}"
_BETWEEN = rf"{_GAP}(?:(?:{_MONTHS}|{_LINKS}|\d\d?(?!\d))\b{_GAP}){{0,6}}"
"""Every part of it has a bound, so that no text can make the search slow."""

_OLD = (
    r"replac(?:e|ed|es|ing)|supersed(?:ed|es|ing)|repeal(?:ed|s|ing)|revok(?:ed|es|ing)"
    r"|withdr[ae]w|(?:took|takes|in)(?: the)? place of|instead of|took over from|takes over from"
    r"|formerly|previously|once|earlier|used to be|used to say|was called|were called|old"
)
_BEFORE = re.compile(
    rf"\b(?:{_OLD})\b[\s(\"'‘“]{{1,3}}(?:(?:known|called|named|as|the|an?)\s){{0,3}}[\"'‘“]?$", re.I
)
"""What shows that the words after it are history."""
_GONE = (
    "replaced|superseded|repealed|revoked|withdrawn|renamed|closed|abolished|gone|out of date"
    "|no longer|now"
)
_AFTER = re.compile(
    rf"[\"'’”)\s,(]{{0,4}}(?:(?:which|that|it|and)\s){{0,2}}"
    rf"(?:(?:(?:was|were|has been|have been|has|is|are)\s(?:since\s|long\s|then\s)?)?(?:{_GONE})\b"
    r"|until\b|used to\b)",
    re.I,
)
"""What shows that the words before it are history."""
_LOOK_BACK = 45
_HYPHENS = r"\-‐‑–"
_BLANKS = re.compile(rf"[\s{_HYPHENS}]+")


@dataclass(frozen=True)
class Hit:
    """Words in a text that name what no longer holds.

    Attributes:
        record: what it is, and what to write instead.
        start: where the words begin in the text.
        end: where they end.
        said: the words.
        holds: True if it is in force still, and something newer is on the way.
    """

    record: Superseded
    start: int
    end: int
    said: str
    holds: bool = False


class Outdated:
    """What no longer holds in one nation, and how to find it."""

    def __init__(
        self, records: Iterable[Superseded], nation: Nation, in_force: Collection[str] = ()
    ) -> None:
        """Prepare to look.

        Args:
            records: what no longer holds, of any nation.
            nation: whose law and guidance counts.
            in_force: the ids of citations that hold, of those that records say they are.
        """
        self._looks = [
            _Look(each, holds=each.names in in_force)
            for each in records
            if not each.only.nations or nation in each.only.nations
        ]
        self._by_sign: dict[str, list[_Look]] = defaultdict(list)
        for look in self._looks:
            for sign in look.signs:
                self._by_sign[sign].append(look)

    def hits_in(self, texts: Sequence[str]) -> Iterator[tuple[int, Hit]]:
        """Yield what many texts name that no longer holds, with the number of the text."""
        search = Search(map(_bare, texts))
        for number in sorted(search.holding(self._by_sign)):
            for hit in self.hits(texts[number]):
                yield number, hit

    def hits(self, text: str) -> list[Hit]:
        """Return what a text names that no longer holds, in the order of the text.

        Where one thing's name is within another's, the longer counts.
        """
        bare = _bare(text).lower()
        looks = {
            look.record.id: look
            for sign, found in self._by_sign.items()
            if sign in bare
            for look in found
        }
        found = [hit for look in looks.values() for hit in look.hits(text, bare)]
        kept: list[Hit] = []
        for hit in sorted(found, key=lambda each: (each.start - each.end, each.start)):
            if not any(hit.start < other.end and other.start < hit.end for other in kept):
                kept.append(hit)
        return sorted(kept, key=lambda each: each.start)


def find_outdated(
    text: str,
    records: Iterable[Superseded],
    nation: Nation,
    in_force: Collection[str] = (),
) -> list[Hit]:
    """Return what a text names that no longer holds, in the order of the text.

    Args:
        text: any text.
        records: what no longer holds, of any nation.
        nation: whose law and guidance counts.
        in_force: the ids of citations that hold, of those that records say they are.
    """
    return Outdated(records, nation, in_force).hits(text)


class _Look:
    """How to find one record in a text."""

    def __init__(self, record: Superseded, *, holds: bool) -> None:
        self.record = record
        self._holds = holds
        phrases = (*record.phrases, *record.exact)
        self.signs = frozenset(_sign(each) for each in phrases)
        self._years = "|".join(map(str, record.all_years))
        self._beside = tuple(_bare(each).lower() for each in record.beside)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """What it is called. Most texts name few things, so few patterns need be made."""
        any_case = f"(?i:{_either(self.record.phrases, self._years)})"
        return re.compile(f"{any_case}|{_either(self.record.exact, self._years)}")

    @cached_property
    def _apart(self) -> re.Pattern[str]:
        return re.compile(_either(self.record.not_in, self._years), re.I)

    def hits(self, text: str, bare: str) -> Iterator[Hit]:
        """Yield each place of a text that names it.

        Args:
            text: the text.
            bare: the same in small letters, with single blanks.
        """
        if self._beside and not any(each in bare for each in self._beside):
            return
        apart = [each.span() for each in self._apart.finditer(text)]
        for match in self._pattern.finditer(text):
            start, end = match.span()
            if not any(first <= start and end <= last for first, last in apart) and not _past(
                text, start, end
            ):
                yield Hit(self.record, start, end, match[0], self._holds)


def _past(text: str, start: int, end: int) -> bool:
    """Return True if the words around tell of some words as history."""
    before = _BEFORE.search(text[max(start - _LOOK_BACK, 0) : start])
    return before is not None or _AFTER.match(text, end) is not None


def _either(phrases: Iterable[str], years: str) -> str:
    """Return a pattern for one of some phrases, the longest first; one for nothing without."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(_pattern(each, years) for each in longest_first) or "(?!)"


def _pattern(phrase: str, years: str) -> str:
    """Return the pattern of a phrase with its placeholder for years."""
    before, _, after = (literal(each.strip()) for each in phrase.partition(YEAR))
    year = rf"(?:{years})(?!\d)" if YEAR in phrase else ""
    inner = _BETWEEN.join(each for each in (before, year, after) if each)
    plural = "s?" if phrase[-1].isalpha() else ""
    return rf"(?<![\w-]){inner}{plural}(?!\w)"


def literal(phrase: str) -> str:
    """Return the pattern of plain words: blanks, hyphens and apostrophes of any kind."""
    escaped = re.escape(phrase).replace(r"\-", rf"[{_HYPHENS}\s]").replace(r"\ ", r"\s{1,20}")
    return escaped.replace("'", "['’]")


def _sign(phrase: str) -> str:
    """Return the longest part of a phrase that stands in every text with it."""
    return max((_bare(each).strip() for each in phrase.split(YEAR)), key=len).lower()


def _bare(text: str) -> str:
    """Return a text with one blank for every blank, hyphen or break, and plain apostrophes."""
    return _BLANKS.sub(" ", text).replace("’", "'")
