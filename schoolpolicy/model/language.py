"""Words in more than one language, each with its own, so that screen readers say them right."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import Text


class Language(StrEnum):
    """The languages of the United Kingdom and its islands, and the one of old mottoes."""

    ENGLISH = "en"
    WELSH = "cy"
    SCOTTISH_GAELIC = "gd"
    SCOTS = "sco"
    IRISH = "ga"
    CORNISH = "kw"
    MANX = "gv"
    LATIN = "la"


_CODES = {each.name.lower().replace("_", " "): each.value for each in Language}
_SCHEMA = {
    "type": "object",
    "properties": {each.value: {"type": "string"} for each in Language},
    "additionalProperties": False,
}


def _known(value: object) -> object:
    """Refuse a code that is none, before it is taken for the name of a field."""
    for code, words in value.items() if isinstance(value, dict) else ():
        if code not in set(Language) and words is None:
            raise PydanticCustomError(
                "cut_at_comma",
                '"{code}" was read as the code of a language, because a comma stands before it',
                {"code": code},
            )
        if code not in set(Language):
            raise PydanticCustomError(
                "unknown_language",
                '"{code}" is not the code of a language that we know',
                {"code": code, "meant": _CODES.get(str(code).lower(), "")},
            )
    return value


def _in_english(value: object) -> object:
    """Return what is written with no language as English."""
    return value if isinstance(value, (dict, list)) else {Language.ENGLISH: value}


ByLanguage = Annotated[dict[Language, Text], BeforeValidator(_known), WithJsonSchema(_SCHEMA)]
"""Words by the code of their language: `cy: Ysgol Bryn`."""

InLanguages = Annotated[
    dict[Language, Text],
    BeforeValidator(_known),
    BeforeValidator(_in_english),
    WithJsonSchema({"anyOf": [{"type": "string"}, _SCHEMA]}),
]
"""Words in English, or by language."""
