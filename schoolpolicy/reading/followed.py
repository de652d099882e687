"""What is removed leaves the lists that name it, so that a school need not change each of them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.restrict import NARROWING, fields_of, shapes_in
from schoolpolicy.reading.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from pydantic import BaseModel

    from schoolpolicy.reading.merge import Merged
    from schoolpolicy.reading.tree import Node


def follow_removals(merged: Merged) -> None:
    """Take what is removed out of the lists that name it, in the records of all layers.

    Only out of lists that say what else belongs to a record, such as its sources. Where a
    record means something else without the name (a rule without its place), or has nothing
    left, the name stays, and the reader of records tells that it is gone.
    """
    removed: dict[str, set[str]] = defaultdict(set)
    for each in (*merged.removals, *merged.parts_removed):
        removed[each.subject].add(each.id)
    for subject, records in merged.records.items():
        if removed.keys() & _listed(SUBJECTS[subject]):
            for identity, record in records.items():
                records[identity] = _without(record, SUBJECTS[subject], removed)


def _without(
    record: Mapping, shape: type[BaseModel], removed: MappingType[str, set[str]]
) -> Mapping:
    fields = dict(record.fields)
    for field in fields_of(shape):
        node = fields.get(field.name)
        if node is None:
            continue
        if field.subject is None:
            inner = _inner_shape(shape, field.name)
            if inner is not None and removed.keys() & _listed(inner):
                fields[field.name] = _inside(node, inner, removed)
        elif field.many and field.subject not in NARROWING and isinstance(node, Sequence):
            gone = removed.get(field.subject, set())
            kept = tuple(
                item for item in node.items if not (isinstance(item, Scalar) and item.value in gone)
            )
            if len(kept) == len(node.items):
                continue
            if kept:
                fields[field.name] = Sequence(kept, node.mark)
            elif not shape.model_fields[field.name].is_required():
                del fields[field.name]  # an empty list would be told as a mistake
    same = len(fields) == len(record.fields) and all(
        node is record.fields[key] for key, node in fields.items()
    )
    return record if same else Mapping(fields, record.keys, record.mark)


def _inside(node: Node, shape: type[BaseModel], removed: MappingType[str, set[str]]) -> Node:
    if isinstance(node, Mapping):
        return _without(node, shape, removed)
    if isinstance(node, Sequence):
        items = tuple(_inside(item, shape, removed) for item in node.items)
        same = all(new is old for new, old in zip(items, node.items, strict=True))
        return node if same else Sequence(items, node.mark)
    return node


@cache
def _inner_shape(shape: type[BaseModel], field: str) -> type[BaseModel] | None:
    """Return the shape of what a field holds; None where it may hold several."""
    found = set(shapes_in(shape.model_fields[field].annotation))
    return found.pop() if len(found) == 1 else None


@cache
def _listed(shape: type[BaseModel]) -> frozenset[str]:
    """Return the subjects that lists in a shape name, at any depth."""
    found = {each.subject for each in fields_of(shape) if each.subject and each.many}
    for each in fields_of(shape):
        inner = _inner_shape(shape, each.name) if each.subject is None else None
        if inner is not None and inner is not shape:
            found |= _listed(inner)
    return frozenset(found - NARROWING)
