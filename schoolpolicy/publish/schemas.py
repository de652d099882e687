"""JSON Schemas of the data files, for editors and forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import create_model

from schoolpolicy.model.base import Shape
from schoolpolicy.model.coverage import CoverageReport
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.layer import Basis, Layer, Trust
from schoolpolicy.model.organisation import School
from schoolpolicy.model.page import PageFront
from schoolpolicy.model.policy import Policy
from schoolpolicy.model.review import Approval, Evidence
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.publish.by_nation import by_nation
from schoolpolicy.review.report import DueReport, DueReports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel

_SINGLE: dict[str, type[BaseModel]] = {
    "due": DueReports,
    "coverage": CoverageReport,
    "finding": Finding,
    "layer": Layer,
    "page": PageFront,
    "policy": Policy,
    "review": DueReport,
    "school": School,
    "trust": Trust,
}
_LISTS: dict[str, type[BaseModel]] = {
    **SUBJECTS,
    "approvals": Approval,
    "basis": Basis,
    "evidence": Evidence,
}


ORDERS = {
    "remove": {"type": "string", "description": "Why the school does without it."},
    "change": {"type": "string", "description": "Why the school changes it."},
    "move": {
        "type": "string",
        "pattern": "^(first|last|(before|after) [a-z0-9-]+)$",
        "description": "Where it stands: first, last, before ID or after ID.",
    },
}
"""What a layer can do with what an earlier layer wrote, beside changing its fields."""


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and content of each schema."""
    for name, shape in sorted(_SINGLE.items()):
        schema = shape.model_json_schema(by_alias=True)
        yield name, _with_trust(schema) if name == "school" else schema
    for subject, shape in sorted(_LISTS.items()):
        fields: dict[str, Any] = {subject: (list[shape], ...)}  # type: ignore[valid-type]
        file = create_model(
            f"{shape.__name__}File", __base__=Shape, __doc__=f"A file of {subject}.", **fields
        )
        schema = file.model_json_schema(by_alias=True)
        yield subject, by_nation(schema) if subject in SUBJECTS else schema


def _with_trust(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a school, of which its trust may have given all but the name."""
    required = schema["required"]
    return {
        **schema,
        "required": ["name"],
        "anyOf": [{"required": ["trust"]}, {"required": required}],
    }


def change_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield, for each subject, the schema of a file that changes earlier layers.

    There a record needs its id only; `remove` takes it away, `change` says why it differs,
    `move` puts it elsewhere.
    """
    whole = dict(schemas())
    for subject in sorted(SUBJECTS):
        schema = whole[subject]
        for part in schema["$defs"].values():
            part.pop("required", None)
            if "id" in part.get("properties", {}):
                part["required"] = ["id"]
                part["properties"] |= ORDERS
        yield subject, schema


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into a folder, and return the files."""
    changes = folder / "changes"
    changes.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{name}.schema.json": schema for name, schema in schemas()}
    files |= {changes / f"{name}.schema.json": schema for name, schema in change_schemas()}
    for path, schema in files.items():
        path.write_text(json.dumps(schema, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return list(files)
