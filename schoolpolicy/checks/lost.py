"""Rules that a school removed, narrowed or let end, as they were before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from schoolpolicy.checks.naming import is_own
from schoolpolicy.model.rule import Rule
from schoolpolicy.reading.applies import Applies
from schoolpolicy.reading.shared import EXCEPTIONS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.resolve import Resolution
    from schoolpolicy.reading.tree import Mapping


@dataclass(frozen=True)
class Lost:
    """A rule that answered more than it does.

    Attributes:
        before: the rule as it was, on every day.
        now: the rule as it is; None if the school removed it.
        place: where the school removed or wrote it.
    """

    before: Rule
    now: Rule | None
    place: Place

    def words(self, day: dt.date, today: dt.date) -> tuple[str, str]:
        """Return what became of it by a day, and what would bring it back."""
        if self.now is None:
            return f'The school removed the rule "{self.before.id}"', "Delete these lines"
        first, last = self.now.effective_from, self.now.effective_until
        if last is not None and last < day:
            ends = "ended" if last < today else "ends"
            words = f'The rule "{self.before.id}" {ends} on {last:%-d %B %Y}'
            return words, "Give it a later last day"
        if first is not None and day < first:
            words = f'The rule "{self.before.id}" begins only on {first:%-d %B %Y}'
            return words, "Let it begin earlier"
        return f'The school narrowed the rule "{self.before.id}"', "Let it be about all it was"


def lost_rules(resolution: Resolution, policy: Policy) -> tuple[Lost, ...]:
    """Return the rules that a later layer removed or changed, as they were, and those that end."""
    removed = {each.id: each for each in resolution.removals if each.subject == "rules"}
    now = {each.id: each for each in policy.rules}
    applies = Applies.to(policy)
    before = {
        each.id: _always(each)
        for each in _rules_before(resolution)
        if applies(each) and (each.id in removed or each.id in now)
    }
    found = [
        Lost(before[name], None, removal.mark.place)
        for name, removal in removed.items()
        if name in before
    ]
    for rule in policy.rules:
        here = resolution.places["rules", rule.id]
        if rule.id in before:
            found.append(Lost(before[rule.id], rule, here))
        elif is_own(here) and (rule.effective_from or rule.effective_until):
            found.append(Lost(_always(rule), rule, here))
    return tuple(found)


def _rules_before(resolution: Resolution) -> Iterator[Rule]:
    """Yield rules as they were before a layer removed or changed them.

    What is wrong with one is told elsewhere.
    """
    unders: list[Mapping] = [each.under for each in resolution.changes if each.subject == "rules"]
    unders += [each.under for each in resolution.removals if each.subject == "rules"]
    first = {each.text("id"): each for each in reversed(unders)}
    for node in first.values():
        fields = {key: each.plain() for key, each in node.fields.items() if key != EXCEPTIONS.field}
        try:
            yield Rule.model_validate(fields)
        except ValidationError:
            continue


def _always(rule: Rule) -> Rule:
    return rule.model_copy(update={"effective_from": None, "effective_until": None})
