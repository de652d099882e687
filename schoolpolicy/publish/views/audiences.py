"""Overviews for one audience: what it is told by topic, and where a child finds help at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.publish.views.readers import sayings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.source import Contact
    from schoolpolicy.model.statement import Topic
    from schoolpolicy.model.vocabulary import Reader
    from schoolpolicy.publish.views.readers import Saying

URGENT = ("childline", "report-remove", "ceop")
"""The routes that a child must find without looking for them."""


@dataclass(frozen=True)
class TopicSayings:
    """What a group of readers is told about one topic."""

    topic: Topic
    sayings: tuple[Saying, ...]


def overview(policy: Policy, reader: Reader) -> list[TopicSayings]:
    """Return all that a group of readers is told; topics that say nothing to it are left out."""
    found = []
    for topic in policy.topics:
        told = sayings(policy.about(topic.id), reader)
        if told:
            found.append(TopicSayings(topic, told))
    return found


def by_group(found: Iterable[TopicSayings]) -> list[tuple[str | None, list[TopicSayings]]]:
    """Return topics under the headings that neighbours share, in their order."""
    return [(name, list(some)) for name, some in groupby(found, key=lambda each: each.topic.group)]


@dataclass(frozen=True)
class Route:
    """A reporting route, with a name short enough for a button."""

    name: str
    contact: Contact


def short_name(title: str) -> str:
    """Return what people call a service: its capitals in brackets, or what precedes a comma."""
    capitals = re.search(r"\(([A-Z]{2,})\)", title)
    return capitals.group(1) if capitals else re.split(r"[,(]", title)[0].strip()


def urgent(policy: Policy) -> list[Route]:
    """Return the routes that a child must find without looking for them."""
    found = {each.id: each for each in policy.contacts if Audience.PUPILS in each.audiences}
    return [Route(short_name(found[name].title), found[name]) for name in URGENT if name in found]


def contact_groups(policy: Policy) -> list[tuple[str, list[Contact]]]:
    """Return every contact once, under a heading that says whom it is for."""
    groups: dict[str, list[Contact]] = {
        "In danger now": [],
        "For children and young people": [],
        "For parents and other adults": [],
        "For people who work here": [],
    }
    danger, young, adults, workers = groups.values()
    for each in policy.contacts:
        if each.emergency:
            danger.append(each)
        elif Audience.PUPILS in each.audiences:
            young.append(each)
        elif Audience.PARENTS in each.audiences:
            adults.append(each)
        else:
            workers.append(each)
    return [(title, found) for title, found in groups.items() if found]
