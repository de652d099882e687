"""A flowchart as a picture, wide or narrow."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.publish.views.drawing import text_width
from schoolpolicy.publish.views.flow_drawing import SIZE, SMALL, FlowDrawing, flow_drawing
from tests.policies import flowchart, node, oakfield, policy, role

if TYPE_CHECKING:
    from schoolpolicy.publish.views.boxes import Box

CHART = flowchart(
    node("start", "start", by="head"),
    node("ask", "question"),
    node("stop", "stop", "bad"),
    node("call", lane="bad"),
    node("log", lane="mild"),
    node("end", "end"),
)
HILL = policy(roles=(role("head"),))


def draw(*, wide: bool) -> FlowDrawing:
    return flow_drawing(HILL, CHART, wide=wide)


def said(box: Box) -> list[str]:
    return [line.text for line in box.lines]


def test_boxes_stand_from_top_to_bottom_with_the_answer_above_each_branch() -> None:
    assert [said(box) for box in draw(wide=True).boxes] == [
        ["Do start.", "Head"],
        ["QUESTION", "Do ask."],
        ["Yes", "Could be a crime"],
        ["STOP", "Do stop."],
        ["Do call."],
        ["No", "Not a crime"],
        ["Do log."],
        ["Do end."],
    ]


def test_what_a_box_is_and_what_a_line_is_are_known() -> None:
    start, ask, answer, stop, *_ = draw(wide=False).boxes
    assert [box.kind for box in (start, ask, answer, stop)] == [
        "start",
        "question",
        "answer",
        "stop",
    ]
    assert [line.role for line in start.lines] == ["text", "who"]
    assert [line.role for line in ask.lines] == ["stop", "text"]
    assert [line.role for line in answer.lines] == ["answer", "who"]


def test_wide_branches_stand_side_by_side_and_narrow_ones_below_each_other() -> None:
    _, _, yes, _, _, no, *_ = draw(wide=True).boxes
    assert yes.y == no.y
    assert yes.x + yes.width < no.x
    _, _, yes, _, call, no, *_ = draw(wide=False).boxes
    assert call.bottom < no.y
    assert yes.x < 340 / 2 < yes.x + yes.width


def test_boxes_above_the_question_are_joined_straight_down() -> None:
    drawing = draw(wide=True)
    start, ask, *_ = drawing.boxes
    assert drawing.arrows[0] == f"M360.0 {start.bottom:.1f}V{ask.y:.1f}"


def test_each_branch_leaves_the_question_and_reaches_the_end() -> None:
    wide = draw(wide=True)
    _, ask, yes, _, call, no, log, end = wide.boxes
    joined = {(arrow.split("V")[0], arrow.split("V")[-1]) for arrow in wide.arrows if "H" in arrow}
    assert joined == {
        (f"M{ask.middle:.1f} {ask.bottom:.1f}", f"{yes.y:.1f}"),
        (f"M{ask.middle:.1f} {ask.bottom:.1f}", f"{no.y:.1f}"),
        (f"M{call.middle:.1f} {call.bottom:.1f}", f"{end.y:.1f}"),
        (f"M{log.middle:.1f} {log.bottom:.1f}", f"{end.y:.1f}"),
    }


def test_a_branch_without_boxes_leads_from_its_answer_to_the_end() -> None:
    chart = flowchart(node("ask", "question"), node("stop", "stop", "bad"), node("end", "end"))
    for wide in (True, False):
        drawing = flow_drawing(HILL, chart, wide=wide)
        assert len(drawing.boxes) == 5
        assert len(drawing.arrows) == 5


def drawings() -> list[FlowDrawing]:
    real = oakfield()
    return [
        flow_drawing(whole, chart, wide=wide)
        for whole, charts in ((HILL, (CHART,)), (real, real.flowcharts))
        for chart in charts
        for wide in (True, False)
    ]


@pytest.mark.parametrize("drawing", drawings())
class TestPicture:
    """At either width, for a small chart and for Oakfield's."""

    def test_no_two_boxes_overlap(self, drawing: FlowDrawing) -> None:
        for one, other in combinations(drawing.boxes, 2):
            assert (
                one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.bottom < other.y
                or other.bottom < one.y
            ), (said(one), said(other))

    def test_all_boxes_lie_within_the_picture(self, drawing: FlowDrawing) -> None:
        for box in drawing.boxes:
            assert box.x >= 0
            assert box.y >= 0
            assert box.x + box.width <= drawing.width
            assert box.bottom <= drawing.height

    def test_all_arrows_lie_within_the_picture(self, drawing: FlowDrawing) -> None:
        for arrow in drawing.arrows:
            across = [float(each) for each in re.findall(r"[MH]([\d.]+)", arrow)]
            down = [float(each) for each in re.findall(r"(?:V|M[\d.]+ )([\d.]+)", arrow)]
            assert all(0 <= each <= drawing.width for each in across)
            assert all(0 <= each <= drawing.height for each in down)

    def test_every_line_fits_its_box(self, drawing: FlowDrawing) -> None:
        for box in drawing.boxes:
            for line in box.lines:
                size = SMALL if line.role == "who" else SIZE
                wide = text_width(line.text, size, bold=line.role == "answer")
                assert wide <= box.width
                assert box.y < line.y < box.bottom
                assert line.x == box.middle
