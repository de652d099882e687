"""Everything that is written for readers, in records and on pages, and where each word stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from schoolpolicy.checks.texts import texts_of
from schoolpolicy.model.finding import Place
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.applies import Applies
from schoolpolicy.reading.project import read_text
from schoolpolicy.reading.words import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from schoolpolicy.checks.texts import Said
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project

    Spot = Callable[[Said, str], Place]
    """Tells where some words of a text of a record stand."""

_SHARED = ("exceptions", "nevers")
"""Subjects whose texts stand in records of others too: they are blamed where they are written."""
_NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{:?[^{}]*\}|<[^>]*>|\]\([^)]*\)|&#?\w+;", re.DOTALL
)
"""What stands in a page or a text and is not read: calls, placeholders, links, tags."""
_UNREAD = re.compile(r"\s*(?:- *)?(?:id|keywords|note): ")
_AROUND = 30


@dataclass(frozen=True)
class Written:
    """One text as its readers see it: a field of a record, or the prose of a page.

    Attributes:
        text: what it says. Of a page, blanks stand for what is no prose, so that a position
            in the text is one in the page; a sentence may go on over the end of a line.
        begins: where it stands, as a sentence begins with it: `The rule "a", under "plain",`
            or `This page`; "says" follows.
        said: the field of a record; None for a page.
        page: the page; None for a record.
    """

    text: str
    begins: str
    said: Said | None = None
    page: Page | None = None


class Writings:
    """All texts of one school, and the files in which they are written."""

    def __init__(
        self,
        project: Project,
        policy: Policy,
        places: Mapping[tuple[str, str], Place],
        pages: Iterable[Page],
    ) -> None:
        """Take a school.

        Args:
            project: where the files are.
            policy: the policy as it applies to the school.
            places: where each record stands.
            pages: its pages, from all layers.
        """
        applies = Applies.to(policy)
        self._project = project
        self._policy = policy
        self._places = places
        self._pages = [page for page in pages if applies.fits(page.front.only)]
        self._read: dict[str, list[str]] = {}
        starts: dict[str, list[int]] = {}
        for each in places.values():
            starts.setdefault(each.file, []).append(each.line)
        self._ends = {
            (file, line): after
            for file, lines in starts.items()
            for line, after in pairwise([*sorted(set(lines)), 10**9])
        }

    def of_records(self, without: Iterable[str] = ()) -> Iterator[Written]:
        """Yield each text of the records once, subject by subject.

        Args:
            without: subjects to pass over.
        """
        passed = set(without)
        seen: set[str] = set()
        for subject, written in self._records:
            if subject not in passed and written.text not in seen:
                seen.add(written.text)
                yield written

    def of_pages(self) -> Iterator[Written]:
        """Yield the prose of each page that the school has, with its title and description."""
        yield from self._prose

    @cached_property
    def _records(self) -> tuple[tuple[str, Written], ...]:
        """Every text of the records with its subject: many checks go through them."""
        subjects = (*_SHARED, *(each for each in SUBJECTS if each not in _SHARED))
        return tuple(
            (said.subject, Written(said.text, said.words, said=said))
            for said in texts_of(self._policy, subjects)
        )

    @cached_property
    def _prose(self) -> tuple[Written, ...]:
        return tuple(self._prose_of_pages())

    def _prose_of_pages(self) -> Iterator[Written]:
        for page in self._pages:
            front = self.lines(page.file)[: page.first_line - 1]
            told = [
                re.sub(r"^\w+:", lambda key: " " * len(key[0]), line)
                if line.startswith(("title:", "description:"))
                else ""
                for line in front
            ]
            whole = "\n".join([*told, *page.body.splitlines()])
            # Blanks of the same length keep the columns.
            prose = _NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), whole)
            yield Written(prose, "This page", page=page)

    def lines(self, file: str) -> list[str]:
        """Return the lines of a file."""
        if file not in self._read:
            found = read_text(self._project, self._project.root / file)
            self._read[file] = found.text.splitlines()
        return self._read[file]

    def spot(self, written: Written, start: int, end: int) -> Place:
        """Return where a part of a text stands; where its record begins, if it cannot be told.

        Args:
            written: the text.
            start: where the part begins in it.
            end: where it ends.
        """
        if written.page is not None:
            line = written.text.count("\n", 0, start) + 1
            column = start - (written.text.rfind("\n", 0, start) + 1) + 1
            return Place(file=written.page.file, line=line, column=column)
        if written.said is None:
            raise ValueError("a text is that of a record or of a page")
        return self._in_record(written.said, start, end)

    def spot_of(self, said: Said, words: str) -> Place:
        """Return where some words of a text of a record stand, whatever capitals they are in."""
        start = said.text.lower().find(words.lower())
        if start < 0:
            return said.place(self._places)
        return self._in_record(said, start, start + len(words))

    def _in_record(self, said: Said, start: int, end: int) -> Place:
        if found := self._found(said, start, end):
            return found
        # A longer part may go on over a line, or have words of the school in it.
        words = re.finditer(r"\S+", said.text[start:end])
        spots = (self._found(said, start + each.start(), start + each.end()) for each in words)
        return next((each for each in spots if each), said.place(self._places))

    def _found(self, said: Said, start: int, end: int) -> Place | None:
        here = said.place(self._places)
        best, likeness = None, -1
        before, after = said.text[:start][-_AROUND:], said.text[end:][:_AROUND]
        word = re.compile(rf"(?<![\w-]){re.escape(said.text[start:end])}(?!\w)")
        last = self._ends.get((here.file, here.line), here.line)
        for number, line in enumerate(self.lines(here.file)[here.line - 1 : last - 1], here.line):
            if _UNREAD.match(line):
                continue
            for match in word.finditer(PLACEHOLDER.sub(lambda each: " " * len(each[0]), line)):
                left, right = line[: match.start()], line[match.end() :]
                like = _alike(right, after) + _alike(left[::-1], before[::-1])
                if like > likeness:
                    best = Place(file=here.file, line=number, column=match.start() + 1)
                    likeness = like
        return best


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
