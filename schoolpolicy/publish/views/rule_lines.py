"""All rules for one group of readers, as short sentences grouped by what they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import Activity, Event, Place, Thing, Time
from schoolpolicy.model.vocabulary import CHILDREN, Audience, Band, Level
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.pupils import lines
from schoolpolicy.publish.views.readers import band_of, reads
from schoolpolicy.publish.views.rule_words import details_of, time_words, zone_words
from schoolpolicy.publish.views.strip_places import SITE
from schoolpolicy.rules.words import DOING, audience_words, inside, listed, people_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.vocabulary import Reader
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.people import Person

MOST_ASKED = ("mobile-phone", "smart-watch", "school-device", "ai-tools", "social-media")
"""The things that people ask about most, which come first."""

PICTURE = "devices"
_SMALL = "Being safe and kind"
"""The heading of all that small children read about what people do online."""
"""The picture of a thing that has none."""

MANY = 3
"""How many things one must hold to be a heading of its own, within what holds it."""

_WORD = re.compile(r"\w+(?:[:.']\w+)*")


@dataclass(frozen=True)
class RuleSentence:
    """One rule, for one list of readers.

    Attributes:
        id: the rule.
        look: its level.
        icon: the picture of what it is about.
        words: the rule in the readers' words, one idea a line.
        who: for whom it is, where that is not everybody on the list.
        where: where, when and on what occasion, where the words do not say it.
        details: what else it says.
    """

    id: str
    look: LevelLook
    icon: str
    words: tuple[str, ...]
    who: str | None
    where: str | None
    details: tuple[str, ...]

    @property
    def says(self) -> tuple[object, ...]:
        """What readers see: two rules that say the same are told once."""
        return (self.look, self.words, self.who, self.where, self.details)


@dataclass(frozen=True)
class RuleTopic:
    """The rules about one thing, or one group of activities."""

    id: str
    title: str
    icon: str
    rules: tuple[RuleSentence, ...]


@dataclass(frozen=True)
class RuleList:
    """The rules for one group of people: what is asked most, and the rest."""

    title: str | None
    id: str
    first: tuple[RuleTopic, ...]
    rest: tuple[RuleTopic, ...]

    @property
    def count(self) -> int:
        """How many rules there are."""
        return sum(len(topic.rules) for topic in self.first + self.rest)


def rule_lists(book: RuleBook, reader: Reader) -> tuple[RuleList, ...]:
    """Return the rules that answer at least one question of somebody whom a reader asks for.

    Parents and staff read the rules for pupils too. Rules for single people under a
    restriction are left out.
    """
    band = band_of(reader)
    winners = _winners(book)
    lists = []
    for identity, title, audience in _whose(book.policy, reader, band):
        topics = _Teller(book, audience, band).topics(winners)
        first = tuple(topic for name in MOST_ASKED for topic in topics if topic.id == name)
        rest = tuple(topic for topic in topics if topic not in first)
        if topics:
            lists.append(RuleList(title, identity, first, rest))
    return tuple(lists)


def _whose(
    policy: Policy, reader: Reader, band: Band | None
) -> Sequence[tuple[str, str | None, Audience]]:
    """Return whose rules a reader is shown, by the heading that they stand under."""
    if band is not None:
        return [("rules", None, Audience.PUPILS)]
    own = Audience(reader)
    you = ("you", "You", own)
    match own:
        case Audience.PARENTS:
            return [("your-child", "Your child", Audience.PUPILS), you]
        case Audience.STAFF:
            return [
                you,
                ("pupils", capital(audience_words(policy, Audience.PUPILS)), Audience.PUPILS),
            ]
        case Audience.COMMUNITY:
            guests = (Audience.VISITORS, Audience.VOLUNTEERS)
            words = [(each.value, capital(audience_words(policy, each)), each) for each in guests]
            return [*words, ("community-users", "Community users", own)]
    return [("rules", None, own)]


def _winners(book: RuleBook) -> Mapping[str, int]:
    """Return for whom each rule wins somewhere, as bits, by the rule's id."""
    found: dict[str, int] = {}
    for region in book.regions:
        for rule in region.answer.rules:
            found[rule.id] = found.get(rule.id, 0) | region.scope.people
    return found


