"""A policy names law and guidance that holds: in its words, and as its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.citations import check_citations, check_sources
from schoolpolicy.reading.project import Project
from tests.checks.pages import page, saying, told, writings
from tests.checks.support import placed
from tests.policies import HILL, activity, citation, policy, requirement, role, rule, statement
from tests.policies import duty as a_duty

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.policy import Policy

OLD = {
    "title": "Old Act 1990",
    "ended": "repealed",
    "since": "2018-05-25",
    "use": "Name the New Act.",
    "phrases": ["Old Act"],
    "bad": ["The Old Act."],
    "good": ["The New Act."],
    "checked_on": "2026-11-22",
    "source": "a test",
    "sure": "high",
}
SAYS = 'data/statements.yml:3:17: The statement "s", under "text", says "Old Act" '
NEW_EDITION = {"title": "Guidance 2026", "short": "New guidance"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def old(**fields: Any) -> dict[str, Any]:
    return {"id": "old-act", **OLD, **fields}


def said(project: Project, text: str = "We keep Old Act.", **fields: Any) -> list[str]:
    """Return what is found in one statement."""
    made = saying(text, **{"superseded": [old()], **fields})
    return [f"{each} [{each.code}]" for each in check_citations(made, writings(project, made))]


def sources(made: Policy) -> list[str]:
    return [f"{each} [{each.code}]" for each in check_sources(made, {**placed(made), **DUTIES})]


DUTIES = {("duties", "head-acts"): placed(policy(roles=[role("head")]))["roles", "head"]}


class TestWords:
    def test_what_no_longer_holds_is_told_with_what_to_write(self, project: Project) -> None:
        assert said(project) == [
            f"{SAYS}(Old Act 1990: repealed on 25 May 2018). Name the New Act. "
            "[citations.superseded]"
        ]

    def test_the_source_of_what_took_its_place_is_named(self, project: Project) -> None:
        made = {"superseded": [old(citation="new")], "citations": [citation("new", **NEW_EDITION)]}
        (found,) = said(project, **made)
        assert 'Name the New Act. Its source is "new": New guidance. [' in found

    def test_but_not_while_it_is_only_announced(self, project: Project) -> None:
        planned = citation("new", **NEW_EDITION, status="announced")
        (found,) = said(project, superseded=[old(citation="new")], citations=[planned])
        assert "Name the New Act. [" in found

    @pytest.mark.parametrize(
        ("ended", "tells"),
        [
            ("part-repealed", "repealed in part on 25 May 2018)"),
            ("dated-term", "an old word since 25 May 2018)"),
        ],
    )
    def test_a_law_that_ended_in_part_and_an_old_word_have_codes_of_their_own(
        self, project: Project, ended: str, tells: str
    ) -> None:
        made = saying("We keep Old Act.", superseded=[old(ended=ended)])
        (found,) = check_citations(made, writings(project, made))
        assert found.code == f"citations.{ended}"
        assert found.severity == ("info" if ended == "part-repealed" else "warning")
        assert tells.split(")", maxsplit=1)[0] in found.problem

    def test_a_text_is_told_once_of_the_same_thing(self, project: Project) -> None:
        assert len(said(project, "Old Act and Old Act.")) == 1

    def test_a_page_is_read_too(self, project: Project) -> None:
        made = saying("We ask.", superseded=[old()])
        found = check_citations(made, writings(project, made, page("See\nthe Old Act.")))
        assert told(found) == [
            '2:5: This page says "Old Act" (Old Act 1990: repealed on 25 May 2018). '
            "Name the New Act."
        ]

    def test_a_citation_may_say_what_it_replaced_but_not_stand_on_it(
        self, project: Project
    ) -> None:
        fields = {"title": "Old Act", "replaces": "the Old Act", "doubt": "Old Act or not."}
        fair = citation("new", **fields)
        assert said(project, "We ask.", citations=[fair]) == []
        made = saying("We ask.", superseded=[old()], citations=[citation("new", about="Old Act.")])
        places = {("citations", "new"): placed(made)["citations", "new"]}
        (project.root / "data").mkdir(parents=True, exist_ok=True)
        (project.root / "data" / "citations.yml").write_text("citations:\n", encoding="utf-8")
        found = check_citations(made, writings(project, made, places=places))
        assert [each.problem.split(" says ")[0] for each in found] == [
            'The citation "new", under "about",'
        ]

    @pytest.mark.parametrize(
        ("new", "severity", "when"),
        [
            ({"status": "announced"}, "info", "a newer edition is on the way"),
            ({"status": "in-force", "in_force_from": "2027-09-01"}, "info", "a newer edition is"),
            ({"status": "announced", "in_force_from": "2026-09-01"}, "warning", "replaced in"),
            ({"status": "in-force"}, "warning", "replaced in"),
        ],
    )
    def test_an_edition_in_force_is_for_information_until_the_next_one_is(
        self, project: Project, new: dict[str, str], severity: str, when: str
    ) -> None:
        editions = [citation("old", superseded_by="new"), citation("new", **new)]
        gone = old(ended="superseded", since="2026-09", names="old", citation="new")
        made = saying("We keep Old Act.", superseded=[gone], citations=editions)
        (found,) = check_citations(made, writings(project, made))
        assert (found.code, found.severity) == ("citations.superseded", severity)
        assert f"(Old Act 1990: {when}" in found.problem

    def test_what_holds_in_another_nation_is_silent(self, project: Project) -> None:
        wales = old(only={"nations": ["wales"]})
        assert said(project, superseded=[wales]) == []
        assert len(said(project, superseded=[wales], school={**HILL, "nation": "wales"})) == 1


class TestSources:
    def test_one_that_another_took_the_place_of(self) -> None:
        made = policy(
            statements=[statement("own-ask", source=["old"])],
            citations=[
                citation("old", superseded_by="new"),
                citation("new", in_force_from="2026-09-01"),
            ],
        )
        assert sources(made) == [
            'schools/hill/statements.yml:1:3: The statement "own-ask" names "old" under "source", '
            'which was replaced on 1 September 2026. Did you mean "new"? [citations.not-in-force]'
        ]

    @pytest.mark.parametrize(
        ("status", "how"), [("repealed", "was repealed"), ("withdrawn", "was withdrawn")]
    )
    def test_one_that_ended(self, status: str, how: str) -> None:
        made = policy(
            activities=[activity("own-bets", law=["old"])],
            citations=[citation("old", status=status)],
        )
        assert sources(made) == [
            'schools/hill/activities.yml:1:3: The activity "own-bets" names "old" under "law", '
            f"which {how}. "
            "Name what holds today, or delete it from the list. [citations.not-in-force]"
        ]

    def test_what_the_model_policy_still_names_is_told_once(self) -> None:
        made = policy(
            statements=[statement("ask", source=["old"]), statement("tell", source=["old"])],
            citations=[
                citation("old", superseded_by="new", title="Old Act"),
                citation("new", in_force_from="2026-09-01", title="New Act"),
            ],
        )
        assert sources(made) == [
            'data/citations.yml:1:3: "old" was replaced by New Act, and 2 texts of the model '
            'policy still name it as the source. "schoolpolicy explain old" lists them. Who keeps '
            "the model policy looks at each; until then, look at those that matter to you. "
            "[citations.model-behind]"
        ]

    def test_one_whose_next_edition_is_only_planned(self) -> None:
        made = policy(
            statements=[statement("ask", source=["old"])],
            citations=[
                citation("old", superseded_by="new"),
                citation("new", status="announced", planned_for="2026-09-01"),
            ],
        )
        assert sources(made) == []

    def test_a_requirement_of_an_old_edition_is_told_of_elsewhere(self) -> None:
        made = policy(
            requirements=[requirement("ask", "old")], citations=[citation("old", status="repealed")]
        )
        assert sources(made) == []

    def test_a_duty_that_stands_on_a_plan_alone(self) -> None:
        planned = citation("plan", status="announced")
        acts = role("head", duties=[a_duty("head-acts", source=["plan"])])
        assert sources(policy(roles=[acts], citations=[planned])) == [
            'data/roles.yml:1:3: The duty "head-acts" stands on "plan" alone, and that is not in '
            "force yet. Say in the text that it is still to come, name what asks for it today "
            'under "source", or delete the source if the school wants it in any case. '
            "[citations.not-yet]"
        ]

    @pytest.mark.parametrize(
        "record",
        [
            {"statements": [statement("a", source=["plan", "today"])]},
            {"statements": [statement("a", source=["plan"], text="A law is planned.")]},
            {"statements": [statement("a", source=["plan"], text="This is not yet law.")]},
            {"rules": [rule("a", source=["plan"], effective_from="2027-09-01")]},
            {"rules": [rule("a", source=["plan"], because="A law was announced.")]},
            {"activities": [activity("a", law=["plan"])]},
        ],
    )
    def test_notices_and_what_stands_on_more_are_silent(self, record: dict[str, Any]) -> None:
        known = [citation("plan", status="not-yet-in-force"), citation("today")]
        assert sources(policy(**record, citations=known)) == []

    def test_a_rule_that_stands_on_a_plan_alone(self) -> None:
        planned = citation("plan", status="announced")
        (found,) = sources(policy(rule("a", source=["plan"]), citations=[planned]))
        assert found.startswith('data/rules.yml:1:3: The rule "a" stands on "plan" alone')


class TestKeptUp:
    @pytest.mark.parametrize(("day", "told"), [("2025-11-22", 0), ("2025-11-21", 1)])
    def test_a_citation_is_checked_each_year(self, day: str, told: int) -> None:
        found = sources(policy(citations=[citation("law", checked_on=day)]))
        assert len(found) == told
        if told:
            assert found == [
                'data/citations.yml:1:3: The citation "law" was last checked on 21 November 2025, '
                "more than 12 months ago. See whether it still holds, and write the day under "
                '"checked_on". [citations.unchecked]'
            ]

    def test_doubt_is_told(self) -> None:
        assert sources(policy(citations=[citation("law", sure="medium")])) == [
            'data/citations.yml:1:3: The citation "law" is "sure: medium", but does not say why. '
            'Say what is not certain under "doubt", or write "sure: high". [citations.no-doubt]'
        ]
        assert sources(policy(citations=[citation("law", sure="low", doubt="Seen once.")])) == []
