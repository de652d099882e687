"""Whatever comes round stands on a checklist, and lists follow what the policy says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.checks.checklists import NEVER_LISTED
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.checklist import TakenKind
from schoolpolicy.model.role import RoleKind
from schoolpolicy.reading.project import Project
from schoolpolicy.rules.checklists import lines_of
from schoolpolicy.rules.takeable import Takeable
from tests.policies import oakfield

SMALL = Path(__file__).parents[1] / "small"
ROLES = """
roles:
- id: head
  title: headteacher
  kind: leadership
  audience: staff
  summary: Leads.
  duties:
  - {id: head-leads, text: Leads., every: always}
  - {id: reads, text: Reads the reports., every: 1 week}
  - {id: plans, text: Plans., every: 1 term}
- id: clerk
  title: clerk
  kind: staff
  audience: staff
  summary: Writes.
  duties:
  - {id: writes, text: Writes the minutes., every: 1 term}
"""
LISTS = """
checklists:
- id: weekly
  title: Weekly check
  intro: Each week.
  audience: staff
  role: head
  signed_by: head
  every: 1 week
  keep: One year.
  takes:
  - {id: duties, roles: [head], every: [1 week]}
  items:
  - {id: own-reads, text: Read them., taken: yes, from: {duty: reads}}
- id: termly
  title: Termly check
  intro: Each term.
  audience: staff
  role: head
  signed_by: head
  every: 1 term
  keep: One year.
  takes:
  - {id: duties, roles: [head], every: [1 month, 1 term]}
