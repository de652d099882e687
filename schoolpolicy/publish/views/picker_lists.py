"""The lists of the picker, from which people choose: who, what, where and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience, Band, Function
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.readers import reads
from schoolpolicy.publish.views.rule_words import time_words
from schoolpolicy.publish.views.setting_words import place_words
from schoolpolicy.publish.views.use_words import DO, is_activity, thing_words
from schoolpolicy.rules.main_place import main_place
from schoolpolicy.rules.words import inside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.response import Restriction
    from schoolpolicy.model.scope import Event, Place
    from schoolpolicy.publish.views.thing_groups import ThingGroup
    from schoolpolicy.rules.answer import RuleBook

CHILD = "child"
"""Who asks as a parent, for a child."""


@dataclass(frozen=True)
class Choice:
    """One entry of a list to choose from.

    Attributes:
        id: what it stands for.
        title: what people read.
        keywords: other words that it is found by.
        not_for: the age band that is not offered it when it asks for itself, if any.
    """

    id: str
    title: str
    keywords: str = ""
    not_for: str = ""


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


class Lists:
    """The lists of one policy."""

    def __init__(self, book: RuleBook) -> None:
        """Take the policy, and whom the school has."""
        self._book = book
        self._policy = book.policy
        self._present = book.people.present

    def who(self) -> Iterable[Choice]:
        """Yield who may ask."""
        words = self._policy.words
        parent = words.get("parent", "parent")
        present = {person.audience for person in self._present}
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

    def kinds(self) -> Iterable[Kind]:
        """Yield each kind of cohort of which somebody is in one."""
        for audience in Audience:
            mine = [each for each in self._present if each.audience is audience]
            inner = {name for person in mine for name in person.cohorts}
            cohorts = [each for each in self._policy.cohorts if each.id in inner]
            for kind in dict.fromkeys(each.kind for each in cohorts):
                named = [each for each in cohorts if each.kind == kind]
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

    def things(self, groups: Iterable[ThingGroup]) -> Iterable[ChoiceGroup]:
        """Yield all things and activities in groups."""
        for group in groups:
            yield ChoiceGroup(group.title, tuple(self._thing(name) for name in group.things))

    def functions(self) -> list[Function]:
        """Return what things can be used for, use in general first."""
        made_for = {each for found in self._book.space.functions.values() for each in found}
        return [each for each in Function if each is Function.ANY or each in made_for]

    def uses(self) -> Iterable[Choice]:
        """Yield the same as a list to choose from."""
        for each in self.functions():
            yield Choice(each.value, capital(DO[each].format(thing="it")))

    def places(self) -> Iterable[Choice]:
        """Yield the places."""
        for each in self._policy.places:
            yield Choice(each.id, self._place_title(each), " ".join(each.keywords))

    def times(self) -> Iterable[Choice]:
        """Yield the times."""
        for each in self._policy.times:
            title = capital(time_words(self._policy, each.id))
            yield Choice(each.id, title, " ".join(each.keywords))

    def occasions(self) -> tuple[Event | Restriction, ...]:
        """Return the occasions in the order in which the space of questions has them."""
        return (*self._policy.events, *self._policy.restrictions)

    def _thing(self, name: str) -> Choice:
        record = self._policy.subject("things")[name]
        words = (str(getattr(record, "title", "")), *getattr(record, "keywords", ()))
        title = capital(thing_words(self._policy, name, "you"))
        young = "" if self._read_by_youngest(name) else Band.EYFS_KS1.value
        return Choice(name, title, " ".join(words), young)

    def _read_by_youngest(self, thing: str) -> bool:
        """Tell whether the youngest may ask about a thing: activities are not all for them."""
        if not is_activity(self._policy, thing):
            return True
        about = self._book.space.things.line(thing)
        return any(
            reads(rule, Band.EYFS_KS1)
            for rule in self._book.rules
            if rule.thing in about and Audience.PUPILS in rule.who.audience
        )

    def _place_title(self, place: Place) -> str:
        """Return a place's title; that of the main one in everyday words before it."""
        if place.id != main_place(self._policy):
            return place.title
        return f"{capital(place_words(self._policy, place.id).strip())}: {inside(place.title)}"


def _a(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
