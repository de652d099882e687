"""Brightwater: one policy for two primary schools of a trust, each with a little of its own.

Millbrook and Canalside resolve to nearly the same; the trust's layer holds what differs from the
model policy, and locks what must be alike.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.agreement import Agreement
from schoolpolicy.model.document import LinkedPolicy
from schoolpolicy.model.grid import Grid
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.incident import Incident
from schoolpolicy.model.layer import DepartureKind, LayerKind
from schoolpolicy.model.response import Response
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.scope import Time
from schoolpolicy.model.source import Contact
from schoolpolicy.model.statement import Statement
from schoolpolicy.model.vocabulary import Audience, Band, Function, Severity
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.people import Person
from schoolpolicy.rules.space import Question
from tests.support import ROOT, read_html

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.layer import Departure
    from schoolpolicy.model.policy import Policy

TODAY = dt.date(2026, 11, 22)
TRUST = "brightwater-trust"
MILLBROOK, CANALSIDE = "millbrook-primary", "canalside-primary"
SCHOOLS = (MILLBROOK, CANALSIDE)


@cache
def checked(slug: str) -> Checked:
    return check_school(Project(ROOT), slug, Theme(Calls.shapes()))


@cache
def policy(slug: str) -> Policy:
    return resolve(Project(ROOT), slug, TODAY).policy


@cache
def book(slug: str) -> RuleBook:
    return RuleBook(policy(slug), TODAY)


def pupil(year: str) -> Person:
    return Person(Audience.PUPILS, frozenset({year}))


STAFF, PARENT = Person(Audience.STAFF), Person(Audience.PARENTS)


def level(
    slug: str, person: Person, what: str, when: str = "any-time", on: str | None = None
) -> str:
    """Return what a rule says; `what` is a thing, or one and a use: `own-device/record`."""
    thing, _, function = what.partition("/")
    asked = Question(person, thing, Function(function or "any"), "on-site", when, on)
    rule = book(slug).answer(asked).rule
    assert rule is not None, asked
    return rule.level.value


def departures(slug: str, kind: LayerKind) -> list[Departure]:
    return [each for each in policy(slug).departures if each.layer.kind is kind]


@pytest.mark.parametrize("slug", SCHOOLS)
class TestBoth:
    """What both schools have, by the trust's layer alone."""

    def test_nothing_is_wrong_or_undecided(self, slug: str) -> None:
        found = [str(each) for each in checked(slug).findings if each.severity != Severity.INFO]
        assert found == []

    def test_its_name_and_the_trust_are_told_apart(self, slug: str) -> None:
        school = policy(slug).school
        assert school.trust == TRUST
        assert school.review.adopted is not None
        assert school.review.adopted.source == "Brightwater Learning Trust"
        assert policy(slug).words["Responsible_body"] == "Trust"

    def test_words_are_the_trusts(self, slug: str) -> None:
        words = policy(slug).words
        assert (words["pupils"], words["agreement"]) == ("pupils", "user agreement")
        assert words["governing_body"] == "local governing body"
        assert words["it_manager"] == "network support contractor"

    def test_year_three_signs_with_the_younger_ones(self, slug: str) -> None:
        bands = {each.id: each.band for each in policy(slug).cohorts}
        assert [bands[year] for year in ("reception", "y1", "y2", "y3")] == [Band.EYFS_KS1] * 4
        assert [bands[year] for year in ("y4", "y5", "y6")] == [Band.KS2] * 3
        titles = [
            policy(slug).find(Agreement, name).title for name in ("eyfs-ks1-pupils", "ks2-pupils")
        ]
        assert [title.partition(": ")[2] for title in titles] == ["Years 1 to 3", "Years 4 to 6"]
        assert (policy(slug).words["youngest"], policy(slug).words["juniors"]) == (
            "up to Year 3",
            "Years 4 to 6",
        )

    def test_its_four_agreements_are_there(self, slug: str) -> None:
        wanted = {"eyfs-ks1-pupils", "ks2-pupils", "parents", "visitors-and-community"}
        agreements = {each.id: each for each in policy(slug).agreements}
        assert wanted < agreements.keys()
        assert all(agreements[each].signatures for each in wanted)

    def test_no_pupil_brings_a_phone_and_a_plan_stands(self, slug: str) -> None:
        for year in ("reception", "y3", "y6"):
            assert level(slug, pupil(year), "mobile-phone/bring") == "not-allowed"
            assert level(slug, pupil(year), "mobile-phone/medical") == "allowed"
        rule = policy(slug).find(Rule, "pupils-phones-bring")
        grounds = {each.ground for each in rule.unless}
        assert grounds == {"medical", "disability", "caring", "language"}

    @pytest.mark.parametrize(
        ("what", "staff", "pupils"),
        [
            ("private-use-of-school-email", "set-times", "not-allowed"),
            ("personal-email", "set-times", "not-allowed"),
            ("messaging", "set-times", "not-allowed"),
            ("social-media", "set-times", "not-allowed"),
            ("blogs", "set-times", "not-allowed"),
            ("learning-games-on-school-devices", "set-times", "supervised"),
            ("school-camera/photograph", "allowed", "supervised"),
            ("mobile-phone/photograph", "not-allowed", "not-allowed"),
        ],
    )
    def test_the_tables_are_filled_in(self, slug: str, what: str, staff: str, pupils: str) -> None:
        assert level(slug, STAFF, what) == staff
        assert {level(slug, pupil(year), what) for year in ("y3", "y4")} == {pupils}

    def test_a_cell_that_cannot_arise_is_marked(self, slug: str) -> None:
        grid = policy(slug).find(Grid, "communications")
        columns = [each.title for each in grid.columns if each.audience == (Audience.PUPILS,)]
        assert columns[:2] == ["Pupils up to Year 3", "Pupils in Years 4 to 6"]
        (row,) = [each for each in grid.rows if each.id == "pictures-school-phone"]
        assert row.not_for == ("pupils-eyfs-ks1", "pupils-y5-y6")

    def test_cases_about_staff_take_one_route(self, slug: str) -> None:
        steps = [each.id for each in policy(slug).find(Incident, "staff-misuse").steps]
        assert steps.index("adult-trust-route") == steps.index("adult-call-officer") + 1
        by_id = {each.id: each for each in policy(slug).find(Incident, "staff-misuse").steps}
        assert by_id["adult-trust-route"].tell == ("hr-adviser", "trust-safeguarding-lead")
        assert "the trust's disciplinary procedure" in by_id["adult-act"].text
        procedure = policy(slug).find(LinkedPolicy, "staff-discipline")
        assert (procedure.title, procedure.owner) == ("Trust disciplinary procedure", "hr-adviser")
        ladder = policy(slug).find(Response, "staff-systems")
        assert "The trust's disciplinary procedure" in ladder.steps[-1].text

    def test_advice_comes_before_anything_else(self, slug: str) -> None:
        steps = policy(slug).find(Incident, "staff-misuse").steps
        officer = next(each for each in steps if each.id == "adult-call-officer")
        assert "lado" in officer.contacts
        assert (officer.within or "").endswith("before anyone speaks to the adult or looks into it")

    def test_what_groups_do_reaches_the_trust(self, slug: str) -> None:
        last = policy(slug).find(Response, "community-conduct").steps[-1]
        assert "trust-safeguarding-lead" in last.tell
        assert "procedure for serious incidents" in last.text

    def test_outside_firms_do_the_technical_work(self, slug: str) -> None:
        holders = Holders(policy(slug))
        for role, post in (
            ("it-provider", "filtering-supplier"),
            ("it-manager", "network-support"),
            ("hr-adviser", "trust-hr"),
            ("trust-safeguarding-lead", "trust-safeguarding"),
        ):
            (held,) = holders.of(role)
            assert (held.id, held.outside) == (post, True)
            assert held.assured_by is not None

    def test_the_trusts_policies_have_one_name_each(self, slug: str) -> None:
        titles = [each.title for each in policy(slug).documents if "Trust" in each.title]
        assert sorted(titles) == [
            "Trust disciplinary procedure",
            "Trust mobile phone policy for staff",
            "Trust policy on IT, internet and social media",
            "Trust procedure for serious incidents",
        ]

    def test_a_printed_copy_may_be_old(self, slug: str) -> None:
        (footer,) = policy(slug).school.footer.values()
        assert "A printed copy may be out of date." in footer
        said = policy(slug).find(Statement, "about-easy-to-find").words.staff
        assert said is not None
        assert "the trust's human resources team" in said

    def test_every_change_has_a_reason(self, slug: str) -> None:
        silent = [
            each.id
            for each in policy(slug).departures
            if each.kind in {DepartureKind.CHANGED, DepartureKind.REMOVED} and not each.because
        ]
        assert silent == []


