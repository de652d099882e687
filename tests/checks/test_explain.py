"""Where a record stands, which layers wrote it, and what uses it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.checks.explain import explain, ids_of
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.reading.project import Project

SMALL = Path(__file__).parents[1] / "small"
GRID = """\
grids:
- id: devices
  title: Devices
  intro: Who may use what.
  columns:
  - {id: pupils, title: Pupils, audience: pupils}
  - {id: staff, title: Staff, audience: staff}
  rows:
  - {id: phones, title: Phones, thing: phone}
"""


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    return Project(tmp_path / "small")


def check(project: Project, **files: str) -> Checked:
    """Check Hill School with some more files of its own."""
    for name, text in files.items():
        (project.school("hill") / f"{name}.yml").write_text(text, encoding="utf-8")
    return check_school(project, "hill", Theme({}))


def test_it_says_what_a_record_is_where_it_stands_and_what_uses_it(small: Project) -> None:
    assert explain(check(small), "phone") == [
        "thing phone: Phone",
        "  stands in data/things.yml:2:3",
        "  used by rule adults-phones as thing: data/rules-of-adults.yml:2:3",
        "  used by rule no-phones as thing: data/rules.yml:2:3",
    ]


def test_every_id_can_be_meant_by_a_misspelt_one(small: Project) -> None:
    assert {"phone", "break", "head-leads", "phone-guidance"} <= ids_of(check(small))


def test_it_says_what_is_used_nowhere(small: Project) -> None:
    assert explain(check(small), "break") == [
        "time break: Break",
        "  stands in data/times.yml:3:3",
        "  used nowhere else",
    ]


def test_a_duty_is_told_with_its_role(small: Project) -> None:
    assert explain(check(small), "head-leads")[:3] == [
        "duty head-leads: Keeps children safe.",
        "  stands in data/roles.yml:8:5",
        "  duty of head",
    ]


def test_a_part_that_names_a_record_is_told(small: Project) -> None:
    duties = "roles:\n- id: head\n  duties:\n  - {id: head-leads, source: [phone-guidance]}\n"
    assert "    role head (head-leads), its source: schools/hill/roles.yml:2:3" in explain(
        check(small, roles=duties), "phone-guidance"
    )


def test_it_says_which_layers_changed_a_record(small: Project) -> None:
    lines = explain(check(small, rules="rules:\n- {id: no-phones, level: allowed}\n"), "no-phones")
    assert lines[0] == "rule no-phones: We learn best with no phones."
    assert "  from Hill School (schools/hill): level (rules.yml:2)" in lines


def test_a_rule_is_told_with_the_cells_that_it_answers(small: Project) -> None:
    assert [
        line for line in explain(check(small, grids=GRID), "no-phones") if "answers" in line
    ] == [
        "  answers devices: Phones / Pupils (Year 1)",
        "  answers devices: Phones / Pupils (Year 2)",
    ]


def test_a_cell_for_everybody_names_no_cohort(small: Project) -> None:
    staff = (
        "rules:\n- id: staff-phones\n  who: {audience: staff}\n  thing: phone\n"
        "  level: allowed\n  because: Staff need them.\n"
    )
    assert explain(check(small, grids=GRID, rules=staff), "staff-phones")[-1] == (
        "  answers devices: Phones / Staff"
    )


def test_an_id_of_two_subjects_is_told_for_both(small: Project) -> None:
    places = "places:\n- {id: phone, title: Phone box, within: anywhere}\n"
    heads = [line for line in explain(check(small, places=places), "phone") if line[0] != " "]
    assert heads == ["place phone: Phone box", "thing phone: Phone"]


def test_what_does_not_apply_to_the_school_is_told_all_the_same(small: Project) -> None:
    welsh = "citations:\n- {id: phone-guidance, only: {nations: [wales]}}\n"
    checked = check(small, citations=welsh)
    assert checked.policy is not None
    assert checked.policy.citations == ()
    assert explain(checked, "phone-guidance")[0] == "citation phone-guidance: Phones in schools"


def test_nothing_is_said_of_what_is_not_there(small: Project) -> None:
    assert explain(check(small), "no-such-thing") == []


def test_an_activity_is_told_once_though_it_is_a_thing_too(small: Project) -> None:
    betting = "activities:\n- {id: betting, title: Betting, group: Never, explain: For money.}\n"
    lines = explain(check(small, activities=betting), "betting")
    assert [line for line in lines if line[0] != " "] == ["activity betting: Betting"]


def test_nothing_is_said_of_a_school_that_cannot_be_read(small: Project) -> None:
    path = small.school("hill") / "school.yml"
    path.write_text(path.read_text().replace("nation: england", "nation: mars"))
    assert explain(check(small), "phone") == []


def test_it_says_which_layer_wrote_each_field_and_why(small: Project) -> None:
    rules = "rules:\n- {id: no-phones, level: allowed, change: We trust them.}\n"
    lines = explain(check(small, rules=rules), "no-phones")
    assert lines[2:5] == [
        "  from the model policy (data): who.audience, thing, because",
        "  from Hill School (schools/hill): level (rules.yml:2)",
        "  changed by Hill School, because: We trust them.",
    ]


def test_the_fields_of_one_duty_are_told_by_themselves(small: Project) -> None:
    roles = "roles:\n- id: head\n  duties: [{id: head-leads, every: 1 term}]\n"
    assert explain(check(small, roles=roles), "head-leads")[2:4] == [
        "  from the model policy (data): text",
        "  from Hill School (schools/hill): every (roles.yml:3)",
    ]


def test_of_a_term_it_says_who_chose_the_word_and_how_to_write_it(small: Project) -> None:
    lines = explain(check(small), "learners")
    assert "  chosen by Hill School: children (schools/hill/school.yml:6)" in lines
    assert "  written as {{ pupil }} and {{ pupils }}" in lines


def test_of_a_choice_it_says_what_it_switches(small: Project) -> None:
    roles = (
        "roles:\n- id: head\n  duties:\n"
        "  - {id: head-asks, text: Asks., every: 1 year, only: {choices: {byod: yes}}}\n"
    )
    lines = explain(check(small, roles=roles), "byod")
    assert "  used by role head (head-asks) as only: schools/hill/roles.yml:2:3" in lines


def test_a_role_names_the_posts_that_hold_it_and_a_post_its_place(small: Project) -> None:
    checked = check(small, posts="posts:\n- {id: boss, title: the boss, acting: [head]}\n")
    assert explain(checked, "boss")[:2] == [
        "post boss: the boss",
        "  stands in schools/hill/posts.yml:2:3",
    ]
    assert "  used by post boss as acting: schools/hill/posts.yml:2:3" in explain(checked, "head")
