"""Which layer wrote what: the fields of a record, the word for a term, the answer to a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.layer import LayerKind
from schoolpolicy.reading.departures import plain_words
from schoolpolicy.reading.merge import owner
from schoolpolicy.reading.tree import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.reading.resolve import Resolution
    from schoolpolicy.reading.tree import Mark, Node


def provenance(resolution: Resolution, subject: str, wanted: str) -> Iterator[str]:
    """Yield which layer wrote each field of a record, where more than the model policy did.

    Of a term or a choice it tells, too, who chose the word or the answer.
    """
    yield from _chosen(resolution, subject, wanted)
    written = resolution.records.get(subject, {}).get(wanted)
    if subject == "duties":
        written = next(
            (
                duty
                for role in resolution.records.get("roles", {}).values()
                for duty in role.records("duties")
                if duty.text("id") == wanted
            ),
            None,
        )
    if written is None:
        return
    wrote: dict[str, list[str]] = {}
    for name, mark in _marks(written, ""):
        wrote.setdefault(owner(resolution.stack, mark).folder, []).append(
            f"{name} ({mark.file.rsplit('/', 1)[1]}:{mark.line})"
        )
    model, *later = [layer for layer in resolution.stack if layer.folder in wrote]
    if not later and model.kind is LayerKind.MODEL:
        return
    for layer in (model, *later):
        # The many fields of the model need no line each.
        fields = ", ".join(
            each.split(" (")[0] if layer.kind is LayerKind.MODEL else each
            for each in wrote[layer.folder]
        )
        yield f"  from {layer.name} ({layer.folder}): {fields}"
    for each in resolution.changes:
        if (each.subject, each.over.text("id")) == (subject, wanted) and each.because:
            yield f"  changed by {each.layer.name}, because: {each.because}"


def _marks(record: Mapping, prefix: str) -> Iterator[tuple[str, Mark]]:
    """Yield each field with the place of its value; entries of lists by their ids."""
    for key, node in record.fields.items():
        name = f"{prefix}{key}"
        if key == "id":
            continue
        if isinstance(node, Mapping):
            yield from _marks(node, f"{name}.")
        elif isinstance(node, Sequence) and any(_identity(item) for item in node.items):
            for item in node.items:
                if isinstance(item, Mapping):
                    yield from _entry_marks(item, f"{name}.{item.text('id')}")
        else:
            yield name, record.keys[key]


def _entry_marks(entry: Mapping, name: str) -> Iterator[tuple[str, Mark]]:
    """Yield an entry of a list as one, if one file holds it; else each of its fields."""
    inner = list(_marks(entry, f"{name}."))
    if len({mark.file for _, mark in inner}) > 1:
        yield from inner
    else:
        yield name, entry.mark


def _identity(node: Node) -> str | None:
    return node.text("id") if isinstance(node, Mapping) else None


def _chosen(resolution: Resolution, subject: str, wanted: str) -> Iterator[str]:
    given = resolution.school.fields.get(subject) if resolution.school is not None else None
    if subject in {"terms", "choices"} and isinstance(given, Mapping) and wanted in given.fields:
        mark = given.keys[wanted]
        by = owner(resolution.stack, mark).name
        yield f"  chosen by {by}: {plain_words(given.fields[wanted])} ({mark.file}:{mark.line})"
