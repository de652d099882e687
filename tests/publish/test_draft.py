"""A draft shows what is undecided and advises its authors; a final publication does neither."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.support import (
    ROOT,
    SCHOOL,
    add_page,
    build,
    fingerprint,
    html_pages,
    inside,
    read_html,
    replace_in,
    run,
    search_entries,
    squeeze,
    write_page,
)

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.reading.project import Project

HOME = "---\ntitle: Home\n---\n# Home\n\n{{ status_line() }}\n"
WAITS = "only: {choices: {byod: yes}}"
ADVICE = "note: Ask the violet committee first."
MARKS = ("sp-open", "sp-draft", "Not decided yet", "To be decided", "Draft.", "draft/index")
"""How a page of a draft looks to whoever searches its source."""


@pytest.fixture
def draft(small_project: Project) -> Project:
    """A small project with the list of what is undecided, and one duty with a note."""
    page = (ROOT / "docs" / "draft" / "index.md").read_text(encoding="utf-8")
    add_page(small_project, "draft/index.md", page)
    write_page(small_project, "index.md", HOME)
    _say_of_duty(small_project, ADVICE)
    return small_project


@pytest.fixture
def undecided(draft: Project) -> Project:
    """The same, where that duty waits for a choice, and the next review has no day."""
    _say_of_duty(draft, WAITS)
    replace_in(_school(draft), "byod: no", "byod: undecided")
    replace_in(_school(draft), "next_review: 2027-07-01", "next_review: undecided")
    return draft


def _roles(project: Project) -> Path:
    return project.data / "roles.yml"


def _school(project: Project) -> Path:
    return project.school(SCHOOL) / "school.yml"


def _first_role(project: Project) -> dict[str, Any]:
    roles: list[dict[str, Any]] = yaml.safe_load(_roles(project).read_text("utf-8"))["roles"]
    return roles[0]


def _first_duty(project: Project) -> str:
    return str(_first_role(project)["duties"][0]["id"])


def _role(project: Project) -> str:
    """Return the name of the page on which the first duty stands."""
    return f"policy/roles/{_first_role(project)['id']}.html"


def _say_of_duty(project: Project, line: str) -> None:
    """Add a line to the first duty of all."""
    start = re.compile(rf"^( *)- id: {_first_duty(project)}\n", re.MULTILINE)
    text = _roles(project).read_text(encoding="utf-8")
    _roles(project).write_text(start.sub(rf"\g<0>\1  {line}\n", text), encoding="utf-8")


def test_every_page_of_a_draft_says_so_and_leads_to_the_list(undecided: Project) -> None:
    site = build(undecided)
    for name in html_pages(site):
        page = read_html(site / name)
        assert "Draft. 2 things are not decided yet" in page.text, name
        assert "draft/index.html" in {inside(name, link)[0] for link in page.values("a", "href")}


def test_the_home_page_tells_how_much_is_undecided(undecided: Project) -> None:
    source = (build(undecided) / "index.html").read_text(encoding="utf-8")
    assert '<dd><a href="draft/index.html">2 things are not decided yet</a></dd>' in source


def test_the_list_tells_who_decides_what_and_where_to_write_it(undecided: Project) -> None:
    said = read_html(build(undecided) / "draft" / "index.html").text
    assert "May people use their own laptops and tablets on the school network?" in said
    assert "byod: " in said
    assert "The day of the next review" in said
    where = f"schools/{SCHOOL}/school.yml"
    line = 1 + _school(undecided).read_text(encoding="utf-8").split("next_review:")[0].count("\n")
    assert f"{where}, line {line}" in said
    titles = [said.index(f" {title} ") for title in ("Governing body", "Headteacher")]
    assert titles == sorted(titles)


def test_the_list_has_the_notes_with_what_they_are_about(undecided: Project) -> None:
    page = read_html(build(undecided) / "draft" / "index.html")
    duty = _first_duty(undecided)
    assert "Ask the violet committee first." in page.text
    assert f"../{_role(undecided)}#{duty}" in page.values("a", "href")


def test_what_waits_for_a_choice_says_so_where_it_stands(undecided: Project) -> None:
    said = read_html(build(undecided) / _role(undecided)).text
    assert (
        "Not decided yet: only if the answer to “May people use their own laptops and tablets "
        "on the school network?” is “"
    ) in said


def test_a_day_that_is_not_settled_is_to_be_decided(undecided: Project) -> None:
    said = read_html(build(undecided) / "index.html").text
    assert "Next review to be decided" in said
    assert "Next review: to be decided." in said


def test_a_note_is_folded_beside_its_record(draft: Project) -> None:
    source = (build(draft) / _role(draft)).read_text(encoding="utf-8")
    note = re.search(r"<details class=\"sp-draft-note\".*?</details>", source, re.DOTALL)
    assert note
    assert "Ask the violet committee first." in note[0]


def test_the_search_finds_neither_notes_nor_the_list(undecided: Project) -> None:
    entries = search_entries(build(undecided))
    assert [each["location"] for each in entries if "violet committee" in each["text"]] == []
    assert [each["location"] for each in entries if each["location"].startswith("draft")] == []


def test_a_draft_in_which_everything_is_decided_says_so(draft: Project) -> None:
    site = build(draft)
    assert "Draft. Everything is decided" in read_html(site / "index.html").text
    assert "Everything is decided. Build with" in read_html(site / "draft" / "index.html").text


def test_a_final_publication_refuses_what_is_undecided(undecided: Project) -> None:
    draft_site = build(undecided)
    before = fingerprint(draft_site)
    done = run(undecided, "schoolpolicy", "build", "--final")
    assert done.returncode == 1
    where = f"schools/{SCHOOL}/school.yml"
    lines = [each for each in done.stderr.splitlines() if "Not decided yet" in each]
    assert len(lines) == 2
    assert all(re.match(rf"{where}:\d+:\d+: ", each) for each in lines)
    assert "Nothing was built: 2 errors." in done.stderr
    assert fingerprint(draft_site) == before


def test_a_final_publication_refuses_a_local_number_that_is_missing(
    school_project: Project,
) -> None:
    contacts = school_project.school(SCHOOL) / "contacts.yml"
    replace_in(contacts, '  phone: "01632 960 101"\n', "")
    done = run(school_project, "schoolpolicy", "check", "--final")
    assert done.returncode == 1
    assert 'Not decided yet: the local number of "childrens-social-care"' in done.stdout
    last = done.stdout.splitlines()[-1]
    assert last == f"{SCHOOL}: 1 thing is not decided yet."


def test_nothing_of_a_draft_is_in_any_file_of_a_final_publication(draft: Project) -> None:
    site = build(draft, "--final")
    assert not (site / "draft").exists()
    notes = _notes(draft)
    assert "Ask the violet committee first." in notes
    found = []
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".xml", ".txt"}:
            text = squeeze(html.unescape(path.read_text(encoding="utf-8")))
            name = path.relative_to(site).as_posix()
            found += [f"{name}: {said}" for said in (*notes, *MARKS) if said in text]
    assert found == []


def _notes(project: Project) -> set[str]:
    """Return all advice to authors in the files, unless another field says the same."""
    notes: set[str] = set()
    others: set[str] = set()
    for path in project.data.rglob("*.yml"):
        _collect(yaml.safe_load(path.read_text(encoding="utf-8")), None, notes, others)
    return notes - others


def _collect(value: object, key: str | None, notes: set[str], others: set[str]) -> None:
    if isinstance(value, dict):
        for name, each in value.items():
            _collect(each, name, notes, others)
    elif isinstance(value, list):
        for each in value:
            _collect(each, key, notes, others)
    else:
        (notes if key == "note" else others).add(squeeze(str(value)))


def test_sites_built_at_the_same_time_are_final_too(draft: Project) -> None:
    site = build(draft, "--final", "--for", "public,staff", "--jobs", "2")
    assert '"final": true' in (site / "policy.json").read_text("utf-8")


def test_a_final_publication_says_that_it_is_one_in_its_data(draft: Project) -> None:
    assert '"final": true' in (build(draft, "--final") / "policy.json").read_text("utf-8")
    assert '"final"' not in (build(draft) / "policy.json").read_text("utf-8")


def test_plain_mkdocs_publishes_if_its_settings_say_so(undecided: Project) -> None:
    settings = undecided.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"- schoolpolicy: .*", "- schoolpolicy: {final: true}", text))
    done = run(undecided, "mkdocs", "build", "-q", "-d", str(undecided.root / "out"))
    assert done.returncode == 1
    assert "Not decided yet" in done.stderr


def test_a_draft_for_the_public_tells_nothing_that_is_for_staff(undecided: Project) -> None:
    _say_of_duty(undecided, "visibility: staff")
    site = build(undecided)
    assert "violet committee" not in (site / "draft" / "index.html").read_text(encoding="utf-8")
