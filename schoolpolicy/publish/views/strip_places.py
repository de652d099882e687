"""The places of a day's strip, and what several of them are called together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.rules.trees import Tree
from schoolpolicy.rules.words import inside, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schoolpolicy.model.policy import Policy

SITE = "on-site"
"""The place that holds all places on the school's grounds."""

NOWHERE = frozenset({"online-space"})
"""Places in which nobody can stand."""


def strip_places(policy: Policy) -> tuple[str, ...]:
    """Return the places of a strip: all but the outermost, which only hold others."""
    holders = {each.within for each in policy.places}
    outermost = tuple(each.id for each in policy.places if each.within is None)
    headings = {each.id for each in policy.places if each.within in outermost} & holders - {SITE}
    skipped = {*outermost, *headings, *NOWHERE}
    return tuple(each.id for each in policy.places if each.id not in skipped) or outermost


def places_words(policy: Policy, some: Sequence[str], every: Sequence[str]) -> str:
    """Return places as words: a place that is there with all within it, by its own name alone."""
    tree = Tree(policy.places)
    titles = {each.id: each.title for each in policy.places}
    asked = {outer: {each for each in every if tree.inside(each, outer)} for outer in tree}
    # A place that only holds one other is not what people call that one.
    whole = {
        outer
        for outer, members in asked.items()
        if members and members <= set(some) and (outer in some or len(members) > 1)
    }
    rest = {each for each in some if asked[each] - set(some)}
    named = []
    for place in tree:
        outer = set(tree.line(place)[1:])
        if place in rest and not outer & (rest | whole):
            named.append(f"Elsewhere {inside(titles[place])}")
        elif place in whole and not outer & (rest | whole):
            named.append(titles[place])
    return capital(listed([inside(each) for each in named]))


def row_order(policy: Policy, places: Sequence[str], every: Sequence[str]) -> tuple[int, bool]:
    """Return where a row stands: what is left of a place comes after what is in it."""
    tree = Tree(policy.places)
    order = [
        number
        for number, each in enumerate(every)
        if each not in places and tree.inside(each, places[0])
    ]
    return max(order, default=every.index(places[0])), bool(order)
