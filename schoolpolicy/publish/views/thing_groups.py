"""The groups in which people look for things and activities."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.rules.words import inside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.scope import Thing


@dataclass(frozen=True)
class ThingGroup:
    """Things that are found together: a heading, and the ids."""

    title: str
    icon: str
    things: tuple[str, ...]


def thing_groups(policy: Policy) -> tuple[ThingGroup, ...]:
    """Return all things in the groups in which people look for them, activities last."""
    below: dict[str | None, list[Thing]] = defaultdict(list)
    for each in policy.things:
        below[each.within].append(each)
    found = [group for root in below[None] for group in _groups(root, below)]
    kinds: dict[str, list[str]] = defaultdict(list)
    for activity in policy.activities:
        kinds[activity.group].append(activity.id)
    return (*found, *(ThingGroup(title, "web", tuple(names)) for title, names in kinds.items()))


def _groups(root: Thing, below: Mapping[str | None, list[Thing]]) -> list[ThingGroup]:
    """Return one group for a tree; several where most is found under a narrower heading."""
    heads = [each for each in below[root.id] if below[each.id]]
    lines = [_line(head, below) for head in heads]
    others = (root.id, *(each.id for each in below[root.id] if each not in heads))
    if sum(map(len, lines)) <= len(others):
        return [ThingGroup(root.title, root.icon or "devices", _line(root, below))]
    return [
        *(
            ThingGroup(head.title, head.icon or "devices", line)
            for head, line in zip(heads, lines, strict=True)
        ),
        ThingGroup(f"Other {inside(root.title)}", "devices", others),
    ]


def _line(thing: Thing, below: Mapping[str | None, list[Thing]]) -> tuple[str, ...]:
    """Return a thing and all that lies within it, each after what it lies in."""
    return (thing.id, *(name for each in below[thing.id] for name in _line(each, below)))
