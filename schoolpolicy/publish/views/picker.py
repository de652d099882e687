"""What the picker on the site looks answers up in: every answer, worked out beforehand.

The picker holds no rules and decides nothing. For each person and use there is a *line*: for
each occasion the number of a *block*, which holds the rule that answers at each place and time,
as runs of the same rule. What is the same is there once: lines, blocks, texts. Sentences are
patterns of `answer_words`; the picker fills their slots.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.response import Response
from schoolpolicy.model.role import Role
from schoolpolicy.model.rule import Binding, Rule
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.answer_words import (
    DO,
    DO_ACTIVITY,
    NO_ANSWER,
    is_activity,
    joined,
    main_place,
    moment,
    place_words,
    sentence_pattern,
    thing_words,
    time_of_day,
)
from schoolpolicy.publish.views.can_i import BINDS
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import capital, the
from schoolpolicy.publish.views.rule_words import rule_details, time_words
from schoolpolicy.rules.space import Question, bits
from schoolpolicy.rules.words import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from schoolpolicy.model.response import Restriction
    from schoolpolicy.model.rule import RuleException
    from schoolpolicy.model.scope import Event, Place
    from schoolpolicy.model.statement import PupilWording
    from schoolpolicy.publish.views.answer_words import Moment
    from schoolpolicy.publish.views.can_i import Answers, ThingGroup
    from schoolpolicy.rules.people import Person

CHILD = "child"
"""Who asks as a parent, for a child."""
NONE = -1
"""In place of a number: there is none."""
_RUN = re.compile("1+")
RULE = (
    *("id", "level", "says", "why", "plain", "more", "instead", "unless", "binds"),
    *("bands", "moments"),
)
"""What stands where in the list that is a rule; what is left out at its end is empty."""


@dataclass(frozen=True)
class Choice:
    """One entry of a list to choose from."""

    id: str
    title: str
    keywords: str = ""


@dataclass(frozen=True)
class ChoiceGroup:
    """Entries of a list under a heading."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Kind:
    """A kind of cohort that somebody says which they are in: the year, the house."""

    id: str
    title: str
    audience: Audience
    choices: tuple[Choice, ...]
    asked: bool
    """True: none of them is chosen at first."""


@dataclass(frozen=True)
class Picker:
    """The picker: its lists, the looks of its answers, and what it looks them up in."""

    who: tuple[Choice, ...]
    kinds: tuple[Kind, ...]
    things: tuple[ChoiceGroup, ...]
    functions: tuple[Choice, ...]
    places: tuple[Choice, ...]
    times: tuple[Choice, ...]
    occasions: tuple[Choice, ...]
    place: str
    """The place chosen at first."""
    looks: tuple[tuple[str, LevelLook], ...]
    data: dict[str, Any]
    """What the page's script reads, as JSON."""


