"""The titles of the menu, in the school's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.reading.words import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping


def in_words(nav: Any, words: Mapping[str, str]) -> Any:
    """Return the navigation with the placeholders of its titles filled in; addresses stay.

    Args:
        nav: the navigation as MkDocs holds it: lists of names, or of title -> names.
        words: what each placeholder stands for.
    """
    if isinstance(nav, list):
        return [in_words(entry, words) for entry in nav]
    if isinstance(nav, dict):
        return {
            PLACEHOLDER.sub(lambda found: words[found[1]], title): in_words(inner, words)
            for title, inner in nav.items()
        }
    return nav
