"""What a layer locks: later layers may not change it, nor take it away with what holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.reading.tree import Mapping, Scalar, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.layer import Layer
    from schoolpolicy.reading.tree import Mark, Node

LOCK = "lock"
"""The field by which a layer keeps later layers from changing a record; it says why."""


def lock_of(record: Mapping) -> Scalar | None:
    """Return why a record, or an entry of a list, is locked; None if it is not."""
    lock = record.fields.get(LOCK)
    return lock if isinstance(lock, Scalar) else None


def locked_entries(node: Node) -> Iterator[tuple[str | None, Scalar]]:
    """Yield the id and the lock of each locked entry within a record or a list."""
    if isinstance(node, Scalar):
        return
    for inner in node.items if isinstance(node, Sequence) else node.fields.values():
        if isinstance(inner, Mapping) and (lock := lock_of(inner)) is not None:
            yield inner.text("id"), lock
        yield from locked_entries(inner)


def locked(what: str, done: str, lock: Scalar, by: Layer, mark: Mark) -> Finding:
    """Return the finding about something locked.

    Args:
        what: the record or entry: `place "lessons"`.
        done: what a layer does with it: `changed`, `removed`.
        lock: why it may not.
        by: the layer that has locked it.
        mark: where the other layer does it.
    """
    return error(
        "read.locked",
        mark,
        f"The {what} cannot be {done} here: {by.name} has locked it "
        f"({lock.mark.file}, line {lock.mark.line}), because: {lock.value}",
        f"Delete these lines, or ask for a change in {by.folder}/.",
    )