"""
CHANGED = "roles:\n- id: head\n  duties:\n  - {id: reads, every: %s, change: Enough here.}\n"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    (tmp_path / "small/data/roles.yml").write_text(ROLES.lstrip(), encoding="utf-8")
    (tmp_path / "small/data/checklists.yml").write_text(LISTS.lstrip(), encoding="utf-8")
    return Project(tmp_path / "small")


def checked(project: Project, name: str = "", text: str = "") -> Checked:
    if name:
        (project.root / name).write_text(text.lstrip(), encoding="utf-8")
    return check_school(project, "hill", Theme({}))


def said(found: Checked) -> list[str]:
    return [str(each) for each in found.findings if each.code.startswith("checklists.")]


def lists(found: Checked) -> dict[str, list[str]]:
    assert found.policy is not None, [str(each) for each in found.errors]
    whole = found.policy
    return {each.id: [line.id for line in lines_of(whole, each)] for each in whole.checklists}


def in_data(project: Project, old: str, new: str) -> list[str]:
    assert LISTS.count(old) == 1
    return said(checked(project, "data/checklists.yml", LISTS.replace(old, new)))


def test_what_stands_on_a_list_or_comes_round_for_nobody_with_a_list_is_silent(
    small: Project,
) -> None:
    found = checked(small)
    assert said(found) == []
    assert lists(found) == {"weekly": ["own-reads"], "termly": ["duty-plans"]}


def test_a_duty_that_a_school_does_less_often_moves_to_another_list(small: Project) -> None:
    found = checked(small, "schools/hill/roles.yml", CHANGED % "1 month")
    assert said(found) == []
    assert lists(found) == {"weekly": [], "termly": ["duty-reads", "duty-plans"]}


def test_a_duty_with_words_that_a_school_changed_has_these_on_its_list(small: Project) -> None:
    text = "roles:\n- id: head\n  duties:\n  - {id: plans, text: Plans ahead.}\n"
    found = checked(small, "schools/hill/roles.yml", text)
    assert found.policy is not None
    termly = found.policy.checklists[1]
    assert [each.text for each in lines_of(found.policy, termly)] == ["Plans ahead."]


def test_a_duty_that_no_list_takes_any_more_is_told(small: Project) -> None:
    found = checked(small, "schools/hill/roles.yml", CHANGED % "3 weeks")
    assert said(found) == [
        'schools/hill/roles.yml:4:5: The duty "reads" of the role "head" comes round (every '
        '3 weeks), but it stands on no checklist. Add "3 weeks" to "every" under "takes" of the '
        'checklist "weekly", or write an item with "from: {duty: reads}".'
    ]


@pytest.mark.parametrize("every", ["always", "as it happens", "once"])
def test_a_duty_without_a_day_needs_no_list(small: Project, every: str) -> None:
    found = checked(small, "schools/hill/roles.yml", CHANGED % every)
    assert not any("stands on no checklist" in each for each in said(found))


def test_an_event_is_told_as_it_is_called(small: Project) -> None:
    found = checked(small, "schools/hill/roles.yml", CHANGED % "on joining")
    assert 'The duty "reads" of the role "head" comes round (on joining)' in said(found)[0]


def test_where_no_list_is_near_the_remedy_shows_a_whole_entry(small: Project) -> None:
    whole = "role: head\n  signed_by: head\n  every: 1 term"
    assert in_data(small, whole, whole.replace("role: head", "role: clerk", 1)) == [
        'data/roles.yml:17:5: The duty "writes" of the role "clerk" comes round (every 1 term), '
        "but it stands on no checklist. Let a checklist take it: "
        '"takes: [{id: more, kind: duties, roles: [clerk], every: [1 term]}]", or write an item '
        'with "from: {duty: writes}".'
    ]


def test_a_list_that_takes_nothing_is_told(small: Project) -> None:
    assert in_data(small, "every: [1 month, 1 term]", "every: [2 terms]") == [
        'data/checklists.yml:23:5: The checklist "termly" takes nothing with "duties": no duty '
        "fits all that it asks for. Give it other roles, intervals or requirements, or delete it "
        'from "takes".',
        'data/roles.yml:10:5: The duty "plans" of the role "head" comes round (every 1 term), but '
        'it stands on no checklist. Add "1 term" to "every" under "takes" of the checklist '
        '"weekly", or write an item with "from: {duty: plans}".',
    ]


def test_a_query_that_asks_for_nothing_is_told(small: Project) -> None:
    found = in_data(small, "{id: duties, roles: [head], every: [1 month, 1 term]}", "{id: all}")
    assert found[0] == (
        'data/checklists.yml:23:5: The checklist "termly" takes nothing with "all": it does not '
        "say what to take. Add one of: roles, every, audiences, requirements, citations, incidents."
    )


def test_a_query_that_asks_for_what_its_kind_never_has_is_told(small: Project) -> None:
    query = "{id: all, kind: incidents, every: [1 week]}"
    found = in_data(small, "{id: duties, roles: [head], every: [1 month, 1 term]}", query)
    assert found[0] == (
        'data/checklists.yml:23:5: The checklist "termly" takes nothing with "all": "every" never '
        'fits incidents. Delete "every" there, or change "kind".'
    )


def test_what_is_left_out_with_a_reason_is_silent(small: Project) -> None:
    line = "{id: duties, roles: [head], every: [1 month, 1 term]}"
    new = line[:-1] + ", leave_out: {plans: The deputy does it.}}"
    assert in_data(small, line, new) == []


@pytest.mark.parametrize(
    ("name", "why", "hint"),
    [
        ("plan", "there is no such duty", 'Did you mean "plans"?'),
        ("reads", "would not take it", "Delete this line."),
    ],
)
def test_what_is_left_out_and_was_not_in_is_told(
    small: Project, name: str, why: str, hint: str
) -> None:
    line = "- {id: duties, roles: [head], every: [1 month, 1 term]}"
    new = "- id: duties\n    roles: [head]\n    every: [1 term]\n    leave_out:\n      %s: No."
    assert in_data(small, line, new % name) == [
        f'data/checklists.yml:27:7: The checklist "termly" leaves out "{name}" at "duties", but '
        f"{why}. {hint}"
    ]


def test_what_a_school_changed_may_still_be_left_out(small: Project) -> None:
    line = "{id: duties, roles: [head], every: [1 month, 1 term]}"
    new = line[:-1] + ", leave_out: {plans: The deputy does it.}}"
    assert in_data(small, line, new) == []
    text = "roles:\n- id: head\n  duties:\n  - {id: plans, every: always}\n"
    assert not any(
        "leaves out" in each for each in said(checked(small, "schools/hill/roles.yml", text))
    )


def test_an_item_that_never_stands_on_its_list_is_told(small: Project) -> None:
    assert in_data(small, "from: {duty: reads}", "from: {duty: plans}") == [
        'data/checklists.yml:13:5: The checklist "weekly" has the item "own-reads" only as long '
        'as it takes what that comes from, and no entry under "takes" does. Delete "taken: yes", '
        "or let the list take it."
    ]


def test_the_model_policy_lists_every_duty_that_comes_round_for_those_who_work_here() -> None:
    whole = oakfield()
    here = {each.id for each in whole.roles if each.kind is not RoleKind.COMMUNITY}
    listed = {line.origin.duty for each in whole.checklists for line in lines_of(whole, each)}
    left_out = {
        name for each in whole.checklists for query in each.takes for name in query.leave_out
    }
    assert [
        each.record.id
        for each in Takeable(whole).of(TakenKind.DUTIES)
        if each.role in here and each.every not in NEVER_LISTED
        if each.record.id not in listed | left_out
    ] == []
