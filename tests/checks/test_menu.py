"""The menu and the pages name each other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.checks.menu import check_menu
from schoolpolicy.reading.project import Project

SMALL = Path(__file__).parents[1] / "small"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    for name in ("answers/index.md", "answers/each.md"):
        path = project.docs / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Text.\n")
    return project


def said(project: Project, settings: str) -> list[str]:
    (project.root / "mkdocs.yml").write_text(f"extra: {{school: hill}}\n{settings}")
    return [str(each) for each in check_menu(project)]


MENU = "nav:\n- index.md\n- answers/index.md\n"


def test_a_page_outside_the_menu_is_told(small: Project) -> None:
    assert said(small, MENU) == [
        'docs/answers/each.md:1:1: This page is not in the menu. Add a line "- answers/each.md" '
        'under "nav:" in mkdocs.yml, or delete the page.'
    ]


def test_pages_may_be_left_out_of_the_menu_on_purpose(small: Project) -> None:
    assert said(small, f"{MENU}not_in_nav: |\n  /answers/*.md\n  !/answers/index.md\n") == []


def test_what_is_left_out_on_purpose_says_nothing_of_other_pages(small: Project) -> None:
    menu = "nav:\n- answers/index.md\nnot_in_nav: |\n  /answers/*.md\n"
    assert said(small, menu) == [
        'docs/index.md:1:1: This page is not in the menu. Add a line "- index.md" under "nav:" '
        "in mkdocs.yml, or delete the page."
    ]


def test_without_a_menu_all_pages_are_in_it(small: Project) -> None:
    assert said(small, "") == []


def test_a_title_may_hold_the_schools_words_and_no_others(small: Project) -> None:
    menu = 'nav:\n- "{{ Pupils }}":\n  - index.md\n- "{{ Pupil }}":\n  - answers/index.md\n'
    (small.root / "mkdocs.yml").write_text(f"{menu}  - answers/each.md\n")
    assert list(check_menu(small)) == []
    assert [str(each) for each in check_menu(small, ["Pupils", "Parents"])] == [
        'mkdocs.yml:4:3: "Pupil", in a title of the menu, is not a term. Did you mean "Pupils"?'
    ]
