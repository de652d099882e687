"""The formal policy in chapters."""

from __future__ import annotations

import pytest

from schoolpolicy.model.statement import Shown
from schoolpolicy.publish.views.chapters import LISTED, chapters, unnumbered
from schoolpolicy.publish.views.links import LISTS
from tests.policies import HILL as SCHOOL
from tests.policies import incident, oakfield, policy, role, section, statement, topic

HILL = policy(
    topics=(topic("phones"), topic("images"), topic("help")),
    sections=(section("aims"), section("devices", "images", "phones"), section("risks", "help")),
    statements=(
        statement("lock"),
        statement("ask", "images"),
        statement("listen", "help"),
        statement("switch-off"),
    ),
)


def test_statements_are_numbered_through_a_chapter_in_the_order_of_its_topics() -> None:
    assert [
        (each.number, each.statement.id)
        for chapter in chapters(HILL)
        for part in chapter.topics
        for each in part.paragraphs
    ] == [("2.1", "ask"), ("2.2", "lock"), ("2.3", "switch-off"), ("3.1", "listen")]


def test_a_chapter_knows_its_number_section_and_topics() -> None:
    first, second, _ = chapters(HILL)
    assert (first.number, first.section.id, first.topics) == ("1", "aims", ())
    assert [part.topic.id for part in second.topics] == ["images", "phones"]


def test_all_that_a_chapter_can_show_is_shown_once_in_oakfields_policy() -> None:
    shown = [each for section in oakfield().sections for each in section.shows]
    assert sorted(shown) == sorted(Shown)


def test_every_statement_of_oakfield_stands_in_one_chapter_with_a_number_of_its_own() -> None:
    whole = oakfield()
    numbered = [
        (each.number, each.statement.id)
        for chapter in chapters(whole)
        for part in chapter.topics
        for each in part.paragraphs
    ]
    assert sorted(name for _, name in numbered) == sorted(each.id for each in whole.statements)
    assert len({number for number, _ in numbered}) == len(numbered)


def test_what_a_chapter_only_leads_to_is_listed_somewhere() -> None:
    assert {subject for subject, _ in LISTED.values()} <= set(LISTS)


def test_roles_and_incidents_are_numbered_after_the_statements_of_their_chapter() -> None:
    made = policy(
        topics=(topic("phones"),),
        sections=(
            section("who", "phones").model_copy(update={"shows": (Shown.ROLES, Shown.INCIDENTS)}),
        ),
        statements=(statement("lock"),),
        roles=(role("head"), role("staff")),
        incidents=(incident("bullying"),),
    )
    assert chapters(made)[0].numbers == {"head": "1.2", "staff": "1.3", "bullying": "1.4"}


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ("none", [None, None]),
        ("sections", ["1", None]),
        ("paragraphs", ["1", "1.1"]),
    ],
)
def test_a_school_says_what_has_a_number(wanted: str, numbers: list[str | None]) -> None:
    made = policy(
        school={**SCHOOL, "numbering": wanted},
        topics=(topic("phones"),),
        sections=(section("devices", "phones"),),
        statements=(statement("lock"),),
    )
    (chapter,) = chapters(made)
    assert [chapter.number, chapter.topics[0].paragraphs[0].number] == numbers


def test_apart_from_the_chapters_nothing_has_a_number() -> None:
    (only,) = unnumbered(HILL, "images")
    assert (only.number, only.statement.id) == (None, "ask")
