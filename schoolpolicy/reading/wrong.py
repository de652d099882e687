"""One thing wrong with a record: what pydantic says of it, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from schoolpolicy.reading.paths import find

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from schoolpolicy.reading.known import Known
    from schoolpolicy.reading.tree import Mapping, Mark


@dataclass(frozen=True)
class Wrong:
    """One thing wrong with a record, and where it is.

    Attributes:
        detail: what pydantic says.
        node: the record's tree.
        steps: the way through the tree to what is wrong.
        name: what the record is called: `the role "head"`.
        shape: the model of the part that is wrong, if it has one.
        known: what may be named.
    """

    detail: ErrorDetails
    node: Mapping
    steps: tuple[str | int, ...]
    name: str
    shape: type[BaseModel] | None
    known: Known

    @property
    def kind(self) -> str:
        """What pydantic calls the mistake."""
        return self.detail["type"]

    @property
    def at(self) -> Mark:
        """Where it is."""
        return find(self.node, self.steps)

    def beside(self, field: str) -> Mark:
        """Return where another field of the wrong part is; where the part is, if it has none."""
        return find(self.node, (*self.steps, field))

    @property
    def field(self) -> str:
        """The name of the field that is wrong."""
        return next((str(step) for step in reversed(self.steps) if isinstance(step, str)), "this")

    @property
    def value(self) -> object:
        """What is written there."""
        return self.detail["input"]

    @property
    def said(self) -> str:
        """What the model says of it."""
        return self.detail["msg"]

    @property
    def context(self) -> MappingType[str, Any]:
        """What the model adds to that."""
        return self.detail.get("ctx", {})
