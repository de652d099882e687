"""Checks that whatever comes round stands on a checklist, and that lists take what there is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import is_own
from schoolpolicy.model.base import EVENTS
from schoolpolicy.model.checklist import TakenKind
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping
from schoolpolicy.reading.values import singular
from schoolpolicy.rules.checklists import contents
from schoolpolicy.rules.takeable import ORIGIN, Takeable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.checklist import Checklist, Takes
    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.resolve import Resolution
    from schoolpolicy.rules.takeable import Candidate

    Places = MappingType[tuple[str, str], Place]

NEVER_LISTED = frozenset({"always", "as it happens", "once"})
"""What has no day and no occasion on which a list would be gone through."""
_ASKS = ("roles", "every", "audiences", "requirements", "citations", "incidents")
"""What a query can ask for."""
_NEVER_FITS: MappingType[TakenKind, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(TakenKind, ("incidents",)),
        TakenKind.REQUIREMENTS: ("roles", "every", "audiences", "incidents"),
        TakenKind.INCIDENTS: ("every",),
    }
)
"""What a kind of record has nothing of, so that whoever asks for it finds none."""
_COME_ROUND = (TakenKind.DUTIES, TakenKind.REVIEWS, TakenKind.TRAINING)


def check_checklists(policy: Policy, resolution: Resolution) -> Iterator[Finding]:
    """Yield a warning for what stands on no list and should, and for what lists do not find.

    Args:
        policy: as it applies to the school.
        resolution: what it was read from.
    """
    here = Takeable(policy)
    held = _Held(policy, here)
    for kind in _COME_ROUND:
        for each in here.of(kind):
            if held.should_stand_on_a_list(each):
                yield held.unlisted(each, resolution.places)
    complete = resolution.complete
    if complete is None:
        return
    changed = set(_changed(resolution))
    everywhere = Takeable(complete)
    written = {each.id: each for each in complete.checklists}
    for checklist in policy.checklists:
        record = resolution.records["checklists"][checklist.id]
        dropped = {each.id for each in contents(here, checklist).dropped}
        one = _List(everywhere, written[checklist.id], record, changed)
        yield from one.findings(dropped)


def _changed(resolution: Resolution) -> Iterator[str | None]:
    """Yield the ids of what a trust or a school changed or took away, with their duties."""
    touched = [
        *(each.over for each in resolution.changes),
        *(each.under for each in resolution.removals),
    ]
    for record in touched:
        yield record.text("id")
        for duty in record.records("duties"):
            yield duty.text("id")


class _Held:
    """What stands on checklists, is left out of one with a reason, or nobody's list asks for."""

    def __init__(self, policy: Policy, here: Takeable) -> None:
        self.held: set[tuple[TakenKind, str]] = set()
        self.fill_in: set[str] = set()
        self.queries: list[tuple[Checklist, Takes]] = []
        for checklist in policy.checklists:
            found = contents(here, checklist)
            self.fill_in.add(checklist.role)
            for line in found.lines:
                for kind in _COME_ROUND:
                    name = getattr(line.origin, ORIGIN[kind])
                    if name:
                        self.held.add((kind, name))
            for query in checklist.takes:
                self.queries.append((checklist, query))
                self.fill_in.update(query.roles or ())
                for each in found.found[query.id]:
                    if each.record.id in query.leave_out:
                        self.held.add((each.kind, each.record.id))

    def should_stand_on_a_list(self, candidate: Candidate) -> bool:
        """Tell whether a duty, a review or training comes round and stands on no list."""
        return (
            candidate.every not in NEVER_LISTED
            and candidate.role in self.fill_in
            and (candidate.kind, candidate.record.id) not in self.held
        )

    def unlisted(self, candidate: Candidate, places: Places) -> Finding:
        """Say which lists it could stand on."""
        subject, name = candidate.kind.value, candidate.record.id
        near = next(
            (
                checklist.id
                for checklist, query in self.queries
                if query.kind is candidate.kind and candidate.role in (query.roles or ())
            ),
            None,
        )
        first = (
            f'Add "{candidate.every}" to "every" under "takes" of the checklist "{near}", or '
            if near
            else f'Let a checklist take it: "takes: [{{id: more, kind: {subject}, '
            f'roles: [{candidate.role}], every: [{candidate.every}]}}]", or '
        )
        return Finding(
            code="checklists.unlisted",
            severity=Severity.WARNING,
            place=places[subject, name],
            problem=f'The {singular(subject)} "{name}" of the role "{candidate.role}" comes round '
            f"({_how_often(candidate.every)}), but it stands on no checklist.",
            remedy=f'{first}write an item with "from: {{{ORIGIN[candidate.kind]}: {name}}}".',
        )


