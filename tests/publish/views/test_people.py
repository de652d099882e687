"""Who answers to whom, as a tree and as a picture."""

from __future__ import annotations

from itertools import pairwise

import pytest

from schoolpolicy.model.role import RoleKind
from schoolpolicy.publish.views.drawing import text_width
from schoolpolicy.publish.views.people import (
    KIND_WORDS,
    PeopleDrawing,
    Person,
    by_kind,
    people_drawing,
    people_tree,
)
from tests.policies import oakfield, policy, role

HILL = policy(
    roles=(
        role("board", kind="governance"),
        role("head", reports_to="board"),
        role("teacher", kind="staff", reports_to="head"),
        role("clerk", reports_to="board"),
        role("pupils", kind="community"),
    )
)


def test_roles_stand_below_the_role_they_answer_to_in_the_order_of_the_file() -> None:
    teacher = Person("teacher", "Teacher", ())
    head, clerk = Person("head", "Head", (teacher,)), Person("clerk", "Clerk", ())
    assert people_tree(HILL) == (Person("board", "Board", (head, clerk)),)


def test_roles_that_answer_to_each_other_in_a_circle_do_not_hang() -> None:
    circle = (role("one", reports_to="two"), role("two", reports_to="one"))
    assert people_tree(policy(roles=(*HILL.roles, *circle))) == people_tree(HILL)


def test_roles_are_grouped_by_kind_and_empty_kinds_left_out() -> None:
    assert [(kind, [each.id for each in roles]) for kind, roles in by_kind(HILL)] == [
        (RoleKind.GOVERNANCE, ["board"]),
        (RoleKind.LEADERSHIP, ["head", "clerk"]),
        (RoleKind.STAFF, ["teacher"]),
        (RoleKind.COMMUNITY, ["pupils"]),
    ]


def test_every_kind_has_words() -> None:
    assert list(KIND_WORDS) == list(RoleKind)


def test_the_picture_has_a_box_for_each_role_of_the_tree_from_the_top_down() -> None:
    drawing = people_drawing(HILL, 720)
    assert [box.id for box in drawing.boxes] == ["board", "head", "teacher", "clerk"]
    assert [box.x for box in drawing.boxes] == [1, 41, 81, 41]
    assert [box.elbow is None for box in drawing.boxes] == [True, False, False, False]


def test_an_elbow_leads_from_the_superiors_lower_edge_to_the_middle_of_the_left_side() -> None:
    board, head, *_ = people_drawing(HILL, 720).boxes
    low, middle = board.y + board.height, head.y + head.height / 2
    assert head.elbow == f"M21.0 {low:.1f}V{middle:.1f}H41.0"


def drawings() -> list[PeopleDrawing]:
    return [people_drawing(whole, width) for whole in (HILL, oakfield()) for width in (340, 720)]


@pytest.mark.parametrize("drawing", drawings(), ids=["hill-340", "hill-720", "340", "720"])
class TestPicture:
    """At either width, for a small school and for Oakfield."""

    def test_no_box_touches_the_next(self, drawing: PeopleDrawing) -> None:
        for above, below in pairwise(drawing.boxes):
            assert above.y + above.height < below.y

    def test_all_boxes_lie_within_the_picture(self, drawing: PeopleDrawing) -> None:
        for box in drawing.boxes:
            assert box.x > 0
            assert box.y > 0
            assert box.x + box.width < drawing.width
            assert box.y + box.height < drawing.height

    def test_every_line_fits_its_box(self, drawing: PeopleDrawing) -> None:
        for box in drawing.boxes:
            for line in box.lines:
                wide = text_width(line, drawing.size, bold=True)
                assert wide <= box.width - 2 * drawing.padding + 0.01
            assert len(box.lines) * drawing.leading <= box.height


def test_a_school_where_nobody_answers_to_anybody_has_an_empty_picture() -> None:
    drawing = people_drawing(policy(roles=(role("head"),)), 340)
    assert drawing.boxes == ()
    assert drawing.height >= 0
