"""The catalogue of what law and guidance ask: whole, honest, and covered by the model policy."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
import yaml

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.coverage import CoverageStatus
from schoolpolicy.model.source import Citation, Requirement
from schoolpolicy.model.vocabulary import CitationKind, Nation, SchoolType, Strength, Sureness
from schoolpolicy.reading.project import Project
from tests.support import ROOT, copy_project, replace_in

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "data" / "requirements"
COVERED = ("oakfield-primary", "harbour-academy", "ysgol-glan-y-mor")
"""A maintained primary, an academy and a Welsh secondary, which decided everything."""
SEEN = {
    ("kcsie-2025", "paragraph 135"),
    ("kcsie-2025", "paragraph 137"),
    ("education-act-1996", "section 550C"),
    ("education-and-inspections-act-2006", "section 89"),
    ("counter-terrorism-and-security-act-2015", "section 26"),
    ("uk-gdpr", "Article 5"),
}
"""The only paragraphs that were seen, or are sure."""
ASKED_BY = {
    "kcsie-2025": 20, "kcsie-2026": 9, "filtering-standard-2026": 14,
    "filtering-definitions-2026": 3, "cyber-security-standard": 5, "digital-leadership-standard": 3,
    "digital-standards-2025": 1, "education-act-1996": 2, "mobile-phones-2026": 7,
    "generative-ai-2025": 5, "ai-product-safety-2026": 2, "rshe-2025": 3, "prevent-duty-2023": 4,
    "counter-terrorism-and-security-act-2015": 1, "uk-gdpr": 6, "data-act-2025": 2,
    "school-information-regulations-2008": 3, "behaviour-in-academies-2012": 1,
    "independent-school-standards-2014": 1, "equality-act-2010": 2,
    "accessibility-regulations-2018": 3, "ofsted-2025": 3, "estyn-inspection": 1,
    "governor-questions-2022": 8, "eyfs-2025": 1, "sharing-nudes-2024": 2,
    "keeping-learners-safe": 7, "five-questions-wales": 4, "phones-wales": 1,
    "digital-standards-wales": 1, "generative-ai-wales": 1, "rse-code-wales": 1,
    "digital-competence-framework": 1, "hwb-safe-online": 1, "welsh-language-measure-2011": 1,
}  # fmt: skip
"""Each source that the catalogue has to hold, and at least how many requirements are from it."""
FILES = (
    "data-protection", "england-cyber-and-digital-leadership", "england-filtering-and-monitoring",
    "england-keeping-children-safe", "england-keeping-children-safe-2026", "england-phones",
    "england-safeguarding-advice", "generative-ai", "governors-questions", "inspection", "prevent",
    "publication-and-accessibility", "teaching", "wales-keeping-learners-safe",
    "wales-teaching-and-governance", "wales-technology",
)  # fmt: skip
ACRONYMS = re.compile(r"\b(?:KCSIE|DSL|DSP|SLT|AUP|MFA|DPIA|DPO|RSHE|EYFS|UKCIS|DfE|ICO)\b")
VAGUE = re.compile(r"\bregularly\b|\bas necessary\b|\bas appropriate\b|\bperiodically\b")


@cache
def catalogue() -> dict[str, Requirement]:
    found = [
        Requirement.model_validate(each)
        for path in sorted(FOLDER.glob("*.yml"))
        for each in yaml.safe_load(path.read_text(encoding="utf-8"))["requirements"]
    ]
    assert len({each.id for each in found}) == len(found)
    return {each.id: each for each in found}


@cache
def citations() -> dict[str, Citation]:
    found: dict[str, Citation] = {}
    for path in (ROOT / "data").glob("citations*.yml"):
        for plain in yaml.safe_load(path.read_text(encoding="utf-8"))["citations"]:
            if isinstance(plain["about"], dict):
                plain["about"] = plain["about"]["england"]
            found[plain["id"]] = Citation.model_validate(plain)
    return found


@cache
def checked(slug: str) -> Checked:
    return check_school(Project(ROOT), slug, Theme(Calls.shapes()))


def status(slug: str) -> dict[str, CoverageStatus]:
    found = checked(slug).coverage
    assert found is not None
    return {each.requirement: each.status for each in found.asked}


each_requirement = pytest.mark.parametrize("asked", catalogue().values(), ids=list(catalogue()))


class TestWhole:
    """Everything that the catalogue has to hold is there."""

    def test_there_is_a_file_for_each_source(self) -> None:
        assert tuple(sorted(each.stem for each in FOLDER.glob("*.yml"))) == FILES

    def test_each_source_asks_for_as_much_as_is_known_of_it(self) -> None:
        held = Counter(each.citation for each in catalogue().values())
        short = {name: held[name] for name, least in ASKED_BY.items() if held[name] < least}
        assert short == {}

    def test_every_strength_is_there(self) -> None:
        assert {each.strength for each in catalogue().values()} == set(Strength)

    def test_the_duty_on_phones_binds_the_head_or_the_proprietor_by_type(self) -> None:
        head = catalogue()["phone-law-head"].only.types
        owner = catalogue()["phone-law-proprietor"].only.types
        assert sorted((*head, *owner)) == sorted(SchoolType)


class TestHonest:
    """Nothing is claimed that was not seen."""

    @each_requirement
    def test_it_names_a_source_of_its_own_nations(self, asked: Requirement) -> None:
        source = citations()[asked.citation]
        assert set(asked.only.nations or source.nations) <= set(source.nations)

    def test_no_paragraph_is_given_that_was_not_seen(self) -> None:
        given = {(each.citation, each.paragraph) for each in catalogue().values() if each.paragraph}
        assert given == SEEN

    @each_requirement
    def test_only_an_act_or_regulations_are_law(self, asked: Requirement) -> None:
        kind = citations()[asked.citation].kind
        law = kind in {CitationKind.ACT, CitationKind.REGULATIONS}
        assert law or asked.strength is not Strength.LAW

    @each_requirement
    def test_only_statutory_guidance_or_what_the_law_points_to_is_statutory(
        self, asked: Requirement
    ) -> None:
        points_to = {"mobile-phones-2026", "digital-competence-framework"}
        statutory = citations()[asked.citation].kind is CitationKind.STATUTORY_GUIDANCE
        binds = asked.strength is Strength.STATUTORY
        assert statutory or asked.citation in points_to or not binds

    def test_all_of_the_draft_edition_is_in_doubt(self) -> None:
        draft = [each for each in catalogue().values() if each.citation == "kcsie-2026"]
        assert {each.sure for each in draft} == {Sureness.LOW}
        assert all(
            "Only the draft of February 2026 was seen" in (each.doubt or "") for each in draft
        )

    def test_no_number_of_standards_for_ai_products_is_given(self) -> None:
        products = [
            each for each in catalogue().values() if each.citation == "ai-product-safety-2026"
        ]
        assert [each.id for each in products if re.search(r"\d|thirteen|fourteen", each.text)] == []

    @each_requirement
    def test_it_is_told_in_short_plain_sentences(self, asked: Requirement) -> None:
        for text in (asked.text, asked.how, asked.evidence, asked.doubt or ""):
            assert not ACRONYMS.search(text)
            assert not VAGUE.search(text)
            words = (re.sub(r"\{\{.*?\}\}", "word", each) for each in re.split(r"[.?!:] ", text))
            assert max(len(each.split()) for each in words) <= 27


class TestEditions:
    """The edition of 2026 takes the place of that of 2025 on the day it is in force."""

    def test_each_edition_is_followed_by_the_one_that_supersedes_it(self) -> None:
        wrong = [
            (each.id, name)
            for each in catalogue().values()
            for name in each.follows
            if citations()[catalogue()[name].citation].superseded_by != each.citation
        ]
        assert wrong == []

    def test_everything_that_the_edition_of_2025_asks_is_followed_once(self) -> None:
        old = sorted(each.id for each in catalogue().values() if each.citation == "kcsie-2025")
        followed = sorted(name for each in catalogue().values() for name in each.follows)
        assert followed == old

    def test_what_asks_the_same_as_before_says_what_that_was(self) -> None:
        assert [
            each.id for each in catalogue().values() if each.as_before and not each.follows
        ] == []

    def test_the_day_of_the_draft_is_left_open(self) -> None:
        assert citations()["kcsie-2025"].superseded_by == "kcsie-2026"
        assert citations()["kcsie-2026"].in_force_from is None

    def test_nothing_is_left_to_do_on_the_day_that_the_draft_holds(self, tmp_path: Path) -> None:
        project = copy_project(ROOT, tmp_path / "project")
        file = project.data / "citations.yml"
        replace_in(file, "status: announced", "status: in-force\n  in_force_from: 2026-09-01")
        found = check_school(project, "oakfield-primary", Theme(Calls.shapes())).coverage
        assert found is not None
        assert [each.requirement for each in found.gaps] == []
        asked = {each.citation for each in found.asked if each.status is CoverageStatus.COVERED}
        assert "kcsie-2026" in asked
        assert "kcsie-2025" not in asked


class TestCovered:
    """The model policy answers what is asked of a school that decided everything."""

    @pytest.mark.parametrize("slug", COVERED)
    def test_nothing_is_missing(self, slug: str) -> None:
        found = checked(slug).coverage
        assert found is not None
        assert [(each.requirement, each.why) for each in found.gaps] == []

    def test_what_binds_other_types_of_school_does_not_apply(self) -> None:
        maintained, academy = status("oakfield-primary"), status("harbour-academy")
        assert maintained["phone-law-head"] is CoverageStatus.COVERED
        assert maintained["phone-law-proprietor"] is CoverageStatus.NOT_APPLICABLE
        assert academy["phone-law-head"] is CoverageStatus.NOT_APPLICABLE
        assert academy["phone-law-proprietor"] is CoverageStatus.COVERED
        assert maintained["publish-behaviour-maintained"] is CoverageStatus.COVERED
        assert academy["publicise-behaviour-academy"] is CoverageStatus.COVERED

    def test_wales_is_asked_only_what_holds_there(self) -> None:
        asked = set(status("ysgol-glan-y-mor"))
        bound = {name for name in asked if Nation.WALES in catalogue()[name].only.nations}
        everywhere = {name for name in asked if not catalogue()[name].only.nations}
        assert asked == bound | everywhere
        assert "wales-phones" in asked

    def test_an_open_choice_covers_nothing(self) -> None:
        assert status("harbour-new")["fm-profiles"] is CoverageStatus.PARTLY
        assert status("harbour-new")["ai-supervised"] is CoverageStatus.PARTLY
