"""Ysgol Glan y Môr: a Welsh secondary with a long policy that once was two texts.

An assistant head does the work for the head, the coordinator for the Digital Competence Framework
runs it from day to day. Staff have lists of misuse, of good practice and of what they may expect.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.checks.separation import check_separation
from schoolpolicy.model.agreement import Acceptance, Agreement
from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.history import first_day
from schoolpolicy.model.language import Language
from schoolpolicy.model.role import Role
from schoolpolicy.model.vocabulary import Band, Level, Nation
from schoolpolicy.publish.site.components import Components
from schoolpolicy.reading.project import Project
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.asking import Words, understand
from tests.content.test_wales import of_england, told
from tests.support import ROOT, html_pages, read_html

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.post import Post
    from schoolpolicy.model.role import Duty
    from schoolpolicy.model.statement import Statement

SCHOOL = "ysgol-glan-y-mor"
PROJECT = Project(ROOT)
NAME, WELSH_NAME = "Glan y Môr High School Aberwennol", "Ysgol Uwchradd Glan y Môr Aberwennol"
NOT_OURS = re.compile(r"\b(pupils?|students?|academ(?:y|ies)|trustees?|reception year)\b", re.I)
"""Words of other schools. This one says learners, on every page and for everybody."""


@cache
def checked() -> Checked:
    return check_school(PROJECT, SCHOOL, Theme(Calls.shapes()))


@cache
def glan() -> Policy:
    found = checked().policy
    assert found is not None
    return found


@cache
def book() -> RuleBook:
    return RuleBook(glan())


def level(who: str, thing: str, doing: str | None = None, place: str = "lessons") -> set[Level]:
    """Return what the rules answer to all who are meant."""
    meant = understand(glan(), book().space, Words((who,), thing, doing, place, None, None))
    found = [book().answer(meant.question(person)).rule for person in meant.people]
    return {rule.level for rule in found if rule}


def post(name: str) -> Post:
    return next(each for each in glan().posts if each.id == name)


def duty(name: str) -> Duty:
    return glan().duty(name)


def statement(name: str) -> Statement:
    return next(each for each in glan().statements if each.id == name)


def point_ids(name: str) -> set[str]:
    """Return the ids of all entries of a statement's list, and of the lists inside it."""
    found, waiting = set(), list(statement(name).points)
    while waiting:
        point = waiting.pop()
        found.add(point.id)
        waiting += point.points
    return found


def test_it_has_no_mistakes_and_everything_is_decided() -> None:
    found = [str(each) for each in checked().findings if not each.code.startswith("departure.")]
    assert found == []
    assert checked().undecided == ()
    assert UNDECIDED not in glan().school.choices.values()


class TestNames:
    """A school with two languages, and one word for those whom it teaches."""

    def test_the_name_is_in_both_languages(self) -> None:
        assert glan().school.name == NAME
        assert glan().school.also_named == {Language.WELSH: WELSH_NAME}

    def test_the_motto_and_the_line_at_the_foot_are_in_both_too(self) -> None:
        both = {Language.WELSH, Language.ENGLISH}
        assert set(glan().school.motto) == set(glan().school.footer) == both

    @pytest.mark.parametrize(
        ("placeholder", "word"),
        [
            *(("pupils", "learners"), ("a_pupil", "a learner")),
            *(("dsl", "designated safeguarding person"), ("the_learning_platform", "Hwb")),
            *(("send", "additional learning needs"), ("responsible_body", "local authority")),
            *(("policy_title", "online safety and communications policy"),),
            *(("online_safety_lead", "online safety coordinator"),),
        ],
    )
    def test_a_word_is_that_of_the_school_or_of_wales(self, placeholder: str, word: str) -> None:
        assert glan().words[placeholder] == word

    def test_no_other_word_for_learners_is_let_through(self) -> None:
        assert glan().school.also_says == {}


