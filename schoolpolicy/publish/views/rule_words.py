"""What a rule says beside its level, in short sentences."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.rule import Binding
from schoolpolicy.model.scope import Thing, Time, Zone
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.publish.views.phrases import capital, clock, day
from schoolpolicy.publish.views.role_words import the_one
from schoolpolicy.publish.views.setting_words import where_words
from schoolpolicy.rules.space import Setting
from schoolpolicy.rules.words import DOING, audiences_words, inside, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.vocabulary import Function


BINDING_WORDS = MappingProxyType(
    {
        Binding.REQUEST: "This is a request.",
        Binding.ADVICE: "This is advice.",
    }
)
"""What is said of a rule that is none."""

SMALL_WORDS = ("At ", "In ", "On ", "During ")
"""With what the titles of places and times begin: they say where and when as they stand."""


class Detail(NamedTuple):
    """A short sentence of a rule.

    Attributes:
        text: the sentence.
        vital: True if the rule is another one without it: it is told even where the rule's
            plain words say much the same.
    """

    text: str
    vital: bool


def rule_title(policy: Policy, rule: Rule) -> str:
    """Return what a rule is about, as its name: `Bringing a phone to school (pupils)`."""
    setting = Setting(rule.place, rule.time, rule.event or rule.restriction)
    doing = listed(doing_words(policy, rule.thing, each) for each in rule.function)
    where = where_words(policy, setting, rule.function[0], rule.zone)
    return f"{capital(doing)}{where} ({audiences_words(policy, rule.who)})"


def doing_words(policy: Policy, thing: str, function: Function) -> str:
    """Return what is done with which thing: `bringing a phone`; an activity is its own name."""
    record = policy.get("things", thing)
    if isinstance(record, Thing):
        return DOING[function].format(thing=record.plain)
    return inside(str(getattr(record, "title", thing)))


def rule_details(policy: Policy, rule: Rule, *, clocks: bool = True) -> tuple[str, ...]:
    """Return what a rule adds to its level, as short sentences.

    Without `clocks`, times are named only: a table gives their clock times once, below it.
    """
    return tuple(each.text for each in details_of(policy, rule, clocks=clocks))


def details_of(policy: Policy, rule: Rule, *, clocks: bool = True) -> tuple[Detail, ...]:
    """Return the same with what readers must not miss: when, who permits, the conditions."""
    found = []
    if rule.at:
        words = (time_words(policy, time, clocks=clocks) for time in rule.at)
        found.append(Detail(f"{capital(listed(words))}.", vital=True))
    if rule.by:
        verb = "With" if rule.level is Level.SUPERVISED else "Ask"
        found.append(Detail(f"{verb} {_any_of(policy, rule.by)}.", vital=True))
    if rule.people:
        found.append(Detail(_sentence(rule.people), vital=False))
    if rule.supervised_by:
        found.append(Detail(f"With {_any_of(policy, rule.supervised_by)} there.", vital=False))
    found += [Detail(_sentence(each.text), vital=False) for each in rule.needs]
    stored = rule.storage.text if rule.storage else None
    found += [Detail(_sentence(text), vital=True) for text in (rule.condition, stored) if text]
    if rule.strength is not Binding.RULE:
        found.append(Detail(BINDING_WORDS[rule.strength], vital=False))
    found += [Detail(text, vital=True) for text in until_words(rule)]
    return tuple(found)


def until_words(rule: Rule) -> tuple[str, ...]:
    """Return until when a rule holds, as a sentence; none if it has no end."""
    if rule.effective_until is None:
        return ()
    return (f"This holds until {day(rule.effective_until)}.",)


def time_words(policy: Policy, identity: str, *, clocks: bool = True) -> str:
    """Return a time with the school's clock times, where it has given them."""
    time = policy.find(Time, identity)
    title = time.title[:1].lower() + time.title[1:]
    if clocks and time.starts and time.ends:
        return f"{title} ({clock(time.starts)} to {clock(time.ends)})"
    return title


def zone_words(policy: Policy, identity: str) -> str:
    """Return where a zone's rules hold: `In the green zone`."""
    title = policy.find(Zone, identity).title
    return title if title.startswith(SMALL_WORDS) else f"In the {inside(title)}"


def _any_of(policy: Policy, roles: Iterable[str]) -> str:
    return listed((the_one(policy, role) for role in roles), "or")


def _sentence(text: str) -> str:
    return capital(text if text.endswith((".", "!", "?")) else f"{text}.")
