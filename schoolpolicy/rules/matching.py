"""Finds what somebody means by an everyday word, among the names of records.

Case, punctuation, hyphens, small words ("on the") and the ending of plurals and of "-ing" make no
difference. What has the very id comes first; then what has the words as its whole title, plain
name or keyword; then what has them among the words of one of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Generic, TypeVar

from schoolpolicy.reading.suggest import nearest, remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy

T = TypeVar("T")

_SMALL = frozenset(
    {"a", "an", "and", "at", "during", "for", "her", "his", "in", "it", "its", "my", "of", "on"}
    | {"or", "our", "the", "their", "to", "with", "your"}
)
_SEVERAL = re.compile(r"\s*(?:[,;&+/]|\band\b|\bor\b)\s*")
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen"),
)
_ALIKE = 0.75
"""How much a known word must be like the one that was written, for us to ask if it was meant."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Named(Generic[T]):
    """Something that a word can mean.

    Attributes:
        means: what is meant.
        id: its exact name.
        title: what people read.
        names: all that it is called, beside its id.
        rank: of several that fit equally, only those of the lowest rank are meant.
    """

    means: T
    id: str
    title: str
    names: tuple[str, ...] = ()
    rank: int = 0


def named_records(policy: Policy, *subjects: str) -> list[Named[str]]:
    """Return the records of some subjects; those of the first come before the others.

    So "whatsapp" means messaging apps, not the activity "messaging on school devices".
    """
    return [
        _named(record, rank)
        for rank, subject in enumerate(subjects)
        for record in getattr(policy, subject)
    ]


def _named(record: Record, rank: int) -> Named[str]:
    title = str(getattr(record, "title", record.id))
    plain = getattr(record, "plain", None)
    names = (*([plain] if plain else []), *getattr(record, "keywords", ()))
    return Named(record.id, record.id, title, names, rank)


class NoMatchError(LookupError):
    """Raised when a word means nothing, or several things equally well."""


def meaning(asked: str, among: Sequence[Named[T]], or_else: str = "") -> T:
    """Return what somebody means by some words.

    Args:
        asked: the words.
        among: what they can mean.
        or_else: what else can be written, where nothing is called so and nothing is like it.

    Raises:
        NoMatchError: nothing is called so, or several things are; it says which.
    """
    fitting = matches(asked, among)
    first = min((each.rank for each in fitting), default=0)
    found = [each for each in fitting if each.rank == first]
    means = list(dict.fromkeys(each.means for each in found))
    if len(means) == 1:
        return means[0]
    if means:
        firsts = [next(each for each in found if each.means == one) for one in means]
        listed = ", ".join(f"{each.id} ({each.title})" for each in firsts)
        raise NoMatchError(f'"{asked}" could be: {listed}. Write one of these ids.')
    names = [name for each in among for name in _names(each)]
    words = [word for name in names for word in _split(name) if len(word) > 3]
    guess = nearest(asked, [each for each in (*names, *words) if _alike(asked, each)])
    known = " ".join(filter(None, (remedy("", {each.id for each in among}), or_else)))
    hint = f'Did you mean "{guess}"?' if guess else known
    raise NoMatchError(f'Nothing is called "{asked}". {hint}')


def matches(asked: str, among: Sequence[Named[T]]) -> tuple[Named[T], ...]:
    """Return those that the words fit best: one, several that they fit equally, or none."""
    whole, wanted = called(asked, among), _words(asked)
    if whole or not wanted:
        return whole
    part = tuple(each for each in among if any(_part(wanted, name) for name in _names(each)))
    return part or tuple(each for each in among if _part(wanted, " ".join(_names(each))))


def called(asked: str, among: Iterable[Named[T]]) -> tuple[Named[T], ...]:
    """Return those whose id is asked for; else those whose whole title or name it is."""
    known = tuple(among)
    return tuple(each for each in known if each.id == "-".join(_split(asked))) or tuple(
        each for each in known if any(_same(asked, name) for name in _names(each))
    )


def several(asked: str, among: Iterable[Named[T]]) -> tuple[str, ...]:
    """Return the parts of what is asked, if each is the name of something: `phone and watch`."""
    known = tuple(among)
    plain = " ".join(asked.lower().split())
    parts = tuple(filter(None, _SEVERAL.split(plain)))
    if len(parts) < 2 or any(plain == name.lower() for each in known for name in _names(each)):
        return ()
    means = [{each.means for each in called(part, known)} for part in parts]
    return parts if all(means) and any(each != means[0] for each in means) else ()


def _alike(asked: str, name: str) -> bool:
    """Return True if one may be the other mistyped: few miss the first letter, or its sound."""
    one, other = (text.lower().replace("ph", "f") for text in (asked, name))
    return one[:1] == other[:1] and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _names(one: Named[T]) -> tuple[str, ...]:
    return (one.id, one.title, *one.names)


def _split(text: str) -> list[str]:
    return [word.replace("'", "").replace("’", "") for word in _WORD.findall(text.lower())]


def _words(text: str) -> list[frozenset[str]]:
    """Return the words of a text without small ones, each in all its forms."""
    words = _split(text)
    return [_forms(word) for word in words if word not in _SMALL] or [
        _forms(word) for word in words
    ]


def _forms(word: str) -> frozenset[str]:
    """Return a word and what it may be the plural or the "-ing" of; a number as a figure, too."""
    found = {word}
    if word in _NUMBERS:
        found |= {str(_NUMBERS.index(word))}
    if len(word) > 3 and word.endswith("s"):
        found |= {word[:-1]}
    if len(word) > 4 and word.endswith("es"):
        found |= {word[:-2]}
    if len(word) > 4 and word.endswith("ies"):
        found |= {f"{word[:-3]}y"}
    if len(word) > 5 and word.endswith("ing"):
        found |= {word[:-3], f"{word[:-3]}e"}
    return frozenset(found)


def _same(asked: str, name: str) -> bool:
    """Return True if two texts have the same words, or would if written as one: `go-pro`."""
    one, other = _words(asked), _words(name)
    return "".join(_split(asked)) == "".join(_split(name)) or (
        len(one) == len(other) and all(a & b for a, b in zip(one, other, strict=True))
    )


def _part(wanted: list[frozenset[str]], name: str) -> bool:
    """Return True if all words are among those of a name."""
    words = _words(name)
    return all(any(one & other for other in words) for one in wanted)
