"""Findings that a school accepts, with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.project import Project

SMALL = Path(__file__).parents[1] / "small"


def found(project: Project, accepted: str = "") -> list[Finding]:
    path = project.school("hill") / "school.yml"
    path.write_text((SMALL / "schools/hill/school.yml").read_text() + accepted)
    codes = {"read.stale-wording", "accepted.nothing", "read.unknown-field"}
    return [
        each for each in check_school(project, "hill", Theme({})).findings if each.code in codes
    ]


def test_a_warning_that_is_accepted_is_for_information_with_the_reason(stale_hill: Project) -> None:
    (before,) = found(stale_hill)
    (after,) = found(
        stale_hill,
        "accepted:\n- {finding: read.stale-wording, about: bells, because: It is still true.}\n",
    )
    assert (before.severity, after.severity) == (Severity.WARNING, Severity.INFO)
    assert after.problem == before.problem
    assert after.remedy == "The school accepts it: It is still true."


def test_without_a_record_all_of_the_kind_are_accepted(stale_hill: Project) -> None:
    (after,) = found(stale_hill, "accepted:\n- {finding: read.stale-wording, because: We know.}\n")
    assert after.severity is Severity.INFO


def test_what_accepts_nothing_is_told(stale_hill: Project) -> None:
    (told,) = (
        each
        for each in found(
            stale_hill, "accepted:\n- {finding: read.stale-word, about: bells, because: We know.}\n"
        )
        if each.code == "accepted.nothing"
    )
    assert str(told) == (
        'schools/hill/school.yml:14:3: No finding has the code "read.stale-word". Did you mean '
        '"read.stale-wording"?'
    )


def test_a_code_that_no_school_was_told_of_is_known_from_the_book(stale_hill: Project) -> None:
    told = found(stale_hill, "accepted:\n- {finding: text.mixed-term, because: We know.}\n")
    assert [str(each) for each in told if each.code == "accepted.nothing"] == [
        'schools/hill/school.yml:14:3: No finding has the code "text.mixed-term". Did you mean '
        '"text.mixed-terms"?'
    ]


def test_an_error_cannot_be_accepted(stale_hill: Project) -> None:
    told = found(stale_hill, "accepted:\n- {finding: evidence.person, because: We know.}\n")
    assert [str(each) for each in told if each.code == "accepted.nothing"] == [
        'schools/hill/school.yml:14:3: "evidence.person" is an error here, and an error cannot be '
        "accepted. Mend what it tells of, and delete the entry."
    ]


def test_a_record_that_nothing_warns_of_is_told_at_its_entry(stale_hill: Project) -> None:
    told = found(
        stale_hill,
        "accepted:\n- {finding: read.stale-wording, about: bels, because: We know.}\n"
        "- {finding: read.stale-wording, about: zebras, because: We know.}\n",
    )
    assert [str(each) for each in told if each.code == "accepted.nothing"] == [
        'schools/hill/school.yml:14:3: Nothing warns of "read.stale-wording" about "bels" that '
        'could be accepted. Did you mean "bells"?',
        'schools/hill/school.yml:15:3: Nothing warns of "read.stale-wording" about "zebras" that '
        "could be accepted. Delete the entry.",
    ]


def by_trust(project: Project, accepted: str) -> None:
    """Let a trust accept something for each of its schools, of which Hill School is one."""
    (project.schools / "sky").mkdir()
    (project.schools / "sky" / "trust.yml").write_text(
        f"name: Sky Trust\nevery_school:\n  accepted:\n  - {accepted}\n"
    )


def test_a_trust_accepts_for_every_school(stale_hill: Project) -> None:
    by_trust(stale_hill, "{finding: read.stale-wording, because: All our schools know.}")
    (after,) = found(stale_hill, "trust: sky\n")
    assert (after.severity, after.remedy) == (
        Severity.INFO,
        "The school accepts it: All our schools know.",
    )


def test_what_a_trust_accepts_need_not_be_found_in_each_school(stale_hill: Project) -> None:
    by_trust(stale_hill, "{finding: posts.unheld, because: Another school has no deputy.}")
    assert [each.code for each in found(stale_hill, "trust: sky\n")] == ["read.stale-wording"]
