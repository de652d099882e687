"""Which pages a school's site has: patterns repeated for each record, the rest as they are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from schoolpolicy.publish.audience import sees
from schoolpolicy.publish.views.use_words import thing_question
from schoolpolicy.reading.applies import Applies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.vocabulary import Visibility
    from schoolpolicy.reading.pages import Page


BOOKKEEPING = frozenset(
    {
        *("for_each", "title_from", "keywords", "keywords_by_nation"),
        *("after", "change", "remove", "lock"),
    }
)
"""What a pattern says of itself that is nothing to the pages made from it."""


@dataclass(frozen=True)
class SitePage:
    """One page of the site.

    Attributes:
        path: its name below the pages' folder.
        markdown: its text with front matter; None where the file is used as it stands.
        source: the page it was made from.
        keywords: everyday words that the search finds it by.
    """

    path: str
    markdown: str | None
    source: Page
    keywords: tuple[str, ...]


def site_pages(policy: Policy, pages: Iterable[Page], audience: Visibility) -> list[SitePage]:
    """Return the pages of one school's site, patterns repeated in the records' order.

    Args:
        policy: what this audience may see of the school's policy.
        pages: all pages of the project.
        audience: for whom the site is.
    """
    found: list[SitePage] = []
    applies = Applies.to(policy)
    for page in pages:
        if not (applies.fits(page.front.only) and _wanted(policy, page, audience)):
            continue
        if page.front.for_each is None:
            found.append(SitePage(page.path, None, page, _keywords(policy, page)))
            continue
        folder = PurePosixPath(page.path).parent
        for identity, record in policy.subject(page.front.for_each).items():
            title = _title(policy, page, record)
            keywords = (*_keywords(policy, page), *getattr(record, "keywords", ()))
            fields: dict[str, Any] = page.front.model_dump(
                mode="json", exclude_defaults=True, exclude=set(BOOKKEEPING)
            )
            fields |= {"title": title[:1].upper() + title[1:], "item": identity}
            # JSON is YAML, and it quotes whatever needs quotes.
            front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in fields.items())
            found.append(
                SitePage(
                    (folder / f"{identity}.md").as_posix(),
                    f"---\n{front}\n---\n{page.body}",
                    page,
                    keywords,
                )
            )
    return found


def _keywords(policy: Policy, page: Page) -> tuple[str, ...]:
    """Return the words that the search finds a page by, in the school's own nation."""
    front = page.front
    return (*front.keywords, *front.keywords_by_nation.get(policy.school.nation, ()))


def _title(policy: Policy, page: Page, record: Record) -> str:
    """Return the title of a page made for a record; that of a thing is a question."""
    if page.front.for_each == "things":
        return thing_question(policy, record)
    return str(getattr(record, page.front.title_from))


def _wanted(policy: Policy, page: Page, audience: Visibility) -> bool:
    fits_bands = not page.front.bands or any(band in policy.bands for band in page.front.bands)
    shown = not (page.front.drafts_only and policy.final)
    return shown and sees(audience, page.front.visibility) and fits_bands


def with_added(nav: Any, added: Mapping[str, str | None]) -> Any:
    """Return the navigation with the pages that a school adds.

    Args:
        nav: as `expand_nav` takes it.
        added: from the path of a page to the page behind which it stands; None for the end of
            the part that holds its folder.
    """
    if not isinstance(nav, list):
        return nav
    for path, after in added.items():
        folder = path.split("/", maxsplit=1)[0] + "/"
        place = (_place(nav, after) if after else None) or _place(nav, folder)
        if place is not None:
            part, index = place
            part.insert(index + 1 if after else len(part), path)
    return nav


def _place(nav: list[Any], wanted: str) -> tuple[list[Any], int] | None:
    """Return the list that holds a page, or one of a folder with a slash, and its index."""
    inner: list[list[Any]] = []
    for index, entry in enumerate(nav):
        values = [entry] if isinstance(entry, str) else list(entry.values())
        for value in values:
            if isinstance(value, str) and (
                value == wanted or (wanted.endswith("/") and value.startswith(wanted))
            ):
                return nav, index
            if isinstance(value, list):
                inner.append(value)
    return next((place for each in inner if (place := _place(each, wanted))), None)


def expand_nav(nav: Any, patterns: dict[str, list[str]], dropped: set[str]) -> Any:
    """Return the navigation with each pattern replaced by its pages.

    Args:
        nav: the navigation as MkDocs holds it: lists of names, or of title -> names.
        patterns: from the path of a pattern to the paths of its pages.
        dropped: pages that this school does not have.
    """
    if not isinstance(nav, list):
        return nav
    result: list[Any] = []
    for entry in nav:
        if isinstance(entry, str):
            if entry in patterns:
                result += patterns[entry]
            elif entry not in dropped:
                result.append(entry)
        else:
            for title, value in entry.items():
                if isinstance(value, str) and value in patterns:
                    result.append({title: patterns[value]})
                elif isinstance(value, str):
                    if value not in dropped:
                        result.append({title: value})
                else:
                    inner = expand_nav(value, patterns, dropped)
                    if inner:
                        result.append({title: inner})
    return result
