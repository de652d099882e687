"""Who in the school, or outside it, holds the roles: posts, not people."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    ChecklistRef,
    Date,
    DutyRef,
    NationText,
    PostRef,
    Record,
    RoleRef,
    Shape,
    Text,
)
from schoolpolicy.model.reach import Email

SEVERAL = "several"


def parse_people(value: object) -> object:
    """Check how many people share a post.

    Raises:
        PydanticCustomError: `bad_people`.
    """
    if value == SEVERAL or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
        return value
    raise PydanticCustomError("bad_people", "it is neither a number nor several")


People = Annotated[
    int | str,
    BeforeValidator(parse_people),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "enum": [SEVERAL]}]}
    ),
]
"""How many people share a post: a number, or `several`."""


class Delegation(Shape):
    """One duty of which somebody else does the work; the post that hands it on answers for it."""

    duty: DutyRef
    to: RoleRef | None = None
    """The role whose holder does the work."""
    to_post: PostRef | None = None
    """The post that does the work, where it holds no role that says so."""


class Post(Record):
    """A job in the school, or an outside firm, that holds roles; never a person's name."""

    title: NationText
    holds: tuple[RoleRef, ...] = ()
    acting: tuple[RoleRef, ...] = ()
    """Roles held for the time being, until somebody is found or is back."""
    acting_until: Date | None = None
    people: People = 1
    """How many people share the post: a number, or `several`."""
    outside: bool = False
    """True for a firm or another body that does the work for the school."""
    assured_by: RoleRef | None = None
    """Who makes sure for the school that an outside post does its duties."""
    assured_with: ChecklistRef | None = None
    """The checklist that this is done with."""
    delegates: tuple[Delegation, ...] = ()
    email: Email | None = None
    """A shared mailbox of the post, never a person's own."""
    name: Text | None = None
    """Who holds the post. Never shown unless the school says `publish_names: yes`."""

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that the post holds, those for the time being too."""
        return tuple(dict.fromkeys((*self.holds, *self.acting)))

    @property
    def alone(self) -> bool:
        """True if one person is all there is."""
        return self.people == 1