class _Teller:
    """Tells rules to one group of people in their words."""

    def __init__(
        self,
        book: RuleBook,
        audience: Audience,
        band: Band | None,
    ) -> None:
        self._book = book
        self._policy = book.policy
        self._audience = audience
        self._band = band
        bands = {each.id: each.band for each in book.policy.cohorts}
        self._people = [
            each
            for each in book.people.present
            if each.audience is audience
            and (band is None or band in {bands[name] for name in each.cohorts})
        ]

    def topics(self, winners: Mapping[str, int]) -> list[RuleTopic]:
        found: dict[str, dict[object, RuleSentence]] = {}
        told: set[object] = set()
        # What holds on a special occasion comes after what holds every day.
        for rule in sorted(self._policy.rules, key=lambda each: each.event is not None):
            people = self._book.people.among(winners.get(rule.id, 0))
            mine = [each for each in people if each in self._people]
            if not mine or rule.restriction is not None or not reads(rule, self._band):
                continue
            sentence = self._sentence(rule, mine)
            if sentence.says not in told:
                told.add(sentence.says)
                found.setdefault(self._topic(rule), {})[sentence.says] = sentence
        order = [
            *(each.id for each in self._policy.things),
            *dict.fromkeys(each.group for each in self._policy.activities),
            _SMALL,
        ]
        return [self._titled(name, found[name].values()) for name in order if name in found]

    def _topic(self, rule: Rule) -> str:
        """Return the heading of a rule: a thing asked about often, or what it lies within."""
        about = self._policy.get("things", rule.thing)
        if isinstance(about, Activity):
            return _SMALL if self._band is Band.EYFS_KS1 else about.group
        things = self._book.space.things
        line = things.line(rule.thing)
        asked = next((each for each in line if each in MOST_ASKED), None)
        if asked or len(line) == 1:
            return asked or rule.thing
        second = line[-2]
        held = sum(things.inside(each, second) for each in things) - 1
        return second if held >= MANY else line[-1]

    def _titled(self, name: str, sentences: Collection[RuleSentence]) -> RuleTopic:
        about = self._policy.subject("things").get(name)
        rules = tuple(sentences)
        if isinstance(about, Thing):
            return RuleTopic(name, about.title, about.icon or PICTURE, rules)
        identity = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        return RuleTopic(identity, name, rules[0].look.icon, rules)

    def _icon(self, rule: Rule) -> str | None:
        about = self._policy.get("things", rule.thing)
        return about.icon or PICTURE if isinstance(about, Thing) else None

    def _sentence(self, rule: Rule, people: Sequence[Person]) -> RuleSentence:
        words = self._words(rule)
        where = self._where(rule, words)
        details: tuple[str, ...] = ()
        if self._band not in CHILDREN:
            details = tuple(
                each.text
                for each in details_of(self._policy, rule)
                if each.vital or not _said(each.text, words)
            )
        level = look(self._level(rule), self._audience)
        whole = len(people) == len(self._people)
        who = None if whole else people_words(self._policy, people, self._people)
        return RuleSentence(
            rule.id,
            level,
            self._icon(rule) or level.icon,
            lines(words),
            capital(who) if who else None,
            where,
            details,
        )

    def _level(self, rule: Rule) -> Level:
        """Return a rule's level; small children are told what not to do, and of no law."""
        small = self._band is Band.EYFS_KS1 and rule.level is Level.ILLEGAL
        return Level.NOT_ALLOWED if small else rule.level

    def _words(self, rule: Rule) -> str:
        """Return a rule in the readers' words; if it has none, what is done with which thing."""
        own = rule.pupils.told(self._band) if self._band else None
        if own or rule.plain:
            return own or str(rule.plain)
        about = self._policy.get("things", rule.thing)
        if isinstance(about, Thing):
            doing = (DOING[each].format(thing=about.plain) for each in rule.function)
            return f"{capital(listed(list(doing)))}."
        return f"{getattr(about, 'title', about.id)}."

    def _where(self, rule: Rule, words: str) -> str | None:
        """Return where, when and on what occasion a rule holds, if its words do not say so."""
        found = []
        if rule.event:
            found.append(self._policy.find(Event, rule.event).title)
        if rule.zone:
            found.append(zone_words(self._policy, rule.zone))
        place = self._policy.find(Place, rule.place)
        # Children are told nothing of "the school's care": to them it is school.
        at_school = self._book.space.places.inside(SITE, place.id) and self._band in CHILDREN
        if place.within is not None and not at_school:
            found.append(place.title)
        time = self._policy.find(Time, rule.time)
        if time.within is not None:
            found.append(time_words(self._policy, rule.time))
        new = [inside(each) for each in found if not _said(each, words)]
        return capital(", ".join(new)) if new else None


def _said(sentence: str, words: str) -> bool:
    """Return True if every word and number of a sentence stands in other words already."""
    return set(_WORD.findall(sentence.lower())) <= set(_WORD.findall(words.lower()))
