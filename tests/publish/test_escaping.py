"""What authors write in YAML is text: it comes out as it was written, and does nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from schoolpolicy.model.base import TextMark
from schoolpolicy.model.subjects import SUBJECTS
from tests.support import build, html_pages, read_html, search_entries

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from schoolpolicy.reading.project import Project
    from tests.support import Document

SCRIPT = "<script>attack()</script>"
IMAGE = "<img src=x onerror=attack()>"
MATHS = "{{ 1234 * 5678 }}"
ANSWER = str(1234 * 5678)
RAW = "{% raw %}"
LINK = "[go](javascript:attack())"
ENTITY = "&lt;b&gt; & <b>"
TABLE = "a | b"
QUOTES = "\"'`"
HOSTILE = " ".join((SCRIPT, IMAGE, MATHS, RAW, LINK, ENTITY, TABLE, QUOTES))


def text_fields(shape: type[BaseModel]) -> set[str]:
    """Return the names of the fields of a shape that hold wording, as data files write them."""
    return {
        info.alias or name
        for name, info in shape.model_fields.items()
        if any(isinstance(mark, TextMark) for mark in info.metadata)
        or "TextMark" in repr(info.annotation)
    }


def all_text_fields() -> set[str]:
    """Return the names of all fields that hold wording, in any shape of the policy."""
    seen: set[type[Any]] = set()
    found: set[str] = set()
    waiting: list[type[Any]] = list(SUBJECTS.values())
    while waiting:
        shape = waiting.pop()
        if shape in seen:
            continue
        seen.add(shape)
        found |= text_fields(shape)
        for info in shape.model_fields.values():
            waiting += shapes_in(info.annotation)
    return found


def shapes_in(annotation: Any) -> list[type[Any]]:
    if hasattr(annotation, "model_fields"):
        return [annotation]
    return [shape for part in getattr(annotation, "__args__", ()) for shape in shapes_in(part)]


def spoil(value: Any, names: set[str], *, wording: bool = False) -> Any:
    """Add an attack to the end of all wording in the data of a file."""
    if isinstance(value, dict):
        return {
            key: spoil(inner, names, wording=key in names or (wording and key != "id"))
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [spoil(inner, names, wording=wording) for inner in value]
    return f"{value} {HOSTILE}" if wording and isinstance(value, str) else value


def spoil_files(project: Project) -> int:
    # "source" is wording in some shapes and ids in others; a telephone number is checked.
    names = all_text_fields() - {"source", "phone"}
    count = 0
    for path in sorted(project.data.rglob("*.yml")):
        if path.name in {"terms.yml", "choices.yml"}:
            continue
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        spoiled = spoil(data, names)
        for records in spoiled.values():
            for record in records:
                if "max_words" in record:
                    record["max_words"] = 40
        text = yaml.safe_dump(spoiled, sort_keys=False, allow_unicode=True, width=1000)
        count += text.count("attack()</script>")
        path.write_text(text, encoding="utf-8")
    return count


@pytest.fixture(scope="module")
def spoiled_site(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of Oakfield with an attack in every text of the model policy."""
    from tests.support import copy_project

    copy = copy_project(project.root, tmp_path_factory.mktemp("spoiled") / "project")
    assert spoil_files(copy) > 500
    return build(copy)


@pytest.fixture(scope="module")
def documents(spoiled_site: Path) -> dict[str, Document]:
    return {name: read_html(spoiled_site / name) for name in html_pages(spoiled_site)}


def test_the_attacks_are_on_the_pages_as_text(documents: dict[str, Document]) -> None:
    for sign in (SCRIPT, IMAGE, MATHS, RAW, LINK, ENTITY, TABLE, QUOTES):
        shown = [name for name, document in documents.items() if sign in document.text]
        assert len(shown) > 50, sign


def test_no_script_of_an_author_is_live(documents: dict[str, Document]) -> None:
    live = [
        name
        for name, document in documents.items()
        if any("attack" in script for script in document.scripts)
    ]
    assert live == []


def test_no_element_or_attribute_of_an_author_is_live(documents: dict[str, Document]) -> None:
    live = [
        f"{name}: <{element.tag}>"
        for name, document in documents.items()
        for element in document.elements
        if element.attributes.get("src") == "x"
        or any(key.startswith("on") for key in element.attributes)
        or element.tag == "b"
    ]
    assert live == []


def test_no_link_of_an_author_runs_a_script(documents: dict[str, Document]) -> None:
    live = [
        name
        for name, document in documents.items()
        for address in document.values("a", "href")
        if address.strip().lower().startswith("javascript:")
    ]
    assert live == []


def test_nothing_in_braces_is_worked_out(spoiled_site: Path) -> None:
    worked_out = [
        path.relative_to(spoiled_site).as_posix()
        for path in spoiled_site.rglob("*")
        if path.suffix in {".html", ".json"} and ANSWER in path.read_text(encoding="utf-8")
    ]
    assert worked_out == []


def test_the_search_index_holds_the_attacks_as_text_only(spoiled_site: Path) -> None:
    """The search puts titles and texts on the page as markup, so they must be escaped."""
    live = [
        entry["location"]
        for entry in search_entries(spoiled_site)
        if "<script" in entry["title"] + entry["text"] or "<img" in entry["title"] + entry["text"]
    ]
    assert live == []


def test_the_policy_as_data_holds_what_was_written(spoiled_site: Path) -> None:
    data = json.loads((spoiled_site / "policy.json").read_text(encoding="utf-8"))
    assert data["roles"][0]["summary"].endswith(HOSTILE)


def test_a_schools_own_name_is_text_too(small_project: Project) -> None:
    school = small_project.schools / "oakfield-primary" / "school.yml"
    text = school.read_text(encoding="utf-8")
    name = yaml.safe_dump(f"Oakfield {SCRIPT} {MATHS}", width=1000).strip()
    short = yaml.safe_dump(f"Oak {IMAGE} {MATHS}", width=1000).strip()
    text = text.replace("name: Oakfield Primary School", f"name: {name}", 1)
    school.write_text(text.replace("short_name: Oakfield", f"short_name: {short}", 1))
    site = build(small_project)
    for page in html_pages(site):
        document = read_html(site / page)
        assert not any("attack" in script for script in document.scripts), page
        assert not any("onerror" in each.attributes for each in document.elements), page
        assert ANSWER not in (site / page).read_text(encoding="utf-8"), page
    assert SCRIPT in read_html(site / "index.html").text
