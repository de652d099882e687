"""The boxes of a flowchart. Their shape tells what they are, without colour."""

from __future__ import annotations

from dataclasses import dataclass

from schoolpolicy.model.incident import FlowKind


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


def outline(kind: str, x: float, y: float, width: float, height: float) -> str:
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