class TestPeople:
    """The work is handed on; the head still answers for it."""

    HANDED_ON = (
        *("head-leads-whole-school", "head-trains-leads", "head-trains-all"),
        *("head-supports-monitors", "head-reports-to-governors"),
    )

    @pytest.mark.parametrize("name", HANDED_ON)
    def test_the_assistant_head_does_work_of_the_head(self, name: str) -> None:
        (handed,) = [each for each in post("head").delegates if each.duty == name]
        assert handed.to_post == "assistant-head"
        assert glan().duty_roles[name].id == "head"

    @pytest.mark.parametrize(
        "name",
        [
            *("head-duty-of-care", "head-names-leads", "head-receives-staff-concerns"),
            *("head-knows-allegation-steps", "head-tells-lado"),
        ],
    )
    def test_care_and_concerns_about_adults_stay_with_the_head(self, name: str) -> None:
        assert name not in {each.duty for each in post("head").delegates}
        assert glan().duty_roles[name].id == "head"

    def test_reports_of_misuse_go_to_both_and_concerns_about_adults_to_the_head(self) -> None:
        text = duty("asst-receives-misuse").text
        assert "together with the headteacher" in text
        assert "A concern about an adult goes to the headteacher alone" in text
        assert "one about this leader, to the chair of the governing body" in text

    def test_the_coordinator_of_the_framework_runs_online_safety(self) -> None:
        held = post("dcf-coordinator")
        assert held.holds == ("dcf-coordinator", "online-safety-lead")
        duties = glan().find(Role, "dcf-coordinator").duties
        assert {each.id for each in duties} == {
            *("dcf-keeps-map", "dcf-helps-teachers", "dcf-looks-at-progress"),
        }

    def test_the_safeguarding_person_is_somebody_else(self) -> None:
        assert post("deputy-head").holds == ("dsl",)

    def test_nobody_checks_their_own_work(self) -> None:
        assert list(check_separation(glan(), checked().resolution.places)) == []


class TestReview:
    """Who approves, how often, and what changed from version to version."""

    def test_a_committee_approves_for_the_governing_body(self) -> None:
        review = glan().school.review
        assert review.approved_by == "governors"
        assert review.approved_through == "committee for curriculum, staffing and pastoral care"

    def test_what_was_every_three_years_is_every_year(self) -> None:
        review = glan().school.review
        assert review.every == "1 year"
        assert (review.next_review.year, review.effective_from.year) == (2027, 2026)  # type: ignore[union-attr]
        assert review.versions[1].reason == "Three-yearly review"

    def test_each_row_of_the_version_table_is_full(self) -> None:
        versions = glan().school.review.versions
        assert [each.version for each in versions] == ["1", "2", "3"]
        assert all(each.page and each.section and each.summary for each in versions)
        assert [each.signed_by for each in versions] == [*["chair-of-governors"] * 2, None]

    def test_each_version_is_later_than_the_one_before_and_was_signed_later(self) -> None:
        versions = glan().school.review.versions
        days = [first_day(each.date) for each in versions]
        assert days == sorted(set(days))
        assert all(
            first_day(each.signed_on or each.date) >= first_day(each.date) for each in versions
        )

    def test_staff_find_the_rules_on_the_wall_and_in_their_mail(self) -> None:
        where = " ".join(each.where for each in glan().school.review.published)
        assert "staff room" in where
        assert "copy to keep at home" in where


class TestStaffCommunication:
    """The chapter that was a policy of its own."""

    def test_it_is_a_chapter_after_contact(self) -> None:
        sections = [each.id for each in glan().sections]
        assert sections.index("staff-communication") == sections.index("communication") + 1

    def test_the_misuse_list_has_all_that_the_source_has(self) -> None:
        assert {
            *("misuse-obscene", "misuse-offensive", "misuse-criticism", "misuse-chains"),
            *("misuse-lists", "misuse-gain", "misuse-time", "misuse-downloads", "misuse-storage"),
            *("misuse-intimate", "misuse-chat-rooms", "misuse-software", "misuse-pictures"),
            *("misuse-attacks", "misuse-own-laptop", "misuse-trust"),
        } <= point_ids("comms-misuse")

    def test_lists_have_lists_inside_them(self) -> None:
        assert [len(each.points) for each in statement("comms-misuse").points[:2]] == [5, 6]

    def test_good_practice_and_what_staff_may_expect(self) -> None:
        assert len(point_ids("comms-good-practice")) == 11
        assert len(point_ids("comms-what-staff-may-expect")) == 9

    def test_live_chat_is_moderated_and_all_are_told(self) -> None:
        chat = statement("comms-live-chat")
        assert "moderates it all the time" in chat.text
        assert chat.words.parents
        assert chat.words.staff
        assert chat.words.pupils.ks3_4
        assert chat.words.pupils.sixth_form

    def test_nobody_monitors_in_secret(self) -> None:
        texts = " ".join(each.text for each in glan().statements)
        assert not re.search(r"covert|without (?:their|his|her) knowledge", texts)


class TestAgreements:
    """A notice to accept or decline, and an appendix that nobody signs."""

    def test_the_notice_can_be_declined(self) -> None:
        notice = glan().find(Agreement, "log-on-notice")
        assert notice.acceptance is Acceptance.LOG_ON
        assert notice.declining
        order = [each.id for each in notice.clauses]
        assert order[order.index("log-on-kind") + 1 :][:3] == [
            *("log-on-messages", "log-on-not-for", "log-on-no-hacking"),
        ]

    def test_the_appendix_on_data_has_its_seven_rules_and_no_signature(self) -> None:
        appendix = glan().find(Agreement, "secure-transfer")
        assert appendix.acceptance is Acceptance.NONE
        assert not appendix.signatures
        assert {each.id.removeprefix("transfer-") for each in appendix.clauses} == {
            *("remote-first", "permission", "devices", "encrypted", "not-family", "abroad"),
            "release",
        }

    def test_both_are_listed_as_appendices(self) -> None:
        listed = [each.title for each in glan().documents if each.kind == "appendix"]
        assert listed == [
            "Appendix 1: the notice at log-on",
            "Appendix 2: taking and sending data safely",
        ]

    def test_each_age_has_an_agreement(self) -> None:
        bands = {each.band for each in glan().agreements if each.band and not each.easy_read}
        assert bands == {Band.KS3_4, Band.SIXTH_FORM}