class _List:
    """One checklist with all that it could take in any school."""

    def __init__(
        self,
        takeable: Takeable,
        checklist: Checklist,
        record: Mapping,
        changed: set[str | None],
    ) -> None:
        self.takeable = takeable
        self.checklist = checklist
        self.record = record
        self.changed = changed
        self.is_own = is_own(record.mark.place)
        self.everywhere = contents(takeable, checklist)

    def findings(self, dropped: set[str]) -> Iterator[Finding]:
        """Yield what is wrong with it; `dropped` are the items that do not stand here."""
        stale = dropped & {each.id for each in self.everywhere.dropped}
        for query in self.checklist.takes:
            if self.everywhere.found[query.id]:
                yield from self._left_out(query)
            elif self.is_own or not self.changed.intersection(query.roles or ()):
                yield self._warning(
                    "checklists.empty-query", self._at("takes", query.id), *_why_empty(query)
                )
        for item in self.checklist.items:
            names = {getattr(item.origin, field) for field in ORIGIN.values()} - {None}
            if item.id in stale and not names & self.changed:
                yield self._warning(
                    "checklists.stale-item",
                    self._at("items", item.id),
                    f'has the item "{item.id}" only as long as it takes what that comes from, and '
                    'no entry under "takes" does.',
                    'Delete "taken: yes", or let the list take it.',
                )

    def _left_out(self, query: Takes) -> Iterator[Finding]:
        """Yield what a query leaves out, though it would not take it."""
        fitting = [each.record.id for each in self.everywhere.found[query.id]]
        for name in query.leave_out:
            if name in fitting or name in self.changed:
                continue
            known = any(each.record.id == name for each in self.takeable.of(query.kind))
            noun = singular(query.kind.value)
            why = "would not take it" if known else f"there is no such {noun}"
            yield self._warning(
                "checklists.left-out-unknown",
                self._at("takes", query.id, name),
                f'leaves out "{name}" at "{query.id}", but {why}.',
                "Delete this line." if known else remedy(name, fitting, "Delete this line."),
            )

    def _at(self, field: str, name: str, key: str | None = None) -> Place:
        """Return where a part stands, or what it says of `key`; else the list itself."""
        for part in self.record.records(field):
            if part.text("id") == name:
                left_out = part.fields.get("leave_out")
                if key and isinstance(left_out, Mapping) and key in left_out.keys:
                    return left_out.keys[key].place
                return part.mark.place
        return self.record.mark.place

    def _warning(self, code: str, place: Place, problem: str, hint: str) -> Finding:
        return Finding(
            code=code,
            severity=Severity.WARNING,
            place=place,
            problem=f'The checklist "{self.checklist.id}" {problem}',
            remedy=hint,
        )


def _why_empty(query: Takes) -> tuple[str, str]:
    """Return why a query takes nothing, and what to do about it."""
    said = f'takes nothing with "{query.id}"'
    if all(getattr(query, each) is None for each in _ASKS):
        return f"{said}: it does not say what to take.", f"Add one of: {', '.join(_ASKS)}."
    never = [each for each in _NEVER_FITS.get(query.kind, ()) if getattr(query, each)]
    if never:
        return (
            f'{said}: "{never[0]}" never fits {query.kind.value}.',
            f'Delete "{never[0]}" there, or change "kind".',
        )
    return (
        f"{said}: no {singular(query.kind.value)} fits all that it asks for.",
        'Give it other roles, intervals or requirements, or delete it from "takes".',
    )


def _how_often(every: str | None) -> str:
    return str(every) if every in EVENTS else f"every {every}"
