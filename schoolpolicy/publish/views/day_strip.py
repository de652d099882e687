"""A thing in the course of a school day: what holds where and when, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.day_moments import moments_words
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.strip_notes import Bringing, NoteMaker, Said, StripNote
from schoolpolicy.publish.views.strip_places import SITE, places_words, row_order, strip_places
from schoolpolicy.rules.space import Setting, Use
from schoolpolicy.rules.trees import Tree
from schoolpolicy.rules.words import people_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.vocabulary import Band
    from schoolpolicy.publish.views.day_moments import Day, Moment
    from schoolpolicy.rules.answer import Answer, RuleBook
    from schoolpolicy.rules.people import Person


@dataclass(frozen=True)
class Span:
    """Moments after each other with one answer: the level, the first, and how many."""

    look: LevelLook
    first: int
    count: int


@dataclass(frozen=True)
class StripRow:
    """Places in which the same holds all day, and what holds."""

    title: str
    spans: tuple[Span, ...]
    words: tuple[tuple[LevelLook, str], ...]
    """Each level with when it holds, in words."""
    apart: frozenset[LevelLook] = frozenset()
    """The levels that hold at a time which has no cell, as the clock does not say when it is."""


@dataclass(frozen=True)
class DayStrip:
    """The day of one group of people.

    Attributes:
        who: whom it is for.
        moments: the parts of the day.
        rows: the places.
        bringing: what holds for bringing one to school; empty where nobody brings the thing.
        notes: what goes with the answers in the picture.
    """

    who: str
    moments: tuple[Moment, ...]
    rows: tuple[StripRow, ...]
    bringing: tuple[Bringing, ...]
    notes: tuple[StripNote, ...]


def day_strips(
    book: RuleBook, day: Day, thing: str, audience: Audience, band: Band | None = None
) -> tuple[DayStrip, ...]:
    """Return one strip for each group of people with answers of its own.

    Args:
        book: the rules.
        day: the moments of the school day.
        thing: what is used.
        audience: whose day it is.
        band: for pupils, only those of one age band.
    """
    return _Builder(book, day, thing, audience, band).strips()


class _Builder:
    """Asks for every person, place and moment, and puts together what is the same."""

    def __init__(
        self, book: RuleBook, day: Day, thing: str, audience: Audience, band: Band | None
    ) -> None:
        self._book = book
        self._policy = book.policy
        self._audience = audience
        self._band = band
        self._use = book.about(Use(thing))
        can_bring = Function.BRING in book.space.functions.get(thing, ())
        self._bring = book.about(Use(thing, Function.BRING)) if can_bring else None
        self._moments = day.moments
        self._others = day.others
        self._places = strip_places(self._policy)
        self._note_maker = NoteMaker(book, audience, band)

    def strips(self) -> tuple[DayStrip, ...]:
        everybody = [each for each in self._book.people.present if each.audience is self._audience]
        bands = {each.id: each.band for each in self._policy.cohorts}
        people = [
            each
            for each in everybody
            if self._band is None or self._band in {bands[name] for name in each.cohorts}
        ]
        same: dict[object, list[Person]] = {}
        days = {
            person: {place: self._day(person, place) for place in self._places} for person in people
        }
        for person, mine in days.items():
            key = tuple(tuple(said.key for said in day) for day in mine.values())
            same.setdefault(key, []).append(person)
        return tuple(
            self._strip({each: days[each] for each in group}, people) for group in same.values()
        )

    def _strip(
        self, people: Mapping[Person, Mapping[str, list[Said]]], among: Sequence[Person]
    ) -> DayStrip:
        days = next(iter(people.values()))
        found: dict[object, list[str]] = {}
        for place, day in days.items():
            found.setdefault(tuple(said.key for said in day), []).append(place)
        groups = sorted(
            found.values(), key=lambda places: row_order(self._policy, places, self._places)
        )
        return DayStrip(
            capital(people_words(self._policy, people, among)),
            self._moments,
            tuple(self._row(places, days[places[0]]) for places in groups),
            self._note_maker.bringing({each: self._brought(each) for each in people}),
            self._note_maker.notes(people),
        )

    def _row(self, places: Sequence[str], day: list[Said]) -> StripRow:
        spans: list[Span] = []
        for number, said in enumerate(day[: len(self._moments)]):
            if number and day[number - 1].key == said.key:
                spans[-1] = Span(spans[-1].look, spans[-1].first, spans[-1].count + 1)
            else:
                spans.append(Span(look(said.level, self._audience), number, 1))
        return StripRow(
            places_words(self._policy, places, self._places), tuple(spans), *self._words(spans, day)
        )

    def _words(
        self, spans: Sequence[Span], day: Sequence[Said]
    ) -> tuple[tuple[tuple[LevelLook, str], ...], frozenset[LevelLook]]:
        """Return each level with when it holds, and the levels of times that have no cell."""
        lengths: dict[LevelLook, int] = {}
        times: dict[LevelLook, list[Moment]] = {}
        for span in spans:
            mine = self._moments[span.first : span.first + span.count]
            times.setdefault(span.look, []).extend(mine)
            lengths[span.look] = lengths.get(span.look, 0) + sum(each.length for each in mine)
        apart = set()
        for moment, said in zip(self._others, day[len(self._moments) :], strict=True):
            level = look(said.level, self._audience)
            if set(lengths) != {level}:
                times.setdefault(level, []).append(moment)
                lengths.setdefault(level, 0)
                apart.add(level)
        *few, most = sorted(lengths, key=lambda each: lengths[each])
        rest = "at all other times" if few else "all day"
        words = (*((level, moments_words(times[level])) for level in few), (most, rest))
        return words, frozenset(apart - {most})

    def _day(self, person: Person, place: str) -> list[Said]:
        return [
            self._said(self._use.answer(person, Setting(place, each.time)), each.time)
            for each in (*self._moments, *self._others)
        ]

    def _said(self, answer: Answer, time: str) -> Said:
        rule = answer.rule
        if rule is None:
            return Said(Level.UNDECIDED, None)
        if rule.level is not Level.SET_TIMES:
            return Said(rule.level, rule)
        times = self._book.space.times
        now = any(times.inside(time, each) for each in rule.at)
        return Said(Level.ALLOWED if now else Level.NOT_ALLOWED, rule)

    def _brought(self, person: Person) -> tuple[Rule | None, ...]:
        """Return what holds for bringing the thing onto the school's grounds, each rule once."""
        if self._bring is None:
            return ()
        tree = Tree(self._policy.places)
        site = [each for each in self._places if SITE in tree.line(each)] or self._places
        found: dict[str | None, Rule | None] = {}
        for place in site:
            for moment in (*self._moments, *self._others):
                rule = self._bring.answer(person, Setting(place, moment.time)).rule
                found.setdefault(rule.id if rule else None, rule)
        return tuple(found.values())
