"""The JSON Schemas that editors use."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.publish.schemas import change_schemas, schemas
from schoolpolicy.reading.load import LOGS

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "data").rglob("*.yml"), *(ROOT / "schools").rglob("*.yml")])


def test_the_schemas_in_the_repository_are_those_of_the_model() -> None:
    written = {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in (ROOT / "schemas").glob("*.json")
    }
    assert written == dict(schemas()), "run: schoolpolicy schema"


def test_so_are_the_schemas_of_files_that_change_a_layer() -> None:
    written = {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in (ROOT / "schemas" / "changes").glob("*.json")
    }
    assert written == dict(change_schemas()), "run: schoolpolicy schema"


def test_every_subject_has_a_shape_with_a_docstring() -> None:
    without = [name for name, shape in SUBJECTS.items() if not shape.__doc__]
    assert without == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_data_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    marker = "# yaml-language-server: $schema="
    assert first.startswith(marker)
    schema = (path.parent / first.removeprefix(marker)).resolve()
    assert schema.is_file()
    own = {"school.yml", "trust.yml", *(f"{name}.yml" for name in LOGS)}
    changes = ROOT / "schools" in path.parents and path.name not in own
    assert schema.parent == (ROOT / "schemas" / "changes" if changes else ROOT / "schemas")


@pytest.mark.parametrize(
    "name", ["statements/mobile-and-smart-devices.yml", "training.yml", "exceptions.yml"]
)
def test_a_text_may_be_another_in_each_nation(name: str) -> None:
    subject = name.partition("/")[0].removesuffix(".yml")
    text = (ROOT / "data" / name).read_text(encoding="utf-8")
    assert "wales: " in text
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    schema = dict(schemas())[subject]
    jsonschema.validate(data, schema)
    wrong = {**data[subject][0], "note": {"england": "One.", "cornwall": "Another."}}
    with pytest.raises(jsonschema.ValidationError, match="cornwall"):
        jsonschema.validate({subject: [wrong]}, schema)


def test_a_data_file_passes_its_schema_as_an_editor_would_check_it() -> None:
    path = ROOT / "data" / "places.yml"
    schema = json.loads((ROOT / "schemas" / "places.schema.json").read_text(encoding="utf-8"))
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    jsonschema.validate(data, schema)
    data["places"][0]["titel"] = "Wrong"
    with pytest.raises(jsonschema.ValidationError, match="titel"):
        jsonschema.validate(data, schema)