class TestWales:
    """No law, body or word of England."""

    def test_no_text_tells_of_england(self) -> None:
        assert of_england(told(glan())) == []

    def test_law_and_guidance_hold_in_wales(self) -> None:
        assert all(Nation.WALES in each.nations for each in glan().citations)

    @pytest.mark.parametrize(
        ("who", "doing", "place", "wanted"),
        [
            ("y9", None, "lessons", Level.NOT_ALLOWED),
            ("y9", None, "playground", Level.NOT_ALLOWED),
            ("y9", "bring", "school", Level.ALLOWED),
            ("y12", None, "lessons", Level.NOT_ALLOWED),
            ("y12", None, "common room", Level.ALLOWED),
            ("y12", "photograph", "common room", Level.NOT_ALLOWED),
        ],
    )
    def test_the_school_decides_on_phones(
        self, who: str, doing: str | None, place: str, wanted: Level
    ) -> None:
        assert level(who, "mobile-phone", doing, place) == {wanted}

    def test_its_phone_rules_rest_on_no_law(self) -> None:
        phones = [each for each in glan().rules if each.id.startswith(("learners-", "sixth-form-"))]
        assert phones
        assert all("phones-wales" in each.source for each in phones)

    def test_families_are_sent_to_hwb_and_to_meic(self) -> None:
        assert {"hwb", "meic", "phone-company"} <= set(glan().subject("contacts"))
        assert "families-hwb" in glan().subject("statements")


@pytest.fixture(scope="module")
def built(every_site: Path) -> Path:
    """The final site, built as it would be published."""
    return every_site / SCHOOL


class TestSite:
    """What is published."""

    def text(self, built: Path, page: str) -> str:
        return read_html(built / page).text

    def test_no_page_tells_of_england_or_mixes_words(self, built: Path) -> None:
        pages = [(name, self.text(built, name)) for name in html_pages(built)]
        assert of_england((name, text.replace("Action Fraud", "")) for name, text in pages) == []
        mixed = [(name, hit[0]) for name, text in pages if (hit := NOT_OURS.search(text))]
        assert mixed == []

    def test_both_names_and_both_mottos_stand_on_the_home_page(self, built: Path) -> None:
        home = read_html(built / "index.html")
        for said in (NAME, WELSH_NAME, *glan().school.motto.values()):
            assert said in home.text
        assert {each.attributes.get("lang") for each in home.elements} >= {"en", "cy"}

    def test_the_whole_policy_has_a_list_of_contents(self, built: Path) -> None:
        whole = self.text(built, "policy/whole.html")
        contents = whole[whole.index("Contents") :]
        assert "10 Electronic communication by staff 11" in contents

    def test_the_versions_stand_with_those_who_signed(self, built: Path) -> None:
        page = self.text(built, "changes/index.html")
        assert "Version Date Page Section Reason What changed Signed off" in page
        assert "Chair of the governing body , 16 October 2024" in page
        assert "through the committee for curriculum, staffing and pastoral care" in page

    def test_the_notice_has_both_buttons(self, built: Path) -> None:
        page = self.text(built, "agreements/log-on-notice.html")
        assert "Accept Decline" in page
        assert "If you decline" in page

    def test_the_head_still_answers_for_what_the_assistant_head_does(self, built: Path) -> None:
        page = self.text(built, "policy/roles/head.html")
        assert (
            "The assistant headteacher does the work. The headteacher still answers for it." in page
        )

    def test_staff_find_the_three_lists_on_one_page(self, built: Path) -> None:
        page = self.text(built, "staff/communication.html")
        for said in ("staff do not:", "keep themselves and others safe", "Staff may expect"):
            assert said in page


class TestPhones:
    """What is true of a school without small children."""

    def test_no_rule_speaks_of_rooms_that_the_school_does_not_have(self) -> None:
        texts = " ".join(each.model_dump_json() for each in glan().rules)
        assert "early years" not in texts

    def test_the_same_answer_for_all_years_is_told_once(self) -> None:
        told = Calls(glan(), Components(ROOT / "overrides", {}), []).by_year(
            "mobile-phone", "bring", "on-site"
        )
        assert str(told) == "Learners: allowed&#46;"
