"""Each example school has what the source that it stands for has, or a list says why not."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from schoolpolicy.model.statement import Statement
from schoolpolicy.reading.project import Project
from tests.parity.entries import SCHOOLS, Entry, read_entries
from tests.parity.holds import Held, look
from tests.policies import policy
from tests.support import ROOT

PROJECT = Project(ROOT)
BY_SCHOOL = {school: source for source, schools in SCHOOLS.items() for school in schools}


@cache
def entries() -> tuple[Entry, ...]:
    return read_entries()


def test_every_school_of_the_lists_is_there() -> None:
    assert set(BY_SCHOOL) <= set(PROJECT.slugs())


def test_each_of_the_34_points_has_schools_that_show_it() -> None:
    points = {int(each.id.split("-")[1]) for each in entries() if each.id.startswith("point-")}
    assert points == set(range(1, 35))


@pytest.mark.parametrize("school", BY_SCHOOL)
def test_a_school_has_what_its_source_has(school: str) -> None:
    held = look(PROJECT, school)
    missing = [line for entry in entries() for line in held.missing(entry, BY_SCHOOL[school])]
    assert not missing, f"{len(missing)} missing:\n" + "\n".join(missing)


def test_each_entry_has_an_id_of_its_own() -> None:
    twice = [name for name, count in Counter(each.id for each in entries()).items() if count > 1]
    assert not twice


def test_a_reason_says_more_than_a_word() -> None:
    reasons = {
        each.id: reason for each in entries() for s in each.sources if (reason := each.reason(s))
    }
    assert [name for name, reason in reasons.items() if len(reason.split()) < 5] == []


def entry(**fields: object) -> Entry:
    return Entry.model_validate(
        {"id": "it", "has": "a thing", "in": ["oakfield-primary"], **fields}
    )


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "it: nothing is said about oakfield-primary"),
        ({"in": ["hill"], "is": ["roles/head"]}, "it: no such source: hill"),
        (
            {"is": ["roles/head"], "where": {"st-bede-infant": ["roles/dsl"]}},
            'it: not under "in": st-bede-infant',
        ),
        (
            {"is": ["roles/head"], "left_out": "It is out of date."},
            "it: it is left out, and yet said to be there",
        ),
    ],
)
def test_an_entry_accounts_for_each_source(fields: dict[str, object], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        entry(**fields)


def small() -> Held:
    return Held(policy(), frozenset({"parents/images.md"}))


@pytest.mark.parametrize(
    "wanted",
    [
        "cohorts/y5",
        "cohorts/y5/band",
        "cohorts/y5/band/ks2",
        "school/review.edition",
        "places/lessons",
    ],
)
def test_what_is_there_is_held(wanted: str) -> None:
    assert small().holds(wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        "cohorts/y9",
        "cohorts/y5/band/ks3-4",
        "cohorts/y5/nothing",
        "school/motto",
        "page/x.md",
        "y5",
    ],
)
def test_what_is_not_there_is_not_held(wanted: str) -> None:
    assert not small().holds(wanted)


def test_where_a_choice_decides_one_of_several_is_enough() -> None:
    assert small().holds("cohorts/y9 or cohorts/y5")
    assert not small().holds("cohorts/y9 or cohorts/y8")


def test_words_for_one_reader_are_held_if_there_are_any() -> None:
    said = {"id": "kind", "topic": "chats", "text": "Be kind.", "words": {"staff": "Be kind."}}
    held = Held(policy(statements=(Statement.model_validate(said),)), frozenset())
    assert held.holds("statements/kind/words/staff")
    assert not held.holds("statements/kind/words/parents")


def test_pages_are_named_as_below_docs() -> None:
    assert small().holds("page/parents/images.md")


def test_a_missing_record_is_named_with_the_entry() -> None:
    wanted = entry(**{"is": ["cohorts/y5", "cohorts/y9"]})
    assert list(small().missing(wanted, "oakfield-primary")) == ["it: cohorts/y9"]


def test_a_school_that_does_otherwise_is_asked_for_that() -> None:
    wanted = entry(**{"is": ["cohorts/y9"], "where": {"oakfield-primary": ["cohorts/y6"]}})
    assert list(small().missing(wanted, "oakfield-primary")) == []


def test_a_question_that_no_rule_answers_is_missing() -> None:
    wanted = entry(
        answers=[{"who": "pupils", "thing": "phone", "place": "lessons", "level": "allowed"}]
    )
    assert list(small().missing(wanted, "oakfield-primary")) == [
        "it: phone (lessons) for pupils is no rule, not allowed"
    ]


def test_words_that_mean_nothing_are_missing() -> None:
    wanted = entry(answers=[{"who": "pupils", "thing": "submarine", "level": "allowed"}])
    (line,) = small().missing(wanted, "oakfield-primary")
    assert line.startswith("it: submarine for pupils: ")


def test_a_cell_that_one_source_left_blank_is_asked_of_the_others_only() -> None:
    wanted = entry(
        **{
            "in": ["oakfield-primary", "harbour-academy"],
            "is": ["cohorts/y5"],
            "answers": [
                {"who": "pupils", "thing": "phone", "level": "must", "in": ["harbour-academy"]}
            ],
        }
    )
    assert list(small().missing(wanted, "oakfield-primary")) == []
    assert len(list(small().missing(wanted, "harbour-academy"))) == 1
