"""St Bede: a church infant school that adopted its council's model, almost as it was.

The council, Ashdown, has a layer of its own: a small one, beside that of a trust.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.layer import LayerKind, TrustKind
from schoolpolicy.model.organisation import Numbering
from schoolpolicy.model.review import ReviewItem
from schoolpolicy.model.source import Contact
from schoolpolicy.model.statement import Statement
from schoolpolicy.model.vocabulary import Audience, Band, Level
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.asking import Words, understand
from tests.support import ROOT, html_pages, read_html, squeeze

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.policy import Policy

SLUG, COUNCIL = "st-bede-infant", "ashdown-council"
TODAY = dt.date(2026, 11, 22)
OLDER = re.compile(
    r"\bYears? ?(?:[3-9]|1[0-3])\b|sixth form|\bexam (?:hall|room|board)|\bGCSE|teenager"
)
"""What an infant school has no use for."""
TELLS_ADULTS = {"policy/law.html", "report/index.html", "policy/glossary.html"}
"""Pages that tell adults of the law, and of helplines for families with older children."""


@cache
def checked(*, final: bool = False) -> Checked:
    return check_school(Project(ROOT), SLUG, Theme(Calls.shapes()), final=final)


@cache
def policy() -> Policy:
    return resolve(Project(ROOT), SLUG, TODAY).policy


@cache
def book() -> RuleBook:
    return RuleBook(policy(), TODAY)


def levels(who: str, thing: str, doing: str | None = None) -> set[Level | None]:
    """Return what the rules say to everybody meant by a word."""
    meant = understand(policy(), book().space, Words((who,), thing, doing, "on-site"))
    rules = (book().answer(meant.question(each)).rule for each in meant.people)
    return {each.level if each else None for each in rules}


def test_it_could_be_published() -> None:
    assert [str(each) for each in checked(final=True).findings if each.severity != "info"] == []


class TestCouncil:
    """A council is a layer like a trust."""

    def test_the_layers_are_model_council_school(self) -> None:
        found = {each.layer.kind: each.layer.name for each in policy().departures}
        assert found == {
            LayerKind.TRUST: "Ashdown Council",
            LayerKind.SCHOOL: "St Bede Church Infant School",
        }
        council = policy().trust
        assert council is not None
        assert council.kind is TrustKind.LOCAL_AUTHORITY

    def test_the_council_names_its_model_and_the_school_when_it_took_it_over(self) -> None:
        adopted = policy().school.review.adopted
        assert adopted is not None
        assert (adopted.source, adopted.title, adopted.edition, adopted.date) == (
            "Ashdown Council",
            "Model online safety policy for schools",
            "first edition",
            "2016-02-08",
        )

    def test_new_guidance_of_the_council_makes_a_review_come_sooner(self) -> None:
        review = policy().find(ReviewItem, "online-safety-policy")
        assert review.triggers[0] == "new guidance on online safety from the council"
        assert policy().school.review.every == "1 year"

    def test_a_school_cannot_say_that_it_reviews_less_often(self, school_project: Project) -> None:
        written = school_project.school(SLUG) / "school.yml"
        text = written.read_text(encoding="utf-8")
        written.write_text(
            text.replace("  edition: 2026-27", "  edition: 2026-27\n  every: 2 years")
        )
        (found,) = check_school(school_project, SLUG, Theme(Calls.shapes())).errors
        assert '"review.every" is settled for every school by Ashdown Council' in str(found)

    def test_a_school_cannot_drop_what_the_council_locks(self, school_project: Project) -> None:
        written = school_project.school(SLUG) / "posts.yml"
        with written.open("a", encoding="utf-8") as file:
            file.write("- {id: council-personnel, remove: We do without.}\n")
        (found,) = check_school(school_project, SLUG, Theme(Calls.shapes())).errors
        assert "Ashdown Council" in str(found)
        assert "their cases take one route" in str(found)

    @pytest.mark.parametrize("name", ["childrens-social-care", "lado"])
    def test_its_numbers_are_those_of_the_school(self, name: str) -> None:
        assert "Ashdown area" in policy().find(Contact, name).title

    def test_the_body_that_the_school_answers_to_is_the_council(self) -> None:
        assert policy().words["responsible_body"] == "council"


class TestHistory:
    """How the policy came to be and how it is kept."""

    def test_reviews_stand_in_one_line_of_months(self) -> None:
        review = policy().school.review
        assert not review.versions
        assert all(re.fullmatch(r"\d{4}-\d{2}", each) for each in review.reviewed_on)

    def test_no_year_goes_by_without_a_review(self) -> None:
        years = [int(each[:4]) for each in policy().school.review.reviewed_on]
        assert years == list(range(2017, 2027))

    def test_staff_and_groups_that_use_the_school_had_a_say(self) -> None:
        said = " ".join(each.who for each in policy().school.review.consulted)
        assert "staff" in said
        assert "groups that use our hall" in said


class TestPeople:
    """Contractors, and governors as volunteers."""

    def test_an_outside_firm_does_the_technical_work_and_is_checked(self) -> None:
        (post,) = Holders(policy()).of("it-manager")
        assert post.outside
        assert post.roles == ("it-manager", "it-provider")
        assert (post.assured_by, post.assured_with) == ("filtering-lead", "it-provider-monthly")

    def test_what_the_firm_must_do_stands_point_by_point(self) -> None:
        points = policy().find(Statement, "cyber-managed-service").points
        assert [each.id for each in points] == ["firm-duties", "firm-knows", "firm-shortfalls"]

    def test_governors_train_as_volunteers(self) -> None:
        found = policy().find(Statement, "training-volunteers-and-supply")
        assert "governors among them" in found.text
        assert found.words.governors is not None
        assert "as a volunteer" in found.words.governors

    def test_staff_take_on_tasks_within_their_grade(self) -> None:
        assert policy().duty_roles["staff-takes-on-tasks"].id == "staff"

    def test_somebody_is_named_to_take_reports(self) -> None:
        (post,) = Holders(policy()).of("nominated-contact")
        assert not post.outside

    def test_the_coordinator_and_the_safeguarding_lead_are_two_people(self) -> None:
        (one,) = Holders(policy()).of("online-safety-lead")
        (other,) = Holders(policy()).of("dsl")
        assert one.id != other.id


class TestRules:
    """Devices of staff, and none of children."""

    def test_staff_ask_before_they_work_on_a_laptop_of_their_own(self) -> None:
        assert levels("staff", "own-laptop") <= {Level.WITH_PERMISSION, Level.NOT_ALLOWED}
        assert Level.WITH_PERMISSION in levels("staff", "own-laptop")

    @pytest.mark.parametrize("thing", ["mobile-phone", "own-laptop"])
    def test_no_child_brings_a_device_without_a_plan(self, thing: str) -> None:
        for year in ("reception", "y1", "y2"):
            assert levels(year, thing, "bring") == {Level.NOT_ALLOWED}

    def test_there_are_no_tables_of_rules(self) -> None:
        assert policy().grids == ()


class TestInfants:
    """Only what children of 4 to 7 and the adults around them need."""

    def test_there_is_one_band_of_readers(self) -> None:
        assert policy().bands == (Band.EYFS_KS1,)
        signed = {each.id for each in policy().agreements if each.audience is Audience.PUPILS}
        assert signed == {"easy-read", "eyfs-ks1-pupils"}

    def test_a_child_is_sent_to_childline_and_adults_ask_the_rest(self) -> None:
        found = [each.id for each in policy().contacts if Audience.PUPILS in each.audiences]
        assert "childline" in found
        assert not {"report-remove", "ceop", "shore", "papyrus"} & set(found)

    def test_nobody_sits_an_exam_or_sleeps_away(self) -> None:
        assert [each.id for each in policy().events] == ["emergency"]
        assert "trips-evenings" not in {each.id for each in policy().statements}


@pytest.fixture(scope="module")
def built(every_site: Path) -> Path:
    """St Bede's site."""
    return every_site / SLUG


