"""Pages outside the menu are linked from somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.structure.orphans import check_orphans
from schoolpolicy.reading.project import Project
from tests.checks.pages import page
from tests.support import write_page

if TYPE_CHECKING:
    from pathlib import Path

LONE = page("# Old rules", "parents/old.md", own=False)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    menu = "not_in_nav: |\n  /parents/old*.md\nnav:\n- Home: index.md\n"
    (tmp_path / "mkdocs.yml").write_text(menu, encoding="utf-8")
    made = Project(tmp_path)
    write_page(made, "index.md", "# Home")
    write_page(made, "parents/old.md", "# Old rules")
    return made


def test_a_page_that_nothing_leads_to(project: Project) -> None:
    home = page("# Home", "index.md", own=False)
    assert [str(each) for each in check_orphans(project, [home, LONE])] == [
        "docs/parents/old.md:1:1: Neither the menu nor any page leads to this page. Link it from "
        "a page that readers come to, or delete it."
    ]


def test_a_page_with_a_link_to_it_is_silent(project: Project) -> None:
    home = page("See [the old rules](parents/old.md).", "index.md", own=False)
    assert list(check_orphans(project, [home, LONE])) == []


def test_a_page_for_each_record_is_silent(project: Project) -> None:
    each = page("# Text", "parents/old.md", own=False, for_each="topics")
    assert list(check_orphans(project, [each])) == []


def test_without_a_menu_every_page_is_in_it(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text("site_name: Hill\n", encoding="utf-8")
    assert list(check_orphans(project, [LONE])) == []
