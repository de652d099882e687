"""Many questions about one use at once: only the rules about that use are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.space import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schoolpolicy.rules.answer import Answer, RuleBook
    from schoolpolicy.rules.people import Person


class Asker:
    """Answers questions about one thing and one function."""

    def __init__(self, book: RuleBook, thing: str, function: Function = Function.ANY) -> None:
        """Pick out the rules about the use."""
        self._book = book
        self._use = (thing, function)
        _, use, _ = book.space.position(Question(book.people.all[0], thing, function))
        self._rules = [
            (number, scope) for number, scope in enumerate(book.scopes) if scope.uses >> use & 1
        ]
        self._parts: dict[tuple[tuple[int, ...], int], list[Answer]] = {}

    def ask(self, person: Person, place: str, time: str) -> Answer:
        """Return the answer for a person at a place and a time, on no occasion."""
        who, _, setting = self._book.space.position(Question(person, *self._use, place, time))
        return self._book.among(
            number
            for number, scope in self._rules
            if scope.people >> who & scope.settings >> setting & 1
        )

    def within(self, person: Person, settings: int) -> list[Answer]:
        """Return every answer for a person in some settings.

        Args:
            person: who asks.
            settings: the settings, one bit for each.
        """
        who = self._book.people.numbers[person]
        mine = tuple(
            (number, scope.settings)
            for number, scope in self._rules
            if scope.people >> who & 1 and scope.settings & settings
        )
        key = (tuple(number for number, _ in mine), settings)
        if key not in self._parts:  # many people have the same rules
            self._parts[key] = [self._book.among(each) for each in _coverings(mine, settings)]
        return self._parts[key]


def _coverings(rules: Sequence[tuple[int, int]], settings: int) -> set[tuple[int, ...]]:
    """Return which rules cover some setting together, by number."""
    parts: list[tuple[tuple[int, ...], int]] = [((), settings)]
    for number, inside in rules:
        parts = [
            part
            for covering, where in parts
            for part in (((*covering, number), where & inside), (covering, where & ~inside))
            if part[1]
        ]
    return {covering for covering, _ in parts}
