"""The ids of every subject, and those used twice within a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.tree import Mapping, Mark, error

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.merge import Merged

_PARTS = (
    ("agreements", "clauses"),
    ("checklists", "items"),
    ("checklists", "takes"),
    ("incidents", "steps"),
    ("grids", "rows"),
    ("statements", "points"),
)
"""Subjects whose records have parts with ids of their own, and the field that holds these."""


def collect_ids(
    merged: Merged, salvaged: Collection[str]
) -> tuple[dict[str, set[str]], list[Finding]]:
    """Return the ids of each subject, and a finding for each that is used twice.

    Args:
        merged: the records of all layers.
        salvaged: ids in files that cannot be read; nobody is blamed for naming them.
    """
    findings: list[Finding] = []
    ids = {subject: {*merged.records.get(subject, {}), *salvaged} for subject in SUBJECTS}
    duties: dict[str, Mark] = {}
    for role in merged.records.get("roles", {}).values():
        findings += _twice(role, "duties", duties)
    ids["duties"] = {*duties, *salvaged}
    findings += _activities_as_things(merged)
    ids["things"] |= ids["activities"]
    for subject, inner in _PARTS:
        for record in merged.records.get(subject, {}).values():
            findings += _twice(record, inner, {})
    return ids, findings


def _activities_as_things(merged: Merged) -> Iterator[Finding]:
    """Yield each thing that has the id of an activity, or lies within one."""
    activities = merged.records.get("activities", {})
    for identity, thing in merged.records.get("things", {}).items():
        if identity in activities:
            yield error(
                "read.duplicate-id",
                thing.fields["id"].mark,
                f'"{identity}" is already the id of an activity, and rules name both alike.',
                "Give the thing another id.",
            )
        within = thing.text("within")
        if within in activities:
            yield error(
                "read.within-activity",
                thing.fields["within"].mark,
                f'"{within}" is an activity, and nothing lies within one.',
                "Name a thing, or delete this line.",
            )


def _twice(record: Mapping, inner: str, seen: dict[str, Mark]) -> Iterator[Finding]:
    for part in record.records(inner):
        identity = part.text("id")
        if identity is None:
            continue
        mark = part.fields["id"].mark
        if identity in seen:
            first = seen[identity]
            yield error(
                "read.duplicate-id",
                mark,
                f'The id "{identity}" is used twice (first in {first.file}, line {first.line}).',
                "Give one of the two another id.",
            )
        seen.setdefault(identity, mark)
