"""What is for staff or governors is nowhere in the public site, and is in theirs."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from macros.calls import Calls
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.model.base import Record
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Visibility
from tests.support import SCHOOL, add_page, build, html_pages, run, search_entries, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

READABLE = {".html", ".json", ".xml", ".ics", ".txt", ".csv", ".js", ".svg", ".md"}


@pytest.fixture(scope="module")
def policy(project: Project) -> Policy:
    found = check_school(project, SCHOOL, Theme(Calls.shapes())).policy
    assert found is not None
    return found


def records(shape: Any) -> Iterator[Record]:
    """Yield a record and all records inside it."""
    if isinstance(shape, Record):
        yield shape
    if isinstance(shape, BaseModel):
        for name in type(shape).model_fields:
            value = getattr(shape, name)
            for inner in value if isinstance(value, tuple) else (value,):
                if isinstance(inner, BaseModel):
                    yield from records(inner)


def of_visibility(policy: Policy, *wanted: Visibility) -> list[Record]:
    return [
        record
        for subject in SUBJECTS
        for outer in getattr(policy, subject)
        for record in records(outer)
        if record.visibility in wanted
    ]


def sentences(record: Record) -> list[str]:
    """Return the wording of a record: what must not be seen where it is not meant to be."""
    texts = [
        str(getattr(record, name)) for name in ("title", "text", "what") if hasattr(record, name)
    ]
    words = getattr(record, "words", None)
    if isinstance(words, BaseModel):
        texts += [each for each in words.model_dump().values() if isinstance(each, str)]
        texts += [each for each in words.model_dump()["pupils"].values() if each]
    return [squeeze(text) for text in texts]


def readable(site: Path) -> dict[str, str]:
    """Return all text files of a site as a reader or a program would read them."""
    return {
        path.relative_to(site).as_posix(): squeeze(
            html.unescape(path.read_text(encoding="utf-8", errors="replace"))
        )
        for path in site.rglob("*")
        if path.suffix in READABLE
    }


def test_the_example_has_matters_for_staff_only(policy: Policy) -> None:
    hidden = of_visibility(policy, Visibility.STAFF)
    assert {"Duty", "Statement"} <= {type(record).__name__ for record in hidden}


def test_no_public_file_holds_a_word_of_what_is_for_staff(site: Path, policy: Policy) -> None:
    files = readable(site)
    assert {"index.html", "policy.json", "search/search_index.json"} <= set(files)
    leaks = [
        f"{name}: {record.id}: {sentence}"
        for record in of_visibility(policy, Visibility.STAFF, Visibility.GOVERNORS)
        for sentence in sentences(record)
        for name, text in files.items()
        if sentence in text
    ]
    assert leaks == []


def test_no_public_file_holds_the_id_of_what_is_for_staff(site: Path, policy: Policy) -> None:
    files = readable(site)
    leaks = [
        f"{name}: {record.id}"
        for record in of_visibility(policy, Visibility.STAFF, Visibility.GOVERNORS)
        for name, text in files.items()
        if f'"{record.id}"' in text or f"#{record.id}" in text
    ]
    assert leaks == []


def test_the_staff_site_shows_every_duty_and_statement_for_staff(
    staff_site: Path, policy: Policy
) -> None:
    files = readable(staff_site)
    pages = " ".join(files[name] for name in html_pages(staff_site))
    missing = [
        record.id
        for record in of_visibility(policy, Visibility.STAFF)
        if type(record).__name__ in {"Duty", "Statement"} and squeeze(str(record.text)) not in pages  # type: ignore[attr-defined]
    ]
    assert missing == []


def test_the_staff_site_has_them_in_its_search_and_its_data(
    staff_site: Path, policy: Policy
) -> None:
    duty = next(
        record
        for record in of_visibility(policy, Visibility.STAFF)
        if type(record).__name__ == "Duty"
    )
    found = " ".join(html.unescape(entry["text"]) for entry in search_entries(staff_site))
    assert squeeze(str(duty.text)) in squeeze(found)  # type: ignore[attr-defined]
    assert duty.id in (staff_site / "policy.json").read_text(encoding="utf-8")


def test_building_for_staff_leaves_the_public_site_alone(site: Path, staff_site: Path) -> None:
    assert staff_site.parent == site.parent
    assert staff_site.name == "oakfield-primary--staff"
    assert (site / "index.html").is_file()


def test_advice_to_authors_is_not_published(site: Path) -> None:
    def notes(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("note"), str):
                yield value["note"]
            for inner in value.values():
                yield from notes(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from notes(inner)

    assert list(notes(json.loads((site / "policy.json").read_text(encoding="utf-8")))) == []


def test_a_page_for_staff_is_built_for_staff_and_governors_only(small_project: Project) -> None:
    add_page(small_project, "lilacrota.md", "---\nvisibility: staff\n---\n# Rota\n\nIn lilac.\n")
    add_page(small_project, "minutes.md", "---\nvisibility: governors\n---\n# Vault\n")
    done = run(small_project, "schoolpolicy", "build", "--for", "public,staff,governors")
    assert done.returncode == 0, done.stderr
    seen = {
        folder.name: sorted(name for name in html_pages(folder) if name in SECRET_PAGES)
        for folder in small_project.site.iterdir()
    }
    assert seen == {
        SCHOOL: [],
        f"{SCHOOL}--staff": ["lilacrota.html"],
        f"{SCHOOL}--governors": ["lilacrota.html", "minutes.html"],
    }
    public = readable(small_project.site / SCHOOL)
    assert [name for name, text in public.items() if "In lilac" in text] == []
    assert [name for name, text in public.items() if "lilacrota" in text] == []


SECRET_PAGES = {"lilacrota.html", "minutes.html"}


def test_an_audience_that_is_not_one_is_refused(small_project: Project) -> None:
    done = run(small_project, "schoolpolicy", "build", "--for", "everybody")
    assert done.returncode == 2
    assert "public, staff, governors" in done.stderr


def test_notes_of_checks_done_are_not_published(small_project: Project) -> None:
    school = small_project.schools / SCHOOL
    duty = first_duty(small_project, "dsl")
    (school / "evidence.yml").write_text(
        "evidence:\n"
        f"- {{duty: {duty}, date: 2026-10-01, by: dsl, note: Seen in the green ledger}}\n",
        encoding="utf-8",
    )
    site = build(small_project)
    found = readable(site)
    assert {"review.json", "review.ics", "search/search_index.json"} <= set(found)
    for told in ("green ledger", "2026-10-01", "20261001", "1 October 2026", "last done"):
        assert [name for name, text in found.items() if told in text] == [], told
    assert not any("verdue" in found[name] for name in ("review.json", "review.ics"))


def first_duty(project: Project, role: str) -> str:
    policy = check_school(project, SCHOOL, Theme(Calls.shapes())).resolution.complete
    assert policy is not None
    return next(duty for duty, holder in policy.duty_roles.items() if holder.id == role)
