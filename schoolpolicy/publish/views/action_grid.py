"""Which action follows which breach: a row for each ladder, a column for each action, ticks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.response import Counted
from schoolpolicy.model.role import Role
from schoolpolicy.publish.views.phrases import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.response import Response, ResponseStep
    from schoolpolicy.publish.views.responses import Group

TALK = "A talk or a task, at once"
MEASURE = "Something kept or limited for a time"
POLICE = "Police"
OTHERS = "Another service"
EVERYBODY = "staff"
"""The role of all who work in the school: whoever sees a breach begins, so it says nothing."""
_FEW = 2
"""A role that is ticked in fewer rows has no column of its own."""
_ENDINGS: Mapping[int, str] = MappingProxyType({1: "st", 2: "nd", 3: "rd"})


@dataclass(frozen=True)
class ActionRow:
    """One kind of breach: from when each action follows, in the order of the columns.

    An action that does not follow has an empty text.
    """

    response: Response
    ticks: tuple[str, ...]
    also: tuple[str, ...]
    """Roles without a column that act or are told as well."""


@dataclass(frozen=True)
class ActionGrid:
    """The breaches of one group of people, and what may follow."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[ActionRow, ...]


def action_grid(policy: Policy, group: Group) -> ActionGrid:
    """Return the table of one group of ladders.

    Nothing is written twice: each tick stands for a step that takes or limits something, has
    a role act or be told, or sends people to a service. The role that is ticked in most rows
    comes first.
    """
    found = [(each.response, _actions(policy, each.response)) for each in group.ladders]
    counts = Counter(action for _, ticks in found for action in ticks)
    fixed = (TALK, MEASURE)
    last = (POLICE, OTHERS)
    roles = [each for each, count in counts.most_common() if count >= _FEW]
    columns = (
        *(each for each in fixed if counts[each]),
        *(each for each in roles if each not in {*fixed, *last}),
        *(each for each in last if counts[each]),
    )
    return ActionGrid(
        id=group.id,
        title=group.title,
        columns=columns,
        rows=tuple(
            ActionRow(
                response=response,
                ticks=tuple(ticks.get(each, "") for each in columns),
                also=tuple(each for each in ticks if each not in columns),
            )
            for response, ticks in found
        ),
    )


def _actions(policy: Policy, response: Response) -> dict[str, str]:
    """Return each action of a ladder with the words for when it first follows."""
    steps: dict[str, list[ResponseStep]] = {}
    for step in response.ladder:
        for action in dict.fromkeys(_of_step(policy, step)):
            steps.setdefault(action, []).append(step)
    return {action: _when(response, where) for action, where in steps.items()}


def _of_step(policy: Policy, step: ResponseStep) -> Iterator[str]:
    yield MEASURE if step.lasts else TALK
    for role in (step.by, *step.tell):
        if role != EVERYBODY:
            yield capital(policy.find(Role, role).title)
    for contact in step.contacts:
        yield POLICE if contact.startswith("police-") else OTHERS


def _when(response: Response, steps: list[ResponseStep]) -> str:
    if response.counted is Counted.CASES:
        return "always" if len(steps) == len(response.ladder) else "some cases"
    number = response.number(steps[0])
    if response.counted is Counted.POINTS:
        return "1 point" if number == 1 else f"{number} points"
    return f"{number}{_ENDINGS.get(number, 'th')} time"
