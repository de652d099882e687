"""What a school and its trust changed from the model policy, in the order that a reader asks."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.layer import DepartureKind, LayerKind
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.layer import Departure, FieldChange, Layer

KINDS: Mapping[DepartureKind, str] = MappingProxyType(
    {
        DepartureKind.CHANGED: "Changed",
        DepartureKind.REMOVED: "Left out",
        DepartureKind.ADDED: "Added",
        DepartureKind.COMPLETED: "Filled in",
    }
)
"""How departures are headed, in the order in which they are told."""
LISTED = frozenset({DepartureKind.ADDED, DepartureKind.COMPLETED})
"""Kinds of which the names say enough."""
WORDING = frozenset({"change", "lock", "note", "only", "visibility"})
"""Fields that are the author's business."""


@dataclass(frozen=True)
class DepartureGroup:
    """Departures of one kind by one layer.

    Attributes:
        heading: `Changed`.
        brief: True if their names say enough.
    """

    heading: str
    brief: bool
    departures: tuple[Departure, ...]


@dataclass(frozen=True)
class LayerDepartures:
    """What one trust or school changed."""

    layer: Layer
    groups: tuple[DepartureGroup, ...]

    @property
    def look_again(self) -> int:
        """How many have changed below since."""
        return sum(each.look_again for group in self.groups for each in group.departures)


def departures_view(departures: Iterable[Departure]) -> tuple[LayerDepartures, ...]:
    """Return departures by layer, a trust before its school, then by kind."""
    found = tuple(departures)
    order = list(LayerKind)
    layers = dict.fromkeys(
        sorted((each.layer for each in found), key=lambda layer: order.index(layer.kind))
    )
    return tuple(
        LayerDepartures(
            layer,
            tuple(
                DepartureGroup(heading, kind in LISTED, those)
                for kind, heading in KINDS.items()
                if (those := tuple(x for x in found if x.layer == layer and x.kind is kind))
            ),
        )
        for layer in layers
    )


def what(departure: Departure) -> str:
    """Return what a departure is about: `Rule: Phones in lessons`."""
    return f"{capital(singular(departure.subject))}: {departure.title}"


def field_words(change: FieldChange) -> str:
    """Return one changed field in a sentence: `level: "allowed", before "not-allowed"`."""
    if change.after is None:
        return f"{change.field}: left out, before “{change.before}”"
    if change.before is None:
        return f"{change.field}: “{change.after}”, new"
    return f"{change.field}: “{change.after}”, before “{change.before}”"


def told_fields(departure: Departure) -> tuple[str, ...]:
    """Return the changed fields that readers care for, each in words."""
    return tuple(
        field_words(each)
        for each in departure.fields
        if each.field.rsplit(".", 1)[-1] not in WORDING
    )
