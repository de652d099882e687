"""All questions that can be asked, and which of them a rule is about.

A question has three sides, and each side has finitely many values with a number each:

- people: an audience and its cohorts;
- uses: a thing and what it is used for;
- settings: a place, a time, and the occasion, if there is one.

The values of a side that a rule is about are one integer with a bit for each value, so that
"lies within" is arithmetic on three integers and exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.scope import ANY_TIME, ANYWHERE
from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.people import People
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.scope import Zone
    from schoolpolicy.rules.people import Person


class Use(NamedTuple):
    """A thing and what it is used for."""

    thing: str
    function: Function = Function.ANY


class Setting(NamedTuple):
    """A place and a time, and the occasion: the id of an event or restriction, if any."""

    place: str = ANYWHERE
    time: str = ANY_TIME
    occasion: str | None = None


@dataclass(frozen=True)
class Question:
    """One question: may this person do this with that, here, now?"""

    person: Person
    thing: str
    function: Function = Function.ANY
    place: str = ANYWHERE
    time: str = ANY_TIME
    occasion: str | None = None

    @property
    def use(self) -> Use:
        """The thing and what it is used for."""
        return Use(self.thing, self.function)

    @property
    def setting(self) -> Setting:
        """The place, the time and the occasion."""
        return Setting(self.place, self.time, self.occasion)


class Scope(NamedTuple):
    """The questions that a rule is about, as bits for each side."""

    people: int
    uses: int
    settings: int

    def within(self, other: Scope) -> bool:
        """Return True if every question of this scope is one of the other's."""
        return not (
            self.people & ~other.people
            or self.uses & ~other.uses
            or self.settings & ~other.settings
        )

    @property
    def empty(self) -> bool:
        """True if there is no such question."""
        return not (self.people and self.uses and self.settings)


class Space:
    """All questions of one policy."""

    def __init__(self, policy: Policy) -> None:
        """Number the values of each side."""
        self.people = People(policy.cohorts, policy.school.cohorts)
        self.things = Tree([*policy.things, *(_Alone(each.id) for each in policy.activities)])
        self.places = Tree(policy.places)
        self.times = Tree(policy.times)
        self._events = Tree(policy.events)
        self._zones = {zone.id: zone for zone in policy.zones}
        given = {each.id: each.functions for each in policy.things}
        self.functions = {name: _functions(self.things.line(name), given) for name in self.things}
        """What each thing can be used for, beside use in general."""
        self.uses = tuple(
            Use(thing, function)
            for thing, functions in self.functions.items()
            for function in (Function.ANY, *functions)
        )
        self.occasions: tuple[str | None, ...] = (
            None,
            *(each.id for each in policy.events),
            *(each.id for each in policy.restrictions),
        )
        self.settings = tuple(
            Setting(place, time, occasion)
            for occasion in self.occasions
            for place in self.places
            for time in self.times
        )
        self._use_numbers = {use: number for number, use in enumerate(self.uses)}
        self._setting_numbers = {each: number for number, each in enumerate(self.settings)}
        self._place_numbers = {name: number for number, name in enumerate(self.places)}
        self._time_bits = self._bits_below(self.times)
        self._inner_places = _below(self.places)
        self._inner_things = _below(self.things)

    def position(self, question: Question) -> tuple[int, int, int]:
        """Return the numbers of a question on each side.

        A use that its thing is not made for counts as use in general.

        Raises:
            KeyError: the policy has no such person, thing, place, time or occasion.
        """
        return (
            self.people.numbers[question.person],
            self.use_number(question.use),
            self.setting_number(question.setting),
        )

    def use_number(self, use: Use) -> int:
        """Return the number of a use; one that its thing is not made for is use in general.

        Raises:
            KeyError: the policy has no such thing.
        """
        number = self._use_numbers.get(use)
        return self._use_numbers[Use(use.thing)] if number is None else number

    def setting_number(self, setting: Setting) -> int:
        """Return the number of a setting.

        Raises:
            KeyError: the policy has no such place, time or occasion.
        """
        return self._setting_numbers[setting]

    def of_rule(self, rule: Rule) -> Scope:
        """Return the questions that a rule is about."""
        people = self.people.bits(rule.who)
        settings = self._times_of_place(rule.place, rule.time)
        zone = self._zones.get(rule.zone or "")
        if zone is not None:
            people &= self.people.bits(zone.who)
            settings &= self._of_zone(zone)
        return Scope(
            people,
            self._uses_of(rule.thing, rule.function),
            self._on_occasions(settings, rule),
        )

    def _uses_of(self, thing: str, functions: tuple[Function, ...]) -> int:
        inner = set(self._inner_things.get(thing, ()))
        return sum(
            1 << number
            for use, number in self._use_numbers.items()
            if use.thing in inner and (Function.ANY in functions or use.function in functions)
        )

    def _of_zone(self, zone: Zone) -> int:
        found = 0
        for area in zone.areas:
            for place in area.places or self.places:
                for time in area.times or self.times:
                    found |= self._times_of_place(place, time)
        return found

    def _times_of_place(self, place: str, time: str) -> int:
        """Return the settings of a place and a time, and all within them, on no occasion."""
        times = self._time_bits.get(time, 0)
        return sum(
            times << self._place_numbers[inner] * len(self._time_bits)
            for inner in self._inner_places.get(place, ())
        )

    def _on_occasions(self, settings: int, rule: Rule) -> int:
        """Return settings on each occasion that a rule is for: all, if it names none."""
        if rule.restriction is not None:
            wanted: set[str | None] = {rule.restriction}
        elif rule.event is not None:
            wanted = {each for each in self._events if rule.event in self._events.line(each)}
        else:
            wanted = set(self.occasions)
        block = len(self._place_numbers) * len(self._time_bits)
        return sum(
            settings << number * block
            for number, occasion in enumerate(self.occasions)
            if occasion in wanted
        )

    @staticmethod
    def _bits_below(tree: Tree) -> dict[str, int]:
        numbers = {name: number for number, name in enumerate(tree)}
        return {
            name: sum(1 << numbers[each] for each in inner) for name, inner in _below(tree).items()
        }


@dataclass(frozen=True)
class _Alone:
    """An activity as a thing: it lies within nothing."""

    id: str
    within: None = None


def _below(tree: Tree) -> dict[str, list[str]]:
    """Return, for each name of a tree, itself and all that lies within it."""
    found: dict[str, list[str]] = {name: [] for name in tree}
    for name in tree:
        for outer in tree.line(name):
            if outer in found:
                found[outer].append(name)
    return found


def _functions(
    line: tuple[str, ...], given: dict[str, tuple[Function, ...]]
) -> tuple[Function, ...]:
    """Return what a thing is for: what it says itself, or the nearest that it lies within."""
    return next((given[name] for name in line if given.get(name)), ())


def split(whole: int, parts: Iterable[tuple[int, int]]) -> list[tuple[tuple[int, ...], int]]:
    """Split values of a side so that all values of a piece lie in the same parts.

    Args:
        whole: the values, as bits.
        parts: a number for each part, and its values.

    Returns:
        For each piece the numbers of the parts that it lies in, and its values; the piece with
        the lowest value first.
    """
    pieces: list[tuple[tuple[int, ...], int]] = [((), whole)] if whole else []
    for number, part in parts:
        pieces = [
            piece
            for inside, values in pieces
            for piece in (((*inside, number), values & part), (inside, values & ~part))
            if piece[1]
        ]
    return sorted(pieces, key=lambda piece: piece[1] & -piece[1])


def bits(number: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
