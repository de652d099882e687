"""What people print and sign: agreements with their clauses in groups, checklists with origins."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from schoolpolicy.model.agreement import Agreement
from schoolpolicy.model.incident import Incident
from schoolpolicy.model.source import Citation, Requirement
from schoolpolicy.publish.views.phrases import capital, the
from schoolpolicy.publish.views.posts import done_by
from schoolpolicy.publish.views.role_words import one_title
from schoolpolicy.rules.checklists import lines_of

if TYPE_CHECKING:
    from schoolpolicy.model.agreement import Clause
    from schoolpolicy.model.checklist import Checklist, Origin
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.vocabulary import Band
    from schoolpolicy.rules.checklists import Line


STAR = "star"
"""The picture of a promise that has none, nor a heading with one."""
_EACH_TIME = "Each time it comes up"
_ROUNDS = {
    "happen": _EACH_TIME,
    "day": "Each day, week or month",
    "week": "Each day, week or month",
    "month": "Each day, week or month",
    "half-term": "Each term or half-term",
    "term": "Each term or half-term",
    "year": "Each year",
    "joining": "When people join or leave",
    "leaving": "When people join or leave",
}
"""From the last word of an interval to the heading of the lists that come round so often."""


@dataclass(frozen=True)
class ClauseGroup:
    """Clauses under one heading; `start` is the number of the first."""

    title: str | None
    icon: str | None
    start: int
    clauses: tuple[Clause, ...]
    pictures: bool
    """True if each promise of the agreement has a picture of its own."""


@dataclass(frozen=True)
class Poster:
    """What hangs on the wall: promises with their pictures, and the ids of who helps."""

    lines: tuple[tuple[str, str], ...]
    contacts: tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """A record that is mentioned, with what to call it there."""

    subject: str
    id: str
    text: str


@dataclass(frozen=True)
class Item:
    """One line of a checklist, and where it comes from in a reader's words."""

    line: Line
    origins: tuple[Mention, ...]


def clause_groups(agreement: Agreement) -> tuple[ClauseGroup, ...]:
    """Return an agreement's clauses under their headings, numbered through."""
    icons = {heading.title: heading.icon for heading in agreement.headings}
    pictures = all(each.icon for each in agreement.clauses)
    groups, start = [], 1
    for title, members in groupby(agreement.clauses, key=lambda clause: clause.group):
        clauses = tuple(members)
        groups.append(ClauseGroup(title, icons.get(title or ""), start, clauses, pictures))
        start += len(clauses)
    return tuple(groups)


def notice_text(agreement: Agreement) -> tuple[str, ...]:
    """Return a notice as lines of plain text, for the screen of a system that shows it."""
    numbered = (f"{number}. {each.text}" for number, each in enumerate(agreement.clauses, 1))
    return (capital(agreement.title), agreement.intro, *numbered)


def poster(policy: Policy, band: Band) -> Poster:
    """Return what hangs on the wall for one age band: its promises, each with a picture."""
    lines: list[tuple[str, str]] = []
    contacts: dict[str, None] = {}
    for agreement in policy.agreements:
        icons = {heading.title: heading.icon for heading in agreement.headings}
        if policy.open_choices(agreement):  # what waits for a choice is no promise yet
            continue
        wanted = [
            each
            for each in agreement.clauses
            if each.poster and agreement.band is band and not policy.open_choices(each)
        ]
        lines += [(each.icon or icons.get(each.group or "", STAR), each.text) for each in wanted]
        contacts |= dict.fromkeys(agreement.contacts if wanted else ())
    return Poster(tuple(lines), tuple(contacts))


def checklist_groups(policy: Policy) -> list[tuple[str, list[Checklist]]]:
    """Return the checklists by how often they come round; those with most haste first."""
    found: dict[str, list[Checklist]] = {title: [] for title in _ROUNDS.values()}
    for each in policy.checklists:
        unit = each.every.removesuffix("s").rpartition(" ")[2]
        found[_ROUNDS.get(unit, _EACH_TIME)].append(each)
    return [(title, lists) for title, lists in found.items() if lists]


def item_groups(
    policy: Policy, checklist: Checklist
) -> tuple[tuple[str | None, tuple[Item, ...]], ...]:
    """Return what stands on a checklist under its headings, each line with its origins."""
    return tuple(
        (title, tuple(Item(each, origins(policy, each.origin, each.role)) for each in members))
        for title, members in groupby(lines_of(policy, checklist), key=lambda line: line.group)
    )


def origins(policy: Policy, source: Origin, role: str) -> tuple[Mention, ...]:
    """Return the records that a line of a checklist comes from, in a reader's words.

    Args:
        policy: whose records.
        source: their ids.
        role: who sees to it; where that is a duty of which others do the work, it says who.
    """
    found = []
    if source.duty:
        answers = policy.duty_roles[source.duty]
        text = f"Duty of {the(answers.title)}"
        if answers.id == role and (doer := done_by(policy, source.duty)):
            text += f", done by {doer}"
        found.append(Mention("duties", source.duty, text))
    if source.statement:
        topic = next(
            topic.title
            for each in policy.statements
            if each.id == source.statement
            for topic in policy.topics
            if topic.id == each.topic
        )
        found.append(Mention("statements", source.statement, f"Policy: {topic}"))
    if source.incident:
        title = policy.find(Incident, source.incident).plain_title
        found.append(Mention("incidents", source.incident, f"What to do: {title}"))
    if source.agreement:
        title = policy.find(Agreement, source.agreement).title
        found.append(Mention("agreements", source.agreement, capital(title)))
    if source.requirement:
        asked = policy.find(Requirement, source.requirement)
        cited = policy.find(Citation, asked.citation)
        found.append(Mention("requirements", asked.id, cited.short or cited.title))
    if source.review:
        found.append(Mention("reviews", source.review, "Review schedule"))
    if source.training:
        found.append(Mention("training", source.training, "Training plan"))
    return tuple(found)


def signers(policy: Policy, checklist: Checklist) -> tuple[str, ...]:
    """Return the headings of the signature lines; one if the same role fills in and signs."""
    signer = signed_as(policy, checklist)
    if checklist.role == checklist.signed_by:
        return (f"Filled in by: {checklist.filled_in_as or signer}",)
    filler = checklist.filled_in_as or one_title(policy, checklist.role)
    return (f"Filled in by: {filler}", f"Signed by: {signer}")


def one_role(policy: Policy, checklist: Checklist) -> bool:
    """Return True if the same role does everything, so that no line needs to name it."""
    return all(each.role == checklist.role for each in lines_of(policy, checklist))


def signed_as(policy: Policy, checklist: Checklist) -> str:
    """Return what the signer of a checklist is called."""
    return checklist.signed_as or one_title(policy, checklist.signed_by)
