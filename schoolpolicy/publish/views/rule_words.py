"""What a rule says beside its level, in short sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.role import Role
from schoolpolicy.model.rule import Time
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.publish.views.phrases import capital, clock, listed, the

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule


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
    found += [_sentence(text) for text in (rule.condition, rule.storage) if text]
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
