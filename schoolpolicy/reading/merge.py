"""Laying one layer of data over another, by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schoolpolicy.reading import suggest
from schoolpolicy.reading.locks import lock_of, locked, locked_entries
from schoolpolicy.reading.orders import CHANGE, MOVE, REMOVE, in_order, reason_of
from schoolpolicy.reading.overlay import overlay, without_orders
from schoolpolicy.reading.tree import Mapping, Sequence, error
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.layer import Layer
    from schoolpolicy.reading.tree import Mark, Node, Scalar

DUTIES = "duties"
"""The parts of a role that other records name."""


@dataclass(frozen=True)
class Removal:
    """A record that a layer took away, and why; `mark` is where the layer says so."""

    subject: str
    id: str
    layer: Layer
    because: str
    mark: Mark
    under: Mapping


@dataclass(frozen=True)
class Change:
    """A record that a layer changed: what stood before, and what was laid over it."""

    subject: str
    under: Mapping
    over: Mapping
    layer: Layer
    because: str | None = None
    moved: str | None = None
    """Where it was put among the others, as the layer says it."""


@dataclass
class Merged:
    """The records of all layers so far, by subject and id."""

    records: dict[str, dict[str, Mapping]] = field(default_factory=dict)
    layers: dict[tuple[str, str], list[Layer]] = field(default_factory=dict)
    removals: list[Removal] = field(default_factory=list)
    parts_removed: list[Removal] = field(default_factory=list)
    """The duties that went with a role, or out of one: others name them."""
    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def owner(layers: Iterable[Layer], mark: Mark) -> Layer:
    """Return the layer that wrote what stands at a mark.

    Raises:
        ValueError: no layer has such a file.
    """
    for layer in layers:
        if mark.file.startswith(f"{layer.folder}/"):
            return layer
    raise ValueError(f"no layer holds {mark.file}")


def add_layer(
    merged: Merged, layer: Layer, trees: Iterable[Mapping], subjects: Iterable[str]
) -> None:
    """Lay one layer's files over what is merged so far.

    A record with a known id changes the fields it gives (`change: why` may say why); one with
    a new id is added; one with `remove: why` takes the record away; `move` puts it elsewhere
    in the order; `lock: why` keeps later layers from changing it. Within one layer an id may
    stand once.
    """
    _Laying(merged, layer, set(subjects)).add(trees)


class _Laying:
    """One layer while it is laid over those below it."""

    def __init__(self, merged: Merged, layer: Layer, subjects: set[str]) -> None:
        self.merged = merged
        self.layer = layer
        self.subjects = subjects
        self.seen: dict[tuple[str, str], Mapping] = {}

    @property
    def findings(self) -> list[Finding]:
        return self.merged.findings

    def add(self, trees: Iterable[Mapping]) -> None:
        moved: dict[str, list[Mapping]] = {}
        for tree in trees:
            for subject in tree.fields:
                if subject in self.subjects:
                    for record in tree.records(subject):
                        self._add_record(subject, record)
                        if MOVE in record.fields:
                            moved.setdefault(subject, []).append(record)
        for subject, records in moved.items():
            known = self.merged.records[subject]
            ids = in_order(list(known), records, self.findings)
            self.merged.records[subject] = {identity: known[identity] for identity in ids}

    def _add_record(self, subject: str, record: Mapping) -> None:
        known = self.merged.records.setdefault(subject, {})
        identity = record.text("id")
        if identity is None:
            # Kept under a name nobody can write, so that its missing id is reported with the rest.
            known[f"{record.mark.file}:{record.mark.line}"] = record
            return
        key = (subject, identity)
        if key in self.seen:
            self.findings.append(_again(record, self.seen[key]))
            return
        self.seen[key] = record
        if REMOVE in record.fields:
            self._remove(key, record)
        elif identity not in known:
            if CHANGE in record.fields and self.layer.folder.startswith("schools/"):
                self.findings.append(self._nothing_to_change(subject, record))
                return  # as a record of its own it would lack the fields of what it changes
            known[identity] = without_orders(record)
            self.merged.layers.setdefault(key, []).append(self.layer)
        elif not self._locked(known[identity], record, singular(subject)):
            under, over = known[identity], without_orders(record)
            reasons = list(_reasons(record, self.findings))
            self.merged.changes.append(
                Change(
                    subject,
                    under,
                    over,
                    self.layer,
                    because=" ".join(reasons) or None,
                    moved=record.text(MOVE),
                )
            )
            known[identity] = overlay(under, record, self)
            self._duties_removed(under, "", record.mark, known[identity])
            self.merged.layers.setdefault(key, []).append(self.layer)

    def _nothing_to_change(self, subject: str, record: Mapping) -> Finding:
        return error(
            "read.change",
            record.keys[CHANGE],
            f'There is no {singular(subject)} "{record.text("id")}" to change.',
            suggest.remedy(
                record.text("id") or "",
                self.merged.records.get(subject, {}),
                f'Delete the line "{CHANGE}: ..." if the {singular(subject)} is your own.',
            ),
        )

    def _remove(self, key: tuple[str, str], record: Mapping) -> None:
        subject, identity = key
        known = self.merged.records.get(subject, {})
        because = reason_of(record, REMOVE)
        if because is None:
            problem = f'"{identity}" is removed without a reason.'
            remedy = 'Write why after "remove:", for the people who approve the policy.'
        elif identity not in known:
            problem = f'The model policy has no {singular(subject)} "{identity}" to remove.'
            remedy = suggest.remedy(identity, known, "Delete these lines.")
        elif record.fields.keys() - {"id", REMOVE}:
            others = ", ".join(f'"{key}"' for key in record.fields if key not in {"id", REMOVE})
            problem = f'"{identity}" is removed, and yet given {others}.'
            remedy = 'Delete "remove" to change it, or the other fields to remove it.'
        elif self._locked(known[identity], record, singular(subject)) or self.locked_away(
            known[identity], record.mark
        ):
            return
        else:
            under = known.pop(identity)
            self.merged.removals.append(
                Removal(subject, identity, self.layer, because, record.mark, under)
            )
            self._duties_removed(under, because, record.mark, None)
            return
        self.findings.append(error("read.remove", record.keys[REMOVE], problem, remedy))

    def _duties_removed(
        self, role: Mapping, because: str, mark: Mark, left: Mapping | None
    ) -> None:
        """Note which duties a role has no more."""
        still = {each.text("id") for each in left.records(DUTIES)} if left is not None else set()
        for duty in role.records(DUTIES):
            if duty.text("id") not in still:
                self.merged.parts_removed.append(
                    Removal(DUTIES, duty.text("id") or "", self.layer, because, mark, duty)
                )

    def part_removed(self, part: Mapping, known: Iterable[str]) -> bool:
        """Tell whether an entry of a list is rightly taken away, and find why it is not."""
        identity = part.text("id") or ""
        if reason_of(part, REMOVE) is None:
            problem = f'"{identity}" is removed without a reason.'
            remedy = 'Write why after "remove:", for the people who approve the policy.'
        elif identity not in known:
            problem = f'There is no "{identity}" here to remove.'
            remedy = suggest.remedy(identity, known, "Delete these lines.")
        else:
            return True
        self.findings.append(error("read.remove", part.keys[REMOVE], problem, remedy))
        return False

    def _locked(self, under: Mapping, over: Mapping, noun: str) -> bool:
        """Tell whether an earlier layer keeps a record as it is, and find that it does."""
        lock = lock_of(under)
        if lock is None or not over.fields.keys() - {"id"}:
            return False
        done = "removed" if REMOVE in over.fields else "changed"
        self._find_locked(f'{noun} "{over.text("id")}"', done, lock, over.mark)
        return True

    def locked_part(self, under: Mapping, over: Mapping) -> bool:
        """Tell whether an entry of a list is locked, and find that it is."""
        return self._locked(under, over, "entry")

    def locked_away(self, under: Node, mark: Mark) -> bool:
        """Tell whether a locked entry would go with what holds it, and find each that would."""
        found = list(locked_entries(under))
        for identity, lock in found:
            self._find_locked(f'entry "{identity}"', "removed", lock, mark)
        return bool(found)

    def _find_locked(self, what: str, done: str, lock: Scalar, mark: Mark) -> None:
        layers = {each.folder: each for found in self.merged.layers.values() for each in found}
        self.findings.append(locked(what, done, lock, owner(layers.values(), lock.mark), mark))


def _reasons(record: Mapping, findings: list[Finding]) -> Iterator[str]:
    """Yield why a record, and the entries of its lists, are changed; find what is no reason."""
    if CHANGE in record.fields:
        reason = reason_of(record, CHANGE)
        if reason is not None:
            yield reason
        else:
            findings.append(
                error(
                    "read.change",
                    record.keys[CHANGE],
                    f'"{record.text("id")}" is changed, and the reason is empty.',
                    f'Write why after "{CHANGE}:", for the people who approve the policy.',
                )
            )
    for node in record.fields.values():
        if isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Mapping):
                    yield from _reasons(item, findings)


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
