"""What a layer does with the records of earlier ones: lock, move, remove, say why."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.model.role import Role
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve

SMALL = Path(__file__).parents[1] / "small"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Hill School in a trust that has not decided anything yet."""
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    (project.schools / "sky").mkdir()
    (project.schools / "sky" / "trust.yml").write_text("name: Sky Trust\n")
    path = project.school("hill") / "school.yml"
    path.write_text(path.read_text() + "trust: sky\n")
    return project


def by_trust(project: Project, text: str) -> None:
    (project.schools / "sky" / "more.yml").write_text(text, encoding="utf-8")


def by_school(project: Project, text: str) -> None:
    (project.schools / "hill" / "more.yml").write_text(text, encoding="utf-8")


def said(project: Project) -> list[str]:
    return [str(each) for each in resolve(project, "hill").findings]


def places(project: Project) -> list[str]:
    return [each.id for each in resolve(project, "hill").policy.places]


def duties(project: Project) -> list[str]:
    return [each.id for each in resolve(project, "hill").policy.find(Role, "head").duties]


LOCK = "places:\n- {id: lessons, lock: The same in all our schools.}\n"
BY = "Sky Trust has locked it (schools/sky/more.yml, line 2), because: The same in all our schools."


def test_what_a_trust_locks_a_school_cannot_change(small: Project) -> None:
    by_trust(small, LOCK)
    by_school(small, "places:\n- {id: lessons, title: Class}\n")
    assert said(small) == [
        f'schools/hill/more.yml:2:3: The place "lessons" cannot be changed here: {BY} '
        "Delete these lines, or ask for a change in schools/sky/."
    ]


def test_what_a_trust_locks_a_school_cannot_remove(small: Project) -> None:
    by_trust(small, LOCK)
    by_school(small, "places:\n- {id: lessons, remove: We teach outdoors.}\n")
    assert said(small) == [
        f'schools/hill/more.yml:2:3: The place "lessons" cannot be removed here: {BY} '
        "Delete these lines, or ask for a change in schools/sky/."
    ]


def test_the_model_policy_can_lock_too(small: Project) -> None:
    path = small.data / "places.yml"
    path.write_text(path.read_text().replace("id: lessons,", "id: lessons, lock: Checks need it.,"))
    by_school(small, "places:\n- {id: lessons, title: Class}\n")
    (finding,) = said(small)
    assert "the model policy has locked it (data/places.yml, line " in finding
    assert finding.endswith(
        "because: Checks need it. Delete these lines, or ask for a change in data/."
    )


def test_a_lock_holds_for_one_duty_of_a_role(small: Project) -> None:
    by_trust(small, "roles:\n- id: head\n  duties: [{id: head-leads, lock: It is the law.}]\n")
    by_school(
        small,
        "roles:\n- id: head\n  summary: Leads.\n  duties: [{id: head-leads, every: 1 term}]\n",
    )
    assert said(small) == [
        'schools/hill/more.yml:4:12: The entry "head-leads" cannot be changed here: Sky Trust has '
        "locked it (schools/sky/more.yml, line 3), because: It is the law. Delete these lines, or "
        "ask for a change in schools/sky/."
    ]


LOCKED_DUTY = "roles:\n- id: head\n  duties: [{id: head-leads, lock: It is the law.}]\n"
LOCKED_AWAY = (
    'The entry "head-leads" cannot be removed here: Sky Trust has locked it '
    "(schools/sky/more.yml, line 3), because: It is the law. Delete these lines, or ask for a "
    "change in schools/sky/."
)


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("{id: head, remove: Nobody leads.}", "2:3"),
        ("{id: head, duties: []}", "2:22"),
        ("{id: head, duties: [{id: head-leads, remove: Too much.}]}", "2:23"),
    ],
    ids=["with its role", "with the whole list", "by itself"],
)
def test_a_locked_duty_is_not_taken_away(small: Project, role: str, place: str) -> None:
    by_trust(small, LOCKED_DUTY)
    by_school(small, f"roles:\n- {role}\n")
    assert said(small) == [f"schools/hill/more.yml:{place}: {LOCKED_AWAY}"]


def test_a_duty_beside_a_locked_one_is_added(small: Project) -> None:
    by_trust(small, LOCKED_DUTY)
    by_school(
        small, "roles:\n- id: head\n  duties: [{id: head-asks, text: Asks., every: 1 year}]\n"
    )
    assert said(small) == []
    assert duties(small) == ["head-leads", "head-asks"]


def test_two_layers_change_the_same_duty(small: Project) -> None:
    change = "roles:\n- id: head\n  duties: [{{id: head-leads, {0}}}]\n"
    by_trust(small, change.format("every: 1 term, evidence: a log, change: Terms suit us."))
    by_school(small, change.format("every: 1 week, change: We look weekly."))
    resolution = resolve(small, "hill")
    (duty,) = resolution.policy.find(Role, "head").duties
    assert (duty.every, duty.evidence) == ("1 week", "a log")
    assert [(each.layer.name, each.because) for each in resolution.changes] == [
        ("Sky Trust", "Terms suit us."),
        ("Hill School", "We look weekly."),
    ]
    every = {
        each.layer.name: [field for field in each.fields if field.field.endswith(".every")]
        for each in resolution.policy.departures
    }
    assert {
        name: [(each.before, each.after) for each in found] for name, found in every.items()
    } == {
        "Sky Trust": [("always", "1 term")],
        "Hill School": [("1 term", "1 week")],
    }


