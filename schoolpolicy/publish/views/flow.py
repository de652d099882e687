"""A flowchart in words: what comes first, each branch, what comes last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.publish.views.phrases import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schoolpolicy.model.incident import Flowchart, FlowLane, FlowNode
    from schoolpolicy.model.policy import Policy

EVERYWHERE = "all"
"""The lane of the boxes above and below the branches."""


@dataclass(frozen=True)
class FlowWords:
    """The flowchart in words: what comes first, each branch, what comes last."""

    first: tuple[tuple[str, str | None], ...]
    lanes: tuple[tuple[FlowLane, tuple[tuple[str, str | None], ...]], ...]
    last: tuple[tuple[str, str | None], ...]


def flow_text(policy: Policy, chart: Flowchart) -> FlowWords:
    """Return a flowchart as lists of what to do and who does it."""

    def said(nodes: Sequence[FlowNode]) -> tuple[tuple[str, str | None], ...]:
        return tuple((node.text, who_acts(policy, node)) for node in nodes)

    first, last = end_nodes(chart)
    return FlowWords(
        said(first),
        tuple((lane, said(lane_nodes(chart, lane))) for lane in chart.lanes),
        said(last),
    )


def who_acts(policy: Policy, node: FlowNode) -> str | None:
    """Return the title of the role that acts in a box."""
    return next((capital(role.title) for role in policy.roles if role.id == node.by), None)


def lane_nodes(chart: Flowchart, lane: FlowLane) -> list[FlowNode]:
    """Return the boxes of one branch."""
    return [node for node in chart.nodes if node.lane == lane.id]


def end_nodes(chart: Flowchart) -> tuple[list[FlowNode], list[FlowNode]]:
    """Return the boxes above and below the branches."""
    branch = [n for n, node in enumerate(chart.nodes) if node.lane != EVERYWHERE]
    common = [(n, node) for n, node in enumerate(chart.nodes) if node.lane == EVERYWHERE]
    first = branch[0] if branch else len(chart.nodes)
    return [node for n, node in common if n < first], [node for n, node in common if n > first]
