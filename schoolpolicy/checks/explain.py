"""Where a record stands, which layers wrote it, and what uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.edition_work import edition_work
from schoolpolicy.checks.provenance import provenance
from schoolpolicy.model.term import Term
from schoolpolicy.reading.departures import NAMES
from schoolpolicy.reading.uses import uses
from schoolpolicy.reading.values import singular
from schoolpolicy.rules.answer import RuleBook, grid_rows
from schoolpolicy.rules.checklists import lines_of
from schoolpolicy.rules.words import person_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.checks.pages import MacroShape
    from schoolpolicy.checks.run import Checked
    from schoolpolicy.model.policy import Policy


def explain(
    checked: Checked, wanted: str, macros: Mapping[str, MacroShape] | None = None
) -> list[str]:
    """Return what there is to say about an id, a line each; nothing if no record has it.

    Args:
        checked: a school, read and checked.
        wanted: the id.
        macros: what pages may call, by name, to find those that call for it.
    """
    policy = checked.resolution.complete
    if policy is None:
        return []
    return [
        line
        for subject in (*policy.subjects(), "duties")
        if wanted in policy.subject(subject)
        if (subject, wanted) in checked.resolution.places
        for line in _lines(checked, policy, subject, wanted, macros or {})
    ]


def ids_of(checked: Checked) -> set[str]:
    """Return every id that there is something to say about."""
    policy = checked.resolution.complete
    if policy is None:
        return set()
    subjects = (*policy.subjects(), "duties")
    return {each for subject in subjects for each in policy.subject(subject)}


def _lines(
    checked: Checked,
    policy: Policy,
    subject: str,
    wanted: str,
    macros: Mapping[str, MacroShape],
) -> Iterator[str]:
    record = policy.get(subject, wanted)
    name = next((str(getattr(record, each)) for each in NAMES if getattr(record, each, None)), "")
    places = checked.resolution.places
    yield f"{singular(subject)} {wanted}: {name}"
    yield f"  stands in {places[subject, wanted]}"
    yield from provenance(checked.resolution, subject, wanted)
    if subject == "duties":
        yield f"  duty of {policy.duty_roles[wanted].id}"
    if subject == "citations":
        yield from edition_work(checked, policy, wanted, macros)
        return
    found = uses(policy, subject, wanted)
    for use in found:
        part = f" ({use.part})" if use.part else ""
        place = places.get((use.subject, use.id))
        yield f"  used by {singular(use.subject)} {use.id}{part} as {use.field}: {place}"
    yield from _lists(policy, subject, wanted)
    if subject == "rules":
        yield from _cells(policy, wanted)
    elif subject == "terms":
        yield f"  written as {_placeholders(policy, wanted)}"
    elif not found:
        yield "  used nowhere else"


def _lists(policy: Policy, subject: str, wanted: str) -> Iterator[str]:
    """Yield the checklists that take a record by a query; those whose items name it use it."""
    field = "training" if subject == "training" else singular(subject)
    for checklist in policy.checklists:
        for line in lines_of(policy, checklist):
            if line.taken and getattr(line.origin, field, None) == wanted:
                yield f"  taken by checklist {checklist.id}"


def _placeholders(policy: Policy, term: str) -> str:
    placeholder = policy.find(Term, term).placeholder
    return f"{{{{ {placeholder.one} }}}} and {{{{ {placeholder.many} }}}}"


def _cells(policy: Policy, wanted: str) -> Iterator[str]:
    book = RuleBook(policy)
    for grid in policy.grids:
        for row in grid_rows(policy, grid):
            for column in grid.columns:
                for person, answer in book.cell(column, row).items():
                    if any(rule.id == wanted for rule in answer.rules):
                        who = f" ({person_words(policy, person)})" if person.cohorts else ""
                        yield f"  answers {grid.id}: {row.title} / {column.title}{who}"
