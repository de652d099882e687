"""From everyday words to questions: `y6`, `phone`, `bus`, `film`, `monday 10:35`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.response import Restriction
from schoolpolicy.model.vocabulary import Function
from schoolpolicy.rules.asked_people import asked_people
from schoolpolicy.rules.asked_time import asked_time
from schoolpolicy.rules.everyday import EVERYDAY
from schoolpolicy.rules.main_place import main_place
from schoolpolicy.rules.matching import Named, named_records
from schoolpolicy.rules.space import Question
from schoolpolicy.rules.troubles import Troubles
from schoolpolicy.rules.words import audiences_words, people_words, title_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Space
    from schoolpolicy.rules.troubles import Trouble


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
        placed: False if the asker named no place, so that school is meant.
    """

    people: tuple[Person, ...]
    thing: str
    function: Function
    place: str
    time: str
    occasion: str | None
    day: dt.date
    notes: tuple[str, ...] = ()
    placed: bool = True

    def question(self, person: Person) -> Question:
        """Return the question about one person."""
        return Question(person, self.thing, self.function, self.place, self.time, self.occasion)


class NotUnderstoodError(ValueError):
    """Raised when words of a question mean nothing, or several things; says all at once."""

    def __init__(self, troubles: Iterable[Trouble]) -> None:
        self.troubles = tuple(troubles)
        super().__init__("\n".join(each.text for each in self.troubles))


def understand(policy: Policy, space: Space, words: Words) -> Asked:
    """Return the question that somebody puts in words.

    Args:
        policy: whose records the words are matched with.
        space: the policy's questions.
        words: the question.

    Raises:
        NotUnderstoodError: some words mean nothing here, or more than one thing.
    """
    places, times = named_records(policy, "places"), named_records(policy, "times")
    occasions = named_records(policy, "events", "restrictions")
    things = named_records(policy, "things", "activities")
    troubles = Troubles({"thing": things, "place": places, "when": times, "during": occasions})
    people = asked_people(policy, space.people, words.who, troubles)
    thing = troubles.meant("thing", words.thing, things)
    function = troubles.meant("doing", words.doing, _uses()) or Function.ANY
    place = troubles.meant("place", words.place, places) or main_place(policy)
    time, day, notes = asked_time(policy, words.when, words.on, troubles)
    occasion = troubles.meant("during", words.during, occasions)
    if occasion is not None:
        people, left_out = _restricted(policy, space, people, occasion, troubles)
        notes += left_out
    if troubles.told or thing is None:
        raise NotUnderstoodError(troubles.told)
    if function is not Function.ANY and function not in space.functions[thing]:
        notes += (
            f'"{function.value}" is not something that "{title_of(policy, "things", thing)}" '
            "can do: this answers for any use of it.",
        )
        function = Function.ANY
    placed = words.place is not None
    return Asked(people, thing, function, place, time, occasion, day, notes, placed)


def _restricted(
    policy: Policy, space: Space, people: tuple[Person, ...], occasion: str, troubles: Troubles
) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Return those who can be under a restriction, and a note of those left out.

    Anybody can be at an event.
    """
    if occasion not in policy.subject("restrictions"):
        return people, ()
    restriction = policy.find(Restriction, occasion)
    can_be = set(space.people.among(space.people.bits(restriction.who)))
    kept = tuple(each for each in people if each in can_be)
    if len(kept) == len(people):
        return people, ()
    some = " (some of them)" if restriction.who.cohorts else ""
    only = f'"{restriction.title}" is only for {audiences_words(policy, restriction.who)}{some}'
    if not kept:
        troubles.add("during", f"{only}.")
        return (), ()
    left_out = [each for each in people if each not in can_be]
    return kept, (f"{only}, not for {people_words(policy, left_out, space.people.present)}.",)


def _uses() -> list[Named[Function]]:
    return [Named(each, each.value, each.value, names) for each, names in EVERYDAY.items()]