class _Pool:
    """Values, each once, by number."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    @property
    def values(self) -> list[Any]:
        return list(self._numbers)


def picker(answers: Answers, response_link: Callable[[str], str | None]) -> Picker:
    """Work out the picker of one policy.

    Args:
        answers: all answers.
        response_link: gives the address of a ladder of responses.
    """
    return _Maker(answers, response_link).picker()


class _Maker:
    """Makes one picker."""

    def __init__(self, answers: Answers, response_link: Callable[[str], str | None]) -> None:
        self._answers = answers
        self._policy = answers.policy
        self._space = answers.space
        self._people = answers.book.people
        self._response_link = response_link
        self._texts = _Pool()
        self._patterns = _Pool()
        self._lines = _Pool()
        self._blocks = _Pool()
        self._rows = _Pool()
        self._rules = _Pool()
        self._ladders = _Pool()
        self._after_rows = _Pool()

    def picker(self) -> Picker:
        policy = self._policy
        return Picker(
            who=tuple(self._who()),
            kinds=tuple(self._kinds()),
            things=tuple(self._thing_group(group) for group in self._answers.groups()),
            functions=tuple(
                Choice(each.value, capital(DO[each].format(thing="it")))
                for each in self._functions()
            ),
            places=tuple(
                Choice(each.id, self._place_title(each), " ".join(each.keywords))
                for each in policy.places
            ),
            times=tuple(
                Choice(each.id, capital(time_words(policy, each.id)), " ".join(each.keywords))
                for each in policy.times
            ),
            occasions=tuple(Choice(each.id, each.title) for each in self._occasions()),
            place=main_place(policy),
            looks=tuple(
                (name, look(level, audience))
                for level in Level
                for name, audience in (
                    (level.value, Audience.PUPILS),
                    (f"{level.value}-adult", Audience.STAFF),
                )
            ),
            data=self._data(),
        )

    def _functions(self) -> list[Function]:
        made_for = {each for found in self._space.functions.values() for each in found}
        return [each for each in Function if each is Function.ANY or each in made_for]

    def _occasions(self) -> tuple[Event | Restriction, ...]:
        """Return the occasions in the order in which the space of questions has them."""
        return (*self._policy.events, *self._policy.restrictions)

    def _place_title(self, place: Place) -> str:
        """Return a place's title; that of the main one in everyday words before it."""
        if place.id != main_place(self._policy):
            return place.title
        return f"{capital(place_words(self._policy, place.id).strip())}: {inside(place.title)}"

    # The lists

    def _who(self) -> Iterable[Choice]:
        words = self._policy.words
        parent = words.get("parent", "parent")
        present = {person.audience for person in self._people.present}
        titles = {
            Audience.PUPILS: _a(words.get("pupil", "pupil")),
            Audience.PARENTS: f"{_a(parent)}, about myself",
            Audience.STAFF: "a member of staff",
            Audience.GOVERNORS: _a(words.get("governor", "governor")),
            Audience.VOLUNTEERS: "a volunteer",
            Audience.VISITORS: "a visitor",
            Audience.COMMUNITY: "someone from the community",
        }
        for audience, title in titles.items():
            if audience in present:
                yield Choice(audience.value, capital(title))
            if audience is Audience.PUPILS and audience in present:
                yield Choice(CHILD, capital(f"{_a(parent)}, about my child"))

    def _kinds(self) -> Iterable[Kind]:
        for audience in Audience:
            mine = [each for each in self._people.present if each.audience is audience]
            inner = {name for person in mine for name in person.cohorts}
            kinds = dict.fromkeys(each.kind for each in self._policy.cohorts if each.id in inner)
            for kind in kinds:
                named = [
                    each for each in self._policy.cohorts if each.id in inner and each.kind == kind
                ]
                ids = {each.id for each in named}
                rest = [Choice(each.id, each.title) for each in named if each.rest]
                if any(not person.cohorts & ids for person in mine):
                    rest.append(Choice("", "None of these"))
                choices = [Choice(each.id, each.title) for each in named if not each.rest]
                yield Kind(
                    kind,
                    capital(kind.replace("-", " ")),
                    audience,
                    (*rest, *choices),
                    asked=not rest and len(choices) > 1,
                )

    def _thing_group(self, group: ThingGroup) -> ChoiceGroup:
        records = self._policy.subject("things")
        return ChoiceGroup(
            group.title,
            tuple(
                Choice(
                    name,
                    capital(thing_words(self._policy, name, "you")),
                    " ".join((str(getattr(record, "title", "")), *getattr(record, "keywords", ()))),
                )
                for name in group.things
                if (record := records[name])
            ),
        )

    # What the script reads

    def _data(self) -> dict[str, Any]:
        policy, space = self._policy, self._space
        uses = self._uses()
        things = {name: self._thing(name) for name in space.things}
        ladders = [self._ladder(policy.find(Response, name)) for name in self._ladders.values]
        rules = [self._rule(policy.find(Rule, name)) for name in self._rules.values]
        return {
            "people": [[each.audience, *sorted(each.cohorts)] for each in self._people.present],
            "bands": self._bands(),
            "sides": [
                [each or "" for each in space.occasions],
                list(space.places),
                list(space.times),
            ],
            "uses": uses,
            "rows": self._rows.values,
            "lines": self._lines.values,
            "blocks": self._blocks.values,
            "rule": RULE,
            "levels": [each.value for each in Level],
            "rules": rules,
            "ladders": ladders,
            "after": self._after_rows.values,
            "texts": self._texts.values,
            "patterns": self._patterns.values,
            "none": NO_ANSWER,
            "do": {each.value: DO[each] for each in self._functions()},
            "activity": DO_ACTIVITY,
            "things": things,
            "places": [place_words(policy, each) for each in space.places],
            "brought": [place_words(policy, each, Function.BRING) for each in space.places],
            "times": [time_of_day(policy, each) for each in space.times],
            "occasions": ["", *(joined(each.title) for each in self._occasions())],
        }

    def _thing(self, thing: str) -> list[Any]:
        """Return what a thing is called, also of a child if not the same; its ladders; its kind."""
        yours, theirs = (thing_words(self._policy, thing, each) for each in ("you", "your child"))
        return [
            [yours] if yours == theirs else [yours, theirs],
            self._after(thing),
            int(is_activity(self._policy, thing)),
        ]

    def _bands(self) -> list[str]:
        """Return the age band of each person; nothing for adults."""
        bands = {each.id: each.band for each in self._policy.cohorts}
        return [
            next((band for name in each.cohorts if (band := bands[name])), "")
            for each in self._people.present
        ]

    def _uses(self) -> dict[str, dict[str, int]]:
        """Return for each thing and function the number of a row: a line for each person."""
        parts: dict[int, dict[int, list[tuple[Rule | None, int]]]] = {}
        for region in self._answers.regions:
            persons = parts.setdefault(region.scope.uses, {})
            line = persons.setdefault(region.scope.people, [])
            line.append((region.answer.rule, region.scope.settings))
        found: dict[str, dict[str, int]] = {}
        for uses, persons in parts.items():
            lines: dict[Person, int] = {}
            for people, line in persons.items():
                lines |= dict.fromkeys(self._people.among(people), self._line(line))
            row = tuple(lines.get(each, NONE) for each in self._people.present)
            number = self._rows.number(row)
            for use in bits(uses):
                each = self._space.uses[use]
                found.setdefault(each.thing, {})[each.function.value] = number
        return found

    def _line(self, parts: Iterable[tuple[Rule | None, int]]) -> int:
        """Return the number of a line: for each occasion the number of a block, as runs."""
        runs = []
        for rule, settings in parts:
            number = NONE if rule is None else self._rules.number(rule.id)
            runs += [
                (run.start(), run.end(), number) for run in _RUN.finditer(f"{settings:b}"[::-1])
            ]
        size = len(self._space.settings) // len(self._space.occasions)
        blocks: list[list[tuple[int, int]]] = [[] for _ in self._space.occasions]
        for start, end, number in sorted(runs):
            for block in range(start // size, (end - 1) // size + 1):
                length = min(end, (block + 1) * size) - max(start, block * size)
                blocks[block].append((number, length))
        return self._lines.number(_runs((self._blocks.number(_runs(each)), 1) for each in blocks))

    def _rule(self, rule: Rule) -> list[Any]:
        """Return what the picker says of a rule, in the order of `RULE`."""
        moments = [moment(self._policy, rule, each) for each in self._space.times]
        says = [self._pattern(rule, each) for each in (Audience.PUPILS, Audience.STAFF)]
        if any(moments):
            says += [self._pattern(rule, Audience.STAFF, each) for each in ("within", "outside")]
        shorter = rule.model_copy(update={"at": (), "by": (), "people": None})
        found = [
            rule.id,
            list(Level).index(rule.level),
            says if len(set(says)) > 1 else says[0],
            self._text(rule.because),
            self._text(rule.plain) if rule.plain else NONE,
            [self._text(each) for each in rule_details(self._policy, shorter)],
            self._text(rule.instead) if rule.instead else NONE,
            [self._text(self._exception(each)) for each in rule.unless],
            int(rule.level in BINDS and rule.strength is Binding.RULE),
            self._band_words(rule.pupils),
            [_MOMENTS[each] for each in moments] if any(moments) else [],
        ]
        while found[-1] in _EMPTY:
            found.pop()
        return found

    def _pattern(self, rule: Rule, audience: Audience, at: Moment | None = None) -> int:
        return self._patterns.number(sentence_pattern(self._policy, rule, audience, at))

    def _text(self, text: str) -> int:
        return self._texts.number(text)

    def _exception(self, exception: RuleException) -> str:
        role = self._policy.find(Role, exception.decided_by)
        return f"{exception.text} Who decides: {the(role.title)}."

    def _band_words(self, words: PupilWording) -> dict[str, int]:
        return {
            band.value: self._text(text)
            for band in self._policy.bands
            if (text := getattr(words, band.value.replace("-", "_")))
        }

    def _after(self, thing: str) -> int:
        """Return the number of a row: which ladder follows, for each person."""
        row = []
        for person in self._people.present:
            responses = self._answers.ladders.responses(Question(person, thing))
            row.append(self._ladders.number(responses[0].id) if responses else NONE)
        return self._after_rows.number(tuple(row))

    def _ladder(self, response: Response) -> list[Any]:
        """Return what the picker says of a ladder: its text, that of each band, its address."""
        bands = self._band_words(response.pupils)
        return [self._text(response.plain), bands, self._response_link(response.id)]


def _runs(parts: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Return values with their lengths as runs: those of the same value that meet are one."""
    found: list[int] = []
    for value, length in parts:
        if found and found[-2] == value:
            found[-1] += length
        else:
            found += [value, length]
    return tuple(found)


_MOMENTS: Mapping[str | None, int] = {None: 0, "within": 1, "outside": 2}
_EMPTY: tuple[object, ...] = ([], {}, 0)


def _a(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
