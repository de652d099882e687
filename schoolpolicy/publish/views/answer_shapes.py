"""The shapes of a page of answers: its sections, their entries, and what an entry says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from schoolpolicy.rules.space import Question

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.vocabulary import Audience, Function
    from schoolpolicy.publish.views.levels import LevelLook
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Setting


@dataclass(frozen=True)
class Saying:
    """Words for some readers: pupils of some age bands, or, with no `who`, everybody."""

    who: str | None
    text: str


@dataclass(frozen=True)
class After:
    """What happens if a rule is not kept.

    Attributes:
        response: the ladder.
        about: what was done, where that decides which ladder it is.
        sayings: what it says.
    """

    response: str
    about: str | None
    sayings: tuple[Saying, ...]


class Size(StrEnum):
    """How much of an answer is shown.

    A rule is told in full once: on the page of its own thing, to the first audience there.
    """

    FULL = "full"
    SHORT = "short"
    """The rule is about a wider thing, whose page tells the rest."""
    LINE = "line"
    """The page has told it already: to another audience, or for another use or place."""


@dataclass(frozen=True)
class Asked:
    """What an entry answers: its rule wins for each of these people and uses there.

    Attributes:
        people: who asks.
        thing: what it is about.
        functions: what they would do with it.
        setting: where, when and on what occasion.
    """

    people: tuple[Person, ...]
    thing: str
    functions: tuple[Function, ...]
    setting: Setting

    @property
    def first(self) -> Question:
        """One of the questions, in whose words all of them are asked."""
        return next(self.questions())

    def questions(self) -> Iterator[Question]:
        """Yield each question."""
        for person in self.people:
            for function in self.functions:
                yield Question(person, self.thing, function, *self.setting)


@dataclass(frozen=True)
class Entry:
    """One answer.

    Attributes:
        id: its address on its page.
        rule: the rule that answers.
        asked: what it answers.
        question: what is asked, in everyday words.
        sentence: the answer.
        brief: the answer, to be read right after the question: no more than that needs.
        but: where and when, within what was asked, other answers come first.
        look: the level.
        sayings: the rule in plain words.
        needs: what must be there before the rule lets somebody.
        details: what else the rule adds, as short sentences.
        wider: how much further it holds than where it was asked for, if it does.
        after: what happens if it is not kept.
        size: how much of it is shown; the rest is where the rule is told first.
        begins: from when it holds, if that is still to come.
        ends: the last day on which it holds.
    """

    id: str
    rule: Rule
    asked: Asked
    question: str
    sentence: str
    brief: str
    but: str | None
    look: LevelLook
    sayings: tuple[Saying, ...]
    needs: tuple[str, ...]
    details: tuple[str, ...]
    wider: str | None
    after: tuple[After, ...]
    size: Size
    begins: dt.date | None
    ends: dt.date | None


@dataclass(frozen=True)
class Section:
    """The answers for some people.

    Attributes:
        id: its address on its page.
        title: who they are.
        audiences: the same, as rules name them.
        entries: the answers.
        gap: what is said where no rule answers; None where one always does.
    """

    id: str
    title: str
    audiences: tuple[Audience, ...]
    entries: tuple[Entry, ...]
    gap: str | None

    @property
    def runs(self) -> tuple[tuple[Entry, ...], ...]:
        """The answers in their order, those told in full together and the others together."""
        grouped = groupby(self.entries, key=lambda each: each.size is Size.FULL)
        return tuple(tuple(entries) for _, entries in grouped)
