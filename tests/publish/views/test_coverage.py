"""Coverage as pages show it: by source, by kind, and without what an audience may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.coverage.report import coverage
from schoolpolicy.model.coverage import CoverageStatus
from schoolpolicy.model.vocabulary import Need, Strength, Visibility
from schoolpolicy.publish.audience import for_audience
from schoolpolicy.publish.views.coverage import LOOKS, CoverageView, Row, coverage_view
from schoolpolicy.publish.views.coverage_drawing import coverage_drawing
from schoolpolicy.publish.views.coverage_words import STRENGTHS, summary
from tests.policies import (
    citation,
    duty,
    incident,
    oakfield,
    policy,
    post,
    requirement,
    role,
    rule,
    statement,
    topic,
)

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

ASKED = {"covers": ("phone-free",)}
HILL = policy(
    rule("phones", **ASKED),
    rule("watches", thing="watch", **ASKED),
    rule("staff", who={"audience": "staff"}, **ASKED),
    citations=(citation("guidance"),),
    requirements=(requirement("phone-free"), requirement("unanswered")),
    topics=(topic("phones"),),
    statements=(statement("lock", **ASKED), statement("off", **ASKED), statement("other")),
    roles=(
        role("head", title="headteacher", duties=[duty("checks", visibility="staff", **ASKED)]),
    ),
    incidents=(incident("bullying", visibility="staff", **ASKED),),
    posts=(post("headteacher", holds=["head"]),),
)


def seen(whole: Policy, audience: Visibility) -> CoverageView:
    covered = coverage(whole, whole, ())
    return coverage_view(for_audience(whole, audience), covered, frozenset(), audience)


def rows(whole: Policy, audience: Visibility) -> list[Row]:
    view = seen(whole, audience)
    return [row for source in view.sources for row in source.rows]


def told(row: Row) -> list[tuple[str, str, list[str]]]:
    return [
        (need, kind, [each.title for each in found])
        for need, kinds in row.answers
        for kind, found in kinds
    ]


def test_answers_stand_by_need_and_kind_each_title_once() -> None:
    first, _ = rows(HILL, Visibility.STAFF)
    assert told(first) == [
        ("The policy says it", "Policy", ["Phones"]),
        ("The policy says it", "Rules", ["for pupils", "for staff"]),
        ("Somebody does it", "Duties", ["headteacher"]),
        ("Somebody does it", "What to do", ["someone does bullying"]),
    ]
    assert not first.more


def test_the_public_reads_that_there_is_more_but_not_what() -> None:
    first, _ = rows(HILL, Visibility.PUBLIC)
    assert [need for need, _, _ in told(first)] == ["The policy says it", "The policy says it"]
    assert first.more
    assert first.asked.status is CoverageStatus.COVERED


def test_a_requirement_for_staff_is_not_in_the_public_table() -> None:
    inner = requirement("phone-free").model_copy(update={"visibility": Visibility.STAFF})
    whole = HILL.model_copy(update={"requirements": (inner, requirement("unanswered"))})
    assert [row.asked.requirement for row in rows(whole, Visibility.PUBLIC)] == ["unanswered"]
    assert seen(whole, Visibility.PUBLIC).summary == (
        "0 of 1 requirements are covered, 1 not covered"
    )
    assert len(rows(whole, Visibility.STAFF)) == 2


def test_the_public_learns_what_is_missing_and_not_that_a_role_has_no_holder() -> None:
    asked = requirement("phone-free").model_copy(update={"needs": (Need.DOES,)})
    update = {"requirements": (asked,), "incidents": (), "posts": (post("caretaker"),)}
    whole = HILL.model_copy(update=update)
    (inner,), (outer,) = rows(whole, Visibility.STAFF), rows(whole, Visibility.PUBLIC)
    assert inner.asked.why == 'Nobody has the duty. Nobody holds the role "head".'
    assert outer.asked.why == "Nobody has the duty."


def test_what_nothing_answers_is_a_gap() -> None:
    view = seen(HILL, Visibility.STAFF)
    assert [row.asked.requirement for row in view.gaps] == ["unanswered"]
    assert view.summary == "1 of 2 requirements are covered, 1 not covered"
    assert [(look.word, count) for look, count in view.counts] == [
        ("Covered", 1),
        ("Not covered", 1),
    ]


def test_when_all_is_covered_the_summary_says_so() -> None:
    whole = HILL.model_copy(update={"requirements": (requirement("phone-free"),)})
    assert summary(coverage(whole, whole, ())) == "All 1 requirements are covered"


def test_the_picture_has_a_tile_for_each_requirement_within_its_edges() -> None:
    whole = oakfield()
    view = seen(whole, Visibility.GOVERNORS)
    for wide in (False, True):
        drawing = coverage_drawing(view.sources, wide=wide)
        assert len(drawing.tiles) == sum(len(source.rows) for source in view.sources)
        assert len({(tile.x, tile.y) for tile in drawing.tiles}) == len(drawing.tiles)
        assert all(tile.x + 22 <= drawing.width for tile in drawing.tiles)
        assert all(tile.y + 22 <= drawing.height for tile in drawing.tiles)


def test_every_strength_and_status_has_words() -> None:
    assert list(STRENGTHS) == list(Strength)
    assert list(LOOKS) == list(CoverageStatus)
    assert len({look.icon for look in LOOKS.values()}) == len(LOOKS)
