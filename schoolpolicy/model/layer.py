"""The layers of a policy: model policy, trust or council, school."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, StringConstraints, WithJsonSchema

from schoolpolicy.model.base import Id, Shape, Text
from schoolpolicy.model.organisation import Office
from schoolpolicy.model.reach import Website
from schoolpolicy.model.vocabulary import Visibility


class LayerKind(StrEnum):
    """Where a layer comes from. Later layers change earlier ones."""

    MODEL = "model"
    TRUST = "trust"
    SCHOOL = "school"


class Layer(Shape):
    """One folder of data that is laid over the ones before it.

    `name` says whose it is, as a sentence names it: `the model policy`, `Brightwater Trust`.
    """

    kind: LayerKind
    folder: str
    name: str


class TrustKind(StrEnum):
    """What a group of schools is."""

    TRUST = "trust"
    LOCAL_AUTHORITY = "local-authority"
    DIOCESE = "diocese"


LockedField = Annotated[
    str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z0-9_-]+)*$", strip_whitespace=True)
]
"""A field of `every_school`, with dots: `terms.learners`, `choices.byod`, `review`."""


class Trust(Shape):
    """A group of schools, or a local authority, with a layer of its own (`trust.yml`).

    `every_school` holds fields of `school.yml` for each of its schools; a school's own file
    changes them, but for those that `locked` names.
    """

    name: Text
    short_name: Text | None = None
    kind: TrustKind = TrustKind.TRUST
    website: Website | None = None
    office: Office = Office()
    every_school: Annotated[
        dict[str, Any],
        WithJsonSchema({"type": "object", "description": "fields of school.yml"}),
    ] = Field(default_factory=dict)
    locked: tuple[LockedField, ...] = ()


class DepartureKind(StrEnum):
    """How a layer departs from the layers below it."""

    CHANGED = "changed"
    COMPLETED = "completed"
    """Only gives what the layers below leave open, such as a local number."""
    ADDED = "added"
    REMOVED = "removed"


class FieldChange(Shape):
    """One field that a layer changed: its name with dots, and its values in short words."""

    field: str
    before: str | None
    after: str | None


class Departure(Shape):
    """One record or page in which a trust or a school departs from the layers below it.

    Attributes:
        subject: the top-level key of the record; `pages` for a page.
        id: the id of the record, or the path of the page.
        title: what readers know it as.
        because: why, as the layer says; None where it does not.
        look_again: True if what it departs from has changed since.
    """

    subject: str
    id: str
    title: str
    kind: DepartureKind
    layer: Layer
    because: Text | None = None
    fields: tuple[FieldChange, ...] = ()
    look_again: bool = False
    visibility: Visibility = Visibility.PUBLIC
    file: str
    line: int


class Basis(Shape):
    """What a departure was made against (`basis.yml`), so that an upgrade can be noticed.

    `fingerprint` is that of the record, or page, below the school's layer at that time.
    """

    subject: Id
    id: str
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")
