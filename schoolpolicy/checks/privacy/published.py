"""Checks that nothing in the files of a school tells of one person.

What it finds is a warning, never an error: it goes by looks, and a school must be able to accept
what is right after all, such as the mobile phone of the office or a person of history.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from schoolpolicy.checks.evidence.names import free_texts
from schoolpolicy.checks.privacy.find import find_personal, place_of
from schoolpolicy.checks.privacy.hits import Kind, masked
from schoolpolicy.checks.privacy.known import Known
from schoolpolicy.checks.privacy.pictures import find_in_picture_name, is_picture
from schoolpolicy.checks.privacy.sayings import SAYINGS
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.layer import LayerKind
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.project import PAGES, read_text
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from schoolpolicy.checks.privacy.hits import Hit
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project
    from schoolpolicy.reading.resolve import Resolution

READ = "read.personal"
"""What is told of posts and mailboxes when they are read; it is not told again."""
_AS_TEXT = frozenset({".md", ".txt", ".csv", ".html", ".svg", ".json", ".xml"})
"""The files beside pages that are published, and that people can read."""
_COMMENT = re.compile(r"(?:^|\s)#")
_NAMED_IN_POSTS = frozenset({Kind.NAME, Kind.EMAIL})


def check_privacy(project: Project, policy: Policy, resolution: Resolution) -> Iterator[Finding]:
    """Yield a warning for each personal detail in what a school has written, comments and all.

    Args:
        project: where the files are.
        policy: the policy as it applies to the school.
        resolution: what came of reading its files.
    """
    known = Known.of(project, names_told(policy))
    told = {(each.place.file, each.place.line) for each in resolution.findings if each.code == READ}
    refused = set(free_texts(resolution.places))
    owners = _Owners(resolution.places)
    beside = list(_beside_pages(project, resolution))
    texts = [path for path in beside if path.suffix.lower() in _AS_TEXT]
    for path in (*(project.root / file for file in resolution.files), *texts):
        found = read_text(project, path)
        for hit in find_personal(found.text, known):
            line, column = place_of(found.text, hit.start)
            if (found.file, line) in refused:
                continue  # an error there
            if hit.kind not in _NAMED_IN_POSTS or (found.file, line) not in told:
                place = Place(file=found.file, line=line, column=column)
                where = _where(found.text, place, owners)
                yield _finding(hit, where, found.text[hit.start : hit.end], place)
    for path in beside:
        for hit in find_in_picture_name(path.name, known) if is_picture(path.name) else ():
            said = path.stem[hit.start : hit.end]
            place = Place(file=project.name(path), line=1, column=1)
            yield _finding(hit, "The file name of this picture has", said, place)


def names_told(policy: Policy) -> list[str]:
    """Return the names of those who hold posts, where the school publishes them."""
    return [each.name for each in policy.posts if each.name and policy.school.publish_names]


def _finding(hit: Hit, where: str, said: str, place: Place) -> Finding:
    saying = SAYINGS[hit.kind]
    return Finding(
        code=saying.code,
        severity=Severity.WARNING,
        place=place,
        problem=f"{where} what looks like {saying.looks_like}: {masked(hit.kind, said)}.",
        remedy=saying.instead,
    )


def _beside_pages(project: Project, resolution: Resolution) -> Iterator[Path]:
    """Yield the pages of all layers of a school, and the files beside them."""
    for layer in resolution.stack:
        folder = project.root / layer.folder / PAGES
        for path in sorted((project.docs if layer.kind is LayerKind.MODEL else folder).rglob("*")):
            if path.is_file():
                yield path


class _Owners:
    """Which record, or which field of a school's file, a line belongs to."""

    def __init__(self, places: Mapping[tuple[str, str], Place]) -> None:
        starts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for (subject, identity), place in places.items():
            starts[place.file].append((place.line, _named(subject, identity)))
        self._starts = {file: sorted(each) for file, each in starts.items()}

    def of(self, place: Place) -> str | None:
        """Return what a line belongs to; None if it stands before everything."""
        starts = self._starts.get(place.file, [])
        at = bisect_right(starts, (place.line, chr(0x10FFFF)))
        return starts[at - 1][1] if at else None


def _named(subject: str, identity: str) -> str:
    """Return a record as a sentence names it, so that an acceptance can say what it is about."""
    if subject == "school":
        first, _, _ = identity.partition(".")
        return f'"{first}"' if first else ""
    return f'the {singular(subject)} "{identity.rpartition("/")[2]}"'


def _where(text: str, place: Place, owners: _Owners) -> str:
    """Return where a detail stands, as a sentence begins with it."""
    if place.file.endswith((".yml", ".yaml")):
        owner = owners.of(place)
        under = f" under {owner}" if owner else ""
        before = text.splitlines()[place.line - 1][: place.column - 1]
        if _COMMENT.search(before):
            return f"A comment{under}, which all who see the files can read, has"
        return f"What stands{under} has" if owner else "This file has"
    what = "page" if place.file.endswith(".md") else "file"
    return f'The {what} "{_page(place.file)}" has'


def _page(file: str) -> str:
    """Return a page by the last part of its address."""
    *folders, name = file.split("/")
    stem = name.partition(".")[0]
    return folders[-1] if stem == "index" else stem
