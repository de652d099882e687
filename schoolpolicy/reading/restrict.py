"""Leaving out what does not apply to a school, or is not for an audience."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import BaseModel

from schoolpolicy.model.base import Record, Ref
from schoolpolicy.model.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from schoolpolicy.model.policy import Policy

R = TypeVar("R", bound=Record)

NARROWING = frozenset({"cohorts", "events", "places", "restrictions", "things", "times", "zones"})
"""Subjects that narrow what a record is about: without its reference it would mean more."""


class _Field(NamedTuple):
    name: str
    subject: str | None
    """The subject that the field refers to, if it is a reference."""
    many: bool


@cache
def fields_of(shape: type[BaseModel]) -> tuple[_Field, ...]:
    """Return the fields of a shape that hold references or other shapes.

    What a shape holds never changes, so it is worked out once.
    """
    found = []
    for name, info in shape.model_fields.items():
        text = repr(info.annotation)
        marks = [mark for mark in info.metadata if isinstance(mark, Ref)] or _marks(info.annotation)
        many = "tuple[" in text.lower()
        if marks:
            found.append(_Field(name, marks[0].subject, many))
        elif any(shapes_in(info.annotation)):
            found.append(_Field(name, None, many))
    return tuple(found)


def _marks(annotation: object) -> list[Ref]:
    direct = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Ref)]
    return direct or [mark for part in getattr(annotation, "__args__", ()) for mark in _marks(part)]


def inner_records(record: Record) -> Iterator[Record]:
    """Yield a record and all records inside it."""
    yield record
    yield from _parts(record)


def _parts(shape: BaseModel) -> Iterator[Record]:
    for name in _leading_to_records(type(shape)):
        value = getattr(shape, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield part
            if isinstance(part, BaseModel):
                yield from _parts(part)


@cache
def _leading_to_records(shape: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a shape in which there are records, at any depth."""
    return tuple(
        name
        for name, info in shape.model_fields.items()
        if any(
            issubclass(inner, Record) or (inner is not shape and _leading_to_records(inner))
            for inner in shapes_in(info.annotation)
        )
    )


def shapes_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the shapes that the type of a field names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from shapes_in(part)


def restrict(policy: Policy, keep: Callable[[Record], bool]) -> Policy:
    """Return the policy without the records, at any depth, that `keep` refuses.

    References to what went away go with it; a record that cannot stand without such a
    reference goes away too, until nothing refers to what is not there.
    """
    records: dict[str, tuple[Record, ...]] = {
        subject: tuple(_inside(record, keep) for record in getattr(policy, subject) if keep(record))
        for subject in SUBJECTS
    }
    while True:
        ids = known_ids(records)
        linked = {
            subject: tuple(kept for record in found if (kept := _linked(record, ids)) is not None)
            for subject, found in records.items()
        }
        if all(len(linked[subject]) == len(records[subject]) for subject in records):
            return policy.model_copy(update=linked)
        records = linked


def known_ids(records: Mapping[str, Collection[Record]]) -> dict[str, set[str]]:
    """Return the ids of each subject; duties count as one, and activities are things too."""
    ids = {subject: {record.id for record in found} for subject, found in records.items()}
    ids["duties"] = {
        duty.id for role in records.get("roles", ()) for duty in getattr(role, "duties", ())
    }
    ids["things"] = ids.get("things", set()) | ids.get("activities", set())
    return ids


def _inside(shape: R, keep: Callable[[Record], bool]) -> R:
    changes: dict[str, Any] = {}
    for field in fields_of(type(shape)):
        value = getattr(shape, field.name)
        if field.subject is None and field.many:
            kept = tuple(
                _inside(part, keep) if isinstance(part, Record) else part
                for part in value
                if not isinstance(part, Record) or keep(part)
            )
            if kept != value:
                changes[field.name] = kept
    return shape.model_copy(update=changes) if changes else shape


class _CannotStand(Exception):  # noqa: N818 - no error: it leads to leaving a record out
    """Raised when a record refers to what is not there, and means nothing without it."""


def _linked(shape: BaseModel, ids: Mapping[str, set[str]]) -> Any:
    """Return the shape without dangling references; None if it cannot stand without one."""
    changes: dict[str, Any] = {}
    try:
        for field in fields_of(type(shape)):
            value = getattr(shape, field.name)
            if value is None or value == ():
                continue
            if field.subject is not None:
                new = _known_references(type(shape), field, value, ids[field.subject])
            else:
                new = _linked_parts(field, value, ids)
            if new != value:
                changes[field.name] = new
    except _CannotStand:
        return None
    return shape.model_copy(update=changes) if changes else shape


def _known_references(shape: type[BaseModel], field: _Field, value: Any, known: set[str]) -> Any:
    if field.many:
        kept = tuple(each for each in value if each in known)
        if _narrows(field) and not kept:
            raise _CannotStand
        return kept
    if value in known:
        return value
    if _narrows(field) or shape.model_fields[field.name].is_required():
        raise _CannotStand
    return shape.model_fields[field.name].get_default()


def _narrows(field: _Field) -> bool:
    return field.subject in NARROWING and field.name != "within"


def _linked_parts(field: _Field, value: Any, ids: Mapping[str, set[str]]) -> Any:
    if field.many:
        parts = (_linked(each, ids) if isinstance(each, BaseModel) else each for each in value)
        return tuple(each for each in parts if each is not None)
    part = _linked(value, ids) if isinstance(value, BaseModel) else value
    if part is None:
        raise _CannotStand
    return part
