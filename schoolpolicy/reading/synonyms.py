"""Everyday words for the values that a field can have."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SYNONYMS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "level": {
            "allowed": ("yes", "ok", "permitted", "free", "can", "may"),
            "not-allowed": ("no", "forbidden", "banned", "ban", "prohibited", "never", "denied"),
            "with-permission": ("ask", "permission", "ask first"),
            "supervised": ("supervision", "watched"),
            "must": ("required", "mandatory", "compulsory"),
            "advised-against": ("discouraged", "not advised", "not recommended"),
            "illegal": ("unlawful", "against the law", "crime"),
            "set-times": ("sometimes", "at times"),
            "selected-people": ("some people",),
            "undecided": ("unknown", "tbc", "not decided"),
        },
        "audience": {
            "pupils": ("children", "students", "learners", "kids", "pupil"),
            "staff": ("teachers", "employees"),
            "parents": ("carers", "families", "guardians"),
            "everyone": ("all", "anyone", "everybody", "any"),
            "governors": ("trustees", "governing body"),
            "adults": ("grown-ups",),
        },
        "function": {
            "any": ("use", "all", "everything"),
            "message": ("text", "texting", "chat"),
            "photograph": ("photos", "camera", "picture", "take photos"),
            "record": ("film", "filming", "video"),
            "call": ("phone", "ring"),
            "listen": ("music",),
            "carry": ("have", "hold"),
        },
    }
)


def synonyms(field: str) -> Mapping[str, tuple[str, ...]]:
    """Return, for the values of a field, the words that people use for them."""
    return _SYNONYMS.get("function" if field == "functions" else field, {})
