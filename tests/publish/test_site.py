"""The built site of Oakfield: what is in it, and that every way in it leads somewhere."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from macros.calls import Calls
from schoolpolicy.checks.run import Theme, check_school
from tests.support import (
    ROOT,
    SCHOOL,
    html_pages,
    inside,
    is_elsewhere,
    names_host,
    read_html,
    search_entries,
)

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.checks.run import Checked
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project
    from tests.support import Document

NOT_FOUND = "404.html"
PLACES = (
    "index.html",
    "report/index.html",
    "parents/index.html",
    "pupils/index.html",
    "pupils/help.html",
    "staff/index.html",
    "governors/index.html",
    "community/index.html",
    "policy/index.html",
    "agreements/index.html",
    "checklists/index.html",
    "changes/index.html",
    "accessibility/index.html",
    "policy.json",
    "search/search_index.json",
    "sitemap.xml",
)
REPEATED = ("roles", "grids", "incidents", "agreements", "checklists", "sections", "topics")


@pytest.fixture(scope="module")
def checked(project: Project) -> Checked:
    return check_school(project, SCHOOL, Theme(Calls.shapes()))


@pytest.fixture(scope="module")
def policy(checked: Checked) -> Policy:
    assert checked.policy is not None
    return checked.policy


@pytest.fixture(scope="module")
def documents(site: Path) -> dict[str, Document]:
    return {name: read_html(site / name) for name in html_pages(site)}


@pytest.mark.parametrize("place", PLACES)
def test_the_site_has(site: Path, place: str) -> None:
    assert (site / place).is_file()


def folders_of(checked: Checked, subject: str) -> list[str]:
    """Return the folders in which each record of a subject has a page."""
    return [
        page.path.rpartition("/")[0] for page in checked.pages if page.front.for_each == subject
    ]


@pytest.mark.parametrize("subject", REPEATED)
def test_every_record_has_its_page(
    site: Path, checked: Checked, policy: Policy, subject: str
) -> None:
    folders = folders_of(checked, subject)
    assert folders, f"no page in docs/ says for_each: {subject}"
    for folder in folders:
        made = {path.stem for path in (site / folder).glob("*.html")} - {"index"}
        assert made >= set(policy.subject(subject))


def test_pattern_pages_themselves_are_not_in_the_site(site: Path) -> None:
    assert list(site.rglob("each.html")) == []


def test_pupils_pages_are_those_of_the_ages_the_school_teaches(site: Path) -> None:
    made = {path.stem for path in (site / "pupils").glob("*.html")}
    assert {"index", "help", "youngest", "juniors"} <= made
    assert not made & {"seniors", "sixth-form"}


def test_every_page_has_its_own_title_with_the_schools_name(
    documents: dict[str, Document],
) -> None:
    by_title = defaultdict(list)
    for name, document in documents.items():
        assert "Oakfield Primary School" in document.title, name
        area = name.partition("/")[0]
        by_title[area, document.title].append(name)
    assert {title: names for title, names in by_title.items() if len(names) > 1} == {}


def test_every_page_has_one_main_heading(documents: dict[str, Document]) -> None:
    headings = {
        name: sum(element.tag == "h1" for element in document.elements)
        for name, document in documents.items()
    }
    assert {name: count for name, count in headings.items() if count != 1} == {}


def test_every_page_leads_to_help(documents: dict[str, Document]) -> None:
    help_pages = {"report/index.html", "pupils/help.html"}
    without = [
        name
        for name, document in documents.items()
        if name not in help_pages
        and not help_pages & {inside(name, link)[0] for link in document.values("a", "href")}
    ]
    assert without == []


LINKS = (
    ("a", "href"),
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("use", "href"),
)


def test_every_link_inside_the_site_leads_to_a_file_and_an_anchor_in_it(
    site: Path, documents: dict[str, Document]
) -> None:
    """Folders do not count: a browser that opens the site from a disk would list them."""
    broken = []
    for name, document in documents.items():
        for tag, attribute in LINKS:
            for address in document.values(tag, attribute):
                if is_elsewhere(address):
                    continue
                file, anchor = inside(name, address)
                if not (site / file).is_file():
                    broken.append(f"{name}: {address} (no such file)")
                elif anchor and file in documents and anchor not in documents[file].anchors:
                    broken.append(f"{name}: {address} (no such anchor)")
    assert broken == []


def test_no_link_is_bound_to_the_top_of_a_web_server(documents: dict[str, Document]) -> None:
    """The page for what was not found is the exception: a server shows it at any depth."""
    bound = [
        f"{name}: {address}"
        for name, document in documents.items()
        if name != NOT_FOUND
        for tag, attribute in LINKS
        for address in document.values(tag, attribute)
        if address.startswith("/")
    ]
    assert bound == []


def test_names_inside_a_page_are_used_once(site: Path) -> None:
    repeated = []
    for name in html_pages(site):
        ids = re.findall(r'\sid="([^"]+)"', (site / name).read_text(encoding="utf-8"))
        repeated += [f"{name}: {each}" for each in set(ids) if ids.count(each) > 1]
    assert repeated == []


THEMES_OWN = "__"
"""How the theme begins the names of its own switches, some of which it leaves out."""


def test_what_names_other_elements_names_those_that_are_there(
    documents: dict[str, Document],
) -> None:
    pointers = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
    lost = [
        f"{name}: {element.tag} {pointer}={target}"
        for name, document in documents.items()
        for element in document.elements
        for pointer in pointers
        for target in element.attributes.get(pointer, "").split()
        if target not in document.anchors and not target.startswith(THEMES_OWN)
    ]
    assert lost == []


def test_no_page_loads_anything_from_another_host(documents: dict[str, Document]) -> None:
    loading = (
        ("script", "src"),
        ("link", "href"),
        ("img", "src"),
        ("img", "srcset"),
        ("source", "src"),
        ("source", "srcset"),
        ("iframe", "src"),
        ("video", "src"),
        ("audio", "src"),
        ("object", "data"),
        ("embed", "src"),
        ("use", "href"),
        ("form", "action"),
    )
    found = [
        f"{name}: <{tag} {attribute}={address}>"
        for name, document in documents.items()
        for tag, attribute in loading
        for address in document.values(tag, attribute)
        if names_host(address)
    ]
    for name, document in documents.items():
        for css in document.styles:
            found += [f"{name}: {address}" for address in css_addresses(css) if names_host(address)]
    assert found == []


def css_addresses(css: str) -> list[str]:
    urls: list[str] = re.findall(r"url\(\s*[\"']?([^\"')]+)", css)
    imports: list[str] = re.findall(r"@import\s+[\"']([^\"']+)", css)
    return urls + imports


def test_no_style_sheet_loads_anything_from_another_host_or_that_is_not_there(site: Path) -> None:
    wrong = []
    for path in site.rglob("*.css"):
        for address in css_addresses(path.read_text(encoding="utf-8")):
            if address.startswith(("data:", "#")):
                continue
            target = (path.parent / address.partition("#")[0].partition("?")[0]).resolve()
            if names_host(address) or not target.is_file():
                wrong.append(f"{path.relative_to(site)}: {address}")
    assert wrong == []


def test_pages_keep_their_looks_in_style_sheets(site: Path) -> None:
    """An inline style cannot follow the reader's colours, nor a strict security policy."""
    found = []
    for name in html_pages(site):
        article = (site / name).read_text(encoding="utf-8").partition("<article")[2]
        found += [f"{name}: {each}" for each in re.findall(r'\sstyle="[^"]*"', article)]
    assert found == []


