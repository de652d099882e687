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

from schoolpolicy.checks.missing_here import is_made
from schoolpolicy.reading.applies import Applies
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
    r"\]\(\s*<?([^\s<>()#{}]+\.md)[#>\s)]|^ {0,3}\[[^\]]+\]:\s+([^\s#{}]+\.md)\b", re.MULTILINE
)
"""A link in brackets, or one that is named below the text."""
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


def check_links(laid: LaidPages, policy: Policy) -> Iterator[Finding]:
    """Yield an error for each link to a page that there is not.

    Args:
        laid: the pages of the school, from all layers.
        policy: the school's policy as it applies.
    """
    yield from _Links(laid, policy).findings()


@dataclass(frozen=True)
class _Link:
    page: Page
    written: str
    start: int

    @property
    def path(self) -> str:
        """The page that it leads to."""
        folder = posixpath.dirname(self.page.path)
        return posixpath.normpath(posixpath.join(folder, unquote(self.written)))

    @property
    def mark(self) -> Mark:
        """Where it stands."""
        before = self.page.body[: self.start]
        line = self.page.first_line + before.count("\n")
        return Mark(self.page.file, line, self.start - (before.rfind("\n") + 1) + 1)


@dataclass
class _Links:
    laid: LaidPages
    policy: Policy
    made: set[str] = field(default_factory=set)

    def findings(self) -> Iterator[Finding]:
        applies = Applies.to(self.policy)
        pages = [
            page
            for page in self.laid.pages.values()
            if applies.fits(page.front.only) and is_made(page, self.policy)
        ]
        self.made = {path for page in pages for path in self._paths(page)}
        removed: dict[str, list[str]] = {}
        for page in pages:
            for link in _links(page):
                if link.path in self.made:
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

    def _paths(self, page: Page) -> Iterator[str]:
        if page.front.for_each is None:
            yield page.path
            return
        folder = PurePosixPath(page.path).parent
        for identity in self.policy.subject(page.front.for_each):
            yield (folder / f"{identity}.md").as_posix()

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

    def _broken(self, link: _Link) -> Finding:
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


def _links(page: Page) -> Iterator[_Link]:
    """Yield the links of a page to other pages; not those shown as code."""
    shown = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), page.body)
    for found in _LINK.finditer(shown):
        group = 1 if found[1] else 2
        if not _ELSEWHERE.match(found[group]):
            yield _Link(page, found[group], found.start(group))
