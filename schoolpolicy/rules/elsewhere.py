"""Where and when the answer to a question is another one.

What the asker left open is looked through: all places, if no place was named, and the times
within the one that was asked about. Only the widest settings are told: if the answer is another
one on trips, nothing is said of overnight trips, unless it is yet another one there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.rules.space import Setting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from schoolpolicy.model.rule import Binding, Verdict
    from schoolpolicy.rules.answer import Answer, RuleBook
    from schoolpolicy.rules.asking import Asked
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Question


class _Decision(NamedTuple):
    """What an answer comes down to, whichever rule gives it."""

    verdict: Verdict | None
    conflict: bool
    needs: bool
    strength: Binding | None


@dataclass(frozen=True)
class Elsewhere:
    """Settings with one and the same answer, which is not the one that was asked for.

    Attributes:
        people: whose answer it is.
        settings: where and when.
        question: the question about the first of them in the first of the settings.
        answer: the rules that win there.
    """

    people: tuple[Person, ...]
    settings: tuple[Setting, ...]
    question: Question
    answer: Answer


def elsewhere(book: RuleBook, asked: Asked, people: Iterable[Person]) -> tuple[Elsewhere, ...]:
    """Return where and when some people have another answer, the widest settings first.

    Args:
        book: the rules.
        asked: the question.
        people: those of whom it is asked; each is compared with the answer of their own.
    """
    settings = _open_settings(book, asked)
    whose: dict[tuple[_Decision, Setting], list[Person]] = {}
    for person in people:
        for setting, decision in _Listing(book, asked.question(person)).told(settings).items():
            whose.setdefault((decision, setting), []).append(person)
    groups: dict[tuple[_Decision, tuple[Person, ...]], list[Setting]] = {}
    for (decision, setting), mine in whose.items():
        groups.setdefault((decision, tuple(mine)), []).append(setting)
    found = []
    for (_, persons), there in groups.items():
        place, time, occasion = there[0]
        question = replace(asked.question(persons[0]), place=place, time=time, occasion=occasion)
        found.append(Elsewhere(persons, tuple(there), question, book.answer(question)))
    # What holds "anywhere else" is understood only after the other places.
    return tuple(
        sorted(found, key=lambda each: each.settings[0] == Setting(occasion=asked.occasion))
    )


def _open_settings(book: RuleBook, asked: Asked) -> list[Setting]:
    """Return the settings that the asker left open, each after all that it lies within."""
    places, times = book.space.places, book.space.times
    return sorted(
        (
            Setting(place, time, asked.occasion)
            for place in places
            for time in times
            if times.inside(time, asked.time)
            and (not asked.placed or places.inside(place, asked.place))
        ),
        key=lambda each: len(places.line(each.place)) + len(times.line(each.time)),
    )


class _Listing:
    """What one person is told of settings beside the one that was asked about."""

    def __init__(self, book: RuleBook, question: Question) -> None:
        """Begin with the answer that was asked for."""
        self._places, self._times = book.space.places, book.space.times
        self._about = book.about(question.use)
        self._question = question

    def told(self, settings: Sequence[Setting]) -> dict[Setting, _Decision]:
        """Return the settings to tell, with what is decided there.

        A setting of which every innermost place is told of, too, is no place where anybody can
        be: without it, there may be less to tell.
        """
        told = self._told(settings)
        bare = {each for each in told if self._bare(each, told)}
        if bare:
            return self.told([each for each in settings if each not in bare])
        del told[self._question.setting]
        return told

    def _told(self, settings: Iterable[Setting]) -> dict[Setting, _Decision]:
        """Return the settings whose closest ones told before do not say the same."""
        first = self._decision(self._question.setting)
        told = {self._question.setting: first}
        for setting in settings:
            closest = [told[each] for each in self._closest(setting, told)] or [first]
            if setting not in told and (decision := self._decision(setting)) not in closest:
                told[setting] = decision
        return told

    def _bare(self, setting: Setting, told: Collection[Setting]) -> bool:
        leaves = self._places.leaves(setting.place)
        return setting != self._question.setting and all(
            setting not in self._closest(setting._replace(place=leaf), told) for leaf in leaves
        )

    def _closest(self, setting: Setting, told: Iterable[Setting]) -> list[Setting]:
        around = [each for each in told if self._inside(setting, each)]
        return [
            each
            for each in around
            if not any(other != each and self._inside(other, each) for other in around)
        ]

    def _inside(self, inner: Setting, outer: Setting) -> bool:
        return self._places.inside(inner.place, outer.place) and self._times.inside(
            inner.time, outer.time
        )

    def _decision(self, setting: Setting) -> _Decision:
        return _decision(self._about.answer(self._question.person, setting))


def _decision(answer: Answer) -> _Decision:
    rule = answer.rule
    if rule is None:
        return _Decision(None, conflict=False, needs=False, strength=None)
    return _Decision(rule.verdict, answer.is_conflict, bool(rule.needs), rule.strength)
