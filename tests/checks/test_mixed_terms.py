"""No text says "pupils" at a school that says "students"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.mixed_terms import check_mixed_terms
from schoolpolicy.checks.written import Writings
from schoolpolicy.model.finding import Place
from schoolpolicy.model.page import PageFront
from schoolpolicy.model.term import Term
from schoolpolicy.reading.pages import Page
from schoolpolicy.reading.project import Project
from tests.policies import HILL, policy, statement

if TYPE_CHECKING:
    from pathlib import Path

LEARNERS = {
    "id": "learners",
    "meaning": "the children",
    "placeholder": {"one": "pupil", "many": "pupils"},
    "options": [
        {"one": "pupil", "many": "pupils", "watched": ["pupil", "pupils"]},
        {
            "one": "student",
            "many": "students",
            "watched": ["student", "students"],
            "apart_from": ["student teacher"],
        },
        {"one": "child", "many": "children"},
    ],
}
SETTING = {
    "id": "school",
    "meaning": "the setting",
    "placeholder": {"one": "school", "many": "schools"},
    "options": [
        {
            "one": "school",
            "many": "schools",
            "watched": ["the school", "our school"],
            "apart_from": ["school day"],
        },
        {"one": "academy", "many": "academies"},
    ],
}
IT_LEAD = {
    "id": "lead",
    "meaning": "who leads",
    "placeholder": {"one": "lead", "many": "leads"},
    "options": [{"one": "online lead", "many": "x"}, {"one": "IT lead", "many": "IT leads"}],
}
IT_LEAD["options"][1]["watched"] = ["IT lead"]  # type: ignore[index]
TERMS = [Term.model_validate(each) for each in (LEARNERS, SETTING, IT_LEAD)]
STUDENTS = {"pupil": "student", "pupils": "students"}
ACADEMY = {"school": "academy", "schools": "academies", "office": "school office"}
ONLINE = {"lead": "online lead", "leads": "x"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "data").mkdir()
    return Project(tmp_path)


def said(
    project: Project,
    text: str,
    *,
    source: str | None = None,
    page: str | None = None,
    words: dict[str, str] | None = None,
    **school: Any,
) -> list[str]:
    """Return what is found in a statement and on a page."""
    (project.data / "statements.yml").write_text(
        source or f"statements:\n- id: ask\n  text: {text}\n", encoding="utf-8"
    )
    front, _, body = (page or "---\n").partition("---\n")
    (project.root / "page.md").write_text(f"{front}---\n{body}", encoding="utf-8")
    whole = policy(
        statements=[statement("ask", text=text, note="Pupils, for the author.")],
        terms=TERMS,
        words={**STUDENTS, **ACADEMY, **ONLINE, **(words or {})},
        school={**HILL, **school},
    )
    pages = [Page("page.md", "page.md", PageFront(title="A page"), body, front.count("\n") + 2)]
    places = {("statements", "ask"): Place(file="data/statements.yml", line=2, column=3)}
    return [str(each) for each in check_mixed_terms(whole, Writings(project, whole, places, pages))]


def test_another_word_than_the_schools_own_is_told_where_it_stands(project: Project) -> None:
    assert said(project, "Tell each of the pupils.") == [
        'data/statements.yml:3:26: The statement "ask", under "text", says "pupils", but this '
        'school says "students". Did you mean "{{ pupils }}"?'
    ]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("A pupil asks.", "{{ pupil }}"),
        ("Pupils ask.", "{{ Pupils }}"),
        ("The pupils' work.", "{{ pupils_possessive }}"),
        ("A Pupil's work.", "{{ Pupil_possessive }}"),
        ("The school asks.", "The {{ school }}"),
        ("Ask our school's staff.", "our {{ school_possessive }}"),
        ("Ask the IT lead.", "{{ lead }}"),
    ],
)
def test_the_placeholder_to_write_has_number_owner_and_capital(
    project: Project, text: str, remedy: str
) -> None:
    (found,) = said(project, text)
    assert found.endswith(f'Did you mean "{remedy}"?')


@pytest.mark.parametrize(
    "text",
    [
        "Students ask.",
        "A child asks, and so do children.",
        "Within a school day, at school, in the school office.",
        "See where it leads, and where it lead.",
        "A student teacher asks.",
        "The academy asks.",
        "Pupilage is a word.",
    ],
)
def test_its_own_words_and_other_meanings_are_passed_over(project: Project, text: str) -> None:
    assert said(project, text) == []


def test_an_everyday_meaning_is_no_mistake_at_a_school_with_another_word(project: Project) -> None:
    children = {"pupil": "child", "pupils": "children"}
    assert said(project, "A student teacher asks.", words=children) == []
    assert len(said(project, "A student asks a teacher.", words=children)) == 1


def test_a_school_may_say_another_word_besides(project: Project) -> None:
    assert said(project, "Tell the pupils.", also_says={"learners": ["pupils"]}) == []


def test_its_name_is_its_name(project: Project) -> None:
    assert said(project, "Welcome to The Pupils Place.", name="The Pupils Place") == []


def test_of_several_places_in_a_record_the_right_one_is_told(project: Project) -> None:
    source = (
        "statements:\n- id: ask\n  keywords: [pupils]\n  words: {staff: All pupils know.}\n"
        "  text: >-\n    We ask\n    our pupils first.\n"
    )
    (found,) = said(project, "We ask our pupils first.", source=source)
    assert found.startswith("data/statements.yml:7:9: ")


def test_pages_are_searched_but_for_calls_links_and_tags(project: Project) -> None:
    front = "---\ntitle: For pupils\nkeywords: [pupils]\n"
    body = (
        '---\n{{ rules_for("pupils") }} {{ pupils }} <b class="pupils">\n'
        "[Go](pupils/x.md) pupils.\n"
    )
    assert said(project, "We ask.", page=f"{front[4:]}{body}") == [
        'page.md:1:12: This page says "pupils", but this school says "students". '
        'Did you mean "{{ pupils }}"?',
        'page.md:5:19: This page says "pupils", but this school says "students". '
        'Did you mean "{{ pupils }}"?',
    ]
