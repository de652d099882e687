"""The reference part of the manual, made from the code: macros, and the shapes of the data."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

from schoolpolicy.checks.codes.book import code_book
from schoolpolicy.publish.code_reference import FOLDER as CODES
from schoolpolicy.publish.code_reference import write_code_pages
from schoolpolicy.publish.schemas import schemas

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from schoolpolicy.checks.pages import MacroShape

MADE = "<!-- Made by `schoolpolicy schema`. Change the code, not this file. -->"


def write_reference(folder: Path, macros: Mapping[str, MacroShape]) -> list[Path]:
    """Write the reference pages into a folder, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {"macros.md": macro_reference(macros), "data.md": data_reference()}
    written = []
    for name, text in pages.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return [*written, *write_code_pages(folder / CODES, code_book())]


def macro_reference(macros: Mapping[str, MacroShape]) -> str:
    """Return the page about what Markdown pages may call."""
    lines = [
        MADE,
        "# Macros",
        "",
        "What a page in `docs/` may call between double braces. Words in quotes are ids;",
        "`schoolpolicy check` says where one is wrong.",
    ]
    for name, macro in sorted(macros.items()):
        lines += ["", f"## `{name}{_call(macro)}`", "", *macro.about.splitlines()]
        for parameter, subject in macro.subjects.items():
            lines += ["", f"- `{parameter}`: the id of one of the {subject}"]
    return "\n".join(lines) + "\n"


def _call(macro: MacroShape) -> str:
    shown = []
    for parameter in macro.signature.parameters.values():
        if parameter.default is not inspect.Parameter.empty:
            shown.append(f"{parameter.name}={parameter.default!r}".replace("'", '"'))
        else:
            shown.append(f'"{parameter.name}"')
    return f"({', '.join(shown)})"


def data_reference() -> str:
    """Return the page about the fields of each data file."""
    lines = [
        MADE,
        "# Data files",
        "",
        "Every file names its subject at the top and holds a list of records. Fields in bold",
        "must be given.",
    ]
    wanted = [
        (subject, schema)
        for subject, schema in schemas()
        if subject not in {"finding", "layer", "policy"}
    ]
    homes: dict[str, list[str]] = {}
    parts: dict[str, Any] = {}
    for subject, schema in wanted:
        for name, part in schema.get("$defs", {}).items():
            homes.setdefault(name, []).append(subject)
            parts[name] = part
    shown = set()
    for subject, schema in wanted:
        record = schema["properties"].get(subject)
        target = _target(record) if record else None
        lines += ["", f"## {subject}", *_fields(parts[target] if target else schema)]
        shown.add(target)
        for name in sorted(schema.get("$defs", {})):
            if homes[name] == [subject] and name != target and "properties" in parts[name]:
                lines += ["", f"### {name}", *_fields(parts[name])]
                shown.add(name)
    lines += ["", "## Shared parts"]
    for name, part in sorted(parts.items()):
        if name not in shown and "properties" in part:
            lines += ["", f"### {name}", *_fields(part)]
    lines += ["", "## Words", ""]
    for name, part in sorted(parts.items()):
        if "enum" in part:
            words = ", ".join(f"`{word}`" for word in part["enum"])
            lines.append(f"- {name}: {words}")
    return "\n".join(lines) + "\n"


def _fields(shape: Mapping[str, Any]) -> Iterator[str]:
    about = str(shape.get("description", "")).split("\n\n", maxsplit=1)[0]
    yield ""
    yield " ".join(about.split())
    yield ""
    for name, field in shape["properties"].items():
        mark = "**" if name in shape.get("required", ()) else ""
        yield f"- {mark}`{name}`{mark}: {_kind(field)}"


def _target(field: Mapping[str, Any]) -> str:
    return str(re.search(r"#/\$defs/(\w+)", repr(field))[1])  # type: ignore[index]


def _kind(field: Mapping[str, Any]) -> str:
    """Say in words what a field holds."""
    if "$ref" in field:
        return _target(field)
    if "anyOf" in field:
        kinds = [_kind(each) for each in field["anyOf"] if each.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "allOf" in field:
        return _kind(field["allOf"][0])
    if field.get("type") == "array":
        return f"list of: {_kind(field.get('items', {}))}"
    if "the id of" in field.get("description", ""):
        return str(field["description"])
    if field.get("properties"):
        return "text for each nation"
    words = {"string": "text", "integer": "number", "number": "number", "boolean": "yes or no"}
    return words.get(field.get("type", ""), "fields")
