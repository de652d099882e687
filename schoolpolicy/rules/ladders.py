"""Which ladder of responses follows when the answer to a question is not kept.

A ladder that names a thing comes before one that names what the thing lies within, and one
for some people before one for more. Where and when something happens plays no part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.rules.space import split

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from schoolpolicy.model.response import Response
    from schoolpolicy.model.vocabulary import Function
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.space import Question, Space


class Part(NamedTuple):
    """One thing that a ladder is about, with its people and uses as bits."""

    response: Response
    people: int
    uses: int

    def closer(self, other: Part) -> bool:
        """Return True if this is about less than the other, and about nothing else."""
        mine, theirs = (self.people, self.uses), (other.people, other.uses)
        return mine != theirs and not (self.people & ~other.people or self.uses & ~other.uses)


@dataclass(frozen=True)
class Covered:
    """Some people and uses, as bits, and the ladders that answer for all of them alike."""

    people: int
    uses: int
    responses: tuple[Response, ...]


class Ladders:
    """The responses of one policy, ready to be found by question."""

    def __init__(self, book: RuleBook) -> None:
        """Work out what each ladder is about."""
        self._space = book.space
        self._inner = _uses_within(book.space)
        self._parts = tuple(
            part for response in book.policy.responses for part in self._parts_of(response)
        )
        self._first: dict[tuple[int, ...], tuple[Response, ...]] = {}

    def responses(self, question: Question) -> tuple[Response, ...]:
        """Return the ladders for a question: one if the data is right.

        Where several are left, or none, `checks.responses` says so.

        Raises:
            KeyError: the policy has no such person, thing, place, time or occasion.
        """
        person, use, _ = self._space.position(question)
        return self._among(
            tuple(
                number
                for number, part in enumerate(self._parts)
                if part.people >> person & part.uses >> use & 1
            )
        )

    def covered(self) -> Iterator[Covered]:
        """Yield everybody whom the school has, and every use, with their ladders."""
        everybody = self._space.people.together(self._space.people.present)
        every_use = (1 << len(self._space.uses)) - 1
        whose = split(everybody, ((n, part.people) for n, part in enumerate(self._parts)))
        for mine, people in whose:
            for covering, uses in split(every_use, ((n, self._parts[n].uses) for n in mine)):
                yield Covered(people, uses, self._among(covering))

    def _among(self, covering: tuple[int, ...]) -> tuple[Response, ...]:
        """Return the ladders whose part is the closest, of parts that cover the same."""
        if covering not in self._first:
            parts = [self._parts[each] for each in covering]
            first = {
                part.response.id: part.response
                for part in parts
                if not any(other.closer(part) for other in parts)
            }
            self._first[covering] = tuple(first.values())
        return self._first[covering]

    def _parts_of(self, response: Response) -> Iterator[Part]:
        people = self._space.people.bits(response.who)
        wanted = self._uses_for(response.functions)
        for thing in response.about:
            yield Part(response, people, self._inner.get(thing, 0) & wanted)

    def _uses_for(self, functions: Collection[Function]) -> int:
        """Return all uses, or those for some functions and of things that have none."""
        return sum(
            1 << number
            for number, use in enumerate(self._space.uses)
            if not functions or use.function in functions or not self._space.functions[use.thing]
        )


def _uses_within(space: Space) -> dict[str, int]:
    """Return, for each thing, the uses of it and of all that lies within it, as bits."""
    found: dict[str, int] = {}
    for number, use in enumerate(space.uses):
        for outer in space.things.line(use.thing):
            found[outer] = found.get(outer, 0) | 1 << number
    return found
