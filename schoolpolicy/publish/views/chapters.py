"""The formal policy in chapters: paragraphs numbered through, and what else each shows."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.statement import Shown, Topic
from schoolpolicy.publish.views.numbering import Numbers, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.incident import Incident
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.role import Role
    from schoolpolicy.model.statement import Section, Statement
    from schoolpolicy.publish.views.numbering import NumberedPoint


LISTED: Mapping[Shown, tuple[str, str]] = MappingProxyType(
    {
        Shown.CURRICULUM: ("curriculum", "What {pupils} learn, year by year"),
        Shown.TRAINING: ("training", "The training plan"),
        Shown.RECORDS: ("records", "The records that we keep"),
        Shown.CONSENTS: ("consents", "Pictures and published work: yes or no"),
        Shown.TOOLS: ("tools", "The AI tools that we have checked"),
        Shown.RESPONSES: ("responses", "What happens when rules are broken"),
        Shown.CONTACTS: ("contacts", "Who can help"),
        Shown.DOCUMENTS: ("documents", "The policies that go with this one"),
        Shown.CITATIONS: ("citations", "The list of law and guidance"),
        Shown.GLOSSARY: ("glossary", "Words and short forms"),
    }
)
"""What a chapter shows on a page of its own: the subject listed there, and what to call it."""


@dataclass(frozen=True)
class Paragraph:
    """One statement with its number, if the school has numbers, and the list below it."""

    number: str | None
    statement: Statement
    points: tuple[NumberedPoint, ...]


@dataclass(frozen=True)
class TopicPart:
    """One topic of a chapter, with its paragraphs."""

    topic: Topic
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Chapter:
    """One chapter of the formal policy.

    Attributes:
        number: its number; None if the school has no numbers.
        section: what it is about.
        topics: its topics with their paragraphs.
        numbers: for each id of a role or incident that the chapter shows, its number.
    """

    number: str | None
    section: Section
    topics: tuple[TopicPart, ...]
    numbers: Mapping[str, str | None]


def chapters(policy: Policy) -> tuple[Chapter, ...]:
    """Return the chapters in order, their paragraphs numbered 3.1, 3.2 and so on."""
    return tuple(
        _chapter(policy, number, section) for number, section in enumerate(policy.sections, 1)
    )


def unnumbered(policy: Policy, topic: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of one topic as they stand apart from the chapters."""
    return tuple(
        Paragraph(None, each, listed(each.points, each.id, lettered=False))
        for each in policy.about(topic)
    )


def _chapter(policy: Policy, number: int, section: Section) -> Chapter:
    numbers = Numbers(policy.school.numbering, number)
    topics = tuple(
        TopicPart(
            policy.find(Topic, wanted),
            tuple(
                Paragraph(numbers.next(), each, numbers.points(each))
                for each in policy.about(wanted)
            ),
        )
        for wanted in section.topics
    )
    shown: dict[Shown, tuple[Role, ...] | tuple[Incident, ...]] = {
        Shown.ROLES: policy.roles,
        Shown.INCIDENTS: policy.incidents,
    }
    entries = (entry for each in section.shows for entry in shown.get(each, ()))
    return Chapter(
        numbers.chapter, section, topics, {entry.id: numbers.next() for entry in entries}
    )
