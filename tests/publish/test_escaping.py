"""What authors write in YAML is text: it comes out as it was written, and does nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from pydantic import BaseModel

from schoolpolicy.model.base import TextMark
from schoolpolicy.model.subjects import SUBJECTS
from tests.support import add_page, build, copy_project, html_pages, read_html, run, search_entries

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic.fields import FieldInfo

    from schoolpolicy.reading.project import Project
    from tests.support import Document

SCRIPT = "<script>attack()</script>"
IMAGE = "<img src=x onerror=attack()>"
MATHS = "{{ 1234 * 5678 }}"
ANSWER = str(1234 * 5678)
RAW = "{% raw %}"
REMARK = "{# a remark #}"
LINK = "[go](javascript:attack())"
ENTITY = "&lt;b&gt; & <b>"
TABLE = "a | b"
QUOTES = "\"'`"
SHELL = "${HOME} {head} $(id)"
HOSTILE_PARTS = (SCRIPT, IMAGE, MATHS, RAW, REMARK, LINK, ENTITY, TABLE, QUOTES, SHELL)
HOSTILE = " ".join(HOSTILE_PARTS)

FORMED = {"phone", "email", "website"}
"""Fields of wording with a form that is checked."""


def is_wording(field: FieldInfo) -> bool:
    """Tell whether a field, or each part of it, is wording that people read."""
    return any(isinstance(mark, TextMark) for mark in field.metadata) or (
        "TextMark" in repr(field.annotation)
    )


def shapes_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the shapes that a field of this kind may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [shape for part in getattr(annotation, "__args__", ()) for shape in shapes_in(part)]


def attacked(value: Any) -> Any:
    """Add the attack to the end of every text in a value."""
    if isinstance(value, dict):
        return {key: attacked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [attacked(inner) for inner in value]
    return f"{value} {HOSTILE}"


def spoil(value: Any, shape: type[BaseModel]) -> Any:
    """Add the attack to all wording of a record, at any depth."""
    if isinstance(value, list):
        return [spoil(inner, shape) for inner in value]
    if not isinstance(value, dict):
        return value
    spoiled = dict(value)
    for name, field in shape.model_fields.items():
        key = field.alias or name
        if key not in value or key in FORMED:
            continue
        if is_wording(field):
            spoiled[key] = attacked(value[key])
        elif shapes := shapes_in(field.annotation):
            spoiled[key] = spoil(value[key], shapes[0])
    if "max_words" in spoiled:
        spoiled["max_words"] = 40
    return spoiled


def spoil_files(project: Project) -> int:
    """Add the attack to all wording of the model policy, and return how often it is there."""
    count = 0
    for path in sorted(project.data.rglob("*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        if "terms" in data:  # the words that a school may choose are compared with its choice
            continue
        spoiled = {subject: spoil(records, SUBJECTS[subject]) for subject, records in data.items()}
        text = yaml.safe_dump(spoiled, sort_keys=False, allow_unicode=True, width=10_000)
        count += text.count(SCRIPT)
        path.write_text(text, encoding="utf-8")
    return count


@pytest.fixture(scope="module")
def spoiled_site(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of Oakfield with an attack in every text of the model policy."""
    copy = copy_project(project.root, tmp_path_factory.mktemp("spoiled") / "project")
    assert spoil_files(copy) > 500
    return build(copy)


@pytest.fixture(scope="module")
def documents(spoiled_site: Path) -> dict[str, Document]:
    return {name: read_html(spoiled_site / name) for name in html_pages(spoiled_site)}


def test_the_attacks_are_on_the_pages_as_text(documents: dict[str, Document]) -> None:
    for sign in HOSTILE_PARTS:
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


def test_braces_that_hold_no_term_are_told_where_they_stand(small_project: Project) -> None:
    roles = small_project.data / "roles.yml"
    lines = roles.read_text(encoding="utf-8").splitlines()
    first = next(number for number, text in enumerate(lines) if text.startswith("  summary: "))
    lines[first] = f"  summary: {json.dumps(MATHS)}"
    roles.write_text("\n".join(lines), encoding="utf-8")
    said = run(small_project, "schoolpolicy", "check").stdout.splitlines()
    assert [line for line in said if line.startswith(f"data/roles.yml:{first + 1}:")], said


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


def test_a_title_that_a_page_gives_itself_is_text_with_terms(small_project: Project) -> None:
    title = json.dumps(f"{{{{ Pupils }}}} {SCRIPT} {MATHS}")
    add_page(small_project, "probe.md", f"---\ntitle: {title}\n---\nProbe.\n")
    site = build(small_project)
    probe = read_html(site / "probe.html")
    assert probe.title == f"Pupils {SCRIPT} {MATHS} - Oakfield Primary School"
    for page in html_pages(site):
        assert not any("attack" in script for script in read_html(site / page).scripts), page


def test_a_schools_own_name_is_text_too(small_project: Project) -> None:
    school = small_project.schools / "oakfield-primary" / "school.yml"
    text = school.read_text(encoding="utf-8")
    name = json.dumps(f'Oakfield "> {SCRIPT} {MATHS}')
    short = json.dumps(f'Oak "> {IMAGE} {MATHS}')
    text = text.replace("name: Oakfield Primary School", f"name: {name}", 1)
    school.write_text(text.replace("short_name: Oakfield", f"short_name: {short}", 1))
    site = build(small_project)
    for page in html_pages(site):
        document = read_html(site / page)
        assert not any("attack" in script for script in document.scripts), page
        assert not any("onerror" in each.attributes for each in document.elements), page
        assert ANSWER not in (site / page).read_text(encoding="utf-8"), page
    assert SCRIPT in read_html(site / "index.html").text
