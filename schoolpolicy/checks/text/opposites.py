"""Finds two sentences that tell the same readers opposite things.

"Pupils may bring a watch." and "Pupils must not bring a watch.": all words are the same but for a
"not", a "never" or a "no", or for what may, must, can or should be. Two statements of which a
school only ever has one are not compared. It cannot see a contradiction in other words.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.text.tellings import to_blame
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.checks.text.prose import Prose
    from schoolpolicy.checks.text.tellings import Telling

_NOT = frozenset({"not", "never", "no"})
_MODALS = frozenset({"can", "may", "might", "must", "shall", "should", "will", "need", "to"})
_FORBIDDEN = frozenset({"banned", "forbidden", "prohibited"})
_PASSED = frozenset({"a", "an", "any", "the", "do", "does", "please", "always"})
_SHORTEST = 3
"""In words that count: less says too little to be opposed."""


class _Sense(NamedTuple):
    """What a sentence is about, and whether it says no to that."""

    about: tuple[str, ...]
    denies: bool


def check_opposites(tellings: Iterable[Telling], prose: Prose) -> Iterator[Finding]:
    """Yield a warning for each sentence that says the opposite of another."""
    said: defaultdict[tuple[str, tuple[str, ...]], list[tuple[bool, Telling]]] = defaultdict(list)
    found: set[frozenset[str]] = set()
    for sentence in (part for each in tellings for part in each.sentences()):
        sense = _sense(sentence)
        if len(sense.about) < _SHORTEST:
            continue
        for reader in sentence.readers:
            for denies, other in said[reader, sense.about]:
                pair = frozenset({sentence.owner, other.owner})
                if denies != sense.denies and pair not in found and sentence.may_meet(other):
                    found.add(pair)
                    yield _finding(*to_blame(other, sentence, prose), prose)
            said[reader, sense.about].append((sense.denies, sentence))


def _sense(sentence: Telling) -> _Sense:
    words: list[str] = []
    denials = 0
    for word in sentence.words:
        plain = word.removesuffix("n't") if word.endswith("n't") else word
        plain = {"cannot": "can", "ca": "can", "wo": "will"}.get(plain, plain)
        denials += plain != word or word in _NOT or word in _FORBIDDEN
        if word in _FORBIDDEN:
            plain = "allowed"
        if plain not in _PASSED and plain not in _NOT and plain not in _MODALS:
            words.append(plain.removesuffix("s"))
    return _Sense(tuple(words), denies=denials % 2 == 1)


def _finding(mended: Telling, kept: Telling, prose: Prose) -> Finding:
    return Finding(
        code="text.opposite",
        severity=Severity.WARNING,
        place=mended.place(prose),
        problem=f'{mended.written.begins} says "{mended.text}", and {kept.name} says the '
        f'opposite: "{kept.text}"',
        remedy="Decide which holds, and mend the other.",
    )
