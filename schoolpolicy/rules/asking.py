"""From everyday words to questions: `y6`, `phone`, `bus`, `film`, `monday 10:35`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from schoolpolicy.model.scope import AUDIENCE_GROUPS, Who
from schoolpolicy.model.vocabulary import Audience, Function
from schoolpolicy.rules.matching import Named, NoMatchError, meaning
from schoolpolicy.rules.moments import (
    ROOT,
    WEEK,
    BadMomentError,
    Calendar,
    Moment,
    read_moment,
)
from schoolpolicy.rules.people import YEAR
from schoolpolicy.rules.space import Question
from schoolpolicy.rules.words import audience_words, listed, years_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Space

T = TypeVar("T")

ANYWHERE = "anywhere"
_RANGE = re.compile(r"^y\d+-y\d+$")

EVERYDAY: Mapping[Function, tuple[str, ...]] = MappingProxyType(
    {
        Function.ANY: ("use", "have", "anything"),
        Function.BRING: ("bring in", "take in", "bring to school", "take to school"),
        Function.CARRY: ("keep", "wear", "have on me", "hold", "keep in bag", "keep in pocket"),
        Function.CALL: (
            "phone",
            "ring",
            "speak",
            "talk",
            "make a call",
            "phone home",
            "video call",
        ),
        Function.MESSAGE: ("text", "chat", "send a message", "send a text", "e-mail"),
        Function.PHOTOGRAPH: (
            "photo",
            "picture",
            "selfie",
            "snap",
            "take a photo",
            "take a picture",
            "take a selfie",
        ),
        Function.RECORD: (
            "film",
            "video",
            "make a film",
            "make a video",
            "take a video",
            "record sound",
            "record a lesson",
            "voice note",
        ),
        Function.TELL_TIME: ("time", "see the time", "look at the time", "clock"),
        Function.PAY: ("buy", "pay for lunch", "contactless"),
        Function.LISTEN: ("music", "listen to music", "play music", "headphones"),
        Function.MEDICAL: ("health", "medicine", "glucose", "blood sugar", "insulin", "diabetes"),
    }
)
"""What people call a use, beside its own name."""


@dataclass(frozen=True)
class Words:
    """A question as somebody puts it.

    Attributes:
        who: years, other cohorts and audiences, which narrow each other.
        thing: what it is about.
        doing: what it is used for.
        place: where.
        when: a named time, or a clock time, weekday or date.
        during: an event or a standing restriction.
        on: the day whose rules are wanted.
    """

    who: tuple[str, ...]
    thing: str
    doing: str | None = None
    place: str | None = None
    when: str | None = None
    during: str | None = None
    on: dt.date | None = None


@dataclass(frozen=True)
class Asked:
    """A question understood.

    Attributes:
        people: those of the school whom it is about.
        thing: the id of a thing or activity.
        function: what it is used for.
        place: the id of a place.
        time: the id of a named time.
        occasion: the id of an event or restriction, if there is one.
        day: the day whose rules are wanted.
        notes: what the asker should know about how the words were taken.
    """

    people: tuple[Person, ...]
    thing: str
    function: Function
    place: str
    time: str
    occasion: str | None
    day: dt.date
    notes: tuple[str, ...] = ()

    def question(self, person: Person) -> Question:
        """Return the question about one person."""
        return Question(person, self.thing, self.function, self.place, self.time, self.occasion)


class NotUnderstoodError(ValueError):
    """Raised when words of a question mean nothing, or several things; says all at once."""

    def __init__(self, troubles: Iterable[str]) -> None:
        self.troubles = tuple(troubles)
        super().__init__("\n".join(self.troubles))


def understand(policy: Policy, space: Space, words: Words) -> Asked:
    """Return the question that somebody puts in words.

    Args:
        policy: whose records the words are matched with.
        space: the policy's questions.
        words: the question.

    Raises:
        NotUnderstoodError: some words mean nothing here, or more than one thing.
    """
    return _Reader(policy, space, words).asked()


class _Reader:
    """Reads one question; collects what it cannot understand."""

    def __init__(self, policy: Policy, space: Space, words: Words) -> None:
        self.policy = policy
        self.space = space
        self.words = words
        self.troubles: list[str] = []

    def asked(self) -> Asked:
        """Return the question.

        Raises:
            NotUnderstoodError: some words mean nothing here, or more than one thing.
        """
        people = self._people()
        thing = self._meant("thing", self.words.thing, self._records("things", "activities"))
        function = self._meant("doing", self.words.doing, _uses()) or Function.ANY
        place = self._meant("place", self.words.place, self._records("places")) or ANYWHERE
        time, day = self._time()
        occasions = self._records("events", "restrictions")
        occasion = self._meant("during", self.words.during, occasions)
        if self.troubles or thing is None:
            raise NotUnderstoodError(self.troubles)
        notes: tuple[str, ...] = ()
        if function is not Function.ANY and function not in self.space.functions[thing]:
            title = getattr(self.policy.get("things", thing), "title", thing)
            notes = (
                f'"{function.value}" is not something that "{title}" can do: '
                "this answers for any use of it.",
            )
            function = Function.ANY
        return Asked(people, thing, function, place, time, occasion, day, notes)

    def _meant(self, option: str, asked: str | None, among: Sequence[Named[T]]) -> T | None:
        """Return what an option means; None, and a note of the trouble, if it means nothing."""
        if asked is None:
            return None
        try:
            return meaning(asked, among)
        except NoMatchError as problem:
            self.troubles.append(f"--{option}: {problem}")
            return None

    def _records(self, *subjects: str) -> list[Named[str]]:
        """Return the records of some subjects; those of the first come before the others.

        So "whatsapp" means messaging apps, not the activity "messaging on school devices".
        """
        return [
            _named(record, rank)
            for rank, subject in enumerate(subjects)
            for record in getattr(self.policy, subject)
        ]

    def _people(self) -> tuple[Person, ...]:
        """Return those of the school whom the question is about."""
        among = self._groups()
        meant = [
            group
            for asked in self.words.who
            for one in _years(asked)
            if (group := self._meant("who", one, among)) is not None
        ]
        if not meant and not self.troubles:
            self.troubles.append('--who: Say who, such as "y6" or "staff".')
        cohorts = tuple(each.cohort for each in meant if each.cohort)
        audiences = {each for group in meant if not group.cohort for each in group.audiences}
        titles = {each.id: each.title for each in self.policy.cohorts}
        absent = [titles[each] for each in cohorts if not self._found(Who(cohorts=(each,)))]
        found = self._found(Who(audience=tuple(audiences or Audience), cohorts=cohorts))
        if meant and (absent or not found):
            missing = listed(absent or [titles[each] for each in cohorts], last="or")
            names = [audience_words(self.policy, each) for each in Audience if each in audiences]
            among_whom = f" among {listed(names)}" if names and not absent else ""
            self.troubles.append(
                f"--who: {self.policy.school.name} has nobody in {missing}{among_whom}. "
                f"It has: {self._present()}."
            )
        return found

    def _found(self, who: Who) -> tuple[Person, ...]:
        return self.space.people.among(self.space.people.bits(who))

    def _groups(self) -> list[Named[_Group]]:
        """Return whom one can ask about: cohorts, audiences, and roles as their audience."""
        policy = self.policy
        return [
            *(Named(_Group((), each.id), each.id, each.title) for each in policy.cohorts),
            *(
                Named(_Group((each,)), each.value, audience_words(policy, each))
                for each in Audience
            ),
            *(Named(_Group(every), name, name) for name, every in AUDIENCE_GROUPS.items()),
            *(
                Named(
                    _Group((role.audience,)), role.id, role.title, tuple(filter(None, [role.short]))
                )
                for role in policy.roles
            ),
        ]

    def _present(self) -> str:
        """Return whom the school has, in words: years, other cohorts, audiences."""
        policy = self.policy
        there = {name for person in self.space.people.present for name in person.cohorts}
        years = [each.title for each in policy.cohorts if each.kind == YEAR and each.id in there]
        others = [each.title for each in policy.cohorts if each.kind != YEAR and each.id in there]
        audiences = [audience_words(policy, each) for each in Audience]
        return "; ".join([*([years_words(years, years)] if years else []), *others, *audiences])

    def _time(self) -> tuple[str, dt.date]:
        """Return the named time, and the day whose rules are wanted."""
        asked, day = self.words.when, self.words.on
        moment = Moment()
        times = self._records("times")
        if asked is not None:
            try:
                found = None if asked in {each.id for each in times} else read_moment(asked)
            except BadMomentError as problem:
                self.troubles.append(f"--when: {problem}")
                return ROOT, self.policy.day
            if found is None:
                return self._meant("when", asked, times) or ROOT, day or self.policy.day
            moment = found
        day = self._day(moment, day)
        calendar = Calendar(self.policy.times)
        return calendar.named(replace(moment, date=day)), day or self.policy.day

    def _day(self, moment: Moment, on: dt.date | None) -> dt.date | None:
        """Return the day that is asked about, if one is; note if two are."""
        if moment.date is not None and on is not None and moment.date != on:
            self.troubles.append(f"--on: {on} is not the day of --when, {moment.date}.")
        day = on or moment.date
        if day is not None and moment.weekday not in {None, WEEK[day.weekday()]}:
            is_a = WEEK[day.weekday()].value.capitalize()
            self.troubles.append(f"--on: {day} is a {is_a}, but --when says another day.")
        return day


@dataclass(frozen=True)
class _Group:
    """Whom a word means: some audiences, or a cohort."""

    audiences: tuple[Audience, ...]
    cohort: str = ""


def _years(asked: str) -> Iterable[str]:
    """Return the parts of what is asked; a range of years as its years."""
    for part in filter(None, map(str.strip, asked.split(","))):
        years = _RANGE.match(part.lower())
        yield from Who.model_validate({"cohorts": [years[0]]}).cohorts if years else (part,)


def _uses() -> list[Named[Function]]:
    return [Named(each, each.value, each.value, names) for each, names in EVERYDAY.items()]


def _named(record: Record, rank: int) -> Named[str]:
    title = str(getattr(record, "title", record.id))
    plain = getattr(record, "plain", None)
    names = (*([plain] if plain else []), *getattr(record, "keywords", ()))
    return Named(record.id, record.id, title, names, rank)
