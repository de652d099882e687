"""What is wrong with a record, in plain words, at its line and column."""

from __future__ import annotations

import difflib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.base import EVENTS
from schoolpolicy.reading.paths import (
    field_names,
    find,
    key_mark,
    real_steps,
    record_mark,
    shape_at,
)
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Node, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from collections.abc import Mapping as MappingType

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from schoolpolicy.model.finding import Finding

_SINGULAR: MappingType[str, str] = MappingProxyType(
    {
        "activities": "activity",
        "approvals": "approval",
        "duties": "duty",
        "evidence": "piece of evidence",
        "glossary": "glossary entry",
        "responses": "response",
        "risks": "area of risk",
        "school": "school",
        "times": "time",
    }
)


def singular(subject: str) -> str:
    """Return the name of one record of a subject: `roles` -> `role`."""
    return _SINGULAR.get(subject, subject.removesuffix("s"))


LONGEST_SHOWN = 60


class Explainer:
    """Turns validation errors into findings."""

    def __init__(self, ids: MappingType[str, Collection[str]]) -> None:
        """Prepare with the known ids of each subject, for suggestions."""
        self.ids = ids

    def explain(
        self, problem: ValidationError, node: Mapping, subject: str, shape: type[BaseModel]
    ) -> Iterator[Finding]:
        """Yield a finding for each thing wrong with one record.

        Args:
            problem: what pydantic found.
            node: the record's tree, which knows the places.
            subject: the top-level key that the record belongs to.
            shape: the model it was checked against.
        """
        identity = node.text("id")
        name = (
            f"the {singular(subject)} {_shown(identity)}"
            if identity
            else f"this {singular(subject)}"
        )
        details = problem.errors(include_url=False)
        wrong_id = any(each["loc"] == ("id",) and each["type"] != "missing" for each in details)
        for detail in details:
            if detail["type"] == "too_short" and detail["input"]:
                continue  # its entries are wrong, and said to be so
            if detail["type"] == "missing" and wrong_id and len(detail["loc"]) == 1:
                continue  # it may be there under the right id
            steps = real_steps(detail["loc"], node)
            yield self._one(detail, node, steps, name, shape_at(shape, steps))

    def _one(
        self,
        detail: ErrorDetails,
        node: Mapping,
        steps: tuple[str | int, ...],
        name: str,
        shape: type[BaseModel] | None,
    ) -> Finding:
        kind, context = detail["type"], detail.get("ctx", {})
        at = find(node, steps)
        field = next((str(step) for step in reversed(steps) if isinstance(step, str)), "this")
        value = detail["input"]
        known = field_names(shape)
        match kind:
            case "missing":
                owner = _part(node, steps) or name
                return error(
                    "read.missing-field",
                    record_mark(node, steps),
                    f'{_upper(owner)} has no "{field}".',
                    f'Add a line "{field}: ...".{self._meant(node, owner, name)}',
                )
            case "enum" if value is None:
                pass
            case "extra_forbidden" if value is None and " " in field:
                return error(
                    "read.unquoted-comma",
                    key_mark(node, steps),
                    f'"{field}" was read as a field, because a comma stands before it.',
                    "Put the whole text, comma and all, in double quotes.",
                )
            case "extra_forbidden":
                return error(
                    "read.unknown-field",
                    key_mark(node, steps),
                    f'"{field}" is not a field of {_a(name, steps)}.',
                    remedy(field, known, "The fields are: {known}."),
                )
            case "enum":
                choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
                return error(
                    "read.unknown-value",
                    at,
                    f"{_shown(value)} is not a {singular(field)} that we know.",
                    remedy(str(value), choices, "Choose one of: {known}."),
                )
            case "unknown_id":
                subject = str(context["subject"])
                return error(
                    "read.unknown-id",
                    at,
                    f"There is no {singular(subject)} {_shown(context['value'])}.",
                    remedy(str(context["value"]), self.ids.get(subject, ())),
                )
            case "bad_date":
                return error(
                    "read.bad-date",
                    at,
                    f"{detail['msg']}.",
                    "Write year-month-day, for example 2026-09-01.",
                )
            case "bad_interval":
                events = ", ".join(sorted(EVENTS))
                return error(
                    "read.bad-interval",
                    at,
                    f"{detail['msg']}.",
                    f"Write a number and day, week, month, term or year (2 weeks), or: {events}.",
                )
            case "bad_clock":
                return error(
                    "read.bad-clock", at, f"{detail['msg']}.", "Write hours and minutes: 08:45."
                )
            case "level_needs":
                return error(
                    "read.level-needs",
                    find(node, (*steps, "level")),
                    f"{_upper(detail['msg'])}.",
                    f'Add a line "{context["field"]}: ...".',
                )
            case "unknown_heading":
                return error(
                    "read.unknown-heading",
                    find(node, (*steps, "clauses")),
                    f"{_upper(detail['msg'])}.",
                    'Add it under "headings:", with a title and an icon.',
                )
            case "origin_empty":
                return error(
                    "read.no-origin",
                    at,
                    f"{_upper(detail['msg'])}.",
                    "Name a duty, statement, incident, agreement or requirement.",
                )
        return error("read.wrong-type", at, *_wrong_type(kind, field, value, context))

    def _meant(self, node: Mapping, owner: str, name: str) -> str:
        """Name the record that this one was perhaps meant to change."""
        identity = node.text("id")
        if owner != name or identity is None:
            return ""
        others = next((ids for ids in self.ids.values() if identity in ids), ())
        near = difflib.get_close_matches(identity, set(others) - {identity}, n=1, cutoff=0.9)
        return f' Or did you mean the id "{near[0]}"?' if near else ""


