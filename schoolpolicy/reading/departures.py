"""In what a trust or a school departs from the layers below it, and why."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from schoolpolicy.model.layer import Departure, DepartureKind, FieldChange, LayerKind
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.reading.overlay import by_id
from schoolpolicy.reading.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.layer import Layer
    from schoolpolicy.reading.merge import Change, Merged, Removal
    from schoolpolicy.reading.tree import Mark, Node

ORDER = "order"
"""What the change of a record's place among the others is told as."""
NAMES = ("title", "text", "what", "word", "meaning", "question", "because")
"""The fields that tell a reader what a record is, the best first."""

LOCAL_FACTS = frozenset({"title", "phone", "email", "url", "source", "verified_on"})
"""What each school says itself of a contact of which there is one in each area."""


def fingerprint(record: Mapping) -> str:
    """Return what tells a record from the same one after an upgrade: 16 hexadecimal digits."""
    written = json.dumps(record.plain(), sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def departed_from(
    changes: Iterable[Change], removals: Iterable[Removal]
) -> dict[tuple[str, str, str], str]:
    """Return the fingerprint of each record that a layer changed or removed, as it was below it.

    By the layer's folder, the subject and the id of the record.
    """
    found = {
        (each.layer.folder, each.subject, each.over.text("id") or ""): fingerprint(each.under)
        for each in changes
    }
    return found | {
        (each.layer.folder, each.subject, each.id): fingerprint(each.under) for each in removals
    }


def find_departures(
    merged: Merged,
    bases: MappingType[tuple[str, str, str], str],
    say: Callable[[Node], str],
) -> tuple[Departure, ...]:
    """Return what later layers changed, added and removed, in the order of files and lines.

    Args:
        merged: the records of all layers.
        bases: from a layer's folder, a subject and an id to the fingerprint of what the layer
            departed from.
        say: puts a value into the words of the school.
    """
    teller = _Teller(merged, bases, say)
    found = [
        *(teller.changed(change) for change in merged.changes),
        *(teller.removed(removal) for removal in merged.removals),
        *teller.added(),
    ]
    return tuple(sorted(found, key=lambda each: (each.file, each.line)))


class _Teller:
    def __init__(
        self,
        merged: Merged,
        bases: MappingType[tuple[str, str, str], str],
        say: Callable[[Node], str],
    ) -> None:
        self.merged = merged
        self.bases = bases
        self.say = say

    def changed(self, change: Change) -> Departure:
        fields = tuple(_field_changes(change.under, change.over, self.say))
        if change.moved is not None:
            fields += (FieldChange(field=ORDER, before="as below", after=change.moved),)
        left_open = _left_open(change)
        fills_in = all(each.before is None or each.field in left_open for each in fields)
        return self._departure(
            change.layer,
            change.subject,
            change.over,
            DepartureKind.COMPLETED
            if fills_in and (change.because is None or left_open)
            else DepartureKind.CHANGED,
            under=change.under,
            because=change.because,
            fields=fields,
        )

    def removed(self, removal: Removal) -> Departure:
        return self._departure(
            removal.layer,
            removal.subject,
            removal.under,
            DepartureKind.REMOVED,
            under=removal.under,
            because=removal.because,
            mark=removal.mark,
        )

    def added(self) -> Iterator[Departure]:
        """Yield what each layer added, as it wrote it, whatever later layers did with it."""
        first: dict[tuple[str, str], Mapping] = {}
        for change in self.merged.changes:
            first.setdefault((change.subject, change.over.text("id") or ""), change.under)
        for removal in self.merged.removals:
            first.setdefault((removal.subject, removal.id), removal.under)
        for (subject, identity), wrote in self.merged.layers.items():
            now = self.merged.records.get(subject, {}).get(identity)
            record = first.get((subject, identity), now)
            if wrote[0].kind is not LayerKind.MODEL and record is not None:
                yield self._departure(wrote[0], subject, record, DepartureKind.ADDED)

    def _departure(
        self,
        layer: Layer,
        subject: str,
        record: Mapping,
        kind: DepartureKind,
        *,
        under: Mapping | None = None,
        because: str | None = None,
        fields: tuple[FieldChange, ...] = (),
        mark: Mark | None = None,
    ) -> Departure:
        identity = record.text("id") or ""
        noted = self.bases.get((layer.folder, subject, identity))
        seen = (record, under) if under is not None else (record,)
        named = self.merged.records.get(subject, {}).get(identity)
        where = mark or record.mark
        return Departure(
            subject=subject,
            id=identity,
            title=self._title(subject, (named,) if named is not None else seen) or identity,
            kind=kind,
            layer=layer,
            because=None if because is None else self.say(Scalar(because, record.mark)),
            fields=fields,
            look_again=under is not None and noted is not None and noted != fingerprint(under),
            visibility=_visibility(seen),
            file=where.file,
            line=where.line,
        )

    def _title(self, subject: str, records: Iterable[Mapping]) -> str | None:
        for record in records:
            for name in NAMES:
                if name in record.fields:
                    said = self.say(record.fields[name])
                    return self._with_thing(record, said) if subject == "rules" else said
        return None

    def _with_thing(self, rule: Mapping, said: str) -> str:
        """Return the reason of a rule after what it is about: a rule has no name."""
        wanted = rule.text("thing") or ""
        for subject in ("things", "activities"):
            thing = self.merged.records.get(subject, {}).get(wanted)
            if thing is not None and "title" in thing.fields:
                return f"{self.say(thing.fields['title'])}. {said}"
        return said


def _left_open(change: Change) -> frozenset[str]:
    """Return the fields that the layers below give only until a school has its own."""
    local = change.under.fields.get("local")
    is_local = isinstance(local, Scalar) and local.value is True
    return LOCAL_FACTS if change.subject == "contacts" and is_local else frozenset()


def _visibility(records: Iterable[Mapping]) -> Visibility:
    """Return who may see a record; what says nothing about it is public."""
    for record in records:
        said = record.text("visibility")
        if said in set(Visibility):
            return Visibility(said)
    return Visibility.PUBLIC


def _field_changes(
    under: Mapping, over: Mapping, say: Callable[[Node], str], prefix: str = ""
) -> Iterator[FieldChange]:
    for key, after in over.fields.items():
        before = under.fields.get(key)
        name = f"{prefix}{key}"
        if key == "id":
            continue
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from _field_changes(before, after, say, f"{name}.")
        elif isinstance(after, Sequence) and isinstance(before, Sequence) and by_id(before, after):
            yield from _entry_changes(before, after, say, f"{name}.")
        else:
            old, new = (say(before) if before is not None else None), say(after)
            if old != new:
                yield FieldChange(field=name, before=old, after=new)


def _entry_changes(
    under: Sequence, over: Sequence, say: Callable[[Node], str], prefix: str
) -> Iterator[FieldChange]:
    below = {item.text("id"): item for item in under.items if isinstance(item, Mapping)}
    for item in over.items:
        if not isinstance(item, Mapping):
            continue
        identity = item.text("id")
        before = below.get(identity)
        name = f"{prefix}{identity}"
        if "remove" in item.fields and before is not None:
            yield FieldChange(field=name, before=_entry(before, say), after=None)
        elif before is None:
            yield FieldChange(field=name, before=None, after=_entry(item, say))
        else:
            yield from _field_changes(before, item, say, f"{name}.")


def _entry(item: Mapping, say: Callable[[Node], str]) -> str:
    return next((say(item.fields[each]) for each in NAMES if each in item.fields), "-")


def plain_words(node: Node) -> str:
    """Return a value as a reader sees it: lists with commas, groups as `name: value`."""
    if isinstance(node, Scalar):
        if isinstance(node.value, bool):
            return "yes" if node.value else "no"
        return "-" if node.value is None else str(node.value)
    if isinstance(node, Sequence):
        return ", ".join(plain_words(item) for item in node.items) or "-"
    if set(node.fields) == {"id"}:
        return plain_words(node.fields["id"])
    return "; ".join(f"{key}: {plain_words(value)}" for key, value in node.fields.items())
