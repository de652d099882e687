"""Checks that the links of pages lead to pages that the school's site has.

MkDocs finds a broken link only while it builds, and does not say on which line it stands.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from schoolpolicy.checks.missing_here import made_pages
from schoolpolicy.checks.structure.source import place_in, without_code
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.reading.page_layers import SUBJECT
from schoolpolicy.reading.project import PAGES
from schoolpolicy.reading.suggest import nearest
from schoolpolicy.reading.tree import Mark, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.page_layers import LaidPages
    from schoolpolicy.reading.pages import Page

_LINK = re.compile(
    r"(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s+)"
    r"(?P<path>[^\s<>()#{}]+\.md(?![\w.-])|(?=#))(?:#(?P<part>[^\s<>(){}]*))?",
    re.MULTILINE,
)
"""A link in brackets, or one that is named below the text: its page, and the part of that."""
_ORDER = tuple(Visibility)
"""Who sees a page: each of them sees what stands before, too."""
_SEEN_BY = {Visibility.PUBLIC: "for everybody", Visibility.STAFF: "for all staff"}
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


def check_links(laid: LaidPages, policy: Policy) -> Iterator[Finding]:
    """Yield an error for each link to a page that there is not.

    Args:
        laid: the pages of the school, from all layers.
        policy: the school's policy as it applies.
    """
    yield from _Links(laid, policy).findings()


@dataclass(frozen=True)
class Link:
    """One link of a page to another, or to a part of itself.

    Attributes:
        page: the page on which it stands.
        written: the page that it leads to, as it is written; nothing for the page itself.
        part: what stands behind the hash, if there is one.
        start: where it begins in the text of the page.
    """

    page: Page
    written: str
    part: str
    start: int

    @property
    def path(self) -> str:
        """The page that it leads to."""
        if not self.written:
            return self.page.path
        folder = posixpath.dirname(self.page.path)
        return posixpath.normpath(posixpath.join(folder, unquote(self.written)))

    @property
    def mark(self) -> Mark:
        """Where it stands."""
        here = place_in(self.page, self.start)
        return Mark(here.file, here.line, here.column)


@dataclass
class _Links:
    laid: LaidPages
    policy: Policy
    made: dict[str, Visibility] = field(default_factory=dict)

    def findings(self) -> Iterator[Finding]:
        pages = made_pages(self.laid.pages.values(), self.policy)
        self.made = {path: seen for page in pages for path, seen in self._paths(page)}
        removed: dict[str, list[str]] = {}
        for page in pages:
            for link in filter(_to_a_page, page_links(page)):
                if link.path in self.made:
                    yield from self._hidden(link)
                    continue
                gone = self._removed_in(link.path)
                if gone is None or page.laid:
                    yield self._broken(link)
                elif page.file not in removed.setdefault(gone, []):
                    removed[gone].append(page.file)
        for file, users in removed.items():
            yield error(
                "page.removed-but-linked",
                Mark(file, 1, 1),
                f"This page is removed, but {' and '.join(users)} still "
                f"{'leads' if len(users) == 1 else 'lead'} to it.",
                "Replace the page that leads here too, or keep this one.",
            )

    def _paths(self, page: Page) -> Iterator[tuple[str, Visibility]]:
        """Yield each page that is made from a file, and who sees it."""
        if page.front.for_each is None:
            yield page.path, page.front.visibility
            return
        folder = PurePosixPath(page.path).parent
        for identity, record in self.policy.subject(page.front.for_each).items():
            seen = max(page.front.visibility, record.visibility, key=_ORDER.index)
            yield (folder / f"{identity}.md").as_posix(), seen

    def _hidden(self, link: Link) -> Iterator[Finding]:
        """Yield an error where some who see a page would come to one that they do not have."""
        here, there = link.page.front.visibility, self.made[link.path]
        if _ORDER.index(there) > _ORDER.index(here):
            yield error(
                "structure.link-hidden",
                link.mark,
                f'The page "{link.written}" is for {there.value} only, but this one is '
                f"{_SEEN_BY[here]}: for others the link would lead nowhere.",
                f'Delete the link, or write "visibility: {there.value}" above the text here too.',
            )

    def _removed_in(self, path: str) -> str | None:
        """Return the file in which a layer takes a page away, if one does."""
        if path in self.laid.pages:
            return None
        folders = (
            folder
            for folder, subject, each in self.laid.under
            if (subject, each) == (SUBJECT, path)
        )
        folder = next(folders, None)
        return f"{folder}/{PAGES}/{path}" if folder else None

    def _broken(self, link: Link) -> Finding:
        if link.path in self.laid.pages:
            problem = f'The page "{link.written}" is not made at this school.'
            return error("page.broken-link", link.mark, problem, "Delete the link.")
        folder = posixpath.dirname(link.page.path) or "."
        known = [posixpath.relpath(each, folder) for each in sorted(self.made)]
        meant = nearest(link.written, known)
        return error(
            "page.broken-link",
            link.mark,
            f'There is no page "{link.written}".',
            f'Did you mean "{meant}"?' if meant else "Correct the link, or delete it.",
        )


def _to_a_page(link: Link) -> bool:
    """Return True for a link to a page; what leads to a part of its own is looked at elsewhere."""
    return bool(link.written)


def page_links(page: Page) -> Iterator[Link]:
    """Yield the links of a page to other pages and to parts of pages; not those shown as code."""
    for found in _LINK.finditer(without_code(page)):
        if not _ELSEWHERE.match(found["path"]):
            yield Link(page, found["path"], unquote(found["part"] or ""), found.start("path"))