class TestLayers:
    """One policy, two schools."""

    def test_the_schools_hold_little_themselves(self) -> None:
        for slug in SCHOOLS:
            own = departures(slug, LayerKind.SCHOOL)
            assert len(own) <= len(departures(slug, LayerKind.TRUST)) / 2
            apart = {each.id for each in own if each.subject not in {"contacts", "times"}}
            assert apart == (
                {"summer-show", "summer-show-pictures"}
                if slug == MILLBROOK
                else {"pupils-tracker-tags", "computing-leader", "inclusion-leader"}
            )

    def test_the_trust_changes_the_same_for_both(self) -> None:
        one, other = (
            {
                (each.subject, each.id)
                for each in departures(slug, LayerKind.TRUST)
                if each.kind is not DepartureKind.ADDED
            }
            for slug in SCHOOLS
        )
        assert one == other
        assert len(one) > 20

    def test_each_has_its_own_name_numbers_and_times(self) -> None:
        schools = [policy(slug).school for slug in SCHOOLS]
        for field in ("name", "short_name", "website", "colour", "motto", "office", "chair"):
            assert len({str(getattr(each, field)) for each in schools}) == 2, field
        for name in ("lado", "childrens-social-care"):
            numbers = {policy(slug).find(Contact, name).phone or "" for slug in SCHOOLS}
            assert len(numbers) == 2
            assert all(each.startswith("01632 960 ") for each in numbers)
        days = [policy(slug).find(Time, "school-day") for slug in SCHOOLS]
        assert len({each.starts for each in days}) == 2
        assert len({each.dates for each in days}) == 1

    def test_a_choice_that_is_not_locked_may_differ(self) -> None:
        assert policy(MILLBROOK).school.choices["take-home"] == "own-work"
        assert policy(CANALSIDE).school.choices["take-home"] is False

    def test_what_is_each_schools_own_holds_there_only(self) -> None:
        assert level(CANALSIDE, pupil("y2"), "tracker-tag/carry") == "allowed"
        assert level(MILLBROOK, pupil("y2"), "tracker-tag/carry") != "allowed"
        show = level(MILLBROOK, PARENT, "own-device/photograph", on="summer-show")
        assert show == "with-permission"

    def test_a_post_that_is_empty_is_held_for_the_time_being(self) -> None:
        (held,) = Holders(policy(MILLBROOK)).of("online-safety-lead")
        assert held.id == "computing-leader"
        (holding,) = Holders(policy(CANALSIDE)).holdings("online-safety-lead")
        assert (holding.post.id, holding.acting) == ("inclusion-leader", True)

    @pytest.mark.parametrize(
        ("name", "text", "problem"),
        [
            (
                "rules.yml",
                "rules:\n- {id: pupils-phones-bring, level: allowed}\n",
                'The rule "pupils-phones-bring" cannot be changed here: Brightwater Learning Trust '
                "has locked it",
            ),
            (
                "agreements.yml",
                "agreements:\n- {id: ks2-pupils, remove: We have our own.}\n",
                'The agreement "ks2-pupils" cannot be removed here: Brightwater Learning Trust has '
                "locked it",
            ),
            (
                "docs/parents/links.md",
                "---\nchange: Ours are better.\n---\n# Links\n",
                "This page cannot be changed: it is locked in "
                "schools/brightwater-trust/docs/parents/links.md",
            ),
        ],
    )
    def test_what_the_trust_locks_stays(
        self, school_project: Project, name: str, text: str, problem: str
    ) -> None:
        path = school_project.school(MILLBROOK) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        found = check_school(school_project, MILLBROOK, Theme(Calls.shapes())).findings
        assert [each.problem for each in found if each.problem.startswith(problem)]

    def test_a_locked_field_of_the_school_is_told(self, school_project: Project) -> None:
        path = school_project.school(CANALSIDE) / "school.yml"
        written = path.read_text(encoding="utf-8")
        path.write_text(written + "review: {approved_by: head}\n", encoding="utf-8")
        found = check_school(school_project, CANALSIDE, Theme(Calls.shapes())).findings
        start = '"review" is settled for every school by Brightwater Learning Trust'
        assert [each.code for each in found if each.problem.startswith(start)] == ["read.locked"]


