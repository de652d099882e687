"""The people whom rules can be for: one for each audience and each mix of cohorts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from schoolpolicy.model.organisation import Cohort
    from schoolpolicy.model.scope import Who

YEAR = "year"
"""The kind of cohort of which every pupil is in one; other people need not be."""


@dataclass(frozen=True)
class Person:
    """Somebody, as rules see them.

    Attributes:
        audience: the group of people.
        cohorts: the innermost cohorts, at most one of each kind.
    """

    audience: Audience
    cohorts: frozenset[str] = frozenset()


class People:
    """Everybody whom a rule can be for, each with a number, and whom a school has.

    A rule for everybody reaches further than one for all cohorts by name, though a school
    have nobody else: so among all people there is one of each audience in no cohort.
    """

    def __init__(self, cohorts: Iterable[Cohort], school: Collection[str]) -> None:
        """Number all people.

        Args:
            cohorts: every cohort of the policy.
            school: the ids of those that the school has.
        """
        records = tuple(cohorts)
        self._tree = Tree(records)
        self._kinds = {each.id: each.kind for each in records}
        self.all: tuple[Person, ...] = tuple(_everybody(records, self._tree, None))
        present = set(_everybody(records, self._tree, school))
        self.present = tuple(person for person in self.all if person in present)
        """Those whom the school has."""
        self.numbers = {person: number for number, person in enumerate(self.all)}

    def bits(self, who: Who) -> int:
        """Return the people meant, as a number with one bit for each."""
        wanted: dict[str, set[str]] = {}
        for cohort in who.cohorts:
            kind = self._kinds.get(cohort, YEAR)
            wanted.setdefault(kind, set()).update(self._tree.leaves(cohort))
        groups = list(wanted.values())
        return sum(
            1 << number
            for person, number in self.numbers.items()
            if person.audience in who.audience and all(person.cohorts & leaves for leaves in groups)
        )

    def together(self, people: Iterable[Person]) -> int:
        """Return some people as a number with one bit for each."""
        return sum(1 << self.numbers[person] for person in people)

    def among(self, bits: int) -> tuple[Person, ...]:
        """Return those of the school's people whose bit is set."""
        return tuple(each for each in self.present if bits >> self.numbers[each] & 1)


def _everybody(
    cohorts: tuple[Cohort, ...], tree: Tree, school: Collection[str] | None
) -> Iterator[Person]:
    """Yield every mix of innermost cohorts; of a school's own only, if one is given."""
    inner = {leaf for each in cohorts for leaf in tree.leaves(each.id)}
    if school is not None:
        inner &= {leaf for each in school for leaf in tree.leaves(each)}
    for audience in Audience:
        kinds: dict[str, list[Cohort | None]] = {}
        for each in cohorts:
            if each.audience is audience and each.id in inner:
                kinds.setdefault(each.kind, [None]).append(each)
        if school is not None:
            for kind, members in kinds.items():
                in_one = kind == YEAR and audience is Audience.PUPILS
                if in_one or any(each is not None and each.rest for each in members):
                    members.remove(None)
        for mix in product(*kinds.values()):
            yield Person(audience, frozenset(each.id for each in mix if each is not None))
