"""Some rules of a book, for many questions that only these can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.rules.space import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.rules.answer import Answer, RuleBook
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Setting


class About:
    """The rules about one use, or about several that the same rules are about."""

    def __init__(self, book: RuleBook, rules: Iterable[int]) -> None:
        """Pick rules out.

        Args:
            book: whose rules.
            rules: the numbers of those about the use.
        """
        self._book = book
        self._scopes = tuple((number, book.scopes[number]) for number in rules)

    def answer(self, person: Person, setting: Setting) -> Answer:
        """Return the answer for a person in one setting.

        Raises:
            KeyError: the policy has no such person, place, time or occasion.
        """
        who = self._book.people.numbers[person]
        where = self._book.space.setting_number(setting)
        return self._book.among(
            number
            for number, scope in self._scopes
            if scope.people >> who & scope.settings >> where & 1
        )

    def answers(self, people: int, settings: int) -> Iterator[tuple[int, int, Answer]]:
        """Yield people and settings, as bits, with the answer that they all get.

        Each of the people is in each of the settings exactly once.

        Args:
            people: who asks.
            settings: where, when and on what occasion.
        """
        scopes = dict(self._scopes)
        for mine, persons in split(people, ((n, each.people) for n, each in self._scopes)):
            for covering, where in split(settings, ((n, scopes[n].settings) for n in mine)):
                yield persons, where, self._book.among(covering)
