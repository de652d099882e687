"""Every question of a school at once, in regions whose questions the same rules cover.

Nothing is sampled: each question lies in exactly one region, and all questions of a region
have the same answer because the same rules cover them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.rules.about import About
from schoolpolicy.rules.space import Question, Scope, Space, bits, split

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.answer import Answer, RuleBook


@dataclass(frozen=True)
class Region:
    """Questions with one answer.

    Attributes:
        scope: the questions, as bits for each side.
        answer: the rules that win.
    """

    scope: Scope
    answer: Answer

    @property
    def size(self) -> int:
        """How many questions there are."""
        return (
            self.scope.people.bit_count()
            * self.scope.uses.bit_count()
            * self.scope.settings.bit_count()
        )


def survey(book: RuleBook) -> list[Region]:
    """Return regions that hold every question of the school's own people."""
    space = book.space
    everybody = book.people.together(book.people.present)
    everywhere = (1 << len(space.settings)) - 1
    every_use = (1 << len(space.uses)) - 1
    sides = ((number, scope.uses) for number, scope in enumerate(book.scopes))
    return [
        Region(Scope(people, uses, settings), answer)
        for rules, uses in split(every_use, sides)
        for people, settings, answer in About(book, rules).answers(everybody, everywhere)
    ]


def example(space: Space, region: Region) -> Question:
    """Return one question of a region: the first."""
    person = next(each for each in space.people.among(region.scope.people))
    use = space.uses[next(bits(region.scope.uses))]
    setting = space.settings[next(bits(region.scope.settings))]
    return Question(person, use.thing, use.function, *setting)


def periods(policy: Policy) -> tuple[dt.date, ...]:
    """Return the policy's day and each later one on which a rule begins or has ended."""
    day = dt.timedelta(days=1)
    changes = {each.effective_from for each in policy.rules if each.effective_from}
    changes |= {each.effective_until + day for each in policy.rules if each.effective_until}
    return (policy.day, *sorted(each for each in changes if each > policy.day))


def winners(regions: Iterable[Region]) -> set[str]:
    """Return the ids of the rules that win somewhere."""
    return {rule.id for region in regions for rule in region.answer.rules}