def test_a_layer_changes_what_it_locks_itself(small: Project) -> None:
    by_trust(small, "places:\n- {id: lessons, title: Class, lock: The same everywhere.}\n")
    assert said(small) == []
    assert resolve(small, "hill").policy.subject("places")["lessons"].title == "Class"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("where", "order"),
    [
        ("first", ["hall", "anywhere", "lessons"]),
        ("last", ["anywhere", "lessons", "hall"]),
        ("before lessons", ["anywhere", "hall", "lessons"]),
        ("after anywhere", ["anywhere", "hall", "lessons"]),
    ],
)
def test_a_record_is_moved(small: Project, where: str, order: list[str]) -> None:
    by_school(small, f"places:\n- {{id: hall, title: Hall, within: anywhere, move: {where}}}\n")
    assert places(small) == order


def test_a_record_of_the_model_is_moved_and_stays_as_it_is(small: Project) -> None:
    by_school(small, "places:\n- {id: lessons, move: first}\n")
    assert places(small) == ["lessons", "anywhere"]
    assert said(small) == []


def test_records_are_moved_in_the_order_of_the_file(small: Project) -> None:
    by_school(
        small,
        "places:\n- {id: hall, title: Hall, within: anywhere, move: first}\n"
        "- {id: gym, title: Gym, within: anywhere, move: after hall}\n",
    )
    assert places(small) == ["hall", "gym", "anywhere", "lessons"]


def test_a_duty_is_moved_within_its_role(small: Project) -> None:
    by_school(
        small,
        "roles:\n- id: head\n  duties:\n"
        "  - {id: head-asks, text: Asks., every: 1 year, move: first}\n",
    )
    assert duties(small) == ["head-asks", "head-leads"]


@pytest.mark.parametrize(
    ("where", "problem"),
    [
        (
            "up",
            '"move" does not say where "hall" goes. Write "first", "last", "before ID" or '
            '"after ID".',
        ),
        (
            "after lesson",
            'There is no "lesson" beside which "hall" could stand. Did you mean "lessons"?',
        ),
        (
            "before hall",
            'There is no "hall" beside which "hall" could stand. Known: anywhere, lessons.',
        ),
    ],
)
def test_where_a_record_cannot_go_is_told(small: Project, where: str, problem: str) -> None:
    by_school(small, f"places:\n- {{id: hall, title: Hall, within: anywhere, move: {where}}}\n")
    (finding,) = said(small)
    assert finding.startswith("schools/hill/more.yml:2:")
    assert finding.endswith(problem)


def test_nothing_stands_beside_what_is_removed(small: Project) -> None:
    """Neither in a record that the same layer removes, nor in one that an earlier layer removed."""
    hall = "{id: hall, title: Hall, within: anywhere, move: after lessons}"
    problem = 'There is no "lessons" beside which "hall" could stand.'
    by_school(small, f"places:\n- {hall}\n- {{id: lessons, remove: We have none.}}\n")
    assert any(problem in each for each in said(small))
    by_trust(small, "places:\n- {id: lessons, remove: We have none.}\n")
    by_school(small, f"places:\n- {hall}\n")
    assert any(problem in each for each in said(small))


def test_the_reason_of_a_change_is_kept(small: Project) -> None:
    by_school(
        small,
        "roles:\n- id: head\n  change: We are small.\n  summary: Leads.\n"
        "  duties: [{id: head-leads, every: 1 term, change: Terms suit us.}]\n",
    )
    (change,) = resolve(small, "hill").changes
    assert change.because == "We are small. Terms suit us."
    assert said(small) == []


def test_a_change_with_an_empty_reason_is_told(small: Project) -> None:
    by_school(small, "places:\n- {id: lessons, title: Class, change: ''}\n")
    assert said(small) == [
        'schools/hill/more.yml:2:31: "lessons" is changed, and the reason is empty. Write why '
        'after "change:", for the people who approve the policy.'
    ]


def test_a_change_of_what_is_not_there_is_told_with_what_was_meant(small: Project) -> None:
    by_school(
        small, "places:\n- {id: lesson, title: Class, within: anywhere, change: We differ.}\n"
    )
    assert said(small) == [
        'schools/hill/more.yml:2:48: There is no place "lesson" to change. Did you mean "lessons"?'
    ]


def test_a_duty_is_removed_with_a_reason(small: Project) -> None:
    by_trust(small, "roles:\n- id: head\n  duties: [{id: head-asks, text: Asks., every: 1 year}]\n")
    by_school(small, "roles:\n- id: head\n  duties: [{id: head-leads, remove: Another leads.}]\n")
    assert duties(small) == ["head-asks"]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (
            "{id: head-leads, remove: yes}",
            '29: "head-leads" is removed without a reason. Write why after "remove:", for the '
            "people who approve the policy.",
        ),
        (
            "{id: head-lead, remove: Gone.}",
            '28: There is no "head-lead" here to remove. Did you mean "head-leads"?',
        ),
    ],
)
def test_a_duty_removed_wrongly_is_told(small: Project, entry: str, problem: str) -> None:
    by_school(small, f"roles:\n- id: head\n  duties: [{entry}]\n")
    assert f"schools/hill/more.yml:3:{problem}" in said(small)


SOURCE = (
    "roles:\n- id: head\n  duties:\n  - {id: head-asks, text: Asks., every: 1 year}\n"
    "statements:\n- {id: we-ask, topic: phones, text: We ask., duties: [head-leads, head-asks]}\n"
    "- {id: we-lead, topic: phones, text: We lead., duties: [head-leads]}\n"
)


def test_what_is_removed_leaves_the_lists_that_name_it(small: Project) -> None:
    by_trust(small, SOURCE)
    by_school(small, "roles:\n- id: head\n  duties: [{id: head-leads, remove: Another leads.}]\n")
    assert said(small) == []
    named = {each.id: each.duties for each in resolve(small, "hill").policy.statements}
    assert named == {"we-ask": ("head-asks",), "we-lead": ()}