@pytest.fixture(scope="module")
def built(every_site: Path) -> Path:
    """Canalside's site."""
    return every_site / CANALSIDE


class TestSite:
    """What readers of Canalside see."""

    def test_the_links_for_parents_are_in_the_menu(self, built: Path) -> None:
        home = read_html(built / "parents" / "index.html")
        assert "Links for parents and carers" in home.text
        page = read_html(built / "parents" / "links.html")
        assert {"https://pegi.info", "tel:08088005000"} <= set(page.values("a", "href"))

    def test_each_page_says_that_paper_may_be_old(self, built: Path) -> None:
        for name in ("index.html", "parents/index.html", "policy/whole.html"):
            assert "A printed copy may be out of date." in read_html(built / name).text

    def test_groups_of_years_have_the_trusts_names(self, built: Path) -> None:
        pupils = read_html(built / "pupils" / "index.html").text
        assert "Up to Year 3" in pupils
        assert "Years 4 to 6" in pupils
        whole = " ".join(read_html(path).text for path in sorted(built.rglob("*.html")))
        assert re.findall(r"[Uu]p to Year 2|Years 3 to 6", whole) == []

    def test_words_of_other_schools_are_not_there(self, built: Path) -> None:
        whole = " ".join(read_html(path).text for path in sorted(built.rglob("*.html")))
        assert re.findall(r"\b(?:students?|Estyn|Hwb|Millbrook)\b", whole) == []
