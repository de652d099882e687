"""Every question of a school at once, in regions whose questions the same rules cover.

Nothing is sampled: each question lies in exactly one region, and all questions of a region
have the same answer because the same rules cover them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.rules.space import Question, Scope, Space, bits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    everywhere = (1 << len(space.settings)) - 1
    found = []
    for rules, uses in _grouped(len(space.uses), book.scopes, range(len(book.rules)), "uses"):
        people = _grouped_people(book, rules)
        for mine, persons in people.items():
            for covering, settings in _split(everywhere, mine, book.scopes):
                found.append(Region(Scope(persons, uses, settings), book.among(covering)))
    return found


def _grouped(
    count: int, scopes: tuple[Scope, ...], rules: Iterable[int], side: str
) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield the values of a side that the same rules are about, as bits, with those rules."""
    touching: list[list[int]] = [[] for _ in range(count)]
    for rule in rules:
        for number in bits(getattr(scopes[rule], side)):
            touching[number].append(rule)
    groups: dict[tuple[int, ...], int] = {}
    for number, found in enumerate(touching):
        key = tuple(found)
        groups[key] = groups.get(key, 0) | 1 << number
    yield from groups.items()


def _grouped_people(book: RuleBook, rules: tuple[int, ...]) -> dict[tuple[int, ...], int]:
    groups: dict[tuple[int, ...], int] = {}
    for person in book.people.present:
        number = book.people.numbers[person]
        key = tuple(rule for rule in rules if book.scopes[rule].people >> number & 1)
        groups[key] = groups.get(key, 0) | 1 << number
    return groups


def _split(
    everywhere: int, rules: tuple[int, ...], scopes: tuple[Scope, ...]
) -> list[tuple[tuple[int, ...], int]]:
    """Return the settings in parts that the same ones of some rules cover."""
    parts: list[tuple[tuple[int, ...], int]] = [((), everywhere)]
    for rule in rules:
        inside = scopes[rule].settings
        parts = [
            piece
            for covering, settings in parts
            for piece in (
                ((*covering, rule), settings & inside),
                (covering, settings & ~inside),
            )
            if piece[1]
        ]
    return parts


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
