"""Finds what the school has not decided yet: choices, levels of rules, facts, local numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.known import HEAD, SAFEGUARDING_LEAD
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.term import written
from schoolpolicy.model.vocabulary import Level, Severity, Visibility
from schoolpolicy.reading.placed import SCHOOL, school_place
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from schoolpolicy.model.policy import Policy

FACTS = {
    "name": "the name of the school",
    "website": "the address of the website",
    "office.phone": "the phone number of the office",
    "office.email": "the e-mail address of the office",
    "office.address": "the address of the school",
    "chair.phone": "the phone number of the chair",
    "chair.email": "the e-mail address of the chair",
    "chair.address": "the address of the chair",
    "review.edition": "the name of this edition",
    "review.effective_from": "the day from which the policy holds",
    "review.next_review": "the day of the next review",
}
"""Facts of a school in words; the others are called by the names of their fields."""
EXAMPLES = {
    "website": "https://www.hill-school.example",
    "review.edition": "2026-27",
    "review.effective_from": "2026-09-01",
    "review.next_review": "2027-07-01",
}
"""How some of them are written."""
BY_GOVERNORS = ("review.", "chair.")
"""How the names of the facts begin that those decide who approve the policy."""


@dataclass(frozen=True)
class Undecided:
    """One thing that a school has still to decide.

    Attributes:
        kind: `choice`, `rule`, `fact` or `number`.
        subject: of the record that it is about; `school` for a fact of the school itself.
        id: of that record, or the name of the fact.
        what: what is to be decided, in plain words.
        decided_by: the role that decides.
        place: where to write it, as far as that is known.
        write: what to write there.
        visibility: who may know of it.
    """

    kind: str
    subject: str
    id: str
    what: str
    decided_by: str
    place: Place
    write: str
    visibility: Visibility = Visibility.PUBLIC


def undecided(
    policy: Policy, places: Mapping[tuple[str, str], Place], *, in_records: bool = True
) -> tuple[Undecided, ...]:
    """Return all that is undecided: choices first, then rules, facts and local numbers.

    Args:
        policy: whose decisions.
        places: where each record and each fact of the school stands.
        in_records: False where it is known that no text of a record is undecided.
    """
    return (
        *_choices(policy, places),
        *_rules(policy, places),
        *_facts(policy, places),
        *(_record_facts(policy, places) if in_records else ()),
        *_numbers(policy, places),
    )


def counted(found: Sequence[Undecided]) -> str:
    """Return how many things are undecided, in words."""
    if len(found) == 1:
        return "1 thing is not decided yet"
    return f"{len(found)} things are not decided yet" if found else "Everything is decided"


def check_undecided(
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    *,
    final: bool,
    found: Iterable[Undecided] | None = None,
) -> Iterator[Finding]:
    """Yield a finding for each thing that is undecided.

    In a draft they are for information; in a final publication they are errors.

    Args:
        policy: whose decisions.
        places: where each record and each fact of the school stands.
        final: True for a publication.
        found: what is undecided, if it is known already.
    """
    severity = Severity.ERROR if final else Severity.INFO
    for each in undecided(policy, places) if found is None else found:
        yield Finding(
            code=f"undecided.{each.kind}",
            severity=severity,
            place=each.place,
            problem=f"Not decided yet: {each.what}",
            remedy=f"{each.write} To be decided by: {_title(policy, each.decided_by)}.",
        )


def _title(policy: Policy, role: str) -> str:
    return next((each.title for each in policy.roles if each.id == role), role)


def _choices(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Undecided]:
    for choice in policy.choices:
        if policy.school.choices.get(choice.id, UNDECIDED) != UNDECIDED:
            continue
        answers = [written(option.value) for option in choice.options]
        yield Undecided(
            kind="choice",
            subject="choices",
            id=choice.id,
            what=f'"{choice.id}" ({choice.question})',
            decided_by=choice.decided_by,
            place=school_place(places, policy.slug, f"choices.{choice.id}"),
            write=f'Write it under "choices:", as one of: {", ".join(answers)}.',
            visibility=choice.visibility,
        )


def _rules(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Undecided]:
    """Yield the rules without a level; those that wait for a choice are told with that."""
    for rule in policy.rules:
        if rule.level is Level.UNDECIDED and not policy.open_choices(rule):
            yield Undecided(
                kind="rule",
                subject="rules",
                id=rule.id,
                what=f'the rule "{rule.id}".',
                decided_by=HEAD,
                place=places["rules", rule.id],
                write="Give it a level.",
                visibility=rule.visibility,
            )


def _facts(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Undecided]:
    """Yield each text and each day that is `undecided` in the file of the school."""
    for name in _open_fields(policy.school):
        words = FACTS.get(name, f'"{name.replace("_", " ").replace(".", ", ")}"')
        yield Undecided(
            kind="fact",
            subject=SCHOOL,
            id=name,
            what=f"{words}.",
            decided_by=(
                policy.school.review.approved_by if name.startswith(BY_GOVERNORS) else HEAD
            ),
            place=school_place(places, policy.slug, name),
            write=_write_fact(name),
        )


def _write_fact(name: str) -> str:
    """Say where a fact of the school is written, and how: two fields may have one name."""
    outer, _, field = name.rpartition(".")
    under = f' under "{outer}:"' if outer else ""
    shown = f", for example {EXAMPLES[name]}" if name in EXAMPLES else ""
    return f'Write it after "{field}:"{under}{shown}.'


def _record_facts(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Undecided]:
    """Yield each text that is `undecided` in a record."""
    for subject in SUBJECTS:
        for record in getattr(policy, subject):
            for name in _open_fields(record):
                yield Undecided(
                    kind="fact",
                    subject=subject,
                    id=record.id,
                    what=f'"{name}" of the {singular(subject)} "{record.id}".',
                    decided_by=HEAD,
                    place=places[subject, record.id],
                    write=f'Write it after "{name.rpartition(".")[2]}:".',
                    visibility=record.visibility,
                )


def _open_fields(shape: BaseModel, prefix: str = "") -> Iterator[str]:
    """Yield the names of the fields, at any depth, whose whole text is `undecided`.

    A level is no text: the type must be that of a text, and no other.
    """
    for name, value in shape.__dict__.items():
        if type(value) is str:
            if value == UNDECIDED:
                yield f"{prefix}{name}"
        elif isinstance(value, tuple):
            for part in value:
                if isinstance(part, BaseModel):
                    inner = getattr(part, "id", None)
                    yield from _open_fields(part, f"{prefix}{inner or name}.")
                elif type(part) is str and part == UNDECIDED:
                    yield f"{prefix}{name}"
        elif isinstance(value, BaseModel):
            yield from _open_fields(value, f"{prefix}{name}.")


def _numbers(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Undecided]:
    """Yield the contacts that need a number of the school's own and have none."""
    for contact in policy.contacts:
        if contact.local and not (contact.phone or contact.email or contact.url):
            yield Undecided(
                kind="number",
                subject="contacts",
                id=contact.id,
                what=f'the local number of "{contact.id}" ({contact.title}).',
                decided_by=SAFEGUARDING_LEAD,
                place=places["contacts", contact.id],
                write=f'In schools/{policy.slug}/contacts.yml, give "{contact.id}" a "phone".',
                visibility=contact.visibility,
            )
