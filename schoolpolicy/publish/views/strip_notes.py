"""What goes with the answers of a day's strip: conditions, whom to ask, and bringing a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.scope import Place, Time
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.publish.views.day_moments import DAY
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.rule_words import rule_details, until_words
from schoolpolicy.publish.views.strip_places import SITE, places_words, strip_places
from schoolpolicy.rules.trees import Tree
from schoolpolicy.rules.words import inside, listed, people_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.vocabulary import Audience, Band
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.people import Person

_NO = frozenset({Level.NOT_ALLOWED, Level.ILLEGAL, Level.UNDECIDED})


@dataclass(frozen=True)
class Said:
    """One answer: the level at one moment, and the rule behind it."""

    level: Level
    rule: Rule | None

    @property
    def key(self) -> tuple[object, ...]:
        """What readers see: two rules that say the same are one answer."""
        if self.rule is None:
            return (self.level,)
        return (self.level, frozenset(self.rule.by), self.rule.people)


@dataclass(frozen=True)
class StripNote:
    """What goes with an answer: the level, short sentences, and for whom and where it holds."""

    look: LevelLook
    details: tuple[str, ...]
    who: str | None
    where: str | None


class BringingLine(NamedTuple):
    """Short sentences about bringing a thing, and where and when they hold if not always."""

    where: str | None
    details: tuple[str, ...]


@dataclass(frozen=True)
class Bringing:
    """What holds for some people who bring a thing to school, under one level."""

    look: LevelLook
    who: str | None
    lines: tuple[BringingLine, ...]


class NoteMaker:
    """Gathers what goes with the answers of one audience."""

    def __init__(self, book: RuleBook, audience: Audience, band: Band | None) -> None:
        """Prepare for an audience; for pupils of an age band, in their own words."""
        self._book = book
        self._policy = book.policy
        self._audience = audience
        self._band = band
        self._places = strip_places(book.policy)

    def notes(self, days: Mapping[Person, Mapping[str, Sequence[Said]]]) -> tuple[StripNote, ...]:
        """Return what goes with the answers of a strip: for whom, and where.

        Args:
            days: for each person and place, the answers in the course of the day.
        """
        found: dict[tuple[LevelLook, tuple[str, ...]], tuple[dict[Person, None], set[str]]] = {}
        for person, mine in days.items():
            for place, day in mine.items():
                for said in day:
                    details = self._details(said.rule, said.level)
                    if details:
                        key = (look(said.level, self._audience), details)
                        people, places = found.setdefault(key, ({}, set()))
                        people[person] = None
                        places.add(place)
        every = self._places
        return tuple(
            StripNote(
                level,
                details,
                self._who(tuple(people), tuple(days)),
                places_words(self._policy, [each for each in every if each in places], every),
            )
            for (level, details), (people, places) in found.items()
        )

    def bringing(self, brought: Mapping[Person, Sequence[Rule | None]]) -> tuple[Bringing, ...]:
        """Return what holds for bringing a thing onto the school's grounds.

        What says the same under the same level is one line, whatever rule says it, and people
        with the same lines under a level share them.

        Args:
            brought: for each person, the rules that answer somewhere on the grounds.
        """
        same: dict[tuple[LevelLook, tuple[BringingLine, ...]], list[Person]] = {}
        for person, rules in brought.items():
            for level, lines in self._lines(rules).items():
                same.setdefault((level, lines), []).append(person)
        return tuple(
            Bringing(level, self._who(people, tuple(brought)), lines)
            for (level, lines), people in same.items()
        )

    def _lines(self, rules: Sequence[Rule | None]) -> dict[LevelLook, tuple[BringingLine, ...]]:
        found: dict[LevelLook, dict[tuple[str, ...], list[str | None]]] = {}
        for rule in rules:
            level = rule.level if rule else Level.UNDECIDED
            where = self._setting(rule) if len(rules) > 1 else None
            lines = found.setdefault(look(level, self._audience), {})
            lines.setdefault(self._details(rule, level), []).append(where)
        return {
            level: tuple(BringingLine(_together(where), each) for each, where in lines.items())
            for level, lines in found.items()
        }

    def _who(self, some: Sequence[Person], people: Sequence[Person]) -> str | None:
        if len(some) == len(people):
            return None
        return capital(people_words(self._policy, some, people))

    def _details(self, rule: Rule | None, level: Level) -> tuple[str, ...]:
        """Return what a rule says beside its level: to pupils in their own words.

        A level that says no adds nothing but until when it holds.
        """
        if rule is None:
            return ()
        if level in _NO:
            return until_words(rule) if rule.level in _NO else ()
        if self._band is not None:
            text = rule.pupils.told(self._band) or rule.plain
            return (*((text,) if text else ()), *until_words(rule))
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


def _together(settings: Iterable[str | None]) -> str | None:
    """Return several settings in words; None if one of them is everywhere and always."""
    found = list(dict.fromkeys(settings))
    if None in found:
        return None
    return capital(listed(inside(each) for each in found if each is not None))
