"""Finds short forms in capitals, such as SLT, that nothing explains to the reader.

A short form is explained by the glossary, by the title or short name of a role, a law or a
service, by a word that the school chose, or in the same record or page: "senior leadership team
(SLT)". Words in capitals for weight ("do NOT") are no short forms: they stand in small letters
elsewhere. It cannot see a short form with small letters in it, such as DfE.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from schoolpolicy.checks.text.residue import NOTES
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.checks.text.prose import Prose
    from schoolpolicy.checks.written import Written
    from schoolpolicy.model.policy import Policy

_SHORT = re.compile(r"(?<![\w-])([A-Z]{2,6})s?(?![\w-])")
_PLACEHOLDER = re.compile(r"[a-z]+(?:_[a-z]+)*")
_NOT_WORDS = ("a_", "_possessive")
"""Parts of placeholders that bring more than the word itself."""


def check_acronyms(policy: Policy, prose: Prose) -> Iterator[Finding]:
    """Yield a warning for each text with a short form that the reader is not told."""
    known = _explained(policy) | _everyday() | NOTES
    unknown: dict[tuple[int, str], tuple[Written, re.Match[str]]] = {}
    for number, written in enumerate(prose.written):
        if written.said is not None and written.said.subject == "glossary":
            continue
        for match in _SHORT.finditer(written.text):
            if match[1] not in known:
                unknown.setdefault((number, match[1]), (written, match))
    shouted = _in_small_letters(prose, {short for _, short in unknown})
    for (_, short), (written, match) in unknown.items():
        if short not in shouted and not _explains_itself(written, short, prose):
            yield Finding(
                code="text.undefined-acronym",
                severity=Severity.WARNING,
                place=prose.spot(written, *match.span()),
                problem=f'{written.begins} says "{match[0]}", which nothing explains.',
                remedy=_instead(policy, short),
            )


def _explained(policy: Policy) -> set[str]:
    """Return the short forms that the school's own words and names explain."""
    told = [policy.school.name, policy.school.short_name or "", *policy.words.values()]
    told += [each.word for each in policy.glossary]
    told += [f"{each.title} {each.short or ''}" for each in policy.roles]
    told += [f"{each.title} {each.short or ''}" for each in policy.citations]
    told += [each.title for each in policy.contacts]
    return {short for each in told for short in _SHORT.findall(each)}


@cache
def _everyday() -> frozenset[str]:
    """Return the short forms that everybody knows, and names that are no short forms."""
    text = files(__package__).joinpath("everyday.yml").read_text(encoding="utf-8")
    known = yaml.safe_load(text)
    return frozenset((*known["everyday"], *known["products"]))


def _in_small_letters(prose: Prose, shorts: set[str]) -> set[str]:
    """Return those that are everyday words elsewhere: capitals give them weight."""
    if not shorts:
        return set()
    words = "|".join(sorted(each.lower() for each in shorts))
    found = re.compile(rf"(?<![\w@./-])(?:{words})(?![\w@/-]|\.\w)")
    return {match[0].upper() for each in prose.written for match in found.finditer(each.text)}


def _explains_itself(written: Written, short: str, prose: Prose) -> bool:
    """Tell whether the same record or page gives the words beside the short form."""
    beside = re.compile(rf"\({short}s?\)|(?<![\w-]){short}s? \(")
    texts: Iterable[str] = (written.text,)
    if written.said is not None:
        record = written.said.record
        texts = (each.text for each in prose.written if each.said and each.said.record is record)
    return any(beside.search(each) for each in texts)


def _instead(policy: Policy, short: str) -> str:
    for name, words in policy.words.items():
        if _PLACEHOLDER.fullmatch(name) and not any(each in name for each in _NOT_WORDS):
            first = "".join(each[0] for each in re.split(r"[\s-]+", words) if each)
            if first.upper() == short:
                return f'Did you mean "{{{{ {name} }}}}" ({words})?'
    return (
        f'Write the words out, with "({short})" after them, or explain it in glossary.yml, '
        'with the words under "short_for".'
    )
