"""Every text of a policy, with the record that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from schoolpolicy.model.base import TextMark
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.shared import NEVERS
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_OUTSIDE = frozenset(
    {"choices", "citations", "cohorts", "contacts", "grids", "places", "requirements"}
    | {"terms", "things", "times"}
)
"""Subjects in which the school does not speak: names, and what others ask or offer."""
_UNSAID = frozenset({"keywords", "note"})
"""Fields that are not told to readers: for search, and for authors."""


class Said(NamedTuple):
    """One text of the policy, and where it stands.

    Attributes:
        subject: the subject of the record, such as `rules`.
        record: the record.
        inner: the ids of what it stands in within the record, the outermost first.
        fields: the names of the fields that lead to it, the last one its own.
        text: what it says.
    """

    subject: str
    record: Record
    inner: tuple[str, ...]
    fields: tuple[str, ...]
    text: str

    @property
    def field(self) -> str:
        """The name of the field."""
        return self.fields[-1]

    @property
    def forbids(self) -> bool:
        """Whether it says what nobody does."""
        return self.subject == NEVERS.subject or NEVERS.field in self.fields

    @property
    def words(self) -> str:
        """Where it stands, as a sentence begins with it: `The rule "a", under "plain"`."""
        noun = singular(self.subject)
        inside = "".join(f', at "{each}"' for each in self.inner)
        return f'The {noun} "{self.record.id}"{inside}, under "{self.field}",'

    def place(self, places: Mapping[tuple[str, str], Place]) -> Place:
        """Return where it is written: the line of its duty or else of its record."""
        duty = places.get(("duties", self.inner[0])) if self.fields[0] == "duties" else None
        return duty or places[self.subject, self.record.id]


class Search:
    """Many texts as one, in which words are found fast."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take some texts."""
        low = [each.lower() for each in texts]
        self._whole = "\n".join(low)
        self._ends = tuple(accumulate(len(each) + 1 for each in low))

    def holding(self, parts: Iterable[str]) -> set[int]:
        """Return the numbers of the texts that hold one of some words or parts of words.

        One search through everything is many times faster than one in each text.

        Args:
            parts: in small letters, each on one line.
        """
        found: set[int] = set()
        for part in parts:
            at = self._whole.find(part)
            while at >= 0:
                number = bisect_right(self._ends, at)
                found.add(number)
                at = self._whole.find(part, self._ends[number])
        return found


class Texts:
    """The texts of records, in which words are found fast."""

    def __init__(self, said: Iterable[Said]) -> None:
        """Take some texts."""
        self.said = tuple(said)
        self.holding = Search(each.text for each in self.said).holding

    def __iter__(self) -> Iterator[Said]:
        """Yield all of them."""
        return iter(self.said)


def all_texts(policy: Policy) -> Texts:
    """Return what the school's own records tell their readers."""
    return texts_of(policy, (each for each in SUBJECTS if each not in _OUTSIDE))


def texts_of(policy: Policy, subjects: Iterable[str]) -> Texts:
    """Return what the records of some subjects tell their readers, subject by subject."""
    return Texts(
        Said(subject, record, inner, fields, text)
        for subject in subjects
        for record in getattr(policy, subject)
        for inner, fields, text in _texts(record, (), ())
    )


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return _SENTENCE.split(text)


class _Field(NamedTuple):
    """A field that holds texts, or shapes with texts in them."""

    name: str
    is_text: bool


def _texts(
    shape: BaseModel, inner: tuple[str, ...], fields: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], str]]:
    for name, is_text in _fields(type(shape)):
        value = getattr(shape, name)
        if value is None:
            continue
        here = (*fields, name)
        for each in _parts(value):
            if is_text:
                yield inner, here, each
            else:
                identity = getattr(each, "id", None)
                yield from _texts(each, (*inner, identity) if identity else inner, here)


def _parts(value: object) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, tuple) else (value,)


@cache
def _fields(shape: type[BaseModel]) -> tuple[_Field, ...]:
    """Return the fields of a shape that hold texts, or shapes with texts in them."""
    found = []
    for name, info in shape.model_fields.items():
        if name in _UNSAID:
            continue
        if any(isinstance(mark, TextMark) for mark in info.metadata) or _marked(info.annotation):
            found.append(_Field(name, is_text=True))
        elif any(part is shape or _fields(part) for part in _shapes(info.annotation)):
            found.append(_Field(name, is_text=False))
    return tuple(found)


def _marked(annotation: object) -> bool:
    marks = getattr(annotation, "__metadata__", ())
    return any(isinstance(mark, TextMark) for mark in marks) or any(
        _marked(part) for part in getattr(annotation, "__args__", ())
    )


def _shapes(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _shapes(part)
