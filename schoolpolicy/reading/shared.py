"""What several records share: its words stand once, under a subject of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from schoolpolicy.reading.examples import own_words
from schoolpolicy.reading.overlay import overlay
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Node, Scalar, Sequence, error
from schoolpolicy.reading.values import shown, singular

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.gone import Gone
    from schoolpolicy.reading.merge import Merged


class Sharing(NamedTuple):
    """A field in which records name what they share, or have entries of their own.

    Attributes:
        holder: the subject of the records that have the field.
        field: the field.
        subject: the subject under which the shared words stand.
        needs: what an entry with words of its own needs beside `id` and `text`.
    """

    holder: str
    field: str
    subject: str
    needs: str


EXCEPTIONS: Final = Sharing("rules", "unless", "exceptions", "decided_by: head")
NEVERS: Final = Sharing("incidents", "never", "nevers", 'because: "..."')
SHARINGS: Final = (EXCEPTIONS, NEVERS)


def spell_out(trees: Iterable[Mapping]) -> Iterator[Mapping]:
    """Yield files in which each shared entry is a group of fields, so that layers merge by id.

    `unless: [medical]` is short for `unless: [{id: medical}]`.
    """
    for tree in trees:
        fields = dict(tree.fields)
        for each in SHARINGS:
            records = fields.get(each.holder)
            if isinstance(records, Sequence):
                items = tuple(
                    change_entries(item, each.field, _named) if isinstance(item, Mapping) else item
                    for item in records.items
                )
                fields[each.holder] = Sequence(items, records.mark)
        yield Mapping(fields, tree.keys, tree.mark)


def share(merged: Merged, salvaged: Collection[str], gone: Gone) -> Iterator[Finding]:
    """Give each entry that is named like a shared one its words; yield unknown names.

    Args:
        merged: the records of all layers.
        salvaged: ids in files that cannot be read; nobody is blamed for naming them.
        gone: what is not there for a reason that is told elsewhere.
    """
    for sharing in SHARINGS:
        shared = merged.records.get(sharing.subject, {})
        holders = merged.records.get(sharing.holder, {})
        for identity, holder in holders.items():
            user = f'the {singular(sharing.holder)} "{identity}"'
            for item in holder.records(sharing.field):
                name = item.text("id") or ""
                if set(item.fields) != {"id"} or name in {*shared, *salvaged}:
                    continue
                if not gone.excuses(sharing.subject, name, user):
                    yield _unknown(sharing, item, name, shared)
            holders[identity] = change_entries(holder, sharing.field, partial(_with_words, shared))


def change_entries(record: Mapping, field: str, change: Callable[[Node], Node | None]) -> Mapping:
    """Return a record with each entry of a list changed, or left out where that gives none."""
    entries = record.fields.get(field)
    if not isinstance(entries, Sequence):
        return record
    items = tuple(new for item in entries.items if (new := change(item)) is not None)
    return Mapping(
        {**record.fields, field: Sequence(items, entries.mark)}, record.keys, record.mark
    )


def _unknown(sharing: Sharing, item: Mapping, name: str, shared: Iterable[str]) -> Finding:
    return error(
        "read.unknown-id",
        item.fields["id"].mark,
        f"There is no {singular(sharing.subject)} {shown(name)}.",
        own_words(name, sharing.needs) if " " in name else remedy(name, shared),
    )


def _named(item: Node) -> Node:
    if isinstance(item, Scalar) and isinstance(item.value, str):
        return Mapping({"id": item}, {"id": item.mark}, item.mark)
    return item


def _with_words(shared: MappingType[str, Mapping], item: Node) -> Node | None:
    """Return an entry with its words; None if it has none, which has been told."""
    if not isinstance(item, Mapping):
        return item
    words = shared.get(item.text("id") or "")
    if words is not None:
        return overlay(words, item)
    return None if set(item.fields) == {"id"} else item
