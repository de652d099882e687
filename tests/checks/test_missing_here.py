"""A page that names what does not apply at a school is told before the site is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Theme, check_school
from tests.support import SCHOOL, mistakes, replace_in

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

THEME = Theme(Calls.shapes())
PAGE = f"schools/{SCHOOL}/docs/parents/ours.md"


def said(project: Project, call: str, front: str = "title: Ours") -> list[str]:
    path = project.root / PAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}\n---\n# Ours\n\n{{{{ {call} }}}}\n", encoding="utf-8")
    return mistakes(check_school(project, SCHOOL, THEME).findings)


@pytest.fixture
def bare(school_project: Project) -> Project:
    """Oakfield without tables of rules."""
    replace_in(school_project.school(SCHOOL) / "school.yml", "rule-tables: yes", "rule-tables: no")
    return school_project


def test_a_record_that_a_choice_switches_off(bare: Project) -> None:
    assert said(bare, 'grid("communications")') == [
        f'{PAGE}:6:10: The grid "communications" does not apply at this school (choice '
        'rule-tables: no). Write "only: {choices: {rule-tables: yes}}" above the text, or name '
        "another grid."
    ]


def test_a_record_that_is_not_for_the_nation(school_project: Project) -> None:
    assert said(school_project, 'cite("keeping-learners-safe")') == [
        f'{PAGE}:6:10: The citation "keeping-learners-safe" does not apply at this school (nation: '
        'england). Write "only: {nations: [wales]}" above the text, or name another citation.'
    ]


def test_a_record_that_is_not_for_the_phase(school_project: Project) -> None:
    (line,) = said(school_project, 'agreement_page(agreement="sixth-form-pupils")')
    assert (
        "does not apply at this school (phase: primary). "
        'Write "only: {phases: [secondary, all-through]}" above the text'
    ) in line


def test_what_applies_is_silent(school_project: Project) -> None:
    assert said(school_project, 'grid("communications")') == []


@pytest.mark.parametrize(
    "front",
    [
        "only: {choices: {rule-tables: yes}}",
        "only: {nations: [wales]}",
        "bands: [sixth-form]",
    ],
)
def test_a_page_that_the_school_does_not_have_may_name_it(bare: Project, front: str) -> None:
    assert said(bare, 'grid("communications")', front) == []


def test_a_page_for_drafts_is_not_in_a_publication(bare: Project) -> None:
    assert len(said(bare, 'grid("communications")', "drafts_only: true")) == 1
    final = check_school(bare, SCHOOL, THEME, final=True)
    assert [str(each) for each in final.errors] == []


def test_a_record_that_exists_nowhere_is_told_once(school_project: Project) -> None:
    (line,) = said(school_project, 'grid("communication")')
    assert 'There is no grid "communication".' in line
