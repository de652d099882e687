"""Who answers to whom: the roles as a tree, and where each stands in the picture."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.role import RoleKind
from schoolpolicy.publish.views.drawing import text_width, wrap
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.posts import held_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.role import Role

KIND_WORDS: Mapping[RoleKind, str] = MappingProxyType(
    {
        RoleKind.GOVERNANCE: "Governance",
        RoleKind.LEADERSHIP: "Leadership",
        RoleKind.SAFEGUARDING: "Safeguarding",
        RoleKind.TECHNICAL: "Technology",
        RoleKind.INFORMATION: "Information and data",
        RoleKind.STAFF: "Staff and volunteers",
        RoleKind.COMMUNITY: "Children, families and visitors",
    }
)
"""What each kind of role is called."""


@dataclass(frozen=True)
class Person:
    """A role with those who answer to it."""

    id: str
    title: str
    answering: tuple[Person, ...]
    held: tuple[str, ...] = ()
    """The posts that hold the role, where its title does not say so."""


@dataclass(frozen=True)
class PersonBox:
    """One box of the picture: its place, its lines of text, and the elbow to its superior."""

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    elbow: str | None
    """The path from the superior's box, as SVG writes it."""
    held: tuple[str, ...] = ()
    """Further lines: who holds the role."""


@dataclass(frozen=True)
class PeopleDrawing:
    """The whole picture, for one width."""

    width: float
    height: float
    size: float
    leading: float
    padding: float
    small: float
    """The size of the lines that say who holds a role."""
    small_leading: float
    boxes: tuple[PersonBox, ...]


def by_kind(policy: Policy) -> tuple[tuple[RoleKind, tuple[Role, ...]], ...]:
    """Return the roles in groups, by kind."""
    groups = (
        (kind, tuple(role for role in policy.roles if role.kind is kind)) for kind in RoleKind
    )
    return tuple((kind, roles) for kind, roles in groups if roles)


def people_tree(policy: Policy) -> tuple[Person, ...]:
    """Return those who answer to nobody, each with all who answer to them.

    Roles that neither answer to anybody nor have anybody answering to them are left out.
    """
    tops = [role for role in policy.roles if role.reports_to is None]
    trees = (_person(policy, role, frozenset()) for role in tops)
    return tuple(tree for tree in trees if tree.answering)


def _person(policy: Policy, role: Role, above: frozenset[str]) -> Person:
    seen = above | {role.id}
    below = (each for each in policy.roles if each.reports_to == role.id and each.id not in seen)
    return Person(
        role.id,
        capital(role.title),
        tuple(_person(policy, each, seen) for each in below),
        tuple(capital(each) for each in held_by(policy, role.id)),
    )


def people_drawing(policy: Policy, width: float) -> PeopleDrawing:
    """Place every role in a picture of a given width, one below the other."""
    return _Layout(width).draw(people_tree(policy))


class _Layout:
    """Places boxes from top to bottom, each level further to the right."""

    def __init__(self, width: float) -> None:
        wide = width > 500
        self.width = width
        self.size = 15.0 if wide else 14.0
        self.leading = self.size * 1.3
        self.indent = 40.0 if wide else 15.0
        self.gap = 9.0
        self.padding = 8.0
        self.small = self.size - 1.5
        self.small_leading = self.small * 1.3
        self.y = 1.0
        self.boxes: list[PersonBox] = []

    def draw(self, trees: tuple[Person, ...]) -> PeopleDrawing:
        for tree in trees:
            self._place(tree, 0, None)
        return PeopleDrawing(
            self.width,
            max(self.y - self.gap + 2, 0.0),
            self.size,
            self.leading,
            self.padding,
            self.small,
            self.small_leading,
            tuple(self.boxes),
        )

    def _place(self, person: Person, depth: int, superior: PersonBox | None) -> None:
        x = 1 + depth * self.indent
        room = self.width - x - 2 * self.padding - 2
        lines = wrap(person.title, room, self.size, bold=True)
        held = tuple(line for each in person.held for line in wrap(each, room, self.small))
        widths = [text_width(line, self.size, bold=True) for line in lines]
        widths += [text_width(line, self.small) for line in held]
        width = max(widths) + 2 * self.padding
        height = len(lines) * self.leading + len(held) * self.small_leading + 2 * self.padding - 4
        elbow = None
        if superior is not None:
            start = superior.x + self.indent / 2
            low = superior.y + superior.height
            middle = self.y + height / 2
            elbow = f"M{start:.1f} {low:.1f}V{middle:.1f}H{x:.1f}"
        box = PersonBox(person.id, x, self.y, width, height, lines, elbow, held)
        self.boxes.append(box)
        self.y += height + self.gap
        for each in person.answering:
            self._place(each, depth + 1, box)
