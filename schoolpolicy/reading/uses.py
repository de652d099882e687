"""Where a record is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from schoolpolicy.model.base import Record
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.restrict import fields_of
from schoolpolicy.reading.shared import SHARINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.policy import Policy


@dataclass(frozen=True)
class Use:
    """One place that names a record.

    Attributes:
        subject: the subject of the record that names it.
        id: that record's id.
        part: the id of the part of the record that names it, if it has one.
        field: the field that names it.
    """

    subject: str
    id: str
    part: str | None
    field: str


def uses(policy: Policy, subject: str, wanted: str) -> list[Use]:
    """Return every place in the policy that names a record."""
    subjects = {subject, "things"} if subject == "activities" else {subject}
    sharings = [each for each in SHARINGS if each.subject == subject]
    return (
        [
            Use(name, record.id, part, field)
            for name in SUBJECTS
            for record in getattr(policy, name)
            for part, field in _named(record, subjects, wanted, None)
        ]
        + [
            Use(each.holder, record.id, None, each.field)
            for each in sharings
            for record in getattr(policy, each.holder)
            if wanted in {entry.id for entry in getattr(record, each.field)}
        ]
        + (_switched(policy, wanted) if subject == "choices" else [])
    )


def _switched(policy: Policy, choice: str) -> list[Use]:
    """Return every record, and every part of one, that stands only for some answers."""
    return [
        Use(name, record.id, None if part is record else part.id, "only")
        for name in SUBJECTS
        for record in getattr(policy, name)
        for part in _records_in(record)
        if choice in part.only.choices
    ]


def _records_in(shape: BaseModel) -> Iterator[Record]:
    """Yield a shape, if it is a record, and every record within it."""
    if isinstance(shape, Record):
        yield shape
    for field in fields_of(type(shape)):
        if field.subject is None:
            value = getattr(shape, field.name)
            for inner in (value or ()) if field.many else (value,):
                if isinstance(inner, BaseModel):
                    yield from _records_in(inner)


def _named(
    shape: BaseModel,
    subjects: set[str],
    wanted: str,
    part: str | None,
) -> Iterator[tuple[str | None, str]]:
    for field in fields_of(type(shape)):
        value = getattr(shape, field.name)
        values = (value or ()) if field.many else (value,)
        if field.subject is not None:
            if field.subject in subjects and wanted in values:
                yield part, field.name
            continue
        for inner in values:
            if isinstance(inner, BaseModel):
                inside = inner.id if isinstance(inner, Record) else part
                yield from _named(inner, subjects, wanted, inside)
