"""What a page says about itself, above its text."""

from __future__ import annotations

from pydantic import Field

from schoolpolicy.model.base import Only, RequirementRef, Shape, Text
from schoolpolicy.model.vocabulary import Band, Nation, Visibility


class SearchOptions(Shape):
    """How the search treats a page."""

    boost: float | None = None
    exclude: bool = False


class PageFront(Shape):
    """The front matter of a page.

    With `for_each`, the page is a pattern: it is made once for each record of that subject,
    takes the record's title, and its macros see the record's id as `item`.
    """

    title: Text | None = None
    description: Text | None = None
    icon: Text | None = None
    hide: tuple[str, ...] = ()
    template: str | None = None
    search: SearchOptions = SearchOptions()
    keywords: tuple[Text, ...] = ()
    """Everyday words that people search with."""
    keywords_by_nation: dict[Nation, tuple[Text, ...]] = Field(default_factory=dict)
    """More of them that people of one nation use: its inspectors, its guidance."""
    for_each: str | None = None
    title_from: str = "title"
    """With `for_each`: which field of the record gives the title."""
    only: Only = Only()
    bands: tuple[Band, ...] = Field(default=())
    """The page is made only if the school has pupils of one of these bands."""
    visibility: Visibility = Visibility.PUBLIC
    covers: tuple[RequirementRef, ...] = ()
    """What law or guidance asks that the page itself answers: where things are published."""
    drafts_only: bool = False
    """True: the page is made in drafts, and not in a final publication."""
    after: Text | None = None
    """On a page that a school adds: the page behind which it stands in the menu."""
    change: Text | None = None
    """On a page that takes the place of an earlier layer's: why."""
    remove: Text | None = None
    """On a page that takes an earlier layer's away: why."""
    lock: Text | None = None
    """Why later layers may not change or remove the page."""
