"""A right name in the wrong field: a time where an event should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.scope import AUDIENCE_GROUPS
from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.reading.restrict import fields_of
from schoolpolicy.reading.values import singular, with_article

if TYPE_CHECKING:
    from schoolpolicy.reading.wrong import Wrong

_SCOPES = (
    *("times", "places", "zones", "events", "things", "restrictions", "cohorts"),
    *("exceptions", "roles"),
)
"""The subjects that people take for each other."""
_AUDIENCES = frozenset((*(each.value for each in Audience), *AUDIENCE_GROUPS))


def other_slot(wrong: Wrong, value: str, noun: str, subject: str | None = None) -> str | None:
    """Say which kind of name a value is, if it is one, and which field takes it.

    Args:
        wrong: the mistake.
        value: what was written.
        noun: what the field takes: `event`.
        subject: the subject of what the field takes; None if it takes words of its own.
    """
    if subject is not None and subject not in _SCOPES:
        return None
    if subject == "cohorts" and value in _AUDIENCES:
        return f'"{value}" is an audience, not {with_article(noun)}. Write "audience: {value}".'
    slots = (
        {}
        if wrong.shape is None
        else {
            field.subject: f"{field.name}: [{value}]" if field.many else f"{field.name}: {value}"
            for field in reversed(fields_of(wrong.shape))
            if field.subject is not None and field.name != "within"
        }
    )
    kinds = [each for each in _SCOPES if each != subject and wrong.known.has(each, value)]
    kinds.sort(key=lambda each: each not in slots)  # a kind that can be written here is likely
    if not kinds:
        return None
    kind = with_article(singular(kinds[0]))
    said = f'"{value}" is {kind}, not {with_article(noun)}.'
    if kinds[0] in slots and (subject is None or kinds[0] != "roles"):
        return f'{said} Write "{slots[kinds[0]]}".'
    role = wrong.known.record("roles", value) if kinds[0] == "roles" else None
    if role is not None and (subject is None or subject == "cohorts"):
        audience = role.text("audience") or "staff"
        return f'{said} Write "audience: {audience}", or make a cohort of them in cohorts.yml.'
    return said
