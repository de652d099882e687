"""Laying one record over another, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from schoolpolicy.reading.orders import CHANGE, MOVE, REMOVE, in_order
from schoolpolicy.reading.tree import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.tree import Mark, Node


class Guard(Protocol):
    """Watches over what a layer does with the entries of a list."""

    @property
    def findings(self) -> list[Finding]:
        """Take what is wrong."""

    def locked_part(self, under: Mapping, over: Mapping) -> bool:
        """Tell whether an entry is locked, and find that it is."""

    def locked_away(self, under: Node, mark: Mark) -> bool:
        """Tell whether something locked would go with what is replaced, and find that it is."""

    def part_removed(self, part: Mapping, known: Iterable[str]) -> bool:
        """Tell whether an entry is rightly taken away, and find why it is not."""


def without_orders(record: Mapping) -> Mapping:
    """Return a record without the fields that only say what a layer does with it."""
    if not record.fields.keys() & {CHANGE, MOVE}:
        return record
    fields = {key: node for key, node in record.fields.items() if key not in {CHANGE, MOVE}}
    return Mapping(fields, record.keys, record.mark)


def overlay(under: Mapping, over: Mapping, guard: Guard | None = None) -> Mapping:
    """Return `under` with the fields of `over` laid on it, lists of records by id.

    Args:
        under: what was there.
        over: what is laid over it.
        guard: watches over what a layer may do; None where one layer fills in its own words.
    """
    fields, keys = dict(under.fields), dict(under.keys)
    for key, node in over.fields.items():
        if guard is not None and key in {CHANGE, MOVE}:
            continue
        below = fields.get(key)
        keys[key] = over.keys[key]
        if isinstance(below, Mapping) and isinstance(node, Mapping):
            fields[key] = overlay(below, node, guard)
        elif isinstance(below, Sequence) and isinstance(node, Sequence) and by_id(below, node):
            fields[key] = _overlay_list(below, node, guard)
        elif guard is None:
            fields[key] = node
        elif below is None or not guard.locked_away(below, node.mark):
            fields[key] = _bare(node)
    return Mapping(fields, keys, over.mark)


def _bare(node: Node) -> Node:
    """Return a list that is new without the orders in its entries, which have nothing to do."""
    if not isinstance(node, Sequence):
        return node
    items = tuple(
        without_orders(item) if isinstance(item, Mapping) else item for item in node.items
    )
    return Sequence(items, node.mark)


def by_id(*lists: Sequence) -> bool:
    """Tell whether lists are laid over each other by the ids of their entries.

    An empty list has none, so that it takes the place of what was there.
    """
    return all(each.items for each in lists) and all(
        isinstance(item, Mapping) and item.text("id") for each in lists for item in each.items
    )


def _overlay_list(under: Sequence, over: Sequence, guard: Guard | None) -> Sequence:
    items = {item.text("id") or "": item for item in under.items if isinstance(item, Mapping)}
    moved: list[Mapping] = []
    for item in over.items:
        if not isinstance(item, Mapping):
            continue
        identity = item.text("id") or ""
        if identity in items and guard and guard.locked_part(items[identity], item):
            continue
        if REMOVE in item.fields:
            if guard is None or (
                guard.part_removed(item, items)
                and not guard.locked_away(items[identity], item.mark)
            ):
                items.pop(identity, None)
            continue
        if identity in items:
            items[identity] = overlay(items[identity], item, guard)
        else:
            items[identity] = without_orders(item) if guard is not None else item
        if guard is not None and MOVE in item.fields:
            moved.append(item)
    if guard is not None and moved:
        ids = in_order(list(items), moved, guard.findings)
        items = {identity: items[identity] for identity in ids}
    return Sequence(tuple(items.values()), over.mark)
