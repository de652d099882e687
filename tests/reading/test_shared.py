"""What records share: exceptions of rules, and what nobody may do in an incident."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.model.rule import Ground, RuleException
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve

if TYPE_CHECKING:
    from schoolpolicy.model.incident import Never

SMALL = Path(__file__).parents[1] / "small"
SHARED = (
    "exceptions:\n"
    "- {id: medical, ground: medical, text: A health plan says so., decided_by: head}\n"
    "- {id: caring, ground: caring, text: The child cares for someone., decided_by: head}\n"
)
NEVERS = (
    "nevers:\n"
    "- {id: no-secrets, text: Never promise to keep it secret., because: Others must know.}\n"
    "- {id: no-pictures, text: Never look at the picture., because: It hurts.}\n"
)
INCIDENT = (
    "incidents:\n"
    "- id: bullying\n"
    "  title: Bullying\n"
    "  plain_title: Someone is unkind\n"
    "  kind: behaviour\n"
    "  summary: Someone is unkind.\n"
    "  clock: Start now.\n"
    "  decides: head\n"
    "  if_subject: head\n"
    "  steps: [{id: stop-it, text: Stop it., by: head}]\n"
    "  told: {parents: Tell us., pupils: {}}\n"
    "  record: In the log.\n"
    "  never:\n"
    "  - no-secrets\n"
    "  - {id: no-banter, text: Never call it banter., because: It hurts all the same.}\n"
)


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    (project.data / "exceptions.yml").write_text(SHARED)
    with (project.data / "rules.yml").open("a") as rules:
        rules.write("  unless: [medical]\n")
    return project


def unless(project: Project, text: str = "") -> tuple[RuleException, ...]:
    if text:
        (project.school("hill") / "rules.yml").write_text(f"rules:\n- id: no-phones\n{text}")
    rules = {each.id: each for each in resolve(project, "hill").policy.rules}
    return rules["no-phones"].unless


def test_a_rule_that_names_a_shared_exception_takes_its_words(small: Project) -> None:
    (medical,) = unless(small)
    assert (medical.text, medical.ground, medical.decided_by) == (
        "A health plan says so.",
        Ground.MEDICAL,
        "head",
    )


def test_a_school_changes_the_words_for_all_rules_at_once(small: Project) -> None:
    (small.school("hill") / "exceptions.yml").write_text(
        "exceptions:\n- {id: medical, text: The nurse says so.}\n"
    )
    assert [each.text for each in unless(small)] == ["The nurse says so."]


def test_what_a_school_names_is_added_so_that_none_is_lost_unsaid(small: Project) -> None:
    assert [each.id for each in unless(small, "  unless: [caring]\n")] == ["medical", "caring"]


def test_a_school_takes_one_away_by_saying_why(small: Project) -> None:
    assert unless(small, "  unless: [{id: medical, remove: Never needed here.}]\n") == ()


def test_a_rule_may_have_words_of_its_own(small: Project) -> None:
    own = "  unless:\n  - {id: medical, text: Ask the nurse.}\n"
    (medical,) = unless(small, own)
    assert (medical.text, medical.ground) == ("Ask the nurse.", Ground.MEDICAL)


def test_an_exception_may_stand_in_one_rule_only(small: Project) -> None:
    own = "  unless:\n  - {id: fire, ground: emergency, text: There is a fire., decided_by: head}\n"
    assert [each.id for each in unless(small, own)] == ["medical", "fire"]


def test_a_name_that_no_exception_has_is_an_error_with_a_guess(small: Project) -> None:
    (small.school("hill") / "rules.yml").write_text(
        "rules:\n- id: no-phones\n  unless: [carring, {id: nurse}]\n"
    )
    assert [str(each) for each in resolve(small, "hill").findings] == [
        'schools/hill/rules.yml:3:12: There is no exception "carring". Did you mean "caring"?',
        'schools/hill/rules.yml:3:26: There is no exception "nurse". Known: caring, medical.',
    ]


@pytest.fixture
def with_incident(small: Project) -> Project:
    (small.data / "nevers.yml").write_text(NEVERS)
    (small.data / "incidents.yml").write_text(INCIDENT)
    return small


def never(project: Project) -> tuple[Never, ...]:
    (incident,) = resolve(project, "hill").policy.incidents
    return incident.never


def test_an_incident_names_what_others_forbid_too_and_adds_its_own(with_incident: Project) -> None:
    assert [(each.text, each.because) for each in never(with_incident)] == [
        ("Never promise to keep it secret.", "Others must know."),
        ("Never call it banter.", "It hurts all the same."),
    ]


def test_a_school_changes_a_shared_never_do_for_all_incidents(with_incident: Project) -> None:
    (with_incident.school("hill") / "nevers.yml").write_text(
        "nevers:\n- {id: no-secrets, because: We keep you safe together.}\n"
    )
    assert never(with_incident)[0].because == "We keep you safe together."


def test_a_school_names_one_more_and_takes_one_away(with_incident: Project) -> None:
    (with_incident.school("hill") / "incidents.yml").write_text(
        "incidents:\n- id: bullying\n"
        "  never: [no-pictures, {id: no-banter, remove: We say it elsewhere.}]\n"
    )
    assert [each.id for each in never(with_incident)] == ["no-secrets", "no-pictures"]


def test_an_incident_may_have_a_reason_of_its_own(with_incident: Project) -> None:
    (with_incident.school("hill") / "incidents.yml").write_text(
        "incidents:\n- id: bullying\n  never: [{id: no-secrets, because: The head must know.}]\n"
    )
    first = never(with_incident)[0]
    assert (first.text, first.because) == (
        "Never promise to keep it secret.",
        "The head must know.",
    )


def test_a_name_that_no_never_do_has_is_an_error_with_a_guess(with_incident: Project) -> None:
    (with_incident.school("hill") / "incidents.yml").write_text(
        "incidents:\n- id: bullying\n  never: [no-secret, {id: banter}, Never shout at them]\n"
    )
    place = "schools/hill/incidents.yml:3"
    assert [str(each) for each in resolve(with_incident, "hill").findings] == [
        f'{place}:11: There is no never-do "no-secret". Did you mean "no-secrets"?',
        f'{place}:27: There is no never-do "banter". Known: no-pictures, no-secrets.',
        f'{place}:36: There is no never-do "Never shout at them". Write one with words of its '
        'own: {id: never-shout-at-them, text: "Never shout at them", because: "..."}.',
    ]


def test_a_shared_never_do_that_is_removed_names_the_incidents_that_need_it(
    with_incident: Project,
) -> None:
    (with_incident.school("hill") / "nevers.yml").write_text(
        "nevers:\n- {id: no-secrets, remove: We have no secrets.}\n"
    )
    assert [str(each) for each in resolve(with_incident, "hill").findings] == [
        'schools/hill/nevers.yml:2:3: The never-do "no-secrets" is removed here, but the incident '
        '"bullying" still names it. Change or remove that too, or delete these lines and keep the '
        "never-do."
    ]
