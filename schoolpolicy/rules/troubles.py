"""What cannot be understood of a question, collected to be told at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from schoolpolicy.rules.matching import NoMatchError, called, matches, meaning, several
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from schoolpolicy.rules.matching import Named

T = TypeVar("T")
_KINDS = MappingProxyType(
    {
        "thing": "a thing",
        "place": "a place",
        "when": "a time",
        "during": "an event or a restriction",
    }
)
"""What the words of some fields stand for."""


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

    def __init__(self, fields: Mapping[str, Sequence[Named[str]]]) -> None:
        """Begin with none.

        Args:
            fields: what the words of each field can mean, to find words in the wrong one.
        """
        self.told: list[Trouble] = []
        self._fields = fields

    def add(self, field: str, text: object) -> None:
        """Note what is wrong with one part of the question."""
        self.told.append(Trouble(field, str(text)))

    def meant(
        self, field: str, asked: str | None, among: Sequence[Named[T]], or_else: str = ""
    ) -> T | None:
        """Return what some words mean; None, and a note of the trouble, if they mean nothing.

        Args:
            field: the part of the question that the words are.
            asked: the words, if there are any.
            among: what they can mean.
            or_else: what else can be written there.
        """
        if asked is None:
            return None
        if parts := several(asked, among):
            quoted = listed([f'"{each}"' for each in parts], last="or")
            self.add(field, f"Ask about one at a time: {quoted}.")
            return None
        other = self._other_field(field, asked, among)
        if other is not None:
            self.add(field, f'"{asked}" is {_KINDS[other]}: write it after --{other}.')
            return None
        try:
            return meaning(asked, among, or_else)
        except NoMatchError as problem:
            self.add(field, problem)
            return None

    def _other_field(self, field: str, asked: str, among: Sequence[Named[T]]) -> str | None:
        """Return the field in which the words have a meaning that they lack where they stand.

        The whole of a name in another field comes before a part of one in this field: "lunch"
        is a time, though there is a lunch hall. Things have so many names that a part will do.
        """
        fits = matches if field == "thing" else called
        if field not in self._fields or fits(asked, among):
            return None
        return next(
            (name for name, names in self._fields.items() if called(asked, names)),
            None,
        )
