"""How serious a finding is at a school that takes it more or less seriously than others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.vocabulary import Severity
from tests.support import ROOT, mistakes

if TYPE_CHECKING:
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.project import Project

SMALL = ROOT / "tests" / "small"
STALE = "read.stale-wording"
NOTED = "departure.not-noted"


def checked(project: Project, said: str) -> Checked:
    path = project.school("hill") / "school.yml"
    path.write_text((SMALL / "schools/hill/school.yml").read_text() + said)
    return check_school(project, "hill", Theme({}))


def about(project: Project, said: str, *codes: str) -> list[Finding]:
    return [each for each in checked(project, said).findings if each.code in codes]


def told(project: Project, said: str) -> list[str]:
    """What is found in the school's own file."""
    findings = checked(project, said).findings
    return mistakes(each for each in findings if each.place.file.endswith("school.yml"))


def severities(code: str = STALE, to: str = "info", because: str = "Bells are few.") -> str:
    return f"severities:\n  {code}: {{as: {to}, because: {because}}}\n"


def test_a_warning_is_for_information_where_the_school_says_so(stale_hill: Project) -> None:
    (before,) = about(stale_hill, "", STALE)
    (after,) = about(stale_hill, severities(), STALE)
    assert (before.severity, after.severity) == (Severity.WARNING, Severity.INFO)
    assert (after.problem, after.place) == (before.problem, before.place)
    assert after.remedy == (
        'Write a line "condition: ..." that fits the new level. '
        "At this school it is for information: Bells are few."
    )


def test_a_warning_that_is_an_error_at_a_school_stops_its_build(stale_hill: Project) -> None:
    assert checked(stale_hill, "").policy is not None
    raised = checked(stale_hill, severities(to="error", because="We mend it at once."))
    assert raised.policy is None
    (error,) = raised.errors
    assert error.remedy.endswith("At this school it is an error: We mend it at once.")


def test_the_reading_age_of_its_texts_can_stop_a_build_too(stale_hill: Project) -> None:
    long = f"Say {'so ' * 40}at once."
    (stale_hill.school("hill") / "topics.yml").write_text(
        f"statements:\n- {{id: long, topic: phones, text: {long}}}\n"
    )
    (before,) = about(stale_hill, "", "text.long-sentence")
    assert before.severity is Severity.WARNING
    raised = checked(stale_hill, severities("text.long-sentence", "error"))
    assert [each.code for each in raised.errors] == ["text.long-sentence"]
    assert raised.ages


def test_what_was_raised_to_an_error_cannot_be_accepted(stale_hill: Project) -> None:
    accepted = f"accepted:\n- {{finding: {STALE}, because: We know.}}\n"
    (found,) = about(stale_hill, accepted + severities(to="error"), STALE)
    assert found.severity is Severity.ERROR


def test_what_was_raised_to_a_warning_can_be_accepted(stale_hill: Project) -> None:
    (before,) = about(stale_hill, "", NOTED)
    assert before.severity is Severity.INFO
    raised = severities(NOTED, "warning")
    accepted = f"accepted:\n- {{finding: {NOTED}, because: We note them in May.}}\n"
    (found,) = about(stale_hill, raised, NOTED)
    assert found.severity is Severity.WARNING
    (found,) = about(stale_hill, raised + accepted, NOTED)
    assert (found.severity, found.remedy) == (
        Severity.INFO,
        "The school accepts it: We note them in May.",
    )


def test_an_unknown_code_is_an_error_with_what_was_meant(stale_hill: Project) -> None:
    assert told(stale_hill, severities("read.stale-words")) == [
        'schools/hill/school.yml:14:3: No finding has the code "read.stale-words". '
        'Did you mean "read.stale-wording"?'
    ]


def test_what_must_stay_as_it_is_says_why(stale_hill: Project) -> None:
    assert told(stale_hill, severities("rules.conflict")) == [
        'schools/hill/school.yml:14:3: How serious "rules.conflict" is cannot be changed. People '
        "would be told two things, and could keep only one. Delete this entry."
    ]


def test_as_serious_as_it_is_anyway_is_a_warning(stale_hill: Project) -> None:
    (found,) = about(stale_hill, severities(to="warning"), "severities.same")
    assert found.severity is Severity.WARNING
    assert str(found) == (
        'schools/hill/school.yml:14:3: "read.stale-wording" is a warning anyway. Delete this entry.'
    )


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (
            f"severities: {{{STALE}: {{as: mild, because: Bells are few.}}}}\n",
            '13:39: "mild" is not a severity that we know. Choose one of: error, info, warning.',
        ),
        (
            f"severities: {{{STALE}: {{as: info}}}}\n",
            '13:34: "read.stale-wording" has no "because". Add a line "because: ...".',
        ),
        (
            f"severities: {{{STALE}: {{as: info, becuase: Few.}}}}\n",
            '13:45: "becuase" is not a field of "read.stale-wording". Did you mean "because"?',
        ),
        (
            f"severities: {{{STALE}: info}}\n",
            '13:34: "read.stale-wording" needs a reason too. Write read.stale-wording: {as: info, '
            "because: ...}.",
        ),
    ],
    ids=["unknown", "no reason", "misspelt", "no fields"],
)
def test_an_entry_that_cannot_be_read_says_what_to_write(
    stale_hill: Project, said: str, says: str
) -> None:
    assert f"schools/hill/school.yml:{says}" in told(stale_hill, said)


def test_a_trust_says_it_for_every_school_and_a_school_for_itself(stale_hill: Project) -> None:
    (stale_hill.schools / "sky").mkdir()
    (stale_hill.schools / "sky" / "trust.yml").write_text(
        "name: Sky Trust\nevery_school:\n  severities:\n"
        f"    {STALE}: {{as: info, because: All our schools know.}}\n"
        f"    {NOTED}: {{as: warning, because: All our schools note them.}}\n"
    )
    by_trust = about(stale_hill, "trust: sky\n", STALE, NOTED)
    assert {each.code: each.severity for each in by_trust} == {
        STALE: Severity.INFO,
        NOTED: Severity.WARNING,
    }
    own = about(stale_hill, f"trust: sky\n{severities(to='error')}", STALE, NOTED)
    assert {each.code: each.severity for each in own} == {
        STALE: Severity.ERROR,
        NOTED: Severity.WARNING,
    }
