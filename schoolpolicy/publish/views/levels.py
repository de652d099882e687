"""How a level looks: its words, its sign and its tone. Never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience, Level

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class LevelLook:
    """What readers see of a level.

    Attributes:
        word: what it is called.
        icon: the name of a Material Design icon.
        tone: one of `good`, `some`, `never`, `must`, `open`; decides the colours.
        about: what it means, in one sentence.
    """

    word: str
    icon: str
    tone: str
    about: str


LOOKS: Mapping[Level, LevelLook] = MappingProxyType(
    {
        Level.MUST: LevelLook("Must", "alert-circle-check", "must", "You have to do this."),
        Level.ALLOWED: LevelLook("Allowed", "check-circle", "good", "You may do this."),
        Level.SET_TIMES: LevelLook(
            "At set times", "clock-outline", "some", "You may do this at the times shown."
        ),
        Level.WITH_PERMISSION: LevelLook(
            "With permission", "account-check", "some", "Ask first. The rule says who may agree."
        ),
        Level.SUPERVISED: LevelLook(
            "With an adult", "account-supervisor", "some", "You may do this while an adult watches."
        ),
        Level.SELECTED_PEOPLE: LevelLook(
            "Chosen people only", "account-star", "some", "Only the people named may do this."
        ),
        Level.ADVISED_AGAINST: LevelLook(
            "Advised against", "alert-outline", "some", "We ask you not to, and say why."
        ),
        Level.NOT_ALLOWED: LevelLook("Not allowed", "cancel", "never", "You may not do this."),
        Level.ILLEGAL: LevelLook(
            "Not allowed: against the law", "gavel", "never", "The law forbids this."
        ),
        Level.UNDECIDED: LevelLook(
            "Not decided yet", "help-circle-outline", "open", "We have still to decide."
        ),
    }
)
"""From a level to its look, from most to least free."""

NOT_FOR_THEM = LevelLook(
    "Does not apply", "minus-circle-outline", "open", "The question cannot arise for these people."
)
"""The look of a cell in which there is nothing to decide."""

_WITH_COLLEAGUE = LevelLook(
    "Supervised", "account-supervisor", "some", "You may do this while somebody watches."
)


def look(level: Level, audience: Audience = Audience.PUPILS) -> LevelLook:
    """Return the look of a level; adults are supervised, not "with an adult"."""
    if level is Level.SUPERVISED and audience is not Audience.PUPILS:
        return _WITH_COLLEAGUE
    return LOOKS[level]
