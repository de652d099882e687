"""The rules in pupils' words: by topic, one idea a line, a picture with each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Band
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.rules.bands import band_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.statement import PupilWording

FIRST_TOPIC = "reporting-and-help"
"""Help comes before rules."""

BAND_PAGES: Mapping[Band, tuple[str, str]] = MappingProxyType(
    {
        Band.EYFS_KS1: ("youngest", "teddy-bear"),
        Band.KS2: ("juniors", "rocket-launch"),
        Band.KS3_4: ("seniors", "headphones"),
        Band.SIXTH_FORM: ("sixth-form", "school"),
    }
)
"""For each band: its page, and its picture."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])")
_NEVER = re.compile(r"(No|Never|Do not|Nobody) ")


@dataclass(frozen=True)
class PupilRule:
    """One rule.

    Attributes:
        id: the statement's id.
        lines: its ideas, a line each.
        picture: the name of its picture.
        never: True if it says what not to do.
    """

    id: str
    lines: tuple[str, ...]
    picture: str
    never: bool


@dataclass(frozen=True)
class PupilTopic:
    """The rules of one topic."""

    id: str
    title: str
    picture: str
    group: str | None
    """The heading that it shares with its neighbours."""
    rules: tuple[PupilRule, ...]


def band_pages(policy: Policy) -> list[tuple[str, str, str]]:
    """Return for each band of the school what it is called, its page, and its picture."""
    return [(capital(band_words(policy, each)), *BAND_PAGES[each]) for each in policy.bands]


def lines(text: str) -> tuple[str, ...]:
    """Split a text into sentences: one idea a line."""
    return tuple(_SENTENCE.split(text))


def pupil_topics(policy: Policy, band: Band) -> list[PupilTopic]:
    """Return the rules that one band reads, the topic about help first."""
    found = []
    for topic in sorted(policy.topics, key=lambda topic: topic.id != FIRST_TOPIC):
        told = [
            (each, text)
            for each in policy.about(topic.id)
            if (text := each.words.pupils.told(band))
        ]
        if told:
            rules = tuple(
                PupilRule(each.id, lines(text), each.icon or topic.icon, bool(_NEVER.match(text)))
                for each, text in told
            )
            found.append(PupilTopic(topic.id, topic.plain_title, topic.icon, topic.group, rules))
    return found


@dataclass(frozen=True)
class Telling:
    """What pupils read about one incident, a line for each idea."""

    id: str
    title: str
    lines: tuple[str, ...]
    older: tuple[str, ...]
    """The words for the sixth form, where the school has younger pupils too."""


ALONE = (Band.KS2, Band.KS3_4, Band.SIXTH_FORM, Band.EYFS_KS1)
"""The bands by how easy their words are for a pupil who reads alone; the youngest do not."""


def easiest(words: PupilWording, bands: Collection[Band]) -> str | None:
    """Return the easiest words that any of a school's pupils reads alone."""
    found = (words.told(band) for band in ALONE if band in bands)
    return next((text for text in found if text), None)


def tellings(policy: Policy) -> list[Telling]:
    """Return what pupils read about each incident; those who may be adults read more."""
    mixed = len(policy.bands) > 1 and Band.SIXTH_FORM in policy.bands
    found = []
    for each in policy.incidents:
        text = easiest(each.told.pupils, policy.bands)
        older = each.told.pupils.told(Band.SIXTH_FORM) if mixed else None
        if text:
            more = lines(older) if older and older != text else ()
            found.append(Telling(each.id, each.plain_title, lines(text), more))
    return found
