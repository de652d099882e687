"""What stands on a checklist: items written by hand, and what its queries take from the policy.

A duty, a review, training, a requirement or a step that changes changes the lists that take it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.checklist import TakenKind
from schoolpolicy.rules.takeable import ORIGIN, Takeable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.checklist import Checklist, ChecklistItem, Origin, Takes
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.takeable import Candidate


@dataclass(frozen=True)
class Line:
    """One line of a checklist.

    Attributes:
        id: unlike that of each other line of the list.
        record: the item, or what it was taken from: what it hangs on whether it applies.
        role: who does it.
        every: how often, where not as often as the list is gone through.
        taken: True if the list took it by itself.
    """

    id: str
    record: Record
    text: str
    group: str | None
    role: str
    evidence: str | None
    origin: Origin
    every: str | None = None
    taken: bool = False


class Contents(NamedTuple):
    """A checklist, and what its queries find.

    Attributes:
        found: for each query, by its id, what fits it, left out or not.
        lines: what stands on the list.
        dropped: items that word what the list does not take (any more).
    """

    found: dict[str, tuple[Candidate, ...]]
    lines: tuple[Line, ...]
    dropped: tuple[ChecklistItem, ...]


def contents(takeable: Takeable, checklist: Checklist) -> Contents:
    """Return what stands on a checklist, and what each of its queries finds.

    Items written by hand come first. What is taken stands at the end of the heading that its
    query names, or under headings of its own below.
    """
    found = {
        query.id: tuple(each for each in takeable.of(query.kind) if _fits(query, each))
        for query in checklist.takes
    }
    wanted = {
        (each.kind, each.named)
        for query in checklist.takes
        for each in found[query.id]
        if each.record.id not in query.leave_out
    }
    kinds = {query.kind for query in checklist.takes}
    kept = [item for item in checklist.items if _stands(item, kinds, wanted)]
    named = {pair for item in kept for pair in _words(item)}
    lines = [_by_hand(checklist, item) for item in kept]
    seen: set[tuple[TakenKind, str, str]] = set()
    for query in checklist.takes:
        for each in found[query.id]:
            key = (each.kind, each.named, each.record.id)
            if each.record.id in query.leave_out or (each.kind, each.named) in named or key in seen:
                continue
            seen.add(key)
            _put(lines, _apart(_taken(checklist, query, each), lines, each))
    standing = {item.id for item in kept}
    dropped = tuple(item for item in checklist.items if item.id not in standing)
    return Contents(found, tuple(lines), dropped)


def lines_of(policy: Policy, checklist: Checklist) -> tuple[Line, ...]:
    """Return what stands on a checklist, in order."""
    return contents(Takeable(policy), checklist).lines


def _words(item: ChecklistItem) -> set[tuple[TakenKind, str]]:
    """Return what an item names that a list could take."""
    named = ((kind, getattr(item.origin, field)) for kind, field in ORIGIN.items())
    return {(kind, name) for kind, name in named if name}


def _stands(item: ChecklistItem, kinds: set[TakenKind], wanted: set[tuple[TakenKind, str]]) -> bool:
    """Tell whether an item stands on the list: one that words what the list takes, only then.

    Where readers may not see what it words, the words are all there is, and they stand.
    """
    worded = {(kind, name) for kind, name in _words(item) if kind in kinds}
    return not item.taken or not worded or bool(worded & wanted)


def _put(lines: list[Line], line: Line) -> None:
    """Put a line last of those with its heading, or at the end of the list."""
    places = [place for place, each in enumerate(lines, 1) if each.group == line.group]
    lines.insert(places[-1] if places else len(lines), line)


def _by_hand(checklist: Checklist, item: ChecklistItem) -> Line:
    role = item.role or checklist.role
    return Line(item.id, item, item.text, item.group, role, item.evidence, item.origin)


def _taken(checklist: Checklist, query: Takes, candidate: Candidate) -> Line:
    return Line(
        id=f"{ORIGIN[candidate.kind]}-{candidate.record.id}",
        record=candidate.record,
        text=candidate.text,
        group=query.group or candidate.heading,
        role=candidate.role or checklist.role,
        evidence=candidate.evidence,
        origin=candidate.origin,
        every=candidate.every if candidate.every != checklist.every else None,
        taken=True,
    )


def _apart(line: Line, lines: Iterable[Line], candidate: Candidate) -> Line:
    """Return a line with an id of its own: two procedures may each have a step "stop"."""
    if all(each.id != line.id for each in lines):
        return line
    return replace(line, id=f"{ORIGIN[candidate.kind]}-{candidate.named}-{candidate.record.id}")


def _fits(query: Takes, candidate: Candidate) -> bool:
    """Tell whether a record fits all that a query gives.

    A list of which a school has no entry left fits nothing, rather than everything.
    """
    procedure = (candidate.named,) if candidate.kind is TakenKind.INCIDENTS else ()
    asked: tuple[tuple[Sequence[str] | None, Iterable[str | None]], ...] = (
        (query.roles, (candidate.role,)),
        (query.every, (candidate.every,)),
        (query.audiences, candidate.audiences),
        (query.requirements, candidate.requirements),
        (query.citations, candidate.citations),
        (query.incidents, procedure),
    )
    return all(
        wanted is None or any(each in wanted for each in given) for wanted, given in asked
    ) and any(wanted is not None for wanted, _ in asked)
