"""Everyday words for people and uses: `mum`, `film`, `selfie`, `phone home`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience, Function

if TYPE_CHECKING:
    from collections.abc import Mapping

EVERYDAY: Mapping[Function, tuple[str, ...]] = MappingProxyType(
    {
        Function.ANY: ("use", "have", "anything"),
        Function.BRING: ("bring in", "take in", "bring to school", "take to school"),
        Function.CARRY: ("keep", "wear", "have on me", "hold", "keep in bag", "keep in pocket"),
        Function.CALL: (
            "phone",
            "ring",
            "speak",
            "talk",
            "make a call",
            "phone home",
            "video call",
        ),
        Function.MESSAGE: ("text", "chat", "send a message", "send a text", "e-mail"),
        Function.PHOTOGRAPH: (
            "photo",
            "picture",
            "selfie",
            "snap",
            "take a photo",
            "take a picture",
            "take a selfie",
        ),
        Function.RECORD: (
            "film",
            "video",
            "make a film",
            "make a video",
            "take a video",
            "record sound",
            "record a lesson",
            "voice note",
        ),
        Function.TELL_TIME: ("time", "see the time", "look at the time", "clock"),
        Function.PAY: ("buy", "pay for lunch", "contactless"),
        Function.LISTEN: ("music", "listen to music", "play music", "headphones"),
        Function.MEDICAL: ("health", "medicine", "glucose", "blood sugar", "insulin", "diabetes"),
    }
)
"""What people call a use, beside its own name."""

PEOPLE: Mapping[Audience, tuple[str, ...]] = MappingProxyType(
    {
        Audience.PUPILS: ("child", "children", "kid", "student", "learner", "son", "daughter"),
        Audience.PARENTS: (
            *("mum", "mummy", "mam", "mother", "dad", "daddy", "father", "carer", "guardian"),
            *("grandparent", "grandma", "nan", "grandad", "family"),
        ),
        Audience.STAFF: ("teacher", "member of staff", "employee", "adult in school"),
        Audience.GOVERNORS: ("governor", "trustee"),
        Audience.VOLUNTEERS: ("helper", "parent helper"),
        Audience.VISITORS: ("guest", "contractor", "tradesman"),
        Audience.COMMUNITY: ("neighbour", "public", "hirer"),
    }
)
"""What people call an audience, beside its own name and the school's word for it."""
