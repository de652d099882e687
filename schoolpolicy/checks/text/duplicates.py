"""Finds a statement that says what another one, or a page, says to the same readers.

A fact is written once: of two copies, one is forgotten when the fact changes. Two texts are the
same where their words are, and nearly the same where four in five of all runs of three words are
in both. Short texts may be alike ("Ask your teacher first."). Two statements of which a school
only ever has one are compared with others, and not with each other. Rules are left out: one
sentence may serve several, each about a thing, a place and a time of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from schoolpolicy.checks.text.tellings import to_blame
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from schoolpolicy.checks.text.prose import Prose
    from schoolpolicy.checks.text.tellings import Telling

_RUN = 3
_SHORTEST = 5
"""In words: what is shorter may be said again."""
_SHORTEST_NEAR = 8
_ALIKE = 0.8

_Runs = frozenset[str]


def check_duplicates(tellings: Iterable[Telling], prose: Prose) -> Iterator[Finding]:
    """Yield a warning for each text that repeats another for the same readers."""
    told = [each for each in tellings if len(each.words) >= _SHORTEST]
    runs = [_runs(each) for each in told]
    for first, second in _pairs(told, runs):
        same = told[first].words == told[second].words
        mended, kept = to_blame(told[first], told[second], prose)
        page = kept.written.page or mended.written.page
        quoted = mended if kept.written.page else kept
        yield Finding(
            code="text.duplicate",
            severity=Severity.WARNING,
            place=mended.place(prose),
            problem=f"{mended.written.begins} says {'' if same else 'nearly '}the same as "
            f'{kept.name}: "{quoted.text}"',
            remedy="Leave it out here, and let the page show the statement."
            if page
            else "Keep one of them, or say what is different.",
        )


def _runs(telling: Telling) -> _Runs:
    words = telling.words
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _pairs(told: Sequence[Telling], runs: Sequence[_Runs]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of two texts that are alike, each pair of owners once."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    told_of: set[tuple[str, str]] = set()
    for second, some in enumerate(runs):
        common = Counter(first for run in some for first in holders[run])
        for first, shared in common.items():
            owners = (told[first].owner, told[second].owner)
            if (
                owners not in told_of
                and _alike(told, runs, first, second, shared)
                and _compared(told[first], told[second])
            ):
                told_of.add(owners)
                yield first, second
        for run in some:
            holders[run].append(second)


def _alike(
    told: Sequence[Telling], runs: Sequence[_Runs], first: int, second: int, shared: int
) -> bool:
    one, other = runs[first], runs[second]
    if shared < _ALIKE * (len(one) + len(other) - shared):
        return False
    shortest = min(len(told[first].words), len(told[second].words))
    return shortest >= _SHORTEST_NEAR or told[first].words == told[second].words


def _compared(one: Telling, other: Telling) -> bool:
    """Tell whether somebody reads both: a page repeats whatever a statement tells anybody."""
    pages = sum(1 for each in (one, other) if each.written.page is not None)
    if pages > 1 or not one.may_meet(other):
        return False
    return pages == 1 or one.readers == other.readers
