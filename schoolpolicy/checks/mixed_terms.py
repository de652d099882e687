"""Checks that texts do not say "pupils" at a school that says "students".

Which words are looked for is told by the terms: an option lists what is `watched`, and the
phrases in which that means something else. Words that the school chose, or says besides
(`also_says`), and its name are passed over.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.texts import texts_of
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.applies import Applies
from schoolpolicy.reading.project import read_text
from schoolpolicy.reading.terms import POSSESSIVE, capital
from schoolpolicy.reading.words import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.checks.texts import Said
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.term import Term, TermOption
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project

_SHARED = ("exceptions", "nevers")
"""Subjects whose texts stand in records of others too: they are blamed where they are written."""
_NAMES = frozenset(
    {("citations", "title"), ("citations", "short"), ("citations", "publisher")}
    | {("documents", "title"), ("glossary", "word"), ("glossary", "short_for")}
)
"""Fields that name what has a name of its own, or a word that is explained."""
_NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{:?[^{}]*\}|<[^>]*>|\]\([^)]*\)|&#?\w+;", re.DOTALL
)
"""What stands in a page or a text and is not read: calls, placeholders, links, tags."""
_UNREAD = re.compile(r"\s*(?:- *)?(?:id|keywords|note): ")
_OWNER = re.compile(r"['’]s?(?!\w)")
_AROUND = 30


class _Word(NamedTuple):
    """A word that the school does not say, and the term that it belongs to."""

    term: Term
    option: TermOption
    word: str
    says: str
    """What the school says for it."""


class _Hit(NamedTuple):
    """A word found in a text."""

    word: str
    start: int
    end: int
    remedy: str
    says: str


class Watch:
    """The words that one school does not say, and how to find them."""

    def __init__(self, policy: Policy) -> None:
        """Take the school's terms."""
        self.words = dict(_watched(policy))
        own = {policy.school.name, policy.school.short_name or "", *policy.words.values()}
        apart = {each for term in policy.terms for one in term.options for each in one.apart_from}
        ends = {word.split()[-1] for word in self.words}
        kept = {each for each in own | apart if any(end in each.lower() for end in ends)}
        parts = [
            rf"(?:(?i:an?|our|the|this|your) )?{_either(kept)}",
            rf"(?P<wrong>{_either(each.word for each in self.words.values())})",
        ]
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)")

    def hits(self, text: str) -> Iterator[_Hit]:
        """Yield each word of a text that the school says differently."""
        for match in self._pattern.finditer(text):
            if match["wrong"]:
                found = self.words[match["wrong"].lower()]
                owner = _OWNER.match(text, match.end())
                yield _Hit(
                    match[0],
                    match.start(),
                    match.end(),
                    _instead(found, match[0], owner=owner is not None),
                    found.says,
                )


def check_mixed_terms(
    project: Project,
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    pages: Iterable[Page],
) -> Iterator[Finding]:
    """Yield a warning for each text that has another word than the school's own for a thing."""
    watch = Watch(policy)
    if not watch.words:
        return
    sources = _Sources(project, places)
    subjects = [*_SHARED, *(each for each in SUBJECTS if each not in _SHARED)]
    texts = texts_of(policy, (each for each in subjects if each != "terms"))
    seen: set[str] = set()
    for number in sorted(texts.holding(watch.words)):
        said = texts.said[number]
        if said.text in seen or (said.subject, said.field) in _NAMES:
            continue
        seen.add(said.text)
        for hit in watch.hits(said.text):
            yield _finding(hit, sources.spot(said, hit), f"{said.words} says")
    applies = Applies.to(policy)
    for page in pages:
        if applies.fits(page.front.only):
            yield from _page(watch, page, sources)


def _page(watch: Watch, page: Page, sources: _Sources) -> Iterator[Finding]:
    front = sources.lines(page.file)[: page.first_line - 1]
    told = [line if line.startswith(("title:", "description:")) else "" for line in front]
    whole = "\n".join([*told, *page.body.splitlines()])
    # Blanks of the same length keep the columns.
    prose = _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), whole)
    for number, line in enumerate(prose.splitlines(), 1):
        for hit in watch.hits(line):
            yield _finding(
                hit, Place(file=page.file, line=number, column=hit.start + 1), "This page says"
            )


