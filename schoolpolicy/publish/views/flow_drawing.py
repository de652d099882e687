"""A flowchart as a picture: where its boxes and arrows stand, wide or narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.incident import FlowKind
from schoolpolicy.publish.views.boxes import Box, Line, outline
from schoolpolicy.publish.views.drawing import text_width, wrap
from schoolpolicy.publish.views.flow import end_nodes, lane_nodes, who_acts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schoolpolicy.model.incident import Flowchart, FlowLane, FlowNode
    from schoolpolicy.model.policy import Policy

SIZE = 15.0
SMALL = 13.0
LEADING = 19.0
GAP = 26.0
EDGE = 14.0


@dataclass(frozen=True)
class FlowDrawing:
    """The whole picture."""

    wide: bool
    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]


def flow_drawing(policy: Policy, chart: Flowchart, *, wide: bool) -> FlowDrawing:
    """Place every box of a flowchart: branches side by side if wide, else below each other."""
    return _Layout(policy, chart, wide=wide).draw()


class _Layout:
    """Places boxes from top to bottom and joins them with arrows."""

    def __init__(self, policy: Policy, chart: Flowchart, *, wide: bool) -> None:
        self.policy = policy
        self.chart = chart
        self.wide = wide
        self.width = 720.0 if wide else 340.0
        self.y = 2.0
        self.boxes: list[Box] = []
        self.arrows: list[str] = []

    def draw(self) -> FlowDrawing:
        first, last = end_nodes(self.chart)
        inner = self.width - (240 if self.wide else 4)
        left = (self.width - inner) / 2
        top = self._column(first, left, inner)
        ends = self._side_by_side(top) if self.wide else self._stacked(top)
        start = self.y
        below = self._column(last, left, inner)
        if below:
            for end in ends:
                self._join(end, below[0], start)
        return FlowDrawing(
            self.wide, self.width, self.y - GAP + 4, tuple(self.boxes), tuple(self.arrows)
        )

    def _side_by_side(self, top: list[Box]) -> list[Box]:
        gap = 28.0
        count = len(self.chart.lanes)
        inner = (self.width - 4 - gap * (count - 1)) / count
        start, ends, deepest = self.y + 10, [], self.y
        for n, lane in enumerate(self.chart.lanes):
            self.y = start
            x = 2 + n * (inner + gap)
            answer = self._answer(lane, x, inner)
            if top:
                turn = start - 16
                self.arrows.append(
                    f"M{top[-1].middle:.1f} {top[-1].bottom:.1f}V{turn:.1f}"
                    f"H{answer.middle:.1f}V{answer.y:.1f}"
                )
            boxes = self._column(lane_nodes(self.chart, lane), x, inner, after=answer)
            ends.append(boxes[-1] if boxes else answer)
            deepest = max(deepest, self.y)
        self.y = deepest + 10
        return ends

    def _stacked(self, top: list[Box]) -> list[Box]:
        ends = []
        inner = self.width - 4 * EDGE
        for lane in self.chart.lanes:
            self.y += 4
            answer = self._answer(lane, 2 * EDGE, inner)
            if top:
                low = top[-1].y + top[-1].height / 2
                side = answer.y + answer.height / 2
                self.arrows.append(
                    f"M{top[-1].x:.1f} {low:.1f}H{EDGE / 2:.1f}V{side:.1f}H{answer.x:.1f}"
                )
            boxes = self._column(lane_nodes(self.chart, lane), 2 * EDGE, inner, after=answer)
            ends.append(boxes[-1] if boxes else answer)
        return ends

    def _join(self, end: Box, below: Box, start: float) -> None:
        """Draw the arrow from a branch's last box to what comes after the branches."""
        if self.wide:
            turn = start - 18
            self.arrows.append(
                f"M{end.middle:.1f} {end.bottom:.1f}V{turn:.1f}H{below.middle:.1f}V{below.y:.1f}"
            )
            return
        rail = self.width - EDGE / 2
        side, target = end.y + end.height / 2, below.y + below.height / 2
        self.arrows.append(
            f"M{end.x + end.width:.1f} {side:.1f}H{rail:.1f}V{target:.1f}"
            f"H{below.x + below.width:.1f}"
        )

    def _column(
        self, nodes: Sequence[FlowNode], x: float, width: float, after: Box | None = None
    ) -> list[Box]:
        """Place boxes below each other, each with an arrow from the one above."""
        placed: list[Box] = []
        # In a narrow picture the rails run beside the boxes, which therefore stand further in.
        if not self.wide and after is None:
            x, width = 2 * EDGE, self.width - 4 * EDGE
        for node in nodes:
            box = self._box(node, x, width)
            above = placed[-1] if placed else after
            if above is not None:
                self.arrows.append(f"M{box.middle:.1f} {above.bottom:.1f}V{box.y:.1f}")
            placed.append(box)
        return placed

    def _answer(self, lane: FlowLane, x: float, width: float) -> Box:
        lines = [
            *((line, "answer") for line in wrap(lane.answer, width - 24, SIZE, bold=True)),
            *((line, "who") for line in wrap(lane.title, width - 24, SMALL)),
        ]
        return self._place("answer", lines, x, width)

    def _box(self, node: FlowNode, x: float, width: float) -> Box:
        pad = 56 if node.kind is FlowKind.QUESTION else 28
        lines = [(line, "text") for line in wrap(node.text, width - pad, SIZE)]
        if node.kind is FlowKind.STOP:
            lines.insert(0, ("STOP", "stop"))
        if node.kind is FlowKind.QUESTION:
            lines.insert(0, ("QUESTION", "stop"))
        who = who_acts(self.policy, node)
        if who:
            lines += [(line, "who") for line in wrap(who, width - pad, SMALL)]
        return self._place(node.kind.value, lines, x, width)

    def _place(self, kind: str, lines: list[tuple[str, str]], x: float, width: float) -> Box:
        height = len(lines) * LEADING + 18
        if kind == "answer":
            width_needed = max(
                text_width(text, SIZE, bold=role == "answer") for text, role in lines
            )
            narrower = min(width, width_needed + 40)
            x, width = x + (width - narrower) / 2, narrower
        middle = x + width / 2
        box = Box(
            kind,
            x,
            self.y,
            width,
            height,
            outline(kind, x, self.y, width, height),
            tuple(
                Line(middle, self.y + 9 + (n + 0.75) * LEADING, text, role)
                for n, (text, role) in enumerate(lines)
            ),
        )
        self.boxes.append(box)
        self.y += height + GAP
        return box
