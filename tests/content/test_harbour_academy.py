"""Harbour Academy: a council's authoring template, with every alternative decided.

Its draft, `harbour-new`, is what `schoolpolicy new` writes: the same template with nothing decided.
"""

from __future__ import annotations

import re
import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.checks.separation import check_separation
from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.vocabulary import Band, Level, Severity
from schoolpolicy.publish.views.action_grid import ActionGrid, action_grid
from schoolpolicy.publish.views.responses import response_groups
from schoolpolicy.reading.project import Project
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.asking import Words, understand
from tests.policies import oakfield
from tests.support import ROOT, html_pages, read_html, run, search_entries

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.policy import Policy

SCHOOL, DRAFT = "harbour-academy", "harbour-new"
PROJECT = Project(ROOT)
ANSWERS = """\
name: Harbour Academy (first draft)
nation: england
phase: all-through
type: academy
years: reception-y13
"""


@cache
def checked(slug: str = SCHOOL, *, final: bool = False) -> Checked:
    return check_school(PROJECT, slug, Theme(Calls.shapes()), final=final)


@cache
def harbour(slug: str = SCHOOL) -> Policy:
    found = checked(slug).policy
    assert found is not None
    return found


@cache
def book() -> RuleBook:
    return RuleBook(harbour())


@cache
def grids() -> dict[str, ActionGrid]:
    """Return the tables of actions, by the group of people."""
    return {each.id: action_grid(harbour(), each) for each in response_groups(book())}


def level(who: str, thing: str, doing: str | None = None, **where: str) -> set[Level]:
    """Return what the rules answer to all who are meant."""
    words = Words((who,), thing, doing, where.get("place"), where.get("when"), None)
    meant = understand(harbour(), book().space, words)
    found = [book().answer(meant.question(person)).rule for person in meant.people]
    return {rule.level for rule in found if rule}


def test_it_has_no_mistakes_and_everything_is_decided() -> None:
    told = {"departure.not-noted", "evidence.overdue"}  # one thing is late, to show how that looks
    found = [str(each) for each in checked().findings if each.code not in told]
    assert found == []
    assert checked().undecided == ()


class TestChoices:
    """What the template leaves to the school."""

    def test_each_choice_is_made(self) -> None:
        made = harbour().school.choices
        assert set(made) == {each.id for each in harbour().choices}
        assert UNDECIDED not in made.values()

    def test_most_are_made_differently_from_oakfield(self) -> None:
        ours, theirs = harbour().school.choices, oakfield().school.choices
        same = {each for each in ours if ours[each] == theirs.get(each)}
        assert same == {
            *("online-safety-group", "filtering-levels", "monitoring", "removable-media"),
            *("class-logins", "community-access", "free-search", "social-accounts", "rule-tables"),
        }

    def test_each_is_one_of_its_options(self) -> None:
        for choice in harbour().choices:
            values = [option.value for option in choice.options]
            assert harbour().school.choices[choice.id] in values, choice.id
            assert len(values) == len(set(values)), choice.id

    @pytest.mark.parametrize(
        "statement",
        [
            *("accounts-class-login", "social-pupils-class-email", "guests-on-guest-network"),
            *("own-devices-older-may", "own-devices-same-rules", "accounts-listed-installs"),
            *("cyber-managed-service", "data-sent-and-carried", "families-courses"),
        ],
    )
    def test_what_a_choice_switches_on_is_there(self, statement: str) -> None:
        assert statement in harbour().subject("statements")

    @pytest.mark.parametrize(
        "statement",
        [
            *("accounts-young-own-login", "guests-not-on-network", "devices-school-network-only"),
            *("accounts-no-installs", "cyber-own-staff", "data-not-on-sticks"),
        ],
    )
    def test_what_a_choice_switches_off_is_not(self, statement: str) -> None:
        assert statement not in harbour().subject("statements")


class TestWords:
    """The terms of the template, each resolved once."""

    @pytest.mark.parametrize(
        ("placeholder", "word"),
        [
            *(("pupils", "students"), ("pupils_possessive", "students'"), ("Head", "Principal")),
            *(("governing_body", "board of directors"), ("governors", "directors")),
            *(("a_school", "an academy"), ("office", "main office")),
            *(("parent", "parent or guardian"), ("senior_team", "senior management team")),
            *(("it_provider", "managed service provider"), ("responsible_body", "academy trust")),
            *(("agreement", "responsible use agreement"), ("class_teacher", "form teacher")),
            *(("online_safety_group", "online safety committee"), ("year_head", "head of year")),
        ],
    )
    def test_a_word_is_the_schools(self, placeholder: str, word: str) -> None:
        assert harbour().words[placeholder] == word

    def test_a_trust_is_its_responsible_body_and_has_no_layer(self) -> None:
        assert harbour().school.trust is None
        assert [layer.kind for layer in checked().resolution.stack] == ["model", "school"]


