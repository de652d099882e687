"""What the picker on the site looks answers up in: every answer, worked out beforehand.

The picker holds no rules and decides nothing: `picker_table` says which rule answers, and
`picker_rules` what it says. Sentences are patterns of `answer_words`; the picker fills their
slots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.response import Response
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.answer_words import NO_ANSWER
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.picker_lists import Choice, ChoiceGroup, Kind, Lists
from schoolpolicy.publish.views.picker_rules import RULE, RuleTexts
from schoolpolicy.publish.views.picker_table import NONE, Pool, Table
from schoolpolicy.publish.views.setting_words import joined, place_words, time_of_day
from schoolpolicy.publish.views.use_words import DO, DO_ACTIVITY, is_activity, thing_words
from schoolpolicy.rules.main_place import main_place
from schoolpolicy.rules.space import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from schoolpolicy.publish.views.can_i import Answers
    from schoolpolicy.rules.space import Use


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


def picker(answers: Answers, response_link: Callable[[str], str | None]) -> Picker:
    """Work out the picker of one policy.

    Args:
        answers: all answers.
        response_link: gives the address of a ladder of responses.
    """
    lists = Lists(answers.book)
    return Picker(
        who=tuple(lists.who()),
        kinds=tuple(lists.kinds()),
        things=tuple(lists.things(answers.groups())),
        functions=tuple(lists.uses()),
        places=tuple(lists.places()),
        times=tuple(lists.times()),
        occasions=tuple(Choice(each.id, each.title) for each in lists.occasions()),
        place=main_place(answers.policy),
        looks=tuple(
            (name, look(level, audience))
            for level in Level
            for name, audience in (
                (level.value, Audience.PUPILS),
                (f"{level.value}-adult", Audience.STAFF),
            )
        ),
        data=_Data(answers, lists, response_link).data(),
    )


class _Data:
    """Makes what the script reads."""

    def __init__(
        self, answers: Answers, lists: Lists, response_link: Callable[[str], str | None]
    ) -> None:
        self._answers = answers
        self._policy = answers.policy
        self._space = answers.space
        self._present = answers.book.people.present
        self._lists = lists
        self._response_link = response_link
        self._ladders = Pool()
        self._after = Pool()

    def data(self) -> dict[str, Any]:
        policy, space = self._policy, self._space
        table = Table(space, self._answers.book.regions)
        texts = RuleTexts(policy, space)
        uses: dict[str, dict[str, list[int]]] = {}
        for use, row in table.uses.items():
            uses.setdefault(use.thing, {})[use.function.value] = [row, self._after_row(use)]
        return {
            "people": [[each.audience, *sorted(each.cohorts)] for each in self._present],
            "bands": self._bands(),
            "sides": [
                [each or "" for each in space.occasions],
                list(space.places),
                list(space.times),
            ],
            "uses": uses,
            "rows": table.rows.values,
            "lines": table.lines.values,
            "blocks": table.blocks.values,
            "rule": RULE,
            "levels": [each.value for each in Level],
            "rules": [texts.rule(policy.find(Rule, name)) for name in table.rules.values],
            "ladders": [
                texts.ladder(policy.find(Response, name), self._response_link(name))
                for name in self._ladders.values
            ],
            "after": self._after.values,
            "texts": texts.texts.values,
            "patterns": texts.patterns.values,
            "none": NO_ANSWER,
            "do": {each.value: DO[each] for each in self._lists.functions()},
            "activity": DO_ACTIVITY,
            "things": {name: self._thing(name) for name in space.things},
            "places": [place_words(policy, each) for each in space.places],
            "brought": [place_words(policy, each, Function.BRING) for each in space.places],
            "times": [time_of_day(policy, each) for each in space.times],
            "occasions": ["", *(joined(each.title) for each in self._lists.occasions())],
        }

    def _thing(self, thing: str) -> list[Any]:
        """Return what a thing is called, also of a child if not the same; and its kind."""
        yours, theirs = (thing_words(self._policy, thing, each) for each in ("you", "your child"))
        names = [yours] if yours == theirs else [yours, theirs]
        return [names, int(is_activity(self._policy, thing))]

    def _bands(self) -> list[str]:
        """Return the age band of each person; nothing for adults."""
        bands = {each.id: each.band for each in self._policy.cohorts}
        return [
            next((band for name in each.cohorts if (band := bands[name])), "")
            for each in self._present
        ]

    def _after_row(self, use: Use) -> int:
        """Return the number of a row: which ladder follows, for each person."""
        row = []
        for person in self._present:
            responses = self._answers.ladders.responses(Question(person, *use))
            row.append(self._ladders.number(responses[0].id) if responses else NONE)
        return self._after.number(tuple(row))
