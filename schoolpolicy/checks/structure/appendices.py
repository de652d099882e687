"""Appendices: each has a number of its own and a place, and what a text names is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.structure.headings import headings
from schoolpolicy.checks.texts import sentences
from schoolpolicy.checks.warning import warning
from schoolpolicy.model.document import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.checks.written import Writings, Written
    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page

_NUMBERED = re.compile(
    r"\b(?:[Aa]ppendix|[Aa]nnex) (?P<number>\d{1,2}|[A-Z])\b"
    r"(?! (?:of|to|in) (?!(?:this|our|the) (?:policy|document)))"
)
"""An appendix by its number; not one that the text says is of something else."""
_TITLED = ("documents", "sections", "agreements", "checklists", "topics")
"""Subjects whose records may be an appendix, by their title."""
_OUTSIDE = ("citations", "requirements")


def check_appendices(
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    writings: Writings,
    pages: Iterable[Page],
) -> Iterator[Finding]:
    """Yield a warning for each appendix that is named and not there, doubled, or nowhere."""
    seen: dict[str, str] = {}
    for document in policy.documents:
        if document.kind is not DocumentKind.APPENDIX:
            continue
        here = places["documents", document.id]
        if not (document.url or document.where or document.missing):
            yield warning(
                "structure.appendix-nowhere",
                here,
                f'The appendix "{document.id}" does not say where people find it.',
                'Add a line "where: ..." or "url: ...", or "missing: yes" until it is written.',
            )
        number = _NUMBERED.match(document.title)
        if number and number["number"] in seen:
            yield warning(
                "structure.appendix-twice",
                here,
                f'The appendix "{document.id}" has the number {number["number"]}, and so has '
                f'"{seen[number["number"]]}".',
                "Give one of them another number, in its title and where it is named.",
            )
        elif number:
            seen[number["number"]] = document.id
    yield from _missing(policy, writings, pages)


def _missing(policy: Policy, writings: Writings, pages: Iterable[Page]) -> Iterator[Finding]:
    titles = [each.title for subject in _TITLED for each in getattr(policy, subject)]
    titles += [each.front.title or "" for each in pages]
    titles += [each.text for page in pages for each in headings(page)]
    known = {found["number"] for title in titles if (found := _NUMBERED.match(title))}
    for written in (*writings.of_records(without=_OUTSIDE), *writings.of_pages()):
        for found in _NUMBERED.finditer(written.text) if _may_name(written) else ():
            if found["number"] not in known and not _of_others(policy, written, found[0]):
                yield warning(
                    "structure.appendix-missing",
                    writings.spot(written, found.start(), found.end()),
                    f'{written.begins} names "{found[0]}", which is not there.',
                    'Add it in documents.yml with "kind: appendix", or take the name out of the '
                    "text.",
                )


def _may_name(written: Written) -> bool:
    return "ppendix " in written.text or "nnex " in written.text


def _of_others(policy: Policy, written: Written, named: str) -> bool:
    """Return True if the same sentence names a law or a guidance, whose appendix it is."""
    sources = [each for one in policy.citations for each in (one.title, one.short) if each]
    return any(
        source.lower() in sentence.lower()
        for sentence in sentences(written.text)
        if named in sentence
        for source in sources
    )