def _finding(hit: _Hit, place: Place, begins: str) -> Finding:
    return Finding(
        code="text.mixed-terms",
        severity=Severity.WARNING,
        place=place,
        problem=f'{begins} "{hit.word}", but this school says "{hit.says}".',
        remedy=f'Did you mean "{hit.remedy}"?',
    )


def _watched(policy: Policy) -> Iterator[tuple[str, _Word]]:
    """Yield the watched words of the options that the school neither chose nor says besides."""
    for term in policy.terms:
        one, many = term.placeholder.one, term.placeholder.many
        says = {policy.words.get(one), policy.words.get(many)}
        says |= set(policy.school.also_says.get(term.id, ()))
        ours = [each for each in term.options if {each.one, each.many} & says]
        own = {word.lower() for each in ours for word in each.watched}
        for option in term.options:
            for word in option.watched if option not in ours else ():
                # The same as the word that was found: in singular or plural.
                chosen = policy.words.get(many if _is_many(option, word) else one, "")
                if word.lower() not in own:
                    yield word.lower(), _Word(term, option, word, chosen)


def _is_many(option: TermOption, word: str) -> bool:
    """Tell whether a watched word is a plural."""
    if option.many in word or option.one in word:
        return option.many in word
    return word in option.many if word not in option.one else False


def _instead(found: _Word, word: str, *, owner: bool) -> str:
    """Return what to write: `{{ pupils }}`, `{{ Head_possessive }}`, `the {{ school }}`."""
    option = found.option
    many = _is_many(option, found.word)
    forms = found.term.placeholder
    placeholder = (forms.many if many else forms.one) + (POSSESSIVE if owner else "")
    own = option.many if many else option.one
    before, _, after = found.word.partition(own) if own in found.word else ("", "", "")
    if not before and word[:1] != found.word[:1]:
        placeholder = capital(placeholder)
    return f"{word[: len(before)]}{{{{ {placeholder} }}}}{after}"


def _either(words: Iterable[str]) -> str:
    """Return a pattern for one of some words, the longest first.

    Capitals count in a word that has some: "IT lead" is not in "does it lead".
    """
    ordered = sorted(words, key=lambda each: (-len(each), each))
    parts = (f"(?i:{re.escape(each)})" if each.islower() else re.escape(each) for each in ordered)
    return f"(?:{'|'.join(parts) or '(?!)'})"


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


class _Sources:
    """The files that texts are written in, to find a word's line and column."""

    def __init__(self, project: Project, places: Mapping[tuple[str, str], Place]) -> None:
        self._project = project
        self._places = places
        self._read: dict[str, list[str]] = {}
        starts: dict[str, list[int]] = {}
        for each in places.values():
            starts.setdefault(each.file, []).append(each.line)
        self._ends = {
            (file, line): after
            for file, lines in starts.items()
            for line, after in pairwise([*sorted(set(lines)), 10**9])
        }

    def lines(self, file: str) -> list[str]:
        """Return the lines of a file."""
        if file not in self._read:
            found = read_text(self._project, self._project.root / file)
            self._read[file] = found.text.splitlines()
        return self._read[file]

    def spot(self, said: Said, hit: _Hit) -> Place:
        """Return where a word stands; where its record begins, if it cannot be told."""
        here = said.place(self._places)
        best, likeness = here, -1
        before, after = said.text[: hit.start][-_AROUND:], said.text[hit.end :][:_AROUND]
        word = re.compile(rf"(?<![\w-]){re.escape(hit.word)}(?!\w)")
        end = self._ends.get((here.file, here.line), here.line)
        for number, line in enumerate(self.lines(here.file)[here.line - 1 : end - 1], here.line):
            if _UNREAD.match(line):
                continue
            for match in word.finditer(PLACEHOLDER.sub(lambda each: " " * len(each[0]), line)):
                left, right = line[: match.start()], line[match.end() :]
                like = _alike(right, after) + _alike(left[::-1], before[::-1])
                if like > likeness:
                    best = Place(file=here.file, line=number, column=match.start() + 1)
                    likeness = like
        return best
