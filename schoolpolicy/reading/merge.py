"""Laying one layer of data over another, by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schoolpolicy.reading import suggest
from schoolpolicy.reading.tree import Mapping, Mark, Node, Scalar, Sequence, error
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.organisation import Layer

REMOVE = "remove"
"""The field by which a later layer takes a record away, with the reason as its value."""


@dataclass(frozen=True)
class Removal:
    """A record that a layer took away, and why; `mark` is where the layer says so."""

    subject: str
    id: str
    layer: Layer
    because: str
    mark: Mark


@dataclass(frozen=True)
class Change:
    """A record that a layer changed: what stood before, and what was laid over it."""

    subject: str
    under: Mapping
    over: Mapping


@dataclass
class Merged:
    """The records of all layers so far, by subject and id."""

    records: dict[str, dict[str, Mapping]] = field(default_factory=dict)
    layers: dict[tuple[str, str], list[Layer]] = field(default_factory=dict)
    removals: list[Removal] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def add_layer(
    merged: Merged, layer: Layer, trees: Iterable[Mapping], subjects: Iterable[str]
) -> None:
    """Lay one layer's files over what is merged so far.

    A record with a known id changes the fields it gives; one with a new id is added; one
    with `remove: reason` takes the record away. Within one layer an id may stand once.
    """
    seen: dict[tuple[str, str], Mapping] = {}
    wanted = set(subjects)
    for tree in trees:
        for subject in tree.fields:
            if subject in wanted:
                for record in tree.records(subject):
                    _add_record(merged, layer, subject, record, seen)


def _add_record(
    merged: Merged,
    layer: Layer,
    subject: str,
    record: Mapping,
    seen: dict[tuple[str, str], Mapping],
) -> None:
    known = merged.records.setdefault(subject, {})
    identity = record.text("id")
    if identity is None:
        # Kept under a name nobody can write, so that its missing id is reported with the rest.
        known[f"{record.mark.file}:{record.mark.line}"] = record
        return
    key = (subject, identity)
    if key in seen:
        merged.findings.append(_again(record, seen[key]))
        return
    seen[key] = record
    reason = record.fields.get(REMOVE)
    if reason is not None:
        _remove(merged, layer, key, record, reason)
        return
    if identity in known:
        merged.changes.append(Change(subject, known[identity], record))
        record = overlay(known[identity], record)
    known[identity] = record
    merged.layers.setdefault(key, []).append(layer)


def _again(record: Mapping, before: Mapping) -> Finding:
    """Say what to do about a record whose id stands twice in one layer."""
    first, mark = before.mark, record.fields["id"].mark
    problem = (
        f'The id "{record.text("id")}" is used twice (first in {first.file}, line {first.line}).'
    )
    if REMOVE in record.fields and REMOVE in before.fields:
        hint = "It is removed already: delete one of the two."
    elif REMOVE in record.fields or REMOVE in before.fields:
        hint = "One removes what the other writes: delete one of the two."
    else:
        hint = (
            "If both are the same, write the fields under one of them and delete the other; "
            "if not, give one of the two another id."
        )
    return error("read.duplicate-id", mark, problem, hint)


def _remove(
    merged: Merged, layer: Layer, key: tuple[str, str], record: Mapping, reason: Node
) -> None:
    subject, identity = key
    because = reason.value if isinstance(reason, Scalar) else None
    if not isinstance(because, str):
        problem = f'"{identity}" is removed without a reason.'
        remedy = 'Write why after "remove:", for the people who approve the policy.'
    elif identity not in merged.records.get(subject, {}):
        known = merged.records.get(subject, {})
        problem = f'The model policy has no {singular(subject)} "{identity}" to remove.'
        remedy = suggest.remedy(identity, known, "Delete these lines.")
    elif record.fields.keys() - {"id", REMOVE}:
        others = ", ".join(f'"{key}"' for key in record.fields if key not in {"id", REMOVE})
        problem = f'"{identity}" is removed, and yet given {others}.'
        remedy = 'Delete "remove" to change it, or the other fields to remove it.'
    else:
        del merged.records[subject][identity]
        merged.removals.append(Removal(subject, identity, layer, because, record.mark))
        return
    merged.findings.append(error("read.remove", record.keys[REMOVE], problem, remedy))


def overlay(under: Mapping, over: Mapping) -> Mapping:
    """Return `under` with the fields of `over` laid on it, lists of records by id."""
    fields, keys = dict(under.fields), dict(under.keys)
    for key, node in over.fields.items():
        below = fields.get(key)
        keys[key] = over.keys[key]
        if isinstance(below, Mapping) and isinstance(node, Mapping):
            fields[key] = overlay(below, node)
        elif isinstance(below, Sequence) and isinstance(node, Sequence) and _has_ids(below, node):
            fields[key] = _overlay_list(below, node)
        else:
            fields[key] = node
    return Mapping(fields, keys, over.mark)


def _has_ids(*lists: Sequence) -> bool:
    # An empty list has none, so that it takes the place of what was there.
    return all(each.items for each in lists) and all(
        isinstance(item, Mapping) and item.text("id") for each in lists for item in each.items
    )


def _overlay_list(under: Sequence, over: Sequence) -> Sequence:
    items: dict[str, Mapping] = {}
    for item in (*under.items, *over.items):
        if not isinstance(item, Mapping):
            continue
        identity = item.text("id") or ""
        if REMOVE in item.fields:
            items.pop(identity, None)
        else:
            items[identity] = overlay(items[identity], item) if identity in items else item
    return Sequence(tuple(items.values()), over.mark)
