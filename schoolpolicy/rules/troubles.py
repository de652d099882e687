"""What cannot be understood of a question, collected to be told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from schoolpolicy.rules.matching import NoMatchError, meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schoolpolicy.rules.matching import Named

T = TypeVar("T")


class Trouble(NamedTuple):
    """Something that cannot be understood.

    Attributes:
        field: the part of the question that it is about, a field of `asking.Words`.
        text: what is wrong with it, and what to write.
    """

    field: str
    text: str


class Troubles:
    """The troubles with one question."""

    def __init__(self) -> None:
        """Begin with none."""
        self.told: list[Trouble] = []

    def add(self, field: str, text: object) -> None:
        """Note what is wrong with one part of the question."""
        self.told.append(Trouble(field, str(text)))

    def meant(self, field: str, asked: str | None, among: Sequence[Named[T]]) -> T | None:
        """Return what some words mean; None, and a note of the trouble, if they mean nothing."""
        if asked is None:
            return None
        try:
            return meaning(asked, among)
        except NoMatchError as problem:
            self.add(field, problem)
            return None
