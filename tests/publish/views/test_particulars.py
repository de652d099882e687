"""What the answer of a grid's cell depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.model.grid import GridRow
from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.publish.views.particulars import Depends, Particulars
from schoolpolicy.rules.answer import RuleBook
from tests.policies import PLACES, policy, restriction, role, rule

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

ROW = {"id": "phone", "title": "Phones", "thing": "phone"}
EXAM = {"id": "exam", "title": "During an exam"}
COMMON_ROOM = {
    "id": "green",
    "title": "Green zone",
    "plain": "Lessons at break.",
    "areas": [{"places": ["lessons"], "times": ["break"]}],
}
BAN = rule("ban")


HALL = {"id": "hall", "title": "Hall", "within": "school"}


def depends(*rules: Rule, rows: tuple[dict[str, Any], ...] = (ROW,), **fields: Any) -> Depends:
    """Return what the first row's answer to pupils depends on."""
    given = {"events": (EXAM,), "zones": (COMMON_ROOM,), "roles": (role("head"), role("tutor"))}
    book = RuleBook(policy(*rules, **{**given, **fields}))
    asked = tuple(GridRow.model_validate(each) for each in rows)
    people = [each for each in book.people.present if each.audience is Audience.PUPILS]
    answer = book.ask(people[0], asked[0]).rule
    assert answer is not None
    return Particulars(book, asked).of(asked[0], answer, people)


def test_an_answer_that_holds_everywhere_depends_on_nothing() -> None:
    assert depends(BAN) == Depends()


def test_a_more_particular_place_or_time_is_named_with_its_answer() -> None:
    rules = (
        rule("lessons", "allowed", place="lessons"),
        rule("break", "with-permission", by=["head"], time="break"),
    )
    found = depends(BAN, *rules).lines
    assert sorted(found) == ["Break: with permission.", "Lessons: allowed."]


def test_an_event_is_rare_and_named_apart() -> None:
    found = depends(rule("calls", "allowed"), rule("exam", event="exam"))
    assert (found.lines, found.events) == ((), ("During an exam: not allowed.",))


def test_a_zone_is_named() -> None:
    green = rule("green", "allowed", zone="green")
    assert depends(BAN, green).lines == ("In the green zone: allowed.",)


def test_set_times_are_named() -> None:
    lessons = rule("lessons", "set-times", at=["break"], place="lessons")
    assert depends(BAN, lessons).lines == ("Lessons: allowed break.",)


def test_settings_with_one_answer_share_a_line() -> None:
    rules = (rule("lessons", "allowed", place="lessons"), rule("hall", "allowed", place="hall"))
    assert depends(BAN, *rules, places=(*PLACES, HALL)).lines == ("Lessons and hall: allowed.",)


def test_a_rule_that_says_the_same_is_left_out() -> None:
    assert depends(BAN, rule("lessons", place="lessons")) == Depends()


def test_the_same_level_by_others_says_who_they_are() -> None:
    ask = rule("ask", "with-permission", by=["head"])
    tutor = rule("tutor", "with-permission", by=["tutor"], place="lessons")
    assert depends(ask, tutor).lines == ("Lessons: ask the tutor.",)


def test_it_says_for_whom_if_not_for_all_of_the_cell() -> None:
    older = {"audience": "pupils", "cohorts": ["y6"]}
    lessons = rule("lessons", "allowed", place="lessons", who=older)
    assert depends(BAN, lessons).lines == ("Lessons (Year 6): allowed.",)


def test_what_has_a_row_of_its_own_is_left_out() -> None:
    lessons = rule("lessons", "allowed", place="lessons")
    row = {"id": "in-lessons", "title": "In lessons", "thing": "phone", "place": "lessons"}
    assert depends(BAN, lessons, rows=(ROW, row)) == Depends()
    assert depends(BAN, lessons, rows=(ROW, row | {"thing": "watch"})).lines != ()


def test_only_what_lies_within_the_row_counts() -> None:
    row = ROW | {"place": "lessons"}
    elsewhere = rule("school", "allowed", place="school")
    lessons = rule("in-lessons", place="lessons")
    assert depends(BAN, elsewhere, lessons, rows=(row,)) == Depends()


def test_a_standing_restriction_of_one_person_is_no_business_of_a_grid() -> None:
    held = rule("held", restriction="no-phone")
    free = rule("free", "allowed")
    assert depends(free, held, restrictions=(restriction("no-phone"),)) == Depends()


def test_after_three_lines_a_link_leads_on() -> None:
    levels = ("allowed", "advised-against", "must", "illegal")
    rooms = tuple({"id": f"room-{each}", "title": each, "within": "school"} for each in levels)
    rules = [rule(level, level, place=f"room-{level}") for level in levels]
    found = depends(BAN, *rules, places=(*PLACES, *rooms))
    assert len(found.lines) == 3
    assert found.more == "illegal"
