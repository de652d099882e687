"""Links to a part of a page: the part is there.

What macros make has ids that only the built site knows, and MkDocs looks at these. What a page
writes itself can be told before, with the line and with what was meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.extensions.toc import slugify, unique

from schoolpolicy.checks.links import Link, page_links
from schoolpolicy.checks.structure.headings import headings
from schoolpolicy.checks.structure.source import CALL, without_code
from schoolpolicy.checks.warning import warning
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.suggest import nearest
from schoolpolicy.reading.tree import error
from schoolpolicy.reading.words import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page

_GIVEN = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}|\b(?:id|name)=[\"']([\w-]+)[\"']")
"""Ids that a page gives to its parts."""
_LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TOP = frozenset({"", "top"})


@dataclass(frozen=True)
class _Parts:
    """What a link can lead to within a page.

    Attributes:
        ids: those that the page writes itself.
        calls: True if it calls macros, which bring ids of their own.
    """

    ids: frozenset[str]
    calls: bool


def check_anchors(pages: Iterable[Page], policy: Policy) -> Iterator[Finding]:
    """Yield a finding for each link to a part that its page does not have.

    An error where the page is all written by hand; where macros make a part of it, a warning
    if the link is close to a heading that is written, and else nothing.
    """
    every = list(pages)
    parts = {page.path: _parts(page, policy.words) for page in every}
    records = frozenset(name for each in SUBJECTS for name in policy.subject(each))
    for page in every:
        for link in page_links(page):
            target = parts.get(link.path)
            part = link.part
            if target is None or part in _TOP or part in target.ids:
                continue
            meant = nearest(part, sorted(target.ids))
            if not target.calls:
                yield _error(link, meant)
            elif meant is not None and part not in records:
                yield warning(
                    "structure.anchor-unsure",
                    link.mark.place,
                    f'The page "{link.path}" has no heading "{part}" of its own.',
                    f'Did you mean "#{meant}"? If a macro makes that part, the link may stand.',
                )


def _error(link: Link, meant: str | None) -> Finding:
    return error(
        "structure.anchor",
        link.mark,
        f'The page "{link.path}" has no part "{link.part}".',
        f'Did you mean "#{meant}"?'
        if meant
        else "Correct what stands after the hash, or delete it.",
    )


def _parts(page: Page, words: Mapping[str, str]) -> _Parts:
    text = without_code(page)
    used: set[str] = set()
    given = {one or other for one, other in _GIVEN.findall(text)}
    for heading in headings(page):
        said = PLACEHOLDER.sub(lambda each: words.get(each[1], each[1]), heading.text)
        said = re.sub(r"<[^>]*>", "", _LINKED.sub(r"\1", CALL.sub("", said)))
        unique(slugify(re.sub(r"[*`]", "", said), "-"), used)
    calls = any(not PLACEHOLDER.fullmatch(each) for each in CALL.findall(text))
    return _Parts(frozenset(used | given), calls or page.front.for_each is not None)
