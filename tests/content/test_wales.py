"""The model policy in Wales: the law, the bodies and the words are those of Wales.

A secondary and a primary, written here into a copy of the project, say nothing that holds in
England only. The other way round, an English school says nothing of Wales.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.checks.texts import texts_of
from schoolpolicy.model.source import Contact
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Severity
from tests.policies import checked_oakfield
from tests.support import copy_project, html_pages, read_html, run, search_entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

SECONDARY, PRIMARY = "trial-uwchradd", "trial-cynradd"
COHORTS = {
    SECONDARY: ("secondary", "[y7, y8, y9, y10, y11, y12, y13]"),
    PRIMARY: ("primary", "[nursery, reception, y1, y2, y3, y4, y5, y6]"),
}
SCHOOL = """# yaml-language-server: $schema=../../schemas/school.schema.json
name: Trial School
nation: wales
phase: {phase}
type: maintained
cohorts: {cohorts}
choices: {{byod: yes, pupil-email: yes, pupil-ai: yes}}
review:
  edition: 2026-27
  effective_from: 2026-09-01
  next_review: 2027-07-01
  approved_by: governors
"""
ENGLISH = (
    r"KCSIE", r"Keeping Children Safe", r"Ofsted", r"\bDfE\b", r"Department for Education",
    r"[Aa]cadem(?:y|ies)\b", r"\bLADO\b", r"[Ll]ocal authority designated officer",
    r"\bSEND\b", r"\bSENCO\b", r"\bEHC", r"[Ss]pecial (?:educational )?needs", r"[Kk]ey [Ss]tage",
    r"RSHE", r"[Rr]elationships, sex", r"\bPSHE\b",
    r"[Ss]afeguarding lead\b", r"safeguarding partner", r"Teaching Regulation Agency",
    r"Mobile phones in schools \(", r"[Pp]hone guidance", r"Children's Wellbeing and Schools Act",
    r"Working Together", r"Teachers' Standards", r"Report Abuse in Education",
    r"England(?! and Wales)",
)  # fmt: skip
WELSH = (
    "Keeping learners safe", "Estyn", "Hwb", "designated safeguarding person",
    "regional safeguarding board", "additional learning needs", "individual development plan",
    "Digital Competence Framework", "DCF", "relationships and sexuality", "360 safe Cymru",
    "Wales Safeguarding Procedures", "Education Workforce Council", "Meic",
)  # fmt: skip
OF_ENGLAND = (
    "Keeping Children Safe in Education", "Ofsted", "Department for Education", "LADO",
    "designated safeguarding lead", "special educational needs", "Working Together",
)  # fmt: skip
TELLS_OF_WALES = re.compile(
    r"\bWales\b(?<!England and Wales)|Welsh|Estyn|Hwb|[Kk]eeping learners safe|Cymru|Senedd|"
    r"\bIDP\b|designated safeguarding person|additional learning needs|Meic|"
    r"designated officer for safeguarding|Education Workforce Council"
)
NO_READER = frozenset({"choices", "cohorts", "terms"})
"""What offers words and answers to all nations; a school shows those that it picked."""


@pytest.fixture(scope="module")
def wales(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project with a secondary and a primary school in Wales."""
    found = copy_project(project.root, tmp_path_factory.mktemp("wales") / "project")
    for slug, (phase, cohorts) in COHORTS.items():
        folder = found.school(slug)
        folder.mkdir()
        text = SCHOOL.format(phase=phase, cohorts=cohorts)
        (folder / "school.yml").write_text(text, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def site(wales: Project) -> Path:
    """The public site of the secondary school."""
    done = run(wales, "schoolpolicy", "build", SECONDARY)
    assert done.returncode == 0, done.stdout + done.stderr
    return wales.site / SECONDARY


@pytest.fixture(scope="module", params=COHORTS)
def school(wales: Project, request: pytest.FixtureRequest) -> Checked:
    """One of the two schools, checked."""
    return check_school(wales, request.param, Theme(Calls.shapes()))


@pytest.fixture(scope="module")
def policy(school: Checked) -> Policy:
    """The policy of one of the two schools."""
    return school.resolution.policy


def told(policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield all that a policy tells its readers, and where it stands."""
    for said in texts_of(policy, (each for each in SUBJECTS if each not in NO_READER)):
        yield f"{said.subject}/{said.record.id}/{said.field}", said.text


def of_england(texts: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    english = re.compile("|".join(ENGLISH))
    return [(where, hit[0]) for where, text in texts if (hit := english.search(text))]


class TestSchool:
    """What holds for both schools."""

    def test_nothing_is_found_above_information(self, school: Checked) -> None:
        found = school.findings
        assert [str(each) for each in found if each.severity is not Severity.INFO] == []

    def test_no_text_tells_of_england(self, policy: Policy) -> None:
        assert of_england(told(policy)) == []

    def test_the_bodies_and_the_guidance_of_wales_are_told(self, policy: Policy) -> None:
        whole = "\n".join(text for _, text in told(policy)).lower()
        assert [each for each in WELSH if each.lower() not in whole] == []

    def test_law_and_guidance_are_those_of_wales(self, policy: Policy) -> None:
        assert {each.id for each in policy.citations if "wales" not in each.nations} == set()
        assert {"mobile-phones-2026", "cwsa-2026", "kcsie-2025"}.isdisjoint(
            each.id for each in policy.citations
        )

    def test_each_requirement_of_wales_is_answered(self, school: Checked) -> None:
        assert school.coverage is not None
        asked = school.coverage.asked
        assert "wales-safeguarding-person" in {each.requirement for each in asked}
        # Schools that are made for this test have no posts, so that duties alone answer nothing.
        empty = [each for each in asked if not each.covered_by and "who holds" not in str(each.why)]
        assert [(each.requirement, each.why) for each in empty] == []

    def test_no_phone_guidance_is_asked_of_it(self, school: Checked, policy: Policy) -> None:
        assert "sense.phone-guidance" not in {each.code for each in school.findings}
        assert {"phone-free-day", "phone-exceptions", "mobile-policy"}.isdisjoint(
            each.id for each in policy.requirements
        )

    def test_what_cites_the_guidance_of_england_cites_that_of_wales(self, policy: Policy) -> None:
        assert policy.duty("dsl-takes-training").source == ("keeping-learners-safe",)
        sources = {name for each in policy.statements for name in each.source}
        assert "sharing-nudes-wales" in sources

    def test_inspection_is_no_source_of_the_phone_rules(self, policy: Policy) -> None:
        phones = [each for each in policy.statements if each.topic == "mobile-and-smart-devices"]
        assert [each.id for each in phones if "estyn-inspection" in each.source] == []

    def test_a_concern_about_an_adult_goes_to_the_officer_of_wales(self, policy: Policy) -> None:
        officer = policy.find(Contact, "lado")
        assert officer.title == "Designated officer for safeguarding"
        assert "nspcc-education" not in {each.id for each in policy.contacts}


def test_no_page_of_the_site_tells_of_england(site: Path) -> None:
    pages = ((name, read_html(site / name).text) for name in html_pages(site))
    assert of_england((where, text.replace("Action Fraud", "")) for where, text in pages) == []


def test_the_search_finds_pages_by_the_words_of_wales(site: Path) -> None:
    tags = {tag for each in search_entries(site) for tag in each.get("tags", ())}
    assert {"estyn", "aln", "rse", "keeping learners safe"} <= tags
    assert {"ofsted", "kcsie", "rshe", "pshe", "lado"}.isdisjoint(tags)


def test_the_pages_are_written_for_no_nation(project: Project) -> None:
    pages = (
        (path.name, path.read_text(encoding="utf-8").partition("\n---\n")[2])
        for path in project.docs.rglob("*.md")
    )
    assert of_england(pages) == []


def test_an_english_school_is_told_nothing_of_wales() -> None:
    english = checked_oakfield().resolution.policy
    found = [
        (where, hit[0]) for where, text in told(english) if (hit := TELLS_OF_WALES.search(text))
    ]
    assert found == []
    whole = "\n".join(text for _, text in told(english))
    assert [each for each in OF_ENGLAND if each not in whole] == []
