"""Finds questions that no rule answers, and blames whoever opened the gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import named
from schoolpolicy.checks.sense.sides import outermost, questions, since_words
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Audience, Severity
from schoolpolicy.rules.space import Scope, bits
from schoolpolicy.rules.survey import Region, example
from schoolpolicy.rules.words import audience_words, listed, question_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from schoolpolicy.checks.lost import Lost
    from schoolpolicy.checks.surveyed import Surveyed
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.people import Person


def check_gaps(
    surveys: Iterable[Surveyed],
    places: Mapping[tuple[str, str], Place],
    lost: Callable[[], Sequence[Lost]],
) -> Iterator[Finding]:
    """Yield an error for each rule whose loss left questions without an answer.

    What no such rule answered is told with the thing that it is about.

    Args:
        surveys: all questions.
        places: where each record stands.
        lost: returns the rules that a school removed, narrowed or let end. It is called only
            where there are gaps.
    """
    told: set[tuple[str, Person]] = set()
    blamed: set[Place] = set()
    for each in surveys:
        gaps = [region for region in each.regions if region.answer.is_gap]
        for rule in lost() if gaps else ():
            opened, gaps = _carved(gaps, each.book.space.of_rule(rule.before))
            if opened and rule.place not in blamed:
                blamed.add(rule.place)
                yield _blame(each, rule, opened)
        yield from _by_thing(each, gaps, places, told)


def _carved(gaps: Iterable[Region], scope: Scope) -> tuple[list[Region], list[Region]]:
    """Part questions into those that a rule was about and the others."""
    within: list[Region] = []
    beyond: list[Region] = []
    for region in gaps:
        people, uses, settings = region.scope
        shared = Scope(people & scope.people, uses & scope.uses, settings & scope.settings)
        if shared.empty:
            beyond.append(region)
            continue
        within.append(Region(shared, region.answer))
        rest = (
            Scope(people & ~scope.people, uses, settings),
            Scope(shared.people, uses & ~scope.uses, settings),
            Scope(shared.people, shared.uses, settings & ~scope.settings),
        )
        beyond += [Region(each, region.answer) for each in rest if not each.empty]
    return within, beyond


def _blame(surveyed: Surveyed, rule: Lost, opened: Sequence[Region]) -> Finding:
    """Return the one finding for all that a lost rule answered."""
    book = surveyed.book
    things = list(_things(book, opened))
    count = sum(region.size for region in opened)
    asked = question_words(book.policy, example(book.space, opened[0]))
    what, undo = rule.words(book.day, book.policy.day)
    number = f"{len(things)} things" if things[1:] else "1 thing"
    return Finding(
        code="rules.gap",
        severity=Severity.ERROR,
        place=rule.place,
        problem=f"{what}, and nothing else answers {questions(count)} about {number}"
        f"{since_words(surveyed.since)}, such as: {asked}.",
        remedy=f"{undo}, or add a rule for {named(outermost(book.space.things, things))}.",
    )


def _by_thing(
    surveyed: Surveyed,
    gaps: Iterable[Region],
    places: Mapping[tuple[str, str], Place],
    told: set[tuple[str, Person]],
) -> Iterator[Finding]:
    """Yield an error for each thing with questions that no rule answers, and for whom.

    A thing of which it has been told already is told of again only for others.
    """
    policy, space = surveyed.book.policy, surveyed.book.space
    for thing, parts in _things(surveyed.book, gaps).items():
        people = {each for part in parts for each in space.people.among(part.scope.people)}
        if all((thing, each) in told for each in people):
            continue
        told |= {(thing, each) for each in people}
        subject = "things" if ("things", thing) in places else "activities"
        audiences = [each for each in Audience if any(one.audience is each for one in people)]
        whose = listed([audience_words(policy, each) for each in audiences])
        count = sum(part.size for part in parts)
        asked = question_words(policy, example(space, parts[0]))
        yield Finding(
            code="rules.gap",
            severity=Severity.ERROR,
            place=places[subject, thing],
            problem=f'No rule for {whose} answers {questions(count)} about "{thing}"'
            f"{since_words(surveyed.since)}, such as: {asked}.",
            remedy=f"Add a rule for this thing, or for what it lies within, with the audience "
            f"{listed([each.value for each in audiences])}.",
        )


def _things(book: RuleBook, regions: Iterable[Region]) -> dict[str, list[Region]]:
    """Return the questions about each thing."""
    found: dict[str, list[Region]] = {}
    for region in regions:
        for number in bits(region.scope.uses):
            part = Region(region.scope._replace(uses=1 << number), region.answer)
            found.setdefault(book.space.uses[number].thing, []).append(part)
    return found
