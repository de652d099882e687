"""Where a record is used."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.uses import Use, uses
from tests.policies import (
    activity,
    agreement,
    checklist,
    citation,
    column,
    duty,
    flowchart,
    grid,
    incident,
    node,
    oakfield,
    policy,
    requirement,
    role,
    rule,
    statement,
    topic,
)

MEDICAL = {"id": "medical", "text": "A plan says so.", "decided_by": "head"}
HILL = policy(
    rule("phones", "with-permission", by=("head",), unless=(MEDICAL,), source=("guidance",)),
    rule("bets", thing="gambling", who={"audience": "pupils", "cohorts": ["y6"]}),
    activities=(activity("gambling", law=("guidance",)),),
    grids=(
        grid(
            columns=[column("older", "pupils", "y6")],
            rows=[{"id": "row", "title": "Phones", "thing": "phone", "place": "lessons"}],
        ),
    ),
    roles=(
        role("head", duties=[duty("head-leads", source=("guidance",))]),
        role("teacher", reports_to="head", may_combine_with=("head",)),
    ),
    topics=(topic("phones"),),
    statements=(statement("lock", duties=("head-leads",)),),
    incidents=(incident("bullying"),),
    flowcharts=(flowchart(node("a", by="head"), node("b"), node("c")),),
    agreements=(agreement("mine", {"id": "c", "text": "I lock it.", "statements": ["lock"]}),),
    checklists=(checklist("list", {"id": "i", "text": "Look.", "from": {"duty": "head-leads"}}),),
    requirements=(requirement("phone-free"),),
    citations=(citation("guidance"),),
)


def names(subject: str, wanted: str, whole: Any = HILL) -> set[tuple[str, str, str | None, str]]:
    return {(each.subject, each.id, each.part, each.field) for each in uses(whole, subject, wanted)}


def test_a_role_is_used_by_records_and_by_their_parts() -> None:
    assert names("roles", "head") == {
        ("checklists", "list", None, "role"),
        ("checklists", "list", None, "signed_by"),
        ("flowcharts", "what-to-do", None, "by"),
        ("incidents", "bullying", None, "decides"),
        ("incidents", "bullying", None, "if_subject"),
        ("incidents", "bullying", "bullying-stop", "by"),
        ("roles", "teacher", None, "reports_to"),
        ("roles", "teacher", None, "may_combine_with"),
        ("rules", "phones", None, "by"),
        ("rules", "phones", "medical", "decided_by"),
        ("topics", "phones", None, "owner"),
    }


def test_a_citation_is_used_by_a_duty_as_a_part_of_its_role() -> None:
    assert names("citations", "guidance") == {
        ("activities", "gambling", None, "law"),
        ("requirements", "phone-free", None, "citation"),
        ("roles", "head", "head-leads", "source"),
        ("rules", "phones", None, "source"),
    }


def test_a_duty_is_used_like_any_record() -> None:
    assert uses(HILL, "duties", "head-leads") == [
        Use("checklists", "list", "i", "duty"),
        Use("statements", "lock", None, "duties"),
    ]


def test_what_records_share_is_used_by_those_that_name_it() -> None:
    secrets = {"id": "no-secrets", "text": "Never promise.", "because": "Others must know."}
    told = incident("bullying", never=[secrets])
    whole = policy(rule("phones", unless=[MEDICAL]), incidents=(told,))
    assert uses(whole, "exceptions", "medical") == [Use("rules", "phones", None, "unless")]
    assert uses(whole, "nevers", "no-secrets") == [Use("incidents", "bullying", None, "never")]


def test_a_clause_is_named_where_it_stands_on_a_statement() -> None:
    assert names("statements", "lock") == {("agreements", "mine", "c", "statements")}


def test_an_activity_is_also_a_thing_that_rules_are_about() -> None:
    assert names("activities", "gambling") == {("rules", "bets", None, "thing")}


def test_things_places_and_cohorts_are_found_inside_grids_and_rules() -> None:
    assert ("grids", "grid", None, "thing") in names("things", "phone")
    assert names("places", "lessons") == {("grids", "grid", None, "place")}
    assert names("cohorts", "y6") == {
        ("grids", "grid", None, "cohorts"),
        ("rules", "bets", None, "cohorts"),
    }


def test_an_id_of_another_subject_is_no_use() -> None:
    assert uses(HILL, "places", "phone") == []
    assert uses(HILL, "roles", "nobody") == []


@pytest.mark.parametrize("subject", ["citations", "contacts", "requirements"])
def test_every_fact_from_outside_is_used_by_oakfield_or_shown_to_all(subject: str) -> None:
    whole = oakfield()
    unused = [each for each in whole.subject(subject) if not uses(whole, subject, each)]
    assert len(unused) <= len(whole.subject(subject)) / 4, unused


def test_every_use_in_oakfield_is_by_a_record_that_exists() -> None:
    whole = oakfield()
    for use in uses(whole, "roles", "dsl"):
        assert use.subject in SUBJECTS
        assert use.id in whole.subject(use.subject)
