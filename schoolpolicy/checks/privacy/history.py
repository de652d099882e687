"""Looks for personal details in all that was ever committed: what was deleted can still be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.privacy.commits import Added, added_lines
from schoolpolicy.checks.privacy.find import find_personal, place_of
from schoolpolicy.checks.privacy.hits import Kind, masked
from schoolpolicy.checks.privacy.known import Known
from schoolpolicy.checks.privacy.pictures import find_in_picture_name, is_picture
from schoolpolicy.checks.privacy.published import names_told
from schoolpolicy.checks.privacy.sayings import SAYINGS
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.load import SCHOOL_FILE
from schoolpolicy.reading.personal import PUBLISH
from schoolpolicy.reading.project import read_text
from schoolpolicy.reading.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.reading.project import Project

_STILL = (
    "Take it out of the file. The history keeps it all the same: tell the data protection lead, "
    "and ask IT to take it out there too (git-filter-repo does that)."
)
_GONE = (
    "All who can read the repository can still read it. Tell the data protection lead, and ask IT "
    "to take it out of the history (git-filter-repo does that)."
)


def names_told_now(project: Project, slugs: Iterable[str]) -> list[str]:
    """Return the names of those who hold posts at the schools that publish them."""
    return [
        name
        for slug in slugs
        if PUBLISH in read_text(project, project.school(slug) / SCHOOL_FILE).text
        and (policy := resolve(project, slug).complete) is not None
        for name in names_told(policy)
    ]


class _Seen(NamedTuple):
    """A detail, as it was committed first."""

    kind: Kind
    said: str
    file: str


def check_history(
    project: Project, folders: Iterable[str], told: Iterable[str] = ()
) -> Iterator[Finding]:
    """Yield a warning for each personal detail that a commit added, told once for each file.

    Args:
        project: where the files are.
        folders: which of its folders and files, relative to it.
        told: the people whose names the schools publish now, with their agreement.

    Raises:
        NoHistoryError: there is no history that could be read.
    """
    known = Known.of(project, told)
    seen: set[_Seen] = set()
    for added in added_lines(project.root, folders):
        for each, line in _found(added, known):
            if each not in seen:
                seen.add(each)
                yield _finding(project, added, each, line)


def _found(added: Added, known: Known) -> Iterator[tuple[_Seen, int]]:
    if not added.text:
        name = added.file.rpartition("/")[2]
        for hit in find_in_picture_name(name, known) if is_picture(name) else ():
            yield _Seen(hit.kind, name[hit.start : hit.end], added.file), 1
    for hit in find_personal(added.text, known):
        line, _ = place_of(added.text, hit.start)
        said = added.text[hit.start : hit.end]
        yield _Seen(hit.kind, said, added.file), added.line + line - 1


def _finding(project: Project, added: Added, seen: _Seen, line: int) -> Finding:
    shown = masked(seen.kind, seen.said)
    if seen.kind is Kind.PICTURE_NAME:
        here = (project.root / seen.file).exists()
        # The name of the file is the detail: not even the place repeats it.
        place = Place(file=seen.file.replace(seen.said, shown), line=1, column=1)
        what, then = "the file name of a picture", ""
    else:
        now = _place_now(project, seen)
        here, place = now is not None, now or Place(file=seen.file, line=1, column=1)
        what, then = "this file", f", line {line}"
    return Finding(
        code="privacy.history",
        severity=Severity.WARNING,
        place=place,
        problem=(
            f"In the history, {what} has what looks like {SAYINGS[seen.kind].looks_like}: {shown} "
            f"(commit {added.commit} of {added.day}{then}). It is "
            f"{'still there' if here else 'no longer there'}."
        ),
        remedy=_STILL if here else _GONE,
    )


def _place_now(project: Project, seen: _Seen) -> Place | None:
    """Return where a detail still stands; None if it was taken out."""
    path = project.root / seen.file
    if not path.is_file():
        return None
    text = read_text(project, path).text
    start = text.find(seen.said)
    if start < 0:
        return None
    line, column = place_of(text, start)
    return Place(file=seen.file, line=line, column=column)
