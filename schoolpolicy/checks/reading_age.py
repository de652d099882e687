"""How hard the texts of each audience are to read.

The reading age is the grade of the Automated Readability Index, which counts letters, words
and sentences, plus five: the age at which children enter that grade.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from textstat import textstat

from schoolpolicy.checks.passages import AIMS, Aim, Passage, passages
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Band, Severity
from schoolpolicy.rules.bands import band_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page

GRADE_TO_AGE = 5
YOUNGEST = 5.0
ENOUGH = 100
"""How many words a text must have for its reading age to say anything."""


@dataclass(frozen=True)
class Sentence:
    """One sentence with its own reading age."""

    text: str
    words: int
    age: float
    place: Place


@dataclass(frozen=True)
class ReadingAge:
    """How hard the texts of one reader are.

    Attributes:
        reader: whose texts.
        aim: what they should be.
        age: the reading age of all of them together, in years.
        words: the average length of a sentence, in words.
        total: how many words they have.
        hardest: the sentences that pull the age up, the worst first.
        too_long: the sentences longer than the aim.
    """

    reader: str
    aim: Aim
    age: float
    words: float
    total: int
    hardest: tuple[Sentence, ...]
    too_long: tuple[Sentence, ...]


def reading_ages(
    policy: Policy, pages: Iterable[Page], places: Mapping[tuple[str, str], Place]
) -> list[ReadingAge]:
    """Return the reading age of each reader who has any text."""
    read: dict[str, list[Passage]] = {reader: [] for reader in AIMS}
    for passage in passages(policy, pages, places):
        read[passage.reader].append(passage)
    return [_measure(policy, reader, found) for reader, found in read.items() if found]


def check_sentences(ages: Iterable[ReadingAge]) -> Iterator[Finding]:
    """Yield a warning for each sentence too long, and each reader whose texts are too hard."""
    for age in ages:
        for sentence in age.too_long:
            yield Finding(
                code="text.long-sentence",
                severity=Severity.WARNING,
                place=sentence.place,
                problem=f"This sentence has {sentence.words} words; {age.reader} get at most "
                f'{age.aim.longest}: "{sentence.text}"',
                remedy="Make two of it.",
            )
        if age.age > age.aim.age and age.hardest and age.total >= ENOUGH:
            hardest = age.hardest[0]
            yield Finding(
                code="text.reading-age",
                severity=Severity.WARNING,
                place=hardest.place,
                problem=f"The texts for {age.reader} have a reading age of {age.age:.1f}; "
                f'the aim is {age.aim.age:g}. The hardest sentence: "{hardest.text}"',
                remedy="Use shorter words and sentences.",
            )


@lru_cache(maxsize=50_000)
def age_of(text: str) -> float:
    """Return the reading age of a text in years, at least five. Schools share most sentences."""
    grade = float(textstat.automated_readability_index(text))
    return max(YOUNGEST, grade + GRADE_TO_AGE)


def _measure(policy: Policy, reader: str, found: list[Passage]) -> ReadingAge:
    sentences = [
        Sentence(text, len(text.split()), age_of(text), passage.place)
        for passage in found
        for text in _sentences(passage.text)
    ]
    whole = " ".join(sentence.text for sentence in sentences)
    aim = AIMS[reader]
    total = sum(sentence.words for sentence in sentences)
    # A long hard sentence pulls the whole up more than a short one.
    pull = sorted(sentences, key=lambda each: (-(each.age - aim.age) * each.words, each.text))
    hardest = [sentence for sentence in pull[:3] if sentence.age > aim.age]
    return ReadingAge(
        reader=band_heading(policy, Band(reader)) if reader in set(Band) else reader,
        aim=aim,
        age=age_of(whole),
        words=total / len(sentences),
        total=total,
        hardest=tuple(hardest),
        too_long=tuple(each for each in sentences if each.words > aim.longest),
    )


def _sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?])\s+|\s*[:;]\s+", " ".join(text.split()))
    # A heading or a list item ends like a sentence, so that it counts as one.
    return [part if part[-1] in ".!?" else f"{part}." for part in parts if part]
