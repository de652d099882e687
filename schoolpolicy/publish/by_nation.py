"""Lets the schemas of data files have a text, or a list of sources, of each nation's own.

The policy that comes out holds one text; only authors write several.
"""

from __future__ import annotations

from typing import Any

from schoolpolicy.model.vocabulary import Nation

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_IDS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}


def _for_each(kind: dict[str, Any], about: str) -> dict[str, Any]:
    return {
        "type": "object",
        "description": about,
        "properties": {nation.value: kind for nation in Nation},
        "additionalProperties": False,
    }


PARTS = {
    "TextByNation": _for_each(_TEXT, "Wording that differs by nation."),
    "TextsByNation": _for_each({"type": "array", "items": _TEXT}, "Lines that differ by nation."),
    "IdsByNation": _for_each(_IDS, "Ids of records that differ by nation, such as sources."),
}


def by_nation(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a data file with each text also as a mapping from nation to text."""
    parts = schema["$defs"]
    for part in parts.values():
        fields = part.get("properties", {})
        for name, field in fields.items():
            fields[name] = _widened(field)
    parts |= PARTS
    return schema


def _widened(field: dict[str, Any]) -> dict[str, Any]:
    """Return what a field may hold, by nation too if it is wording or names records."""
    if "anyOf" in field:
        return {**field, "anyOf": [kind for each in field["anyOf"] for kind in _kinds(each)]}
    kinds = _kinds(field)
    about: dict[str, Any] = {key: field[key] for key in ("title", "default") if key in field}
    return field if len(kinds) == 1 else {**about, "anyOf": kinds}


def _kinds(field: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the ways to write a value: one for all nations and, where it may be, each its own."""
    plain = {key: value for key, value in field.items() if key not in {"title", "default"}}
    items = field.get("items", {})
    if _is_text(field):
        return [plain, _part("TextByNation")]
    if _is_text(items):
        return [{**plain, "items": {"anyOf": _kinds(items)}}, _part("TextsByNation")]
    if field.get("type") == "array" and "the id of" in items.get("description", ""):
        return [plain, _part("IdsByNation")]
    return [field]


def _is_text(field: dict[str, Any]) -> bool:
    return field.get("type") == "string" and "minLength" in field and "pattern" not in field


def _part(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}
