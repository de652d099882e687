"""No text says that there are no exceptions to what has some."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.sense.no_exceptions import absolute
from tests.checks.sense.support import ban, lets, said, sense, small
from tests.policies import agreement, response, role, rule, statement

FAMILY = "no-exceptions"
REMEDY = "Leave these words out, or say who decides on exceptions."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No phones. There are no exceptions.", "no exceptions"),
        ("Phones are banned without exception.", "without exception"),
        ("Under no circumstances may a phone be used.", "under no circumstances"),
        ("We have zero tolerance of phones.", "zero tolerance"),
        ("We take a zero-tolerance approach.", "zero-tolerance"),
        ("Phones are always taken, and a phone is never excused.", "always taken, and a phone"),
        ("No phones, no excuses.", "no excuse"),
        ("Phones are not allowed, without exception.", "without exception"),
        ("Pupils do not use phones without exception.", "without exception"),
        ("Do not use a phone under any circumstances.", "under any circumstances"),
        ("No pupil is exempt.", "no pupil is exempt"),
    ],
)
def test_words_that_leave_no_exception_are_found(text: str, words: str) -> None:
    assert words in (absolute(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "Agreed exceptions stand.",
        "There are no exceptions other than those below.",
        "No exceptions except for a health need.",
        "We do not have zero tolerance.",
        "In no circumstances is a child left without an aid.",
        "Ask what happens if there are no exceptions.",
        "Never use a phone in lessons.",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert absolute(text) is None


@pytest.mark.parametrize("field", ["because", "condition", "plain", "instead"])
def test_a_text_of_a_rule_may_not_deny_its_exceptions(field: str) -> None:
    assert said(small(ban("phones", **{field: "There are no exceptions."})), FAMILY) == [
        f'data/rules.yml:1:3: The rule "phones", under "{field}", says "no exceptions", but the '
        f'rule "phones" has exceptions (medical, disability). {REMEDY}'
    ]


def test_pupils_words_and_storage_are_read_too() -> None:
    pupils = ban("phones", pupils={"ks2": "No phones, without exception."})
    stored = ban("phones", storage={"where": "bag", "text": "Always off, no exceptions."})
    assert len(sense(small(pupils), FAMILY)) == 1
    assert len(sense(small(stored), FAMILY)) == 1


def test_a_rule_without_exceptions_may_say_so() -> None:
    assert sense(small(rule("phones", plain="There are no exceptions.")), FAMILY) == []


def test_a_more_particular_rule_that_lets_somebody_is_an_exception() -> None:
    strict = rule("phones", plain="There are no exceptions.")
    asked = lets("needed", "with-permission", by=["head"], function="medical")
    (found,) = said(small(strict, asked), FAMILY)
    assert 'but the more particular rule "needed" makes an exception from "phones"' in found
    assert sense(small(strict, rule("also", function="call")), FAMILY) == []


def test_an_exception_may_speak_for_itself() -> None:
    own = [{"id": "aid", "text": "An aid, without exception.", "decided_by": "head"}]
    assert sense(small(rule("phones", unless=own)), FAMILY) == []


def test_a_clause_that_stands_on_the_rule_is_read() -> None:
    clause = {"id": "away", "text": "My phone is away, no exceptions.", "rules": ["phones"]}
    whole = small(ban("phones"), agreements=[agreement("pupils", clause)])
    assert said(whole, FAMILY) == [
        'data/agreements.yml:1:3: The agreement "pupils", at "away", under "text", says '
        f'"no exceptions", but the rule "phones" has exceptions (medical, disability). {REMEDY}'
    ]


def test_a_response_always_has_somebody_who_may_decide_otherwise() -> None:
    strict = response("phones", plain="We have zero tolerance of phones.")
    (found,) = said(small(responses=[strict], roles=[role("head", title="headteacher")]), FAMILY)
    assert "it lets the headteacher decide otherwise where that is fair" in found


def test_a_statement_counts_where_it_covers_the_same_and_names_the_thing() -> None:
    rules = [ban("phones", covers=["phone-free"])]
    phones = statement("a", text="No phones, no exceptions.", covers=["phone-free"])
    others = statement("b", text="No cameras, no exceptions.", covers=["phone-free"])
    apart = statement("c", text="No phones, no exceptions.", covers=["other"])
    found = sense(small(*rules, statements=[phones, others, apart]), FAMILY)
    assert [each.place.line for each in found] == [1]


def test_a_clause_counts_through_its_statement() -> None:
    linked = statement("a", text="No phones.", covers=["phone-free"])
    clause = {"id": "away", "text": "No phones, no exceptions.", "statements": ["a"]}
    whole = small(
        ban("phones", covers=["phone-free"]),
        statements=[linked],
        agreements=[agreement("pupils", clause)],
    )
    assert [each.place.file for each in sense(whole, FAMILY)] == ["data/agreements.yml"]
