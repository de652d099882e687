"""The words of a rule or a ladder for those whom it is told: each age band its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.publish.views.answer_shapes import Saying
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.readers import reads
from schoolpolicy.rules.bands import band_words
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.statement import PupilWording
    from schoolpolicy.model.vocabulary import Band
    from schoolpolicy.rules.people import Person


def sayings(
    policy: Policy,
    words: PupilWording,
    plain: str | None,
    people: Iterable[Person],
    rule: Rule | None = None,
) -> tuple[Saying, ...]:
    """Return the words for each age band among some people, and for all others `plain`.

    Args:
        policy: whose words.
        words: those of the age bands.
        plain: those for everybody else.
        people: who is told.
        rule: the rule that is told, if it is one that the youngest may not read.
    """
    told = tuple(people)
    bands = _bands(policy, told)
    own = {band: text for band in bands if (text := words.told(band))}
    texts = list(dict.fromkeys(own.values()))
    adults = any(each.audience is not Audience.PUPILS for each in told)
    if len(own) == len(bands) and len(texts) == 1 and not adults:
        return (Saying(None, texts[0]),)
    rest = [band for band in bands if band not in own]
    read = [band for band in rest if rule is None or reads(rule, band)]
    general: tuple[Saying, ...] = ()
    if plain and (adults or read == bands):
        general = (Saying(None, plain),)
    elif plain and read:
        general = (Saying(capital(listed(band_words(policy, band) for band in read)), plain),)
    return (*general, *(Saying(capital(band_words(policy, band)), own[band]) for band in own))


def _bands(policy: Policy, people: Iterable[Person]) -> list[Band]:
    """Return the age bands of those of some people who are pupils, youngest first."""
    cohorts = {each.id: each.band for each in policy.cohorts}
    present = {cohorts[name] for person in people for name in person.cohorts}
    return [band for band in policy.bands if band in present]
