"""What a draft tells its authors: what is undecided, by who decides, and the notes for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.role import Duty
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.term import Choice
from schoolpolicy.publish.audience import sees
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.rule_words import rule_title
from schoolpolicy.reading.restrict import inner_records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.checks.undecided import Undecided
    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.vocabulary import Visibility

DRAFT_PAGE = "draft/index.md"
"""The page that lists what is undecided. It is made in drafts only."""
DRAFT_ADDRESS = "draft/index.html"
OF_THE_MODEL = frozenset({"requirements"})
"""Subjects of which only the model policy speaks: their notes tell where it has them from."""
NAMES = ("title", "question", "what", "word", "text", "summary")
"""The fields that can tell a record from others, the shortest first."""


@dataclass(frozen=True)
class Decider:
    """A role, and what it has still to decide."""

    id: str
    title: str
    open: tuple[Undecided, ...]


@dataclass(frozen=True)
class AuthorNote:
    """Advice to the author: about which record, and in which record that is."""

    subject: str
    id: str
    name: str
    text: str


def visible(found: Iterable[Undecided], audience: Visibility) -> tuple[Undecided, ...]:
    """Return what an audience may know of."""
    return tuple(each for each in found if sees(audience, each.visibility))


def deciders(policy: Policy, found: Iterable[Undecided]) -> list[Decider]:
    """Return the roles that have something to decide, in the order of the policy."""
    by_role: dict[str, list[Undecided]] = {}
    for each in found:
        by_role.setdefault(each.decided_by, []).append(each)
    order = {role.id: (number, role.title) for number, role in enumerate(policy.roles)}
    last = len(order)
    return [
        Decider(role, capital(order[role][1] if role in order else role), tuple(by_role[role]))
        for role in sorted(by_role, key=lambda each: order.get(each, (last, each)))
    ]


def choice_of(policy: Policy, each: Undecided) -> Choice | None:
    """Return the choice that is to be made, if it is one."""
    return policy.find(Choice, each.id) if each.kind == "choice" else None


def rule_name(policy: Policy, each: Undecided) -> str | None:
    """Return what a rule is about whose level is undecided, if it is one."""
    return rule_title(policy, policy.find(Rule, each.id)) if each.subject == "rules" else None


def author_notes(policy: Policy) -> list[tuple[str, list[AuthorNote]]]:
    """Return the advice to the author, by subject; of choices, on those still to be made."""
    found = []
    for subject in SUBJECTS:
        if subject in OF_THE_MODEL:
            continue
        notes = [
            _note(policy, subject, outer, record, record.note)
            for outer in getattr(policy, subject)
            for record in inner_records(outer)
            if record.note and not _is_made(policy, record)
        ]
        if notes:
            found.append((capital(subject), notes))
    return found


def _is_made(policy: Policy, record: Record) -> bool:
    """Tell whether a record is a choice that the school has made."""
    answer = policy.school.choices.get(record.id, UNDECIDED)
    return isinstance(record, Choice) and answer != UNDECIDED


def _note(policy: Policy, subject: str, outer: Record, record: Record, text: str) -> AuthorNote:
    """Return a note with the record that has a place on the site: a duty has one of its own."""
    own = isinstance(record, Duty)
    home = ("duties", record.id) if own else (subject, outer.id)
    return AuthorNote(*home, capital(_name(policy, record)), text)


def _name(policy: Policy, record: Record) -> str:
    if isinstance(record, Rule):  # it has no name of its own
        return rule_title(policy, record)
    found = (getattr(record, field, None) for field in NAMES)
    return next((str(each) for each in found if each), record.id.replace("-", " "))
