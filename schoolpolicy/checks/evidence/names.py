"""Checks that evidence tells of no person: no names, no initials, no way to reach somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from schoolpolicy.checks.evidence.entries import LOG
from schoolpolicy.checks.privacy.find import find_personal
from schoolpolicy.checks.privacy.hits import masked, merged
from schoolpolicy.checks.privacy.known import Known
from schoolpolicy.checks.privacy.people import find_first_names
from schoolpolicy.checks.privacy.sayings import SAYINGS
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.reach import parts_of
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

_INITIALS = re.compile(
    r"(?<![\w.])(?:([A-Z]\. ?[A-Z]\.?),? \(?(?:in |of |from )?(?:Y|Year )\d|([A-Z]{2}),? \(?Y\d)"
)
"""Two capitals and a year group, as staff write of a child: `K.T. in Year 5`, `KT (Y5)`."""
_SUBJECTS = frozenset({"DT", "PE", "RE", "RS", "TA"})
"""What two capitals before a year group mean besides."""
_FREE = (".note", ".link")
_APART = re.compile(r"[\W_\d]+")
_SPELT_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])")


def check_names(
    policy: Policy, places: Mapping[tuple[str, str], Place], project: Project
) -> Iterator[Finding]:
    """Yield an error for each note or link that seems to tell who somebody is.

    What is found is not repeated whole: reports are kept and sent on.

    Args:
        policy: the policy with its evidence.
        places: where each field of each entry stands.
        project: its files tell which capitals are no names.
    """
    if not any(each.note or each.link for each in policy.evidence):
        return
    known = Known.of(project)
    for number, entry in enumerate(policy.evidence):
        for field, text in (("note", entry.note), ("link", _words_of(entry.link))):
            told = _told(text, known) if text else None
            if told:
                yield Finding(
                    code="evidence.person",
                    severity=Severity.ERROR,
                    place=places[LOG, f"{number}.{field}"],
                    problem=f"The {field} looks as if it tells who somebody is: {told}.",
                    remedy="Say what was done, and name roles only. Who is concerned stands in "
                    "the school's own safeguarding records, never here."
                    if field == "note"
                    else "Link to a file or folder whose name tells of nobody.",
                )


def free_texts(places: Mapping[tuple[str, str], Place]) -> Iterator[tuple[str, int]]:
    """Yield the files and lines with words of evidence, which are looked at here."""
    for (subject, name), place in places.items():
        if subject == LOG and name.endswith(_FREE):
            yield place.file, place.line


def _told(text: str, known: Known) -> str | None:
    """Return all that tells of a person in a text, each by its kind and masked; None if nothing.

    What two searches find in the same place is told once.
    """
    hits = merged([*find_personal(text, known), *find_first_names(text, known)])
    found = [
        f'{SAYINGS[each.kind].looks_like} ("{masked(each.kind, text[each.start : each.end])}")'
        for each in hits
    ]
    for match in _INITIALS.finditer(text):
        bare = match[2]
        if bare is None or (bare not in _SUBJECTS and not known.has(bare.lower())):
            found.append(f'initials ("{match[0][0]}***")')
    return listed(list(dict.fromkeys(found))) if found else None


def _words_of(link: str | None) -> str | None:
    """Return the words in the path of an address as they would stand in a sentence."""
    if link is None:
        return None
    parts = parts_of(link)
    said = unquote(f"{parts.path} {parts.query} {parts.fragment}" if parts else link)
    return " ".join(each.capitalize() for each in _APART.split(_SPELT_TOGETHER.sub(" ", said)))
