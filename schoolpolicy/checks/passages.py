"""What each kind of reader reads, in records and on pages, and how hard that may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.checks.texts import texts_of
from schoolpolicy.model.finding import Place
from schoolpolicy.model.vocabulary import Audience, Band
from schoolpolicy.reading.words import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.agreement import Agreement
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.response import Response
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.statement import PupilWording
    from schoolpolicy.reading.pages import Page


@dataclass(frozen=True)
class Aim:
    """What a reader can take: the reading age of the whole, and the longest sentence in words."""

    age: float
    longest: int


AIMS: Mapping[str, Aim] = {
    "eyfs-ks1": Aim(6, 12),
    "ks2": Aim(9, 20),
    "ks3-4": Aim(12, 22),
    "sixth-form": Aim(13, 25),
    "parents": Aim(9, 25),
    "community": Aim(10, 25),
    "staff": Aim(14, 30),
    "governors": Aim(14, 30),
    "formal policy": Aim(14, 35),
}
"""The readers, and the aims of the project's own plain-language rules for each."""


@dataclass(frozen=True)
class Passage:
    """A text that one kind of reader sees, and where it is written."""

    reader: str
    text: str
    place: Place


def passages(
    policy: Policy, pages: Iterable[Page], places: Mapping[tuple[str, str], Place]
) -> Iterator[Passage]:
    """Yield all that anybody reads.

    Args:
        policy: the policy as it applies to the school.
        pages: its pages.
        places: where each record stands.
    """
    yield from _records(policy, places)
    yield from _registers(policy, places)
    yield from _rules(policy, places)
    yield from _prose(pages, policy.words)


def _records(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Passage]:
    """Yield what the records of the policy say to each reader."""
    for statement in policy.statements:
        here = places["statements", statement.id]
        yield Passage("formal policy", statement.text, here)
        for audience in ("parents", "staff", "governors", "community"):
            text = getattr(statement.words, audience)
            if text:
                yield Passage(audience, text, here)
        yield from _pupils(statement.words.pupils, here)
    shared = policy.subject("nevers")
    for incident in policy.incidents:
        here = places["incidents", incident.id]
        yield Passage("parents", incident.told.parents, here)
        yield from _pupils(incident.told.pupils, here)
        steps = (each.text for each in incident.steps)
        never = (each.text for each in incident.never if each != shared.get(each.id))
        for text in (*steps, *never):
            yield Passage("staff", text, here)
    for agreement in policy.agreements:
        here = places["agreements", agreement.id]
        reader = _signer(agreement)
        if reader in AIMS:
            clauses = (clause.text for clause in agreement.clauses)
            for text in (agreement.intro, *clauses, agreement.help, agreement.if_broken):
                yield Passage(reader, text, here)
    for role in policy.roles:
        if role.for_parents:
            yield Passage("parents", role.for_parents, places["roles", role.id])


def _signer(agreement: Agreement) -> str:
    """Return whose texts an agreement is among."""
    if agreement.easy_read:
        return Band.EYFS_KS1.value
    return (agreement.band or agreement.audience).value


_REGISTERS: Mapping[str, tuple[str, frozenset[str]]] = {
    "checklists": ("staff", frozenset({"intro", "text"})),
    "consents": ("parents", frozenset({"text", "seen_by", "risk", "kept"})),
    "curriculum": ("parents", frozenset({"about", "learn"})),
    "documents": ("staff", frozenset({"about"})),
    "incidents": ("staff", frozenset({"stop"})),
    "nevers": ("staff", frozenset({"text"})),
    "records": ("staff", frozenset({"holds", "never", "keep"})),
    "sections": ("formal policy", frozenset({"intro"})),
    "tools": ("parents", frozenset({"use", "age_limit", "data", "watched"})),
    "topics": ("parents", frozenset({"intro"})),
    "training": ("staff", frozenset({"content"})),
}
"""Whose texts stand beside the policy, by subject, and in which fields."""


def _registers(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Passage]:
    """Yield what stands beside the policy: introductions, consents, lessons, tools, lists."""
    for said in texts_of(policy, _REGISTERS):
        reader, fields = _REGISTERS[said.subject]
        if said.field in fields:
            yield Passage(reader, said.text, said.place(places))


def _rules(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Passage]:
    """Yield what rules and ladders of responses say to each reader."""
    for rule in policy.rules:
        here = places["rules", rule.id]
        yield from _told(policy, rule, here, youngest=False)
        adults = [each.value for each in rule.who.audience if each.value in AIMS]
        pupils = ["parents"] if Audience.PUPILS in rule.who.audience else []
        for text in (rule.because, rule.instead):
            for reader in (adults or pupils) if text else ():
                yield Passage(reader, text or "", here)
    for response in policy.responses:
        here = places["responses", response.id]
        yield from _told(policy, response, here, youngest=True)
        for text in (response.fair, *(step.text for step in response.steps)):
            yield Passage("staff", text, here)


def _told(
    policy: Policy, record: Rule | Response, here: Place, *, youngest: bool
) -> Iterator[Passage]:
    """Yield the plain words of a rule or a ladder for each of its readers.

    `youngest` tells whether the youngest read it without words of their own.
    """
    if record.plain is None:
        return
    for audience in record.who.audience:
        if audience.value in AIMS:
            yield Passage(audience.value, record.plain, here)
    if Audience.PUPILS in record.who.audience:
        yield Passage("parents", record.plain, here)
        given = {each.id: each.band for each in policy.cohorts}
        bands = {given.get(cohort) for cohort in record.who.cohorts} or set(policy.bands)
        for band in policy.bands:
            own = getattr(record.pupils, band.value.replace("-", "_"))
            if band in bands and (own or youngest or band is not Band.EYFS_KS1):
                yield Passage(band.value, own or record.plain, here)


def _pupils(words: PupilWording, here: Place) -> Iterator[Passage]:
    for band in Band:
        text = getattr(words, band.value.replace("-", "_"))
        if text:
            yield Passage(band.value, text, here)


_FOLDERS: Mapping[str, str] = {
    "parents": "parents",
    "staff": "staff",
    "governors": "governors",
    "community": "community",
    "policy": "formal policy",
}
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?")
_MARKUP = re.compile(r"<[^>]+>|\{\{[^}]*\([^}]*\}\}|[*_`#>|]|^\s*(?:[-+]|\d+\.)\s+|\{:?[^{}]*\}")


def _prose(pages: Iterable[Page], words: Mapping[str, str]) -> Iterator[Passage]:
    """Yield the paragraphs that are written in the pages themselves."""
    for page in pages:
        reader = _FOLDERS.get(page.path.split("/", maxsplit=1)[0])
        if reader is None:
            continue
        for number, line in enumerate(page.body.splitlines(), page.first_line):
            filled = PLACEHOLDER.sub(lambda match: words.get(match.group(1), ""), line)
            text = _MARKUP.sub("", _LINK.sub(r"\1", filled)).strip()
            if len(text.split()) > 2 and not line.lstrip().startswith(("#", "<", "!!!")):
                yield Passage(reader, text, Place(file=page.file, line=number, column=1))
