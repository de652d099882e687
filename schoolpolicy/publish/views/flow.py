"""A flowchart: its boxes and arrows, for a wide and for a narrow picture, and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.incident import FlowKind
from schoolpolicy.publish.views.drawing import text_width, wrap
from schoolpolicy.publish.views.phrases import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schoolpolicy.model.incident import Flowchart, FlowLane, FlowNode
    from schoolpolicy.model.policy import Policy

SIZE = 15.0
SMALL = 13.0
LEADING = 19.0
GAP = 26.0
EDGE = 14.0
EVERYWHERE = "all"
"""The lane of the boxes above and below the branches."""


@dataclass(frozen=True)
class Line:
    """One line of text with its middle and its baseline."""

    x: float
    y: float
    text: str
    role: str
    """What it is: `text`, `who`, `stop` or `answer`."""


@dataclass(frozen=True)
class Box:
    """One box: its kind, outline and text."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    outline: str
    """The path around it, as SVG writes it."""
    lines: tuple[Line, ...]

    @property
    def middle(self) -> float:
        """The middle, from the left."""
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class FlowDrawing:
    """The whole picture."""

    wide: bool
    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]


@dataclass(frozen=True)
class FlowWords:
    """The flowchart in words: what comes first, each branch, what comes last."""

    first: tuple[tuple[str, str | None], ...]
    lanes: tuple[tuple[FlowLane, tuple[tuple[str, str | None], ...]], ...]
    last: tuple[tuple[str, str | None], ...]


def flow_text(policy: Policy, chart: Flowchart) -> FlowWords:
    """Return a flowchart as lists of what to do and who does it."""

    def said(nodes: Sequence[FlowNode]) -> tuple[tuple[str, str | None], ...]:
        return tuple((node.text, _who(policy, node)) for node in nodes)

    first, last = _ends(chart)
    return FlowWords(
        said(first), tuple((lane, said(_lane(chart, lane))) for lane in chart.lanes), said(last)
    )


def flow_drawing(policy: Policy, chart: Flowchart, *, wide: bool) -> FlowDrawing:
    """Place every box of a flowchart: branches side by side if wide, else below each other."""
    return _Layout(policy, chart, wide=wide).draw()


def _who(policy: Policy, node: FlowNode) -> str | None:
    return next((capital(role.title) for role in policy.roles if role.id == node.by), None)


def _lane(chart: Flowchart, lane: FlowLane) -> list[FlowNode]:
    return [node for node in chart.nodes if node.lane == lane.id]


def _ends(chart: Flowchart) -> tuple[list[FlowNode], list[FlowNode]]:
    """Return the boxes above and below the branches."""
    branch = [n for n, node in enumerate(chart.nodes) if node.lane != EVERYWHERE]
    common = [(n, node) for n, node in enumerate(chart.nodes) if node.lane == EVERYWHERE]
    first = branch[0] if branch else len(chart.nodes)
    return [node for n, node in common if n < first], [node for n, node in common if n > first]


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
        first, last = _ends(self.chart)
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
            boxes = self._column(_lane(self.chart, lane), x, inner, after=answer)
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
            boxes = self._column(_lane(self.chart, lane), 2 * EDGE, inner, after=answer)
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
        who = _who(self.policy, node)
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
            _outline(kind, x, self.y, width, height),
            tuple(
                Line(middle, self.y + 9 + (n + 0.75) * LEADING, text, role)
                for n, (text, role) in enumerate(lines)
            ),
        )
        self.boxes.append(box)
        self.y += height + GAP
        return box


def _outline(kind: str, x: float, y: float, width: float, height: float) -> str:
    """Return the shape of a box: a question has points, a stop cut corners, an end round ones."""
    right, low = x + width, y + height
    if kind == FlowKind.QUESTION.value:
        return _path(
            (x, y + height / 2), (x + 18, y), (right - 18, y), (right, y + height / 2),
            (right - 18, low), (x + 18, low),
        )  # fmt: skip
    if kind == FlowKind.STOP.value:
        return _path(
            (x + 12, y), (right - 12, y), (right, y + 12), (right, low - 12),
            (right - 12, low), (x + 12, low), (x, low - 12), (x, y + 12),
        )  # fmt: skip
    bend = min(height / 2, 22.0) if kind in {"start", "end", "answer"} else 4.0
    return (
        f"M{x + bend:.1f} {y:.1f}H{right - bend:.1f}A{bend:.1f} {bend:.1f} 0 0 1 {right:.1f} "
        f"{y + bend:.1f}V{low - bend:.1f}A{bend:.1f} {bend:.1f} 0 0 1 {right - bend:.1f} {low:.1f}"
        f"H{x + bend:.1f}A{bend:.1f} {bend:.1f} 0 0 1 {x:.1f} {low - bend:.1f}V{y + bend:.1f}"
        f"A{bend:.1f} {bend:.1f} 0 0 1 {x + bend:.1f} {y:.1f}Z"
    )


def _path(*points: tuple[float, float]) -> str:
    return f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in points)}Z"
