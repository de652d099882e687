"""Where records say when they apply: each `only`, with the record that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.reading.tree import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.reading.tree import Node

ONLY = "only"


def conditions(node: Node, name: str = "") -> Iterator[tuple[str, Mapping]]:
    """Yield the id of each record in a tree that has an `only`, and what that says.

    Args:
        node: the tree of a record.
        name: the id of what it stands in.
    """
    if isinstance(node, Sequence):
        for item in node.items:
            yield from conditions(item, name)
    elif isinstance(node, Mapping):
        name = node.text("id") or name
        for key, inner in node.fields.items():
            if key == ONLY and isinstance(inner, Mapping):
                yield name, inner
            else:
                yield from conditions(inner, name)
