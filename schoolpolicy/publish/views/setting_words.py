"""Where, when and on what occasion, as it follows a verb: ` in lessons at break`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.scope import ANY_TIME, ANYWHERE
from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.main_place import main_place
from schoolpolicy.rules.words import inside, title_of

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.space import Setting

_AT_SCHOOL = " at school"
_TO_SCHOOL = " to school"
"""The main place in everyday words; what is brought there is brought to school."""
ELSEWHERE = " anywhere else"
"""Where a rule holds that others come before at some places."""

_JOINS = (
    *("after", "at", "away", "before", "between", "during", "from", "in", "on", "outside"),
    *("near", "off", "out", "over", "until", "when", "while", "with", "within"),
)
"""The words with which a place or time begins that can follow a verb as it is."""


def where_words(
    policy: Policy,
    setting: Setting,
    function: Function = Function.ANY,
    zone: str | None = None,
) -> str:
    """Return where, when and on what occasion, to follow a verb: ` in lessons at break`.

    Nothing is said of a place or a time that is any.
    """
    parts = [place_words(policy, setting.place, function)]
    if zone is not None:
        parts.append(f" in the {inside(title_of(policy, 'zones', zone))}")
    parts.append(time_of_day(policy, setting.time))
    if setting.occasion is not None:
        subject = "events" if setting.occasion in policy.subject("events") else "restrictions"
        parts.append(joined(title_of(policy, subject, setting.occasion)))
    return "".join(parts)


def place_words(policy: Policy, place: str, function: Function = Function.ANY) -> str:
    """Return where, to follow a verb: ` in lessons`; of the main place ` at school`."""
    main = main_place(policy)
    if function is Function.BRING and place in {ANYWHERE, main}:
        return _TO_SCHOOL
    if place == ANYWHERE:
        return ""
    return _AT_SCHOOL if place == main else joined(title_of(policy, "places", place))


def time_of_day(policy: Policy, time: str) -> str:
    """Return when, to follow a verb: ` at break`; nothing for any time."""
    return "" if time == ANY_TIME else joined(title_of(policy, "times", time))


def joined(title: str) -> str:
    """Return the title of a place or time so that it can follow a verb: ` at break`, ` (lunch)`."""
    words = inside(title)
    return f" {words}" if words.partition(" ")[0] in _JOINS else f" ({words})"
