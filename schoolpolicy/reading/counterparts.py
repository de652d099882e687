"""Law and guidance of the school's own nation, in the place of another nation's.

The model policy names the law and guidance of one nation at each duty and statement. What holds
instead in another nation is said once, by the record that `stands_for` it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.restrict import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy

    Places = Mapping[str, Mapping[str, tuple[str, ...]]]

FIELD = "stands_for"


def stand_in(policy: Policy, applies: Callable[[Record], bool]) -> Policy:
    """Return the policy with references to what does not apply turned to what stands for it.

    Args:
        policy: with all its records.
        applies: tells whether a record applies to the school.
    """
    places: Places = {
        subject: _taken_over(getattr(policy, subject), applies)
        for subject in ("citations", "requirements")
    }
    if not any(places.values()):
        return policy
    return policy.model_copy(
        update={
            subject: tuple(_turned(record, places) for record in getattr(policy, subject))
            for subject in SUBJECTS
        }
    )


def _taken_over(
    records: tuple[Any, ...], applies: Callable[[Record], bool]
) -> dict[str, tuple[str, ...]]:
    """Return, for each record that does not apply, the ids of those that stand for it."""
    foreign = {record.id for record in records if not applies(record)}
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for record in records:
        for name in record.stands_for if applies(record) else ():
            if name in foreign:
                found[name] += (record.id,)
    return dict(found)


def _turned(shape: BaseModel, places: Places) -> Any:
    """Return a shape with its references turned, at any depth."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(shape)):
        value = getattr(shape, field.name)
        if value is None or value == () or field.name == FIELD:
            continue
        if field.subject is None:
            new = _turned_parts(value, places, many=field.many)
        else:
            new = _turned_references(value, places.get(field.subject, {}), many=field.many)
        if new != value:
            changes[field.name] = new
    return shape.model_copy(update=changes) if changes else shape


def _turned_parts(value: Any, places: Places, *, many: bool) -> Any:
    parts = value if many else (value,)
    new = tuple(_turned(each, places) if isinstance(each, BaseModel) else each for each in parts)
    return new if many else new[0]


def _turned_references(value: Any, taken_over: Mapping[str, tuple[str, ...]], *, many: bool) -> Any:
    if not many:
        return taken_over.get(value, (value,))[0]
    names = [name for each in value for name in taken_over.get(each, (each,))]
    return tuple(dict.fromkeys(names))
