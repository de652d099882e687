"""The formal policy in chapters: statements numbered through, and what else each shows."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.statement import Shown, Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.statement import Section, Statement


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
class TopicPart:
    """One topic of a chapter, with its statements and their numbers."""

    topic: Topic
    statements: tuple[tuple[str, Statement], ...]


@dataclass(frozen=True)
class Chapter:
    """One chapter of the formal policy."""

    number: int
    section: Section
    topics: tuple[TopicPart, ...]


def chapters(policy: Policy) -> tuple[Chapter, ...]:
    """Return the chapters in order, their statements numbered 3.1, 3.2 and so on."""
    return tuple(
        _chapter(policy, number, section) for number, section in enumerate(policy.sections, 1)
    )


def _chapter(policy: Policy, number: int, section: Section) -> Chapter:
    parts, count = [], 0
    for wanted in section.topics:
        topic = policy.find(Topic, wanted)
        about = policy.about(wanted)
        numbered = tuple((f"{number}.{count + n}", each) for n, each in enumerate(about, 1))
        count += len(about)
        parts.append(TopicPart(topic, numbered))
    return Chapter(number, section, tuple(parts))
