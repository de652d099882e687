"""Exceptions that rules share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.model.rule import Ground, RuleException
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve

SMALL = Path(__file__).parents[1] / "small"
SHARED = (
    "exceptions:\n"
    "- {id: medical, ground: medical, text: A health plan says so., decided_by: head}\n"
    "- {id: caring, ground: caring, text: The child cares for someone., decided_by: head}\n"
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
