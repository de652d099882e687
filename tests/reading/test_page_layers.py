"""Laying a school's pages over those of the model policy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.model.layer import DepartureKind
from schoolpolicy.reading.page_layers import LaidPages, lay_pages
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve

SMALL = Path(__file__).parents[1] / "small"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Hill School with its trust, and a model policy of three pages."""
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    page(project, "docs/parents/rules.md", "title: Rules", "# Rules")
    page(project, "docs/parents/law.md", "lock: The law is the same for all.", "# Law")
    (project.schools / "sky").mkdir()
    (project.schools / "sky" / "trust.yml").write_text("name: Sky Trust\n")
    school = project.school("hill") / "school.yml"
    school.write_text(school.read_text() + "trust: sky\n")
    return project


def page(project: Project, name: str, front: str, body: str = "") -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}\n---\n{body}\n", encoding="utf-8")


def own(project: Project, name: str, front: str, body: str = "# Ours") -> None:
    page(project, f"schools/hill/docs/{name}", front, body)


def laid(project: Project) -> LaidPages:
    resolution = resolve(project, "hill")
    return lay_pages(project, resolution.stack, resolution.bases)


def said(project: Project) -> list[str]:
    return [str(each) for each in laid(project).findings]


def test_a_school_adds_a_page(small: Project) -> None:
    own(small, "parents/clubs.md", "title: Clubs")
    found = laid(small)
    assert found.findings == []
    assert found.pages["parents/clubs.md"].file == "schools/hill/docs/parents/clubs.md"
    assert found.pages["parents/clubs.md"].laid
    assert [(each.id, each.kind, each.title) for each in found.departures] == [
        ("parents/clubs.md", DepartureKind.ADDED, "Clubs")
    ]


def test_a_school_replaces_a_page_and_says_why(small: Project) -> None:
    own(small, "parents/rules.md", "change: Ours are shorter.")
    found = laid(small)
    assert found.pages["parents/rules.md"].body == "# Ours\n"
    (departure,) = found.departures
    assert (departure.kind, departure.because) == (DepartureKind.CHANGED, "Ours are shorter.")
    assert departure.title == "Ours"


def test_a_school_removes_a_page_and_says_why(small: Project) -> None:
    own(small, "parents/rules.md", "remove: We tell parents in person.", "")
    found = laid(small)
    assert "parents/rules.md" not in found.pages
    (departure,) = found.departures
    assert (departure.kind, departure.title) == (DepartureKind.REMOVED, "Rules")


def test_the_page_of_a_trust_lies_between(small: Project) -> None:
    page(small, "schools/sky/docs/parents/rules.md", "change: One text.", "# Of the trust")
    assert laid(small).pages["parents/rules.md"].body == "# Of the trust\n"
    own(small, "parents/rules.md", "change: Ours are shorter.")
    assert laid(small).pages["parents/rules.md"].body == "# Ours\n"


def test_a_page_that_replaces_another_without_a_reason_is_told(small: Project) -> None:
    own(small, "parents/rules.md", "title: Rules")
    assert said(small) == [
        "schools/hill/docs/parents/rules.md:1:1: This page takes the place of "
        'docs/parents/rules.md, and does not say why. Add a line "change: ..." above the text, '
        "or give the file another name."
    ]


def test_a_locked_page_cannot_be_replaced(small: Project) -> None:
    own(small, "parents/law.md", "change: Ours is shorter.")
    assert said(small) == [
        "schools/hill/docs/parents/law.md:1:1: This page cannot be changed: it is locked in "
        "docs/parents/law.md, because: The law is the same for all. Delete this file, or ask for "
        "a change there."
    ]
    assert laid(small).pages["parents/law.md"].body == "# Law\n"


@pytest.mark.parametrize(
    ("order", "hint"),
    [
        ("change", 'To add this page, delete the line "change: ..." above the text.'),
        ("remove", "Or delete this file."),
    ],
)
def test_a_page_that_is_not_there_cannot_be_changed(small: Project, order: str, hint: str) -> None:
    own(small, "parents/rule.md", f"{order}: Why.")
    assert said(small) == [
        f'schools/hill/docs/parents/rule.md:1:1: There is no page "parents/rule.md" to {order}. '
        f'Did you mean "parents/rules.md"? {hint}'
    ]


def test_a_page_that_changed_below_since_is_to_look_at_again(small: Project) -> None:
    own(small, "parents/rules.md", "change: Ours are shorter.")
    now = laid(small).under["schools/hill", "pages", "parents/rules.md"]
    entry = "basis:\n- {subject: pages, id: parents/rules.md, fingerprint: '%s'}\n"
    (small.school("hill") / "basis.yml").write_text(entry % now)
    assert [each.look_again for each in laid(small).departures] == [False]
    page(small, "docs/parents/rules.md", "title: Rules", "# Other rules")
    assert [each.look_again for each in laid(small).departures] == [True]
