"""What an answer depends on: at which places, times and events it is another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import Event, Place
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.publish.views.levels import look
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.rule_words import rule_details, time_words, zone_words
from schoolpolicy.rules.space import Setting, Use
from schoolpolicy.rules.words import inside, listed, people_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from schoolpolicy.model.grid import GridRow
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.vocabulary import Audience
    from schoolpolicy.rules.about import About
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.people import Person

SHOWN = 3
"""How many lines a cell has room for."""


@dataclass(frozen=True)
class Depends:
    """What a cell says beside its answer.

    Attributes:
        lines: "In the common room: allowed at lunch", the first few.
        more: the rule behind the first line that there is no room for.
        events: "During an exam: not allowed". They are rare, so they stand with the reasons.
    """

    lines: tuple[str, ...] = ()
    more: str | None = None
    events: tuple[str, ...] = ()


class Particulars:
    """Finds, for the rows of one grid, the more particular rules within them."""

    def __init__(self, book: RuleBook, rows: Sequence[GridRow]) -> None:
        """Learn which rows there are: what has a row of its own is not told twice."""
        self._book = book
        self._policy = book.policy
        self._rows = rows
        self._areas: dict[tuple[str, str], int] = {}
        self._winning: dict[str, dict[str, set[str]]] = {}
        self._order = {each.id: number for number, each in enumerate(self._policy.rules)}

    def of(self, row: GridRow, rule: Rule, people: Sequence[Person]) -> Depends:
        """Return what the answer of a row depends on.

        Args:
            row: the question.
            rule: its answer.
            people: those to whom the rule answers.
        """
        told = self._told(row)
        found: dict[tuple[bool, str, str], tuple[Rule, dict[Person, None]]] = {}
        for person, others in self._within(row, people).items():
            for other in sorted(others.values(), key=lambda each: self._order[each.id]):
                if other.verdict == rule.verdict or other.id in told:
                    continue
                setting = self._setting(other, row)
                if setting:  # else the rules disagree, which is an error and no exception
                    answer = self._answer(other, rule, person.audience)
                    key = (other.event is not None, setting, answer)
                    found.setdefault(key, (other, {}))[1][person] = None
        same: dict[tuple[bool, str | None, str], list[str]] = {}
        behind: dict[tuple[bool, str | None, str], str] = {}
        for (on_event, setting, answer), (other, mine) in found.items():
            who = people_words(self._policy, mine, people) if len(mine) < len(people) else None
            same.setdefault((on_event, who, answer), []).append(setting)
            behind.setdefault((on_event, who, answer), other.id)
        lines = {
            key: f"{capital(listed(settings))}{f' ({key[1]})' if key[1] else ''}: {key[2]}."
            for key, settings in same.items()
        }
        usual = [key for key in lines if not key[0]]
        return Depends(
            tuple(lines[key] for key in usual[:SHOWN]),
            behind[usual[SHOWN]] if len(usual) > SHOWN else None,
            tuple(line for key, line in lines.items() if key[0]),
        )

    def _within(self, row: GridRow, people: Sequence[Person]) -> dict[Person, dict[str, Rule]]:
        """Return the rules that answer somewhere within a row, for each of some people."""
        everybody = self._book.people
        found: dict[Person, dict[str, Rule]] = {person: {} for person in people}
        for some, _, answer in self._about(row).answers(
            everybody.together(people), self._area(row)
        ):
            if answer.rule is not None:
                for person in everybody.among(some):
                    found[person][answer.rule.id] = answer.rule
        return found

    def _setting(self, rule: Rule, row: GridRow) -> str:
        """Return where, when and on what occasion a rule holds, as far as the row does not say."""
        found = []
        if rule.event is not None:
            found.append(self._policy.find(Event, rule.event).title)
        if rule.zone is not None:
            found.append(zone_words(self._policy, rule.zone))
        space = self._book.space
        if rule.place != row.place and space.places.inside(rule.place, row.place):
            found.append(self._policy.find(Place, rule.place).title)
        if rule.time != row.time and space.times.inside(rule.time, row.time):
            found.append(time_words(self._policy, rule.time, clocks=False))
        return ", ".join(inside(each) for each in found)

    def _answer(self, rule: Rule, usual: Rule, audience: Audience) -> str:
        if rule.level is Level.SET_TIMES:
            times = [time_words(self._policy, each, clocks=False) for each in rule.at]
            return f"allowed {listed(times)}"
        if rule.by and rule.level is usual.level:  # it is somebody else who permits or watches
            return inside(rule_details(self._policy, rule)[0]).removesuffix(".")
        return inside(look(rule.level, audience).word)

    def _told(self, row: GridRow) -> set[str]:
        """Return the rules that answer another row about the same use."""
        use = f"{row.thing} {row.function}"
        if use not in self._winning:
            self._winning[use] = {
                each.id: self._answers(each)
                for each in self._rows
                if (each.thing, each.function) == (row.thing, row.function)
            }
        return {
            rule for other, rules in self._winning[use].items() if other != row.id for rule in rules
        }

    def _answers(self, row: GridRow) -> set[str]:
        about, setting = self._about(row), Setting(row.place, row.time)
        answers = (about.answer(each, setting) for each in self._book.people.present)
        return {answer.rule.id for answer in answers if answer.rule is not None}

    def _about(self, row: GridRow) -> About:
        return self._book.about(Use(row.thing, row.function))

    def _area(self, row: GridRow) -> int:
        """Return all settings within a row's place and time, on every event and without one."""
        key = (row.place, row.time)
        if key not in self._areas:
            space = self._book.space
            occasions: Mapping[str, object] = self._policy.subject("events")
            self._areas[key] = sum(
                1 << number
                for number, setting in enumerate(space.settings)
                if (setting.occasion is None or setting.occasion in occasions)
                and space.places.inside(setting.place, row.place)
                and space.times.inside(setting.time, row.time)
            )
        return self._areas[key]
