"""What happens when rules are broken: ladders as tables and steps, and standing restrictions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.incident import Incident
from schoolpolicy.model.response import Counted, CountPeriod, Until
from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.publish.views.phrases import capital, nth
from schoolpolicy.publish.views.role_words import somebody, the_one
from schoolpolicy.rules.words import audience_words, inside, people_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.response import Lasting, Response, ResponseStep, Restriction
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.answer import RuleBook

COLUMNS = ("First time", "Second time", "Third time and after")
"""The heads of the columns for ladders that count times."""

_UNTIL: Mapping[Until, str] = MappingProxyType(
    {
        Until.END_OF_LESSON: "until the end of the lesson",
        Until.END_OF_DAY: "until the end of the day",
        Until.HALF_TERM: "until half-term",
        Until.END_OF_TERM: "until the end of term",
        Until.COLLECTED: "until {collector} collects it",
        Until.MEETING: "until we have met",
        Until.INVESTIGATED: "until the facts are known",
    }
)
_PERIODS: Mapping[CountPeriod, str] = MappingProxyType(
    {
        CountPeriod.HALF_TERM: "The count begins again each half-term.",
        CountPeriod.TERM: "The count begins again each term.",
        CountPeriod.SCHOOL_YEAR: "The count begins again each school year.",
        CountPeriod.NEVER: "The count does not begin again.",
    }
)


@dataclass(frozen=True)
class StepView:
    """One step of a ladder in words.

    Attributes:
        step: what happens, and who acts, is told and writes it down.
        when: when it is reached: `First time`, `From 3 points`, or the case.
        headline: its first sentence, for a table beside which all of it stands.
        lasts: how long it lasts, as it stands alone; empty if it is done at once.
        collector: who may fetch what was kept; empty if `lasts` says so, or nothing was.
        log: where it is written down, in the middle of a sentence.
    """

    step: ResponseStep
    when: str
    headline: str
    lasts: str
    collector: str
    log: str


@dataclass(frozen=True)
class Cell:
    """One cell of a table row: a step, or all steps of a ladder that does not count times."""

    span: int
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class LadderView:
    """One ladder.

    Attributes:
        response: the record.
        whom: the people it is for, in the middle of a sentence.
        steps: its steps, in order.
        cells: the same for a row of the table.
        again: when the count begins again; empty where nothing is counted.
        counts: the titles of ladders whose breaches it counts together, by id.
    """

    response: Response
    whom: str
    steps: tuple[StepView, ...]
    cells: tuple[Cell, ...]
    again: str
    counts: tuple[tuple[str, str], ...]

    @property
    def brief(self) -> tuple[StepView, ...]:
        """Where it begins and where it ends; all of it where the steps are no sequence."""
        if self.response.counted == "cases" or len(self.steps) < 3:
            return self.steps
        return (self.steps[0], self.steps[-1])


@dataclass(frozen=True)
class Group:
    """The ladders of one group of people."""

    id: str
    title: str
    ladders: tuple[LadderView, ...]


@dataclass(frozen=True)
class RestrictionView:
    """One standing restriction: how long it lasts at most, and the rules that it brings."""

    restriction: Restriction
    lasts: str
    rules: tuple[Rule, ...]


def response_groups(book: RuleBook) -> tuple[Group, ...]:
    """Return the ladders for the people whom the school has: pupils, staff, other adults."""
    found: dict[str, list[LadderView]] = {}
    for response in book.policy.responses:
        people = book.people.among(book.people.bits(response.who))
        if people:
            whom = people_words(book.policy, people, book.people.present)
            ladder = _ladder(book.policy, response, whom)
            found.setdefault(_group(response), []).append(ladder)
    titles = {
        "pupils": capital(audience_words(book.policy, Audience.PUPILS)),
        "staff": capital(audience_words(book.policy, Audience.STAFF)),
        "adults": "Other adults",
        "everyone": "Everybody",
    }
    return tuple(
        Group(name, title, tuple(found[name])) for name, title in titles.items() if name in found
    )


def stops(policy: Policy) -> tuple[Incident, ...]:
    """Return the incidents that come before any ladder, the most frequent first."""
    counts = Counter(stop.incident for each in policy.responses for stop in each.stop_if)
    return tuple(policy.find(Incident, name) for name, _ in counts.most_common())


def restriction_views(book: RuleBook) -> tuple[RestrictionView, ...]:
    """Return the standing restrictions for people whom the school has, with their rules."""
    return tuple(
        RestrictionView(
            restriction=each,
            lasts=capital(lasting_words(book.policy, each.at_most)),
            rules=tuple(rule for rule in book.rules if rule.restriction == each.id),
        )
        for each in book.policy.restrictions
        if book.people.among(book.people.bits(each.who))
    )


def lasting_words(policy: Policy, lasting: Lasting, collected_by: str | None = None) -> str:
    """Return a length: `for 5 school days`, `until half-term, for at least 5 school days`."""
    if lasting.hours is not None:
        return f"for {_number(lasting.hours, 'hour')}"
    if lasting.until is None:
        return f"for {_number(lasting.school_days or 0, 'school day')}"
    collector = _collector(policy, collected_by) if collected_by else "its owner"
    words = _UNTIL[lasting.until].format(collector=collector)
    if lasting.at_least is not None:
        words += f", for at least {_number(lasting.at_least, 'school day')}"
    return words


def _group(response: Response) -> str:
    audiences = set(response.who.audience)
    for audience in (Audience.PUPILS, Audience.STAFF):
        if audiences == {audience}:
            return audience.value
    return "everyone" if Audience.PUPILS in audiences else "adults"


def _ladder(policy: Policy, response: Response, whom: str) -> LadderView:
    ladder = response.ladder
    steps = tuple(
        _step(policy, response, step, last=number == len(ladder))
        for number, step in enumerate(ladder, start=1)
    )
    titles = {each.id: each.title for each in policy.responses}
    return LadderView(
        response=response,
        whom=whom,
        steps=steps,
        cells=_cells(response, steps),
        again="" if response.counted is Counted.CASES else _PERIODS[response.per],
        counts=tuple((each, titles[each]) for each in response.counts if each in titles),
    )


def _step(policy: Policy, response: Response, step: ResponseStep, *, last: bool) -> StepView:
    lasts = lasting_words(policy, step.lasts, step.collected_by) if step.lasts else ""
    said = step.lasts is not None and step.lasts.until is Until.COLLECTED
    collector = step.collected_by and not said and _collector(policy, step.collected_by)
    return StepView(
        step=step,
        when=_when(response, step, last=last),
        headline=_headline(step),
        lasts=capital(lasts),
        collector=capital(collector or ""),
        log=inside(step.log),
    )


def _headline(step: ResponseStep) -> str:
    first, more, _ = step.text.partition(". ")
    return f"{first}." if more else first


def _when(response: Response, step: ResponseStep, *, last: bool) -> str:
    if response.counted is Counted.CASES:
        return step.case or ""
    number = response.number(step)
    if response.counted is Counted.POINTS:
        return f"From {_number(number, 'point')}"
    which = capital(nth(number).removeprefix("The "))
    return f"{which} and after" if last else which


def _cells(response: Response, steps: tuple[StepView, ...]) -> tuple[Cell, ...]:
    """Return the cells of a row: one for each column, the last step up to the end."""
    width = len(COLUMNS)
    if response.counted is not Counted.TIMES:
        return (Cell(width, steps),)
    columns = [min(response.number(view.step), width) - 1 for view in steps]
    starts = sorted({0, *columns})
    ends = (*starts[1:], width)
    return tuple(
        Cell(
            end - start,
            tuple(view for view, column in zip(steps, columns, strict=True) if column == start),
        )
        for start, end in zip(starts, ends, strict=True)
    )


def _collector(policy: Policy, role: str) -> str:
    """Return who fetches something: one of the parents, or whoever has a role."""
    return somebody(policy, role) if role == "parents" else the_one(policy, role)


def _number(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
