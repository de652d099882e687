"""No rule lets what another says is against the law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.sense.families import check_sense
from schoolpolicy.checks.surveyed import survey_periods
from schoolpolicy.model.vocabulary import Severity
from tests.checks.sense.support import EXAM, STAFF, lets, record_in, said, sense, small
from tests.checks.support import placed

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

FAMILY = "loosens-law"
LAW = lets("law", "illegal", who={"audience": "everyone"})
REMEDY = (
    'No rule lets what the law forbids. Write "level: illegal" here, or let this one be about less.'
)


def looser(*rules: Rule, **fields: Any) -> list[int]:
    return [each.place.line for each in sense(small(*rules, **fields), FAMILY)]


def test_it_names_both_rules_and_a_question() -> None:
    whole = small(LAW, lets("staff-calls", who=STAFF, function="call", place="lessons"))
    assert said(whole, FAMILY) == [
        'data/rules.yml:2:3: The rule "staff-calls" ("allowed") answers what "law" '
        "(data/rules.yml, line 1) says is against the law, in 8 questions, such as: calling with "
        f"a phone, in lessons (staff). {REMEDY}"
    ]
    assert sense(whole, FAMILY)[0].severity is Severity.ERROR


@pytest.mark.parametrize("level", ["must", "allowed", "advised-against", "not-allowed"])
def test_every_level_is_freer_than_the_law(level: str) -> None:
    assert looser(LAW, lets("pupils", level)) == [2]


@pytest.mark.parametrize("level", ["illegal", "undecided"])
def test_what_is_as_strict_or_undecided_is_fine(level: str) -> None:
    assert looser(LAW, lets("pupils", level)) == []


def test_a_rule_for_an_event_does_not_change_the_law_either() -> None:
    assert looser(LAW, lets("exam", event="exam"), events=[EXAM]) == [2]


def test_a_more_general_rule_gives_way_to_the_law() -> None:
    assert looser(lets("law", "illegal", thing="smartphone"), lets("pupils")) == []


def test_a_rule_that_disagrees_with_the_law_is_a_conflict_and_told_as_that() -> None:
    assert looser(lets("law", "illegal", place="lessons"), lets("pupils", time="break")) == []


def test_a_rule_that_begins_later_says_from_when() -> None:
    (line,) = said(small(LAW, lets("pupils", effective_from="2027-01-04")), FAMILY)
    assert "questions from 4 January 2027 on, such as" in line


def test_a_law_that_the_school_wrote_is_told_once_at_its_rule() -> None:
    rules = [lets(each, function=each) for each in ("bring", "call", "carry", "message")]
    whole = small(lets("own-law", "illegal", thing="device"), *rules)
    found = check_sense(whole, places := placed(whole), survey_periods(whole), record_in(places))
    assert [str(each) for each in found if each.code == f"sense.{FAMILY}"] == [
        'schools/hill/rules.yml:1:3: The rules "bring" ("allowed") (data/rules.yml, line 2), '
        '"call" ("allowed") (data/rules.yml, line 3), "carry" ("allowed") (data/rules.yml, line 4) '
        'and 1 more answer what "own-law" says is against the law, in 320 questions, such as: '
        "bringing a phone, anywhere (Year 5). If the law does not forbid all of that, write "
        '"level: not-allowed" here, or let this one be about less; else write "level: illegal" '
        "there."
    ]
