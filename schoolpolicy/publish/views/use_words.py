"""What is done with which thing, as it follows "can I" or "you may not": `use a phone`."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from schoolpolicy.model.scope import Activity, Thing
from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.words import inside, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy

Speaking = Literal["I", "you", "your child"]
"""Of whom a sentence speaks: of who asks, in their own words or to them, or of their child."""

DO: Mapping[Function, str] = MappingProxyType(
    {
        Function.ANY: "use {thing}",
        Function.BRING: "bring {thing}",
        Function.CARRY: "carry {thing}",
        Function.CALL: "make calls with {thing}",
        Function.MESSAGE: "send messages with {thing}",
        Function.PHOTOGRAPH: "take photos with {thing}",
        Function.RECORD: "film or record with {thing}",
        Function.TELL_TIME: "tell the time with {thing}",
        Function.PAY: "pay with {thing}",
        Function.LISTEN: "listen with {thing}",
        Function.MEDICAL: "use {thing} for a health need",
    }
)
"""What people do with a thing, as it follows "can I" or "you may not"."""

_WITH_IT = " with {thing}"

DO_ACTIVITY = "do this ({thing})"
"""The same for an activity, whose title is a name: "hacking"."""

ASK = "Can {who} {do}{where}?"
"""A question."""

_SLOT = re.compile(r"\{(\w+)\}")


def fill(pattern: str, words: Mapping[str, str]) -> str:
    """Put words into the slots of a pattern, all at once; a slot without words is left."""
    return _SLOT.sub(lambda slot: words.get(slot[1], slot[0]), pattern)


def thing_question(policy: Policy, record: Record) -> str:
    """Return what the page of a thing or an activity is called: `Can I use a phone?`."""
    if isinstance(record, Activity):
        return record.title
    doing = do_words(policy, record.id, (Function.ANY,), "I")
    return fill(ASK, {"who": "I", "do": doing, "where": ""})


def do_words(
    policy: Policy, thing: str, functions: Iterable[Function], speaking_to: Speaking
) -> str:
    """Return what is done with which thing: `use a phone`, `do this (hacking)`.

    Several uses share the thing: `take photos, film or record with a phone`.
    """
    if is_activity(policy, thing):
        pattern = DO_ACTIVITY
    else:
        phrases = [DO[each] for each in functions]
        if len(phrases) > 1 and all(each.endswith(_WITH_IT) for each in phrases):
            verbs = [verb for each in phrases for verb in each.removesuffix(_WITH_IT).split(" or ")]
            pattern = f"{listed(verbs, 'or')}{_WITH_IT}"
        else:
            pattern = listed(phrases, "or")
    return fill(pattern, {"thing": thing_words(policy, thing, speaking_to)})


def is_activity(policy: Policy, thing: str) -> bool:
    """Tell whether a thing that rules are about is an activity."""
    return isinstance(policy.get("things", thing), Activity)


def thing_words(policy: Policy, thing: str, speaking_to: Speaking) -> str:
    """Return what people call a thing: `a phone`, `their own laptop`, `hacking`."""
    record = policy.get("things", thing)
    if not isinstance(record, Thing):
        return inside(str(getattr(record, "title", record.id)))
    if speaking_to == "you":
        return record.plain
    you, your = ("I", "my") if speaking_to == "I" else ("they", "their")
    return re.sub(r"\byou\b", you, re.sub(r"\byour\b", your, record.plain))
