"""Something wrong or missing, told so that a person can mend it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import Field

from schoolpolicy.model.base import Shape
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

SEVERITY_WORDS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "an error",
        Severity.WARNING: "a warning",
        Severity.INFO: "for information",
    }
)
"""How serious a finding is, after "it is"."""


class Place(Shape, frozen=True):
    """A spot in a file. Lines and columns count from 1; `file` is relative to the project."""

    file: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Finding(Shape, frozen=True):
    """One thing wrong or missing: what, where, and what to write instead."""

    code: str
    severity: Severity
    place: Place
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem} {self.remedy}".rstrip()

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The sort key: by file, line, column, then wording."""
        return (self.place.file, self.place.line, self.place.column, self.problem)