def _wrong_type(
    kind: str, field: str, value: object, context: MappingType[str, Any]
) -> tuple[str, str]:
    if isinstance(value, bool) and kind == "string_type":
        word = "yes" if value else "no"
        return (
            f'"{field}" should be text, but a bare {word} means {str(value).lower()} in YAML.',
            f'Put it in quotes: "{word}".',
        )
    if value is None or (value == "" and kind == "string_too_short"):
        return f'"{field}" is empty.', "Write its value, or delete the line."
    wanted = {
        "string_type": ("text", "Write words; put numbers in quotes."),
        "tuple_type": ("a list", "Write it between [ and ], or one entry a line after a hyphen."),
        "model_type": ("a group of fields", "Write its fields below it, indented by two spaces."),
        "dict_type": ("a group of fields", "Write its fields below it, indented by two spaces."),
        "int_type": ("a whole number", "Write digits only."),
        "int_parsing": ("a whole number", "Write digits only."),
        "bool_type": ("yes or no", "Write yes or no."),
        "bool_parsing": ("yes or no", "Write yes or no."),
    }.get(kind)
    if wanted:
        return f'"{field}" should be {wanted[0]}, but is {_kind_of(value)}.', wanted[1]
    if kind == "too_short":
        return f'"{field}" is an empty list.', "Add at least one entry."
    if kind == "string_pattern_mismatch":
        return f'{_shown(value)} is not written as "{field}" must be.', _pattern_help(field, value)
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        side = "at least" if kind == "greater_than_equal" else "at most"
        return f'"{field}" is {value}.', f"It must be {side} {bound}."
    if kind == "string_too_long":
        return f'"{field}" is too long.', f"Use at most {context.get('max_length')} letters."
    return f'"{field}" is not right: {_shown(value)}.', "Compare it with another record."


def _pattern_help(field: str, value: object) -> str:
    if field == "colour":
        return 'Write a colour such as "#1d4f7c".'
    if field == "url":
        return "Write the whole address, beginning with https://."
    if field == "fingerprint":
        return "Leave it as the approve command wrote it."
    plain = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
    shown = f": {plain}" if plain else ""
    return f"Use lower-case letters, digits and single hyphens{shown}."


def _kind_of(value: object) -> str:
    if isinstance(value, str):
        return f"the text {_shown(value)}"
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "a list" if isinstance(value, (list, tuple)) else "a group of fields"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return '"yes"' if value else '"no"'
    if not isinstance(value, (str, int, float)):
        return _kind_of(value)
    text = str(value)
    return f'"{text}"' if len(text) <= LONGEST_SHOWN else f'"{text[:LONGEST_SHOWN]}..."'


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _part(node: Mapping, steps: tuple[str | int, ...]) -> str | None:
    """Name the part of a record that lacks a field, if it is a part."""
    holders = [str(step) for step in steps[:-1] if isinstance(step, str)]
    if not holders:
        return None
    here: Node | None = node
    for step in steps[:-1]:
        if isinstance(here, Mapping) and isinstance(step, str):
            here = here.fields.get(step)
        elif isinstance(here, Sequence) and isinstance(step, int):
            here = here.items[step]
    identity = here.text("id") if isinstance(here, Mapping) else None
    if identity:
        return f'the {singular(holders[-1])} "{identity}"'
    return f'an entry of "{holders[-1]}"' if isinstance(steps[-2], int) else f'"{holders[-1]}"'


def _a(name: str, steps: tuple[str | int, ...]) -> str:
    """Name the thing that has the field: the record, or the part of it."""
    if len(steps) <= 1:
        noun = name.removeprefix("the ").removeprefix("this ").split(' "', maxsplit=1)[0]
        return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
    part = next((str(step) for step in reversed(steps[:-1]) if isinstance(step, str)), "it")
    return f'"{part}"'