class TestPeople:
    """Roles that are combined, outsourced or handed on, and a group with terms of reference."""

    def held(self, role: str) -> list[str]:
        return [each.id for each in harbour().posts if role in each.roles]

    def test_one_person_leads_on_safeguarding_and_online_safety(self) -> None:
        assert self.held("online-safety-lead") == self.held("dsl") == ["vice-principal-pastoral"]

    def test_a_firm_runs_the_systems_and_the_academy_answers_for_it(self) -> None:
        assert self.held("it-manager") == self.held("it-provider") == ["managed-service"]
        firm = next(each for each in harbour().posts if each.id == "managed-service")
        assert firm.outside
        assert (firm.assured_by, firm.assured_with) == ("filtering-lead", "it-provider-monthly")
        assert self.held("filtering-lead") == ["vice-principal-curriculum"]

    def test_nobody_checks_their_own_work(self) -> None:
        assert list(check_separation(harbour(), checked().resolution.places)) == []

    def test_the_group_has_members_of_all_kinds_and_terms_of_reference(self) -> None:
        group = harbour().get("roles", "online-safety-group")
        assert {"pupils", "parents", "community-users", "head-of-year"} <= set(group.members)
        assert len(group.terms_of_reference) >= 5

    def test_a_head_of_year_is_told_of_what_keeps_coming_back(self) -> None:
        ladder = harbour().get("responses", "pupils-repeated")
        assert "head-of-year" in ladder.steps[0].tell
        assert len(ladder.steps) == 3


class TestRules:
    """The communications grid and the activity grid, filled in."""

    @pytest.mark.parametrize("grid", ["communications", "activities"])
    def test_no_cell_of_a_grid_is_empty(self, grid: str) -> None:
        gaps = [each for each in checked().findings if each.code.startswith("rules.")]
        assert gaps == []
        assert harbour().get("grids", grid).columns

    def test_three_rows_of_the_activity_grid_are_blank(self) -> None:
        assert harbour().get("grids", "activities").blank_rows == 3

    @pytest.mark.parametrize(
        ("who", "thing", "wanted"),
        [
            ("y9", "own-laptop", Level.WITH_PERMISSION),
            ("y12", "own-laptop", Level.WITH_PERMISSION),
            ("y4", "own-laptop", Level.NOT_ALLOWED),
            ("y9", "mobile-phone", Level.NOT_ALLOWED),
            ("y5", "ai-tools", Level.NOT_ALLOWED),
            ("y11", "ai-tools", Level.NOT_ALLOWED),
        ],
    )
    def test_devices_and_tools_in_school(self, who: str, thing: str, wanted: Level) -> None:
        assert level(who, thing, place="lessons") == {wanted}

    @pytest.mark.parametrize(
        "activity",
        [
            *("sharing-files-outside", "shopping-on-school-devices"),
            "social-media-on-school-devices",
        ],
    )
    def test_nominated_users_are_named_by_their_posts(self, activity: str) -> None:
        (rule,) = [
            each
            for each in harbour().rules
            if each.thing == activity and each.level is Level.SELECTED_PEOPLE
        ]
        assert re.search(r"officer|team", rule.people or "")

    def test_all_four_pupil_agreements_are_there(self) -> None:
        bands = {each.band for each in harbour().agreements if each.band}
        assert set(Band) <= bands

    def test_a_notice_is_accepted_or_declined_at_log_on(self) -> None:
        notice = harbour().get("agreements", "log-on-notice")
        assert notice.declining
        installs = [each.text for each in notice.clauses if "Install" in each.text]
        assert installs == ["Install nothing that we have not allowed you. "
                            "Do not try to get past the filter."]  # fmt: skip


class TestActions:
    """The incident and action grid: many ticks a row, for students and for staff."""

    def ticked(self, group: str, response: str) -> dict[str, str]:
        grid = grids()[group]
        row = next(each for each in grid.rows if each.response.id == response)
        named = dict(zip(grid.columns, row.ticks, strict=True))
        return {column: tick for column, tick in named.items() if tick}

    def test_there_is_one_for_students_and_one_for_staff(self) -> None:
        assert [grids()[each].title for each in ("pupils", "staff")] == ["Students", "Staff"]

    def test_a_row_has_many_ticks(self) -> None:
        for grid in grids().values():
            assert all(sum(map(bool, row.ticks)) >= 2 for row in grid.rows), grid.id

    def test_students_who_get_round_the_filter(self) -> None:
        found = self.ticked("pupils", "pupils-filter")
        assert found["Form teachers"] == found["Network manager"] == "1st time"
        assert found["Parents and guardians"] == "2nd time"

    def test_what_may_be_against_the_law_goes_to_the_police(self) -> None:
        found = self.ticked("pupils", "pupils-illegal")
        assert (found["Police"], found["Designated safeguarding lead"]) == ("always", "always")

    def test_staff_and_serious_misconduct(self) -> None:
        found = self.ticked("staff", "staff-serious")
        assert {"Principal", "Chair of the board of directors", "Police"} <= set(found)


