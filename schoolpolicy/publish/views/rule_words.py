"""What a rule says beside its level, in short sentences."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.role import Role
from schoolpolicy.model.rule import Binding
from schoolpolicy.model.scope import Time
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.publish.views.phrases import capital, clock, the
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule


BINDING_WORDS = MappingProxyType(
    {
        Binding.REQUEST: "This is a request.",
        Binding.ADVICE: "This is advice.",
    }
)
"""What is said of a rule that is none."""


def rule_details(policy: Policy, rule: Rule, *, clocks: bool = True) -> tuple[str, ...]:
    """Return what a rule adds to its level, as short sentences.

    Without `clocks`, times are named only: a table gives their clock times once, below it.
    """
    found = []
    if rule.at:
        words = (time_words(policy, time, clocks=clocks) for time in rule.at)
        found.append(f"{capital(listed(words))}.")
    if rule.by:
        who = listed((the(_title(policy, role)) for role in rule.by), "or")
        verb = "With" if rule.level is Level.SUPERVISED else "Ask"
        found.append(f"{verb} {who}.")
    if rule.people:
        found.append(_sentence(rule.people))
    if rule.supervised_by:
        who = listed((the(_title(policy, role)) for role in rule.supervised_by), "or")
        found.append(f"With {who} there.")
    found += [_sentence(each.text) for each in rule.needs]
    stored = rule.storage.text if rule.storage else None
    found += [_sentence(text) for text in (rule.condition, stored) if text]
    if rule.strength is not Binding.RULE:
        found.append(BINDING_WORDS[rule.strength])
    return tuple(found)


def time_words(policy: Policy, identity: str, *, clocks: bool = True) -> str:
    """Return a time with the school's clock times, where it has given them."""
    time = policy.find(Time, identity)
    title = time.title[:1].lower() + time.title[1:]
    if clocks and time.starts and time.ends:
        return f"{title} ({clock(time.starts)} to {clock(time.ends)})"
    return title


def _title(policy: Policy, role: str) -> str:
    """Return what one person in a role is called, though the role be named for many."""
    title = policy.find(Role, role).title
    one = {many: policy.words.get(key.removesuffix("s")) for key, many in policy.words.items()}
    return one.get(title) or title


def _sentence(text: str) -> str:
    return capital(text if text.endswith((".", "!", "?")) else f"{text}.")
