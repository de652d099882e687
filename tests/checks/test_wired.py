"""Dates, roles and structure are looked at whenever a school is checked."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.reading.project import Project

SMALL = Path(__file__).parents[1] / "small"
NEW = ("dates.", "roles.", "structure.")
DAY = dt.date(2026, 11, 22)


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    return Project(tmp_path / "small")


def write(project: Project, name: str, text: str) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(project: Project, day: dt.date = DAY) -> list[tuple[str, str]]:
    """Return the code and the place of each finding of these families."""
    checked = check_school(project, "hill", Theme({}), day=day)
    return [(each.code, str(each.place)) for each in checked.findings if each.code.startswith(NEW)]


def test_the_small_school_is_in_order(small: Project) -> None:
    assert found(small) == []


def test_a_late_approval_is_told_at_its_line(small: Project) -> None:
    entry = (
        "- body: head\n  capacity: alone\n  date: {}\n  edition: {}\n"
        f"  fingerprint: {'a' * 64}\n  changes: All.\n"
    )
    entries = entry.format("2025-09-01", "2025-26") + entry.format("2026-10-14", "2026-27")
    write(small, "schools/hill/approvals.yml", f"approvals:\n{entries}")
    assert found(small) == [("dates.approved-late", "schools/hill/approvals.yml:8:3")]
    before = dt.date(2026, 10, 1)
    assert ("dates.to-come", "schools/hill/approvals.yml:8:3") in found(small, before)


def test_a_page(small: Project) -> None:
    text = "---\ntitle: Links\nafter: index.md\n---\n# Links\n\n### Section 1\n\n[here](links.md)\n"
    write(small, "schools/hill/docs/parents/links.md", text)
    write(small, "mkdocs.yml", "nav:\n- Home: index.md\n")
    assert found(small) == [
        ("structure.heading-skipped", "schools/hill/docs/parents/links.md:7:1"),
        ("structure.heading-vague", "schools/hill/docs/parents/links.md:7:1"),
        ("structure.link-text", "schools/hill/docs/parents/links.md:9:2"),
    ]


def test_a_role(small: Project) -> None:
    role = (
        "roles:\n- id: porter\n  title: porter\n  kind: technical\n  audience: staff\n"
        "  summary: Opens doors.\n"
        "  duties:\n  - {id: opens, text: Opens doors., every: 1 day}\n"
    )
    write(small, "schools/hill/roles.yml", role)
    posts = "posts:\n- {id: porter, title: porter, holds: [porter]}\n"
    write(small, "schools/hill/posts.yml", posts)
    assert ("roles.no-deputy", "schools/hill/posts.yml:2:3") in found(small)
    assert ("roles.no-route", "schools/hill/roles.yml:2:3") in found(small)
