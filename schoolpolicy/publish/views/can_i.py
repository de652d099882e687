"""The answers to "Can I ...?", a page for each thing and each activity.

A page has a section for each group of people who get the same answers, and in it an entry for
each rule that wins somewhere. Which rules win, and for whom, is what the survey of all
questions says; nothing is decided here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from schoolpolicy.model.rule import Binding
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.answer_words import (
    ANYWHERE,
    ELSEWHERE,
    answer_sentence,
    audience_name,
    is_activity,
    main_place,
    place_words,
    question_sentence,
    where_words,
)
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.readers import BAND_NAMES, pupil_words
from schoolpolicy.publish.views.rule_words import rule_details
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.ladders import Ladders
from schoolpolicy.rules.people import YEAR
from schoolpolicy.rules.space import Question, Setting, bits
from schoolpolicy.rules.survey import periods, survey
from schoolpolicy.rules.words import inside, listed, people_words, years_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.response import Response
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.scope import Thing
    from schoolpolicy.model.statement import PupilWording
    from schoolpolicy.model.vocabulary import Band
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Space
    from schoolpolicy.rules.survey import Region

BINDS = frozenset(Level) - {Level.ALLOWED, Level.ADVISED_AGAINST, Level.UNDECIDED}
"""The levels at which something happens if a rule is not kept."""


@dataclass(frozen=True)
class Saying:
    """Words for some readers: pupils of one age band, or, with no `who`, everybody."""

    who: str | None
    text: str


@dataclass(frozen=True)
class After:
    """What happens if a rule is not kept."""

    response: str
    sayings: tuple[Saying, ...]


class Size(StrEnum):
    """How much of an answer is shown.

    A rule is told in full once: on the page of its own thing, to the first audience there.
    """

    FULL = "full"
    SHORT = "short"
    """The rule is about a wider thing, whose page tells the rest."""
    LINE = "line"
    """The page has told it already, to another audience."""


@dataclass(frozen=True)
class Entry:
    """One answer.

    Attributes:
        id: its address on its page.
        rule: the rule that answers.
        question: what is asked, in everyday words.
        sentence: the answer.
        look: the level.
        sayings: the rule in plain words.
        details: what the rule adds, as short sentences.
        wider: how much further it holds than where it was asked for, if it does.
        after: what happens if it is not kept.
        size: how much of it is shown; the rest is where the rule is told first.
        begins: from when it holds, if that is still to come.
        ends: the last day on which it holds.
    """

    id: str
    rule: Rule
    question: str
    sentence: str
    look: LevelLook
    sayings: tuple[Saying, ...]
    details: tuple[str, ...]
    wider: str | None
    after: tuple[After, ...]
    size: Size
    begins: dt.date | None
    ends: dt.date | None


@dataclass(frozen=True)
class Section:
    """The answers for some people."""

    id: str
    title: str
    audiences: tuple[Audience, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class ThingGroup:
    """Things that are found together: a heading, and the ids."""

    title: str
    icon: str
    things: tuple[str, ...]


@dataclass
class _Win:
    """Where one rule wins for one thing and audience, as bits for each side."""

    people: int = 0
    uses: int = 0
    settings: int = 0


class Answers:
    """All answers of one policy, worked out once."""

    def __init__(self, book: RuleBook) -> None:
        """Prepare to answer for the rules of a book; nothing is worked out yet."""
        self.book = book
        self.policy: Policy = book.policy
        self.space: Space = book.space
        self._pages: dict[str, tuple[Section, ...]] = {}

    @cached_property
    def regions(self) -> list[Region]:
        """All questions of the school, by answer."""
        return survey(self.book)

    @cached_property
    def ladders(self) -> Ladders:
        """What follows if an answer is not kept."""
        return Ladders(self.book)

    @cached_property
    def homes(self) -> Mapping[str, tuple[str, str]]:
        """For each rule that answers something: the thing whose page shows it, and where."""
        found: dict[str, tuple[str, str]] = {}
        for thing in self.policy.subject("things"):
            for section in self.page(thing):
                for entry in section.entries:
                    rule = entry.rule
                    if rule.id not in found or (rule.thing == thing != found[rule.id][0]):
                        found[rule.id] = (thing, entry.id)
        return found

    def page(self, thing: str) -> tuple[Section, ...]:
        """Return what the page of a thing or activity says."""
        if thing not in self._pages:
            self._pages[thing] = _PageMaker(self, thing).sections()
        return self._pages[thing]

    @cached_property
    def wins(self) -> Mapping[str, Mapping[Audience, Mapping[str, _Win]]]:
        """For each thing and audience, the rules that win and where."""
        found: dict[str, dict[Audience, dict[str, _Win]]] = defaultdict(lambda: defaultdict(dict))
        self._add(found, self.regions, announced=False)
        for day in periods(self.policy)[1:]:
            self._add(found, survey(RuleBook(self.policy, day, self.space)), announced=True)
        return found

    def _add(
        self,
        found: dict[str, dict[Audience, dict[str, _Win]]],
        regions: Iterable[Region],
        *,
        announced: bool,
    ) -> None:
        """Add where rules win; of rules announced, only those that have not begun."""
        things: dict[int, dict[str, int]] = {}
        for region in regions:
            rule = region.answer.rule
            if rule is None or (announced and not self.begins(rule)):
                continue
            people = self._by_audience(region.scope.people)
            if region.scope.uses not in things:
                things[region.scope.uses] = self._by_thing(region.scope.uses)
            for thing, mine in things[region.scope.uses].items():
                for audience, persons in people.items():
                    win = found[thing][audience].setdefault(rule.id, _Win())
                    win.people |= persons
                    win.uses |= mine
                    win.settings |= region.scope.settings

    def begins(self, rule: Rule) -> dt.date | None:
        """Return from when a rule holds, if that is still to come."""
        first = rule.effective_from
        return first if first is not None and first > self.policy.day else None

    def _by_audience(self, people: int) -> dict[Audience, int]:
        found: dict[Audience, int] = {}
        for person in self.space.people.among(people):
            bit = 1 << self.space.people.numbers[person]
            found[person.audience] = found.get(person.audience, 0) | bit
        return found

    def _by_thing(self, uses: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for number in bits(uses):
            thing = self.space.uses[number].thing
            found[thing] = found.get(thing, 0) | 1 << number
        return found

    def groups(self) -> tuple[ThingGroup, ...]:
        """Return all things in the groups in which people look for them, activities last."""
        things = {each.id: each for each in self.policy.things}
        below: dict[str | None, list[Thing]] = defaultdict(list)
        for each in things.values():
            below[each.within].append(each)
        found: list[ThingGroup] = []
        for root in below[None]:
            heads = [each for each in below[root.id] if below[each.id]]
            lines = [_line(head, below) for head in heads]
            others = (root.id, *(each.id for each in below[root.id] if each not in heads))
            if sum(map(len, lines)) > len(others):  # most are found under a narrower heading
                found += [
                    ThingGroup(head.title, head.icon or "devices", line)
                    for head, line in zip(heads, lines, strict=True)
                ]
                found.append(ThingGroup(f"Other {inside(root.title)}", "devices", others))
            else:
                found.append(ThingGroup(root.title, root.icon or "devices", _line(root, below)))
        kinds: dict[str, list[str]] = defaultdict(list)
        for activity in self.policy.activities:
            kinds[activity.group].append(activity.id)
        return (
            *found,
            *(ThingGroup(title, "web", tuple(names)) for title, names in kinds.items()),
        )


def _years(words: str) -> str:
    """Return a range of years as people say it: `Years 7 to 9`."""
    return re.sub(r"\bYear (\d+) to Year (\d+)", r"Years \1 to \2", words)


def _line(thing: Thing, below: Mapping[str | None, list[Thing]]) -> tuple[str, ...]:
    """Return a thing and all that lies within it, each after what it lies in."""
    return (thing.id, *(name for each in below[thing.id] for name in _line(each, below)))


@dataclass
class _Draft:
    """An entry before it has its words: a rule, for whom, and where."""

    rule: Rule
    people: tuple[Person, ...]
    setting: Setting
    elsewhere: bool
    order: tuple[object, ...] = field(default=())


class _PageMaker:
    """Makes the sections of one page."""

    def __init__(self, answers: Answers, thing: str) -> None:
        self._answers = answers
        self._policy = answers.policy
        self._space = answers.space
        self._thing = thing
        self._rules = {rule.id: rule for rule in answers.policy.rules}
        self._used: set[str] = set()
        self._places = list(answers.space.places)
        self._times = list(answers.space.times)

    def sections(self) -> tuple[Section, ...]:
        """Return a section for each group of audiences that get the same answers."""
        wins = self._answers.wins.get(self._thing, {})
        alike: dict[tuple[object, ...], list[Audience]] = {}
        for audience in Audience:
            if audience in wins:
                whole = self._everybody((audience,))
                key = tuple(
                    (rule, win.people == whole, win.uses, win.settings)
                    for rule, win in sorted(wins[audience].items())
                )
                alike.setdefault(key, []).append(audience)
        return tuple(self._section(tuple(audiences)) for audiences in alike.values())

    def _everybody(self, audiences: Iterable[Audience]) -> int:
        people = self._space.people
        wanted = set(audiences)
        return sum(1 << people.numbers[each] for each in people.present if each.audience in wanted)

    def _section(self, audiences: tuple[Audience, ...]) -> Section:
        wins = self._answers.wins[self._thing]
        together: dict[str, _Win] = {}
        for audience in audiences:
            for rule, win in wins[audience].items():
                known = together.setdefault(rule, _Win())
                known.people |= win.people
                known.uses |= win.uses
                known.settings |= win.settings
        drafts = [self._draft(self._rules[rule], win) for rule, win in together.items()]
        several = any(
            draft.rule.place != ANYWHERE and Function.ANY in draft.rule.function for draft in drafts
        )
        drafts = [self._settled(draft, together[draft.rule.id], several) for draft in drafts]
        drafts.sort(key=lambda draft: draft.order)
        return Section(
            "for-" + "-".join(audiences) if len(audiences) < len(Audience) else "for-everyone",
            capital(self._names(audiences, "Everyone", "All adults")),
            audiences,
            tuple(self._entry(draft, audiences) for draft in drafts),
        )

    def _draft(self, rule: Rule, win: _Win) -> _Draft:
        occasion = rule.restriction or rule.event
        return _Draft(
            rule,
            self._space.people.among(win.people),
            Setting(rule.place, rule.time, occasion),
            elsewhere=False,
        )

    def _settled(self, draft: _Draft, win: _Win, several: bool) -> _Draft:
        """Ask at the main place about a rule for a wider one, if it is the rule there."""
        rule, setting = draft.rule, draft.setting
        main = main_place(self._policy)
        narrower = rule.place != ANYWHERE or (several and Function.ANY in rule.function)
        at_main = False
        if narrower and rule.zone is None and self._space.places.inside(main, rule.place):
            wanted = setting._replace(place=main)
            at_main = bool(win.settings >> self._space.settings.index(wanted) & 1)
            setting = wanted if at_main else setting
        elsewhere = narrower and rule.place == ANYWHERE and rule.zone is None and not at_main
        order = (
            setting.occasion is not None,
            min(list(Function).index(each) for each in rule.function),
            rule.zone is not None,
            elsewhere,
            self._places.index(setting.place),
            self._times.index(setting.time),
            self._answers.begins(rule) is not None,
            len(self._space.people.present) - len(draft.people),
            rule.id,
        )
        return replace(draft, setting=setting, elsewhere=elsewhere, order=order)

    def _entry(self, draft: _Draft, audiences: tuple[Audience, ...]) -> Entry:
        policy, rule = self._policy, draft.rule
        audience = audiences[0]
        question = Question(draft.people[0], self._thing, rule.function[0], *draft.setting)
        where = where_words(policy, draft.setting, rule.function[0], rule.zone)
        if draft.elsewhere:
            where = f"{ELSEWHERE}{where}"
        begins = self._answers.begins(rule)
        size = Size.FULL if rule.thing == self._thing else Size.SHORT
        if rule.id in self._used:
            size = Size.LINE
        return Entry(
            id=self._address(rule, audience),
            rule=rule,
            question=question_sentence(
                policy, question, rule, self._who(draft, audiences), where, rule.function
            ),
            sentence=answer_sentence(policy, question, rule, where=where, doing=rule.function),
            look=look(rule.level, audience),
            sayings=self._sayings(rule.pupils, rule.plain, draft.people),
            details=rule_details(
                policy, rule.model_copy(update={"at": (), "by": (), "people": None})
            ),
            wider=self._wider(draft),
            after=self._after(draft, question) if size is Size.FULL else (),
            size=size,
            begins=begins,
            ends=rule.effective_until,
        )

    def _wider(self, draft: _Draft) -> str | None:
        """Say how far a rule holds that was asked about at one place only."""
        place = draft.rule.place
        if place == draft.setting.place and not draft.elsewhere:
            return None
        where = "" if place == ANYWHERE else f"{place_words(self._policy, place)},"
        return f"This holds{where} wherever no other answer here says more."

    def _address(self, rule: Rule, audience: Audience) -> str:
        """Return the rule's id; where the page has shown it already, with the audience.

        No id has two hyphens in a row, so that the two cannot be the same.
        """
        found = f"{rule.id}--{audience.value}" if rule.id in self._used else rule.id
        self._used.add(rule.id)
        return found

    def _names(self, audiences: tuple[Audience, ...], everyone: str, adults: str) -> str:
        """Return what the people of some audiences are called together."""
        if len(audiences) == len(Audience):
            return everyone
        if len(audiences) == len(Audience) - 1 and Audience.PUPILS not in audiences:
            return adults
        return listed(audience_name(self._policy, each) for each in audiences)

    def _who(self, draft: _Draft, audiences: tuple[Audience, ...]) -> str:
        """Return for whom a rule holds, in a question."""
        whole = self._space.people.among(self._everybody(audiences))
        if len(whole) == len(draft.people):
            everyone = "everyone" if is_activity(self._policy, self._thing) else "anyone"
            return self._names(audiences, everyone, "adults")
        names = []
        for audience in audiences:
            mine = [each for each in draft.people if each.audience is audience]
            every = [each for each in whole if each.audience is audience]
            name = audience_name(self._policy, audience)
            if len(mine) == len(every):
                names.append(name)
            elif mine:
                names.append(self._some(draft.rule, audience, mine, every))
        return listed(names)

    def _some(self, rule: Rule, audience: Audience, mine: list[Person], every: list[Person]) -> str:
        """Return what some people of an audience are called: `pupils in Year 6`, `boarders`.

        Where they are just those whom the rule names, they have the names that it gives them.
        """
        name = audience_name(self._policy, audience)
        cohorts = {each.id: each for each in self._policy.cohorts}
        who = rule.who.model_copy(update={"audience": (audience,)})
        if set(self._space.people.among(self._space.people.bits(who))) == set(mine):
            named = [cohorts[each] for each in rule.who.cohorts]
            years = [each.title for each in named if each.kind == YEAR]
            groups = [each.title for each in named if each.kind != YEAR]
            if groups and all(each.endswith("s") for each in groups):  # people, not a place
                name = listed(inside(each) for each in groups)
                if not years:
                    return name
                titles = [each.title for each in self._policy.cohorts if each.kind == YEAR]
                return f"{name} in {_years(years_words(years, titles))}"
        some = people_words(self._policy, mine, every)
        if some == "others":
            return f"other {name}"
        return f"{name} in {_years(some)}" if audience is Audience.PUPILS else inside(some)

    def _sayings(
        self, words: PupilWording, plain: str | None, people: Iterable[Person]
    ) -> tuple[Saying, ...]:
        """Return words for each age band among some people, and for all others `plain`."""
        bands = self._bands(people)
        own = {band: text for band in bands if (text := pupil_words(words, band))}
        texts = list(dict.fromkeys(own.values()))
        adults = any(each.audience is not Audience.PUPILS for each in people)
        if len(own) == len(bands) and len(texts) == 1 and not adults:
            return (Saying(None, texts[0]),)
        general = (Saying(None, plain),) if plain else ()
        return (*general, *(Saying(capital(BAND_NAMES[band]), own[band]) for band in own))

    def _bands(self, people: Iterable[Person]) -> list[Band]:
        """Return the age bands of those of some people who are pupils, youngest first."""
        cohorts = {each.id: each.band for each in self._policy.cohorts}
        present = {cohorts[name] for person in people for name in person.cohorts}
        return [band for band in self._policy.bands if band in present]

    def _after(self, draft: _Draft, question: Question) -> tuple[After, ...]:
        rule = draft.rule
        if rule.level not in BINDS or rule.strength is not Binding.RULE:
            return ()
        found: dict[str, list[Person]] = {}
        records: dict[str, Response] = {}
        for person in draft.people:
            for response in self._answers.ladders.responses(replace(question, person=person)):
                records[response.id] = response
                found.setdefault(response.id, []).append(person)
        return tuple(
            After(name, self._sayings(records[name].pupils, records[name].plain, people))
            for name, people in found.items()
        )
