"""The boxes of a flowchart: their shape tells what they are."""

from __future__ import annotations

from schoolpolicy.model.incident import FlowKind
from schoolpolicy.publish.views.boxes import Box, outline


def test_a_box_knows_its_middle_and_its_lower_edge() -> None:
    box = Box("step", 10, 20, 100, 40, "", ())
    assert (box.middle, box.bottom) == (60, 60)


def test_a_question_has_points_at_its_sides() -> None:
    assert outline("question", 0, 0, 100, 40) == (
        "M0.0 20.0L18.0 0.0L82.0 0.0L100.0 20.0L82.0 40.0L18.0 40.0Z"
    )


def test_a_stop_has_cut_corners() -> None:
    assert outline("stop", 0, 0, 100, 40) == (
        "M12.0 0.0L88.0 0.0L100.0 12.0L100.0 28.0L88.0 40.0L12.0 40.0L0.0 28.0L0.0 12.0Z"
    )


def test_a_step_has_small_bends_and_an_end_round_sides() -> None:
    assert outline("step", 0, 0, 100, 40).startswith("M4.0 0.0H96.0A4.0 4.0 0 0 1 100.0 4.0")
    assert outline("end", 0, 0, 100, 40).startswith("M20.0 0.0H80.0A20.0 20.0 0 0 1 100.0 20.0")


def test_a_tall_round_box_bends_no_further_than_its_corners() -> None:
    assert outline("start", 0, 0, 100, 200).startswith("M22.0 0.0H78.0A22.0 22.0")


def test_only_start_and_end_look_alike() -> None:
    shapes = {kind: outline(kind.value, 0, 0, 100, 40) for kind in FlowKind}
    assert shapes[FlowKind.START] == shapes[FlowKind.END]
    assert len(set(shapes.values())) == len(FlowKind) - 1


def test_an_outline_starts_where_the_box_stands() -> None:
    assert outline("stop", 5, 7, 100, 40).startswith("M17.0 7.0")
