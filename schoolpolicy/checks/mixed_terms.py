"""Checks that texts do not say "pupils" at a school that says "students".

Which words are looked for is told by the terms: an option lists what is `watched`, and the
phrases in which that means something else. Words that the school chose, or says besides
(`also_says`), and its name are passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.texts import Search
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.terms import POSSESSIVE, capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.term import Term, TermOption

_NAMES = frozenset(
    {("citations", "title"), ("citations", "short"), ("citations", "publisher")}
    | {("documents", "title"), ("glossary", "word"), ("glossary", "short_for")}
)
"""Fields that name what has a name of its own, or a word that is explained."""
_OWNER = re.compile(r"['’]s?(?!\w)")


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


def check_mixed_terms(policy: Policy, writings: Writings) -> Iterator[Finding]:
    """Yield a warning for each text that has another word than the school's own for a thing."""
    watch = Watch(policy)
    if not watch.words:
        return
    everything = (*writings.of_records(without=("terms",)), *writings.of_pages())
    for number in sorted(Search(each.text for each in everything).holding(watch.words)):
        written = everything[number]
        said = written.said
        if said is not None and (said.subject, said.field) in _NAMES:
            continue
        for hit in watch.hits(written.text):
            yield _finding(
                hit, writings.spot(written, hit.start, hit.end), f"{written.begins} says"
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