class TestReview:
    """The schedule, the version table, who had a say."""

    def test_the_schedule_is_whole(self) -> None:
        review = harbour().school.review
        assert (review.approved_by, review.every) == ("governors", "1 year")
        assert review.next_review > review.effective_from  # type: ignore[operator]
        points = harbour().get("statements", "about-schedule").points
        assert [each.id for each in points] == [
            *("schedule-monitored-by", "schedule-interval"),
            *("schedule-report", "schedule-approved"),
        ]

    def test_the_version_table_has_a_first_row(self) -> None:
        (first,) = harbour().school.review.versions
        assert (first.version, first.section) == ("1.0", "Whole document")

    def test_everybody_had_a_say_in_meetings_of_both_kinds(self) -> None:
        consulted = harbour().school.review.consulted
        who = " ".join(each.who for each in consulted)
        for each in (
            "directors",
            "students",
            "parents",
            "technical staff",
            "groups",
            "coordinator",
        ):
            assert each in who
        how = " ".join(each.how for each in consulted)
        assert "an evening meeting, and coffee mornings" in how

    def test_personal_data_has_an_appendix_behind_all_chapters(self) -> None:
        last = harbour().sections[-1]
        assert last.title == "Appendix: handling personal data"
        about = [each for each in harbour().statements if each.topic in last.topics]
        assert [each.id for each in about] == [
            *("handling-principles", "handling-risk", "handling-devices"),
            *("handling-sticks", "handling-transfer"),
        ]
        assert sum(len(each.points) for each in about) == 21
        assert harbour().get("documents", "personal-data-appendix").kind == "appendix"


@pytest.fixture(scope="module")
def built(every_site: Path) -> Path:
    """The final site, built as it would be published."""
    return every_site / SCHOOL


class TestSite:
    """What is published."""

    def test_no_drafting_note_is_shown(self, built: Path) -> None:
        notes = [each.note for each in harbour().choices if each.note]
        assert notes
        for page in html_pages(built):
            text = read_html(built / page).text
            assert "Drafting note" not in text, page
            assert "Still to decide" not in text, page
        assert "draft/index.html" not in html_pages(built)

    def test_only_our_own_words_are_used(self, built: Path) -> None:
        wrong = re.compile(
            r"\b(pupils?|headteachers?|governors?|governing body|class teachers?)\b"
            r"|\b(?:the|our|this) school\b(?! (?:day|bus|gate|year|holidays|play|site))",
            re.IGNORECASE,
        )
        found = [
            (page, said[0])
            for page in html_pages(built)
            for said in wrong.finditer(read_html(built / page).text)
        ]
        assert found == []

    def test_our_own_page_is_in_the_menu_and_in_the_search(self, built: Path) -> None:
        page = "policy/actions.html"
        assert f'href="{page.removeprefix("policy/")}"' in (
            built / "policy/responses.html"
        ).read_text(encoding="utf-8")
        assert any(each["location"].startswith(page) for each in search_entries(built))

    def test_the_blank_rows_stand_below_the_activity_grid(self, built: Path) -> None:
        page = (built / "policy/grids/activities.html").read_text(encoding="utf-8")
        blank = page.split('<tbody class="sp-blank-rows"')[1].split("</tbody>")[0]
        assert blank.count("<tr>") == 3


class TestDraft:
    """The second copy: straight from `new`, with everything undecided."""

    def test_new_writes_the_same_file(self, school_project: Project) -> None:
        shutil.rmtree(school_project.school(DRAFT))
        (school_project.root / "answers.yml").write_text(ANSWERS, encoding="utf-8")
        done = run(school_project, "schoolpolicy", "new", DRAFT, "--answers", "answers.yml")
        assert done.returncode == 0, done.stderr
        fresh = (school_project.school(DRAFT) / "school.yml").read_text(encoding="utf-8")
        kept = (PROJECT.school(DRAFT) / "school.yml").read_text(encoding="utf-8").splitlines()
        assert kept.pop(1).startswith('# Straight from "schoolpolicy new"')
        assert kept == fresh.splitlines()
        assert [each.name for each in PROJECT.school(DRAFT).iterdir()] == ["school.yml"]

    def test_every_choice_is_undecided_and_listed(self) -> None:
        policy = harbour(DRAFT)
        assert set(policy.school.choices.values()) == {UNDECIDED}
        listed = {each.id for each in checked(DRAFT).undecided if each.kind == "choice"}
        assert listed == {each.id for each in policy.choices}
        assert {"review.edition", "review.next_review", "office.phone"} <= {
            each.id for each in checked(DRAFT).undecided
        }

    def test_it_has_no_mistakes(self) -> None:
        found = checked(DRAFT).findings
        assert [str(each) for each in found if each.severity is not Severity.INFO] == []

    def test_final_refuses_each_of_them(self) -> None:
        found = checked(DRAFT, final=True)
        refused = [each for each in found.findings if each.severity is Severity.ERROR]
        assert len(refused) == len(checked(DRAFT).undecided) > 30
        assert all(each.problem.startswith("Not decided yet") for each in refused)
