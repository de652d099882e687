"""A thing in the course of a school day: what holds where and when, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import Place, Time
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.asking import Asker
from schoolpolicy.publish.views.day_moments import DAY, school_day
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import capital, clock
from schoolpolicy.publish.views.readers import pupil_words
from schoolpolicy.publish.views.rule_words import rule_details
from schoolpolicy.rules.trees import Tree
from schoolpolicy.rules.words import inside, listed, people_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.vocabulary import Band
    from schoolpolicy.publish.views.day_moments import Moment
    from schoolpolicy.rules.answer import Answer, RuleBook
    from schoolpolicy.rules.people import Person

SITE = "on-site"
"""The place that holds all places on the school's grounds."""

NOWHERE = frozenset({"online-space"})
"""Places in which nobody can stand."""


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
class StripNote:
    """What goes with an answer: the level, short sentences, and for whom and where it holds."""

    look: LevelLook
    details: tuple[str, ...]
    who: str | None
    where: str | None


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
    bringing: tuple[StripNote, ...]
    notes: tuple[StripNote, ...]


@dataclass(frozen=True)
class _Said:
    """One answer: the level at one moment, and the rule behind it."""

    level: Level
    rule: Rule | None

    @property
    def key(self) -> tuple[object, ...]:
        """What readers see: two rules that say the same are one answer."""
        if self.rule is None:
            return (self.level,)
        return (self.level, frozenset(self.rule.by), self.rule.people)


def day_strips(
    book: RuleBook, thing: str, audience: Audience, band: Band | None = None
) -> tuple[DayStrip, ...]:
    """Return one strip for each group of people with answers of its own.

    Args:
        book: the rules.
        thing: what is used.
        audience: whose day it is.
        band: for pupils, only those of one age band.
    """
    return _Builder(book, thing, audience, band).strips()


class _Builder:
    """Asks for every person, place and moment, and puts together what is the same."""

    def __init__(self, book: RuleBook, thing: str, audience: Audience, band: Band | None) -> None:
        self._book = book
        self._policy = book.policy
        self._audience = audience
        self._band = band
        self._use = Asker(book, thing)
        can_bring = Function.BRING in book.space.functions.get(thing, ())
        self._bring = Asker(book, thing, Function.BRING) if can_bring else None
        day = school_day(self._policy)
        self._moments = day.moments
        self._others = day.others
        self._places = strip_places(self._policy)

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
        self, people: Mapping[Person, Mapping[str, list[_Said]]], among: Sequence[Person]
    ) -> DayStrip:
        days = next(iter(people.values()))
        found: dict[object, list[str]] = {}
        for place, day in days.items():
            found.setdefault(tuple(said.key for said in day), []).append(place)
        groups = sorted(found.values(), key=self._order)
        return DayStrip(
            capital(people_words(self._policy, people, among)),
            self._moments,
            tuple(self._row(places, days[places[0]]) for places in groups),
            self._bringing(tuple(people)),
            self._notes(people),
        )

    def _notes(self, people: Mapping[Person, Mapping[str, list[_Said]]]) -> tuple[StripNote, ...]:
        """Return what goes with the answers of a strip: for whom, and where."""
        found: dict[tuple[LevelLook, tuple[str, ...]], tuple[dict[Person, None], set[str]]] = {}
        for person, days in people.items():
            for place, day in days.items():
                for said in day:
                    details = self._details(said.rule, said.level)
                    if details:
                        mine = found.setdefault((self._look(said.level), details), ({}, set()))
                        mine[0][person] = None
                        mine[1].add(place)
        return tuple(
            StripNote(
                level,
                details,
                self._who(tuple(mine), tuple(people)),
                places_words(
                    self._policy, [each for each in self._places if each in places], self._places
                ),
            )
            for (level, details), (mine, places) in found.items()
        )

    def _bringing(self, people: Sequence[Person]) -> tuple[StripNote, ...]:
        """Return what holds for bringing the thing onto the school's grounds."""
        found: dict[tuple[LevelLook, tuple[str, ...], str | None], list[Person]] = {}
        for person in people:
            brought = self._brought(person)
            for rule in brought:
                level = rule.level if rule else Level.UNDECIDED
                where = self._setting(rule) if len(brought) > 1 else None
                key = (self._look(level), self._details(rule, level), where)
                if person not in found.setdefault(key, []):
                    found[key].append(person)
        return tuple(
            StripNote(level, details, self._who(mine, people), where)
            for (level, details, where), mine in found.items()
        )

    def _who(self, some: Sequence[Person], people: Sequence[Person]) -> str | None:
        if len(some) == len(people):
            return None
        return capital(people_words(self._policy, some, people))

    def _order(self, places: Sequence[str]) -> tuple[int, bool]:
        """Return where a row stands: what is left of a place comes after what is in it."""
        tree = Tree(self._policy.places)
        order = [
            number
            for number, each in enumerate(self._places)
            if each not in places and tree.inside(each, places[0])
        ]
        return max(order, default=self._places.index(places[0])), bool(order)

    def _row(self, places: Sequence[str], day: list[_Said]) -> StripRow:
        spans: list[Span] = []
        for number, said in enumerate(day[: len(self._moments)]):
            if number and day[number - 1].key == said.key:
                spans[-1] = Span(spans[-1].look, spans[-1].first, spans[-1].count + 1)
            else:
                spans.append(Span(self._look(said.level), number, 1))
        return StripRow(
            places_words(self._policy, places, self._places), tuple(spans), *self._words(spans, day)
        )

    def _words(
        self, spans: Sequence[Span], day: Sequence[_Said]
    ) -> tuple[tuple[tuple[LevelLook, str], ...], frozenset[LevelLook]]:
        """Return each level with when it holds, and the levels of times that have no cell."""
        lengths: dict[LevelLook, int] = {}
        times: dict[LevelLook, list[Moment]] = {}
        for span in spans:
            mine = self._moments[span.first : span.first + span.count]
            times.setdefault(span.look, []).extend(mine)
            lengths[span.look] = lengths.get(span.look, 0) + sum(map(_length, mine))
        apart = set()
        for moment, said in zip(self._others, day[len(self._moments) :], strict=True):
            level = self._look(said.level)
            if set(lengths) != {level}:
                times.setdefault(level, []).append(moment)
                lengths.setdefault(level, 0)
                apart.add(level)
        *few, most = sorted(lengths, key=lambda each: lengths[each])
        rest = "at all other times" if few else "all day"
        words = (*((level, moments_words(times[level])) for level in few), (most, rest))
        return words, frozenset(apart - {most})

    def _day(self, person: Person, place: str) -> list[_Said]:
        return [
            self._said(self._use.ask(person, place, each.time), each.time)
            for each in (*self._moments, *self._others)
        ]

    def _said(self, answer: Answer, time: str) -> _Said:
        rule = answer.rule
        if rule is None:
            return _Said(Level.UNDECIDED, None)
        if rule.level is not Level.SET_TIMES:
            return _Said(rule.level, rule)
        times = self._book.space.times
        now = any(times.inside(time, each) for each in rule.at)
        return _Said(Level.ALLOWED if now else Level.NOT_ALLOWED, rule)

    def _brought(self, person: Person) -> tuple[Rule | None, ...]:
        """Return what holds for bringing the thing onto the school's grounds, each rule once."""
        if self._bring is None:
            return ()
        tree = Tree(self._policy.places)
        site = [each for each in self._places if SITE in tree.line(each)] or self._places
        found: dict[object, Rule | None] = {}
        for place in site:
            for moment in self._moments:
                rule = self._bring.ask(person, place, moment.time).rule
                found.setdefault(rule and (rule.verdict, rule.condition, rule.storage), rule)
        return tuple(found.values())

    def _details(self, rule: Rule | None, level: Level) -> tuple[str, ...]:
        """Return what a rule says beside its level: to pupils in their own words.

        A level that says no adds nothing.
        """
        if rule is None or level in {Level.NOT_ALLOWED, Level.ILLEGAL, Level.UNDECIDED}:
            return ()
        if self._band is not None:
            text = pupil_words(rule.pupils, self._band) or rule.plain
            return (text,) if text else ()
        if level is not Level.SET_TIMES:  # when it is allowed is what the picture shows
            rule = rule.model_copy(update={"at": ()})
        return rule_details(self._policy, rule)

    def _setting(self, rule: Rule | None) -> str | None:
        """Return where and when a rule holds, if it is not for the whole site and day."""
        if rule is None:
            return None
        place = self._policy.find(Place, rule.place)
        time = self._policy.find(Time, rule.time)
        held = Tree(self._policy.places).line(SITE)
        found = [place.title] if place.id not in held else []
        found += [time.title] if time.id not in Tree(self._policy.times).line(DAY) else []
        return capital(", ".join(inside(each) for each in found)) or None

    def _look(self, level: Level) -> LevelLook:
        return look(level, self._audience)


