"""Words in messages: how values are shown, and what is wrong with one of the wrong kind."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

LONGEST_SHOWN = 60
_SINGULAR: MappingType[str, str] = MappingProxyType(
    {
        "activities": "activity",
        "approvals": "approval",
        "basis": "basis entry",
        "curriculum": "strand of lessons",
        "documents": "linked policy",
        "duties": "duty",
        "evidence": "piece of evidence",
        "glossary": "glossary entry",
        "never": "never-do",
        "nevers": "never-do",
        "responses": "response",
        "risks": "area of risk",
        "school": "school",
        "term_dates": "term",
        "superseded": "superseded name",
        "times": "time",
        "tools": "AI tool",
        "training": "training entry",
        "unless": "exception",
    }
)
_REASONS = frozenset({"because", "change", "lock", "why"})
"""Fields that say why: a word such as yes, in quotes too, is no reason."""


def singular(subject: str) -> str:
    """Return the name of one record of a subject: `roles` -> `role`."""
    return _SINGULAR.get(subject, subject.removesuffix("s"))


def wrong_type(
    kind: str, field: str, value: object, context: MappingType[str, Any]
) -> tuple[str, str]:
    """Return what is wrong with a value of the wrong kind, and what to write.

    Args:
        kind: what pydantic calls the mistake.
        field: the field that holds the value.
        value: what is written.
        context: the bounds that it breaks.
    """
    if kind == "string_type" and field in _REASONS and isinstance(value, (bool, int, float)):
        return f'"{field}" gives no reason.', f'Write why, in words, after "{field}:".'
    if isinstance(value, bool) and kind == "string_type":
        word = "yes" if value else "no"
        return (
            f'"{field}" should be text, but a bare {word} means {str(value).lower()} in YAML.',
            f'Put it in quotes: "{word}".',
        )
    if value is None or (value == "" and kind == "string_too_short"):
        return f'"{field}" is empty.', "Write its value, or delete the line."
    if kind == "string_type" and isinstance(value, (int, float)):
        return f'"{field}" should be text, but is {_kind_of(value)}.', f'Write {field}: "{value}".'
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
        return f'{shown(value)} is not written as "{field}" must be.', _pattern_help(field, value)
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        side = "at least" if kind == "greater_than_equal" else "at most"
        return f'"{field}" is {value}.', f"It must be {side} {bound}."
    if kind == "string_too_long":
        return f'"{field}" is too long.', f"Use at most {context.get('max_length')} letters."
    return f'"{field}" is not right: {shown(value)}.', "Compare it with another record."


def _pattern_help(field: str, value: object) -> str:
    if field == "colour":
        return 'Write a colour such as "#1d4f7c".'
    if field in {"link", "url"}:
        return "Write the whole address, beginning with https://."
    if field == "fingerprint":
        return "Leave it as the approve command wrote it."
    plain = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
    shown = f": {plain}" if plain else ""
    return f"Use lower-case letters, digits and single hyphens{shown}."


def _kind_of(value: object) -> str:
    if isinstance(value, str):
        return f"the text {shown(value)}"
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "a list" if isinstance(value, (list, tuple)) else "a group of fields"


def shown(value: object) -> str:
    """Return a value in quotes, the long ones cut short."""
    if isinstance(value, bool):
        return '"yes"' if value else '"no"'
    if not isinstance(value, (str, int, float)):
        return _kind_of(value)
    text = str(value)
    return f'"{text}"' if len(text) <= LONGEST_SHOWN else f'"{text[:LONGEST_SHOWN]}..."'


def upper(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def with_article(noun: str) -> str:
    """Return a noun with "a" or "an" before it."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
