"""Tells a word once: of several findings about the same words, the one that helps most.

Who is told that a board closed years ago need not spell out its short form as well. Words that
name what no longer holds come first, then what a template left, then all other wording.
"""

from __future__ import annotations

import re
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.finding import Finding

_RANKS: Mapping[str, int] = MappingProxyType(
    {
        **{"citations.superseded": 0, "citations.dated-term": 0, "citations.part-repealed": 0},
        "text.residue": 1,
        **{"text.mixed-terms": 2, "text.undefined-acronym": 2, "structure.bare-address": 2},
    }
)
_QUOTED = re.compile(r'\b(?:says|has|has the bare address) "([^"]+)"')
"""How these families quote the words that they are about."""


class _About(NamedTuple):
    """A finding, and the columns of its line that it is about."""

    finding: Finding
    start: int
    end: int

    def gives_way_to(self, other: _About) -> bool:
        """Tell whether another finding about some of the same words says enough."""
        return (
            _RANKS[other.finding.code] < _RANKS[self.finding.code]
            and _weighs(other.finding) >= _weighs(self.finding)
            and self.start < other.end
            and other.start < self.end
        )


def told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings without those about words of which a better one tells already."""
    found = list(findings)
    beside: defaultdict[tuple[str, int], list[_About]] = defaultdict(list)
    for each in found:
        if about := _about(each):
            beside[each.place.file, each.place.line].append(about)
    for each in found:
        about = _about(each)
        others = beside[each.place.file, each.place.line] if about else ()
        if about is None or not any(about.gives_way_to(other) for other in others):
            yield each


def _about(finding: Finding) -> _About | None:
    quoted = _QUOTED.search(finding.problem) if finding.code in _RANKS else None
    if quoted is None:
        return None
    start = finding.place.column
    return _About(finding, start, start + len(quoted[1]))


def _weighs(finding: Finding) -> int:
    return (Severity.INFO, Severity.WARNING, Severity.ERROR).index(finding.severity)