def strip_places(policy: Policy) -> tuple[str, ...]:
    """Return the places of a strip: all but the outermost, which only hold others."""
    holders = {each.within for each in policy.places}
    outermost = {each.id for each in policy.places if each.within is None}
    headings = {each.id for each in policy.places if each.within in outermost} & holders - {SITE}
    skipped = outermost | headings | NOWHERE
    return tuple(each.id for each in policy.places if each.id not in skipped) or tuple(outermost)


def places_words(policy: Policy, some: Sequence[str], every: Sequence[str]) -> str:
    """Return places as words: a place that is there with all within it, by its own name alone."""
    tree = Tree(policy.places)
    titles = {each.id: each.title for each in policy.places}
    asked = {outer: {each for each in every if tree.inside(each, outer)} for outer in tree}
    # A place that only holds one other is not what people call that one.
    whole = {
        outer
        for outer, members in asked.items()
        if members and members <= set(some) and (outer in some or len(members) > 1)
    }
    rest = {each for each in some if asked[each] - set(some)}
    named = []
    for place in tree:
        outer = set(tree.line(place)[1:])
        if place in rest and not outer & (rest | whole):
            named.append(f"Elsewhere {inside(titles[place])}")
        elif place in whole and not outer & (rest | whole):
            named.append(titles[place])
    return capital(listed([inside(each) for each in named]))


def moments_words(moments: Sequence[Moment]) -> str:
    """Return moments in words, each name once: `break (10:30am to 10:45am) and lunch`."""
    clocks: dict[str, list[str]] = {}
    for each in moments:
        mine = clocks.setdefault(each.title, [])
        if each.starts is not None and each.ends is not None:
            mine.append(f"{_clock(each.starts)} to {_clock(each.ends)}")
    return listed(f"{title} ({listed(mine)})" if mine else title for title, mine in clocks.items())


def _length(moment: Moment) -> int:
    return 1 if moment.starts is None or moment.ends is None else moment.ends - moment.starts


def _clock(minutes: int) -> str:
    return clock(f"{minutes // 60:02}:{minutes % 60:02}")
