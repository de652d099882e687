"""What the age bands of pupils are called at one school."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.vocabulary import Audience, Band
from schoolpolicy.rules.words import audience_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.policy import Policy


class _Named(NamedTuple):
    """How a band is named: the placeholders of its term, and what holds where there is none."""

    key: str
    key_in: str
    words: str
    words_in: str


_NAMES: Mapping[Band, _Named] = MappingProxyType(
    {
        Band.EYFS_KS1: _Named("youngest", "in_youngest", "up to Year 2", "up to Year 2"),
        Band.KS2: _Named("juniors", "in_juniors", "Years 3 to 6", "in Years 3 to 6"),
        Band.KS3_4: _Named("seniors", "in_seniors", "Years 7 to 11", "in Years 7 to 11"),
        Band.SIXTH_FORM: _Named("sixth_form", "in_sixth_form", "sixth form", "in the sixth form"),
    }
)


def band_words(policy: Policy, band: Band) -> str:
    """Return what a band is called: `Years 3 to 6`, `sixth form`."""
    named = _NAMES[band]
    return policy.words.get(named.key, named.words)


def band_pupils(policy: Policy, band: Band) -> str:
    """Return whom a band holds: `pupils in Years 3 to 6`, `students in the sixth form`."""
    named = _NAMES[band]
    pupils = audience_words(policy, Audience.PUPILS)
    return f"{pupils} {policy.words.get(named.key_in, named.words_in)}"


def band_heading(policy: Policy, band: Band) -> str:
    """Return a band among other readers: `pupils: Years 3 to 6`."""
    return f"{audience_words(policy, Audience.PUPILS)}: {band_words(policy, band)}"