CELL = re.compile(r'<td\b[^>]*\sdata-label="[^"]*"[^>]*>(.*?)</td>', re.DOTALL)
INNER = re.compile(r"<(\w+)\b[^>]*>(?:(?!<\1\b).)*?</\1>", re.DOTALL)


def test_words_beside_a_link_in_a_cell_are_one_run(site: Path) -> None:
    """On a phone, a cell is a grid: each loose part of it would stand on a line of its own."""
    loose = []
    for name in html_pages(site):
        for cell in CELL.findall((site / name).read_text(encoding="utf-8")):
            left, found = cell, 1
            while found:
                left, found = INNER.subn("", left)
            if left.strip() and left != cell:
                loose.append(f"{name}: {cell}")
    assert loose == []


def test_no_template_sign_is_left_on_a_page(documents: dict[str, Document]) -> None:
    left = {
        name: re.findall(r"\{\{.*?\}\}|\{%.*?%\}", document.text)
        for name, document in documents.items()
    }
    assert {name: signs for name, signs in left.items() if signs} == {}


def test_what_no_reader_needs_is_left_out(site: Path) -> None:
    assert list(site.rglob("*.map")) == []
    assert list(site.rglob("lunr.*.min.js")) == []
    assert list(site.rglob("*.md")) == []
    assert list(site.rglob("*.yml")) == []


def test_the_policy_as_data_follows_its_schema(site: Path) -> None:
    schema = json.loads((ROOT / "schemas" / "policy.schema.json").read_text(encoding="utf-8"))
    data = json.loads((site / "policy.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    problems = Draft202012Validator(schema).iter_errors(data)
    assert [f"{problem.json_path}: {problem.message[:200]}" for problem in problems] == []
    assert data["school"]["name"] == "Oakfield Primary School"


def test_the_search_knows_the_everyday_words_of_each_page(
    site: Path, checked: Checked, policy: Policy
) -> None:
    tags = {entry["location"]: set(entry.get("tags", ())) for entry in search_entries(site)}
    missing = []
    for page in checked.pages:
        if page.front.search.exclude:
            continue
        if page.front.for_each is None:
            expected = {page.path.removesuffix(".md"): set(page.front.keywords)}
        else:
            folder = page.path.rpartition("/")[0]
            expected = {
                f"{folder}/{key}": {*page.front.keywords, *getattr(record, "keywords", ())}
                for key, record in policy.subject(page.front.for_each).items()
            }
        for name, words in expected.items():
            location = f"{name}.html"
            if (site / location).is_file() and not words <= tags.get(location, set()):
                missing.append(f"{location}: {sorted(words - tags.get(location, set()))}")
    assert missing == []


def test_the_search_finds_pages_of_the_site_only(site: Path) -> None:
    pages = set(html_pages(site))
    lost = [
        entry["location"]
        for entry in search_entries(site)
        if entry["location"] and entry["location"].partition("#")[0] not in pages
    ]
    assert lost == []


def test_building_twice_gives_the_same_bytes(site: Path, school_project: Project) -> None:
    """So that a school sees from its files alone whether anything changed."""
    from tests.support import build

    again = build(school_project)
    changed = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        # MkDocs compresses the list of pages with the time of day in it.
        if path.is_file() and name != "sitemap.xml.gz":
            other = again / name
            if not other.is_file() or other.read_bytes() != path.read_bytes():
                changed.append(name)
    assert changed == []