class TestSite:
    """What readers see."""

    def test_children_have_one_page_of_their_own(self, built: Path) -> None:
        pages = [each for each in html_pages(built) if each.startswith("pupils/")]
        assert pages == [
            f"pupils/{each}.html" for each in ("help", "index", "poster-youngest", "youngest")
        ]

    def test_nothing_is_about_older_children(self, built: Path) -> None:
        wrong = {
            f"{name}: {found[0]}"
            for name in html_pages(built)
            if name not in TELLS_ADULTS
            if (found := OLDER.search(read_html(built / name).text))
        }
        assert wrong == set()

    @pytest.mark.parametrize("name", ["index", "help"])
    def test_children_see_no_route_that_an_adult_takes_for_them(
        self, built: Path, name: str
    ) -> None:
        text = read_html(built / f"pupils/{name}.html").text
        assert "Childline" in text
        assert not re.search(r"Report Remove|CEOP", text)

    def test_it_says_pupils_and_head_teacher(self, built: Path) -> None:
        text = squeeze(read_html(built / "policy/whole.html").text)
        assert "head teacher" in text
        assert not re.search(r"\b(?:headteacher|principal|students?|learners?)\b", text)

    def test_no_trust_is_spoken_of(self, built: Path) -> None:
        said = re.compile(r"\b(?:a|an academy|the|our|its) trust\b(?! of)|trustee")
        wrong = {
            name
            for name in html_pages(built)
            if name not in TELLS_ADULTS
            if said.search(read_html(built / name).text)
        }
        assert wrong == set()

    def test_paragraphs_and_points_have_numbers_and_letters(self, built: Path) -> None:
        assert policy().school.numbering is Numbering.PARAGRAPHS
        html = (built / "policy/whole.html").read_text(encoding="utf-8")
        for number in ("1.1", "1.2", "4.3"):
            assert f'id="{number}"' in html
        found = re.search(r'id="cyber-managed-service-firm-duties".*?</span>', html, re.DOTALL)
        assert found is not None
        assert "a)" in found[0]

    def test_the_motto_stands_once_at_the_foot_of_each_page_and_sheet(self, built: Path) -> None:
        motto = "Small hands, kind hearts"
        for name in ("parents/index.html", "policy/whole.html"):
            html = (built / name).read_text(encoding="utf-8")
            assert html[html.index('<footer class="md-footer">') :].count(motto) == 1
            assert '@bottom-left{content:"Small hands' in html

    def test_the_page_on_the_edition_tells_of_the_council_and_the_months(self, built: Path) -> None:
        text = squeeze(read_html(built / "changes/index.html").text)
        assert "Ashdown Council: Model online safety policy for schools, first edition" in text
        assert "January 2017, February 2018, February 2019, September 2020" in text

    def test_the_home_page_answers_without_tables(self, built: Path) -> None:
        assert "Pupils: not allowed." in squeeze(read_html(built / "index.html").text)


def test_without_live_lessons_no_topic_is_named_after_them() -> None:
    named = [
        text for each in policy().topics for text in (each.title, each.plain_title, each.intro)
    ]
    assert [text for text in named if "live lesson" in text.lower()] == []
