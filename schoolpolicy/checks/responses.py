"""Checks that each breach has one ladder of responses, and that each ladder can be climbed."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import named, shortened
from schoolpolicy.checks.sense.sides import BANS
from schoolpolicy.checks.takeovers import check_takeovers
from schoolpolicy.checks.unused import doubles
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.response import Counted
from schoolpolicy.model.vocabulary import Audience, Severity
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.ladders import Ladders
from schoolpolicy.rules.space import bits
from schoolpolicy.rules.words import audience_words, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.response import Response
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.ladders import Covered


def check_responses(
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    changed: Collection[tuple[str, str]] = (),
    book: RuleBook | None = None,
) -> Iterator[Finding]:
    """Yield findings about ladders and restrictions, on the policy's day.

    Args:
        policy: whose ladders.
        places: where each record stands.
        changed: records of the model policy of which the school wrote a part only.
        book: the policy's rules on its day, if they are known already.
    """
    for response in policy.responses:
        yield from _repeated(response, places["responses", response.id])
        yield from _climbed(response, places["responses", response.id])
    book = book or RuleBook(policy)
    covered = list(Ladders(book).covered())
    yield from _two(book, covered, places)
    yield from check_takeovers(book, covered, places, changed)
    if policy.responses:  # else the school leaves it all to its behaviour policy
        yield from _gaps(book, covered, places)
    yield from _unused(policy, places)


def _repeated(response: Response, here: Place) -> Iterator[Finding]:
    """Yield what one ladder names twice, or names though it is the ladder itself."""
    twice = doubles(each.id for each in response.steps)
    if twice:
        yield Finding(
            code="responses.step-twice",
            severity=Severity.ERROR,
            place=here,
            problem=f'The ladder "{response.id}" has two steps with the id {named(twice)}.',
            remedy="Give one of the two another id.",
        )
    if response.id in response.counts:
        yield Finding(
            code="responses.counts-itself",
            severity=Severity.ERROR,
            place=here,
            problem=f'The ladder "{response.id}" counts itself.',
            remedy=f'Take "{response.id}" out of "counts".',
        )
    twice = doubles(response.about)
    if twice:
        yield Finding(
            code="responses.about-twice",
            severity=Severity.WARNING,
            place=here,
            problem=f'The ladder "{response.id}" names {named(twice)} twice under "about".',
            remedy="Delete one of the two.",
        )


def _climbed(response: Response, here: Place) -> Iterator[Finding]:
    """Yield what is wrong with one ladder by itself."""
    if not (response.about or response.counts):
        yield Finding(
            code="responses.nothing",
            severity=Severity.ERROR,
            place=here,
            problem=f'The ladder "{response.id}" is about nothing.',
            remedy='Add a line "about: [...]" with the things whose rules it answers for.',
        )
    if response.counted is Counted.CASES:
        return
    name = "time" if response.counted is Counted.TIMES else "number of points"
    for before, after in pairwise(response.ladder):
        if response.number(before) == response.number(after):
            yield Finding(
                code="responses.order",
                severity=Severity.ERROR,
                place=here,
                problem=f'The steps "{before.id}" and "{after.id}" of the ladder "{response.id}" '
                f"stand at the same {name}: {response.number(after)}.",
                remedy="Give one of the two another number.",
            )
    first, last = response.ladder[0], response.ladder[-1]
    reached = {response.number(each) for each in response.steps}
    skipped = sorted(set(range(response.number(first), response.number(last))) - reached)
    if response.counted is Counted.TIMES and skipped:
        yield Finding(
            code="responses.skipped",
            severity=Severity.WARNING,
            place=here,
            problem=f'The ladder "{response.id}" says nothing about time '
            f"{shortened(map(str, skipped))}.",
            remedy=f'Add a step with "time: {skipped[0]}", or give the later steps other numbers.',
        )
    if response.counted is Counted.TIMES and response.number(first) > 1:
        yield Finding(
            code="responses.start",
            severity=Severity.WARNING,
            place=here,
            problem=f'The ladder "{response.id}" says nothing about the first time: '
            f"it begins at time {response.number(first)}.",
            remedy='Add a step with "time: 1".',
        )


def _two(
    book: RuleBook, covered: Iterable[Covered], places: Mapping[tuple[str, str], Place]
) -> Iterator[Finding]:
    """Yield an error for each pair of ladders that answer for the same."""
    found: dict[tuple[str, str], Covered] = {}
    for each in covered:
        for one, other in combinations(sorted(response.id for response in each.responses), 2):
            found.setdefault((one, other), each)
    for (one, other), example in sorted(found.items()):
        there = places["responses", other]
        thing = book.space.uses[next(bits(example.uses))].thing
        person = book.people.among(example.people)[0]
        whose = audience_words(book.policy, person.audience)
        yield Finding(
            code="responses.two",
            severity=Severity.ERROR,
            place=places["responses", one],
            problem=f'The ladders "{one}" and "{other}" ({there.file}, line {there.line}) both '
            f'answer when {whose} break a rule about "{thing}", and neither is about less.',
            remedy="Take the thing, or the people, out of one of them.",
        )


def _gaps(
    book: RuleBook, covered: Iterable[Covered], places: Mapping[tuple[str, str], Place]
) -> Iterator[Finding]:
    """Yield a warning for each thing that rules forbid to people for whom no ladder answers.

    Of things within each other only the outermost is named: a ladder for it is enough. A rule
    about a thing itself, which names nobody, is not one that somebody breaks.
    """
    bare = [each for each in covered if not each.responses]
    found: dict[str, dict[Audience, Rule]] = {}
    for rule, scope in zip(book.rules, book.scopes, strict=True):
        if rule.binds and not rule.about_itself and rule.level in BANS:
            for each in bare:
                uses = each.uses & scope.uses
                if uses:
                    for person in book.people.among(each.people & scope.people):
                        for thing in _outermost(book, uses):
                            found.setdefault(thing, {}).setdefault(person.audience, rule)
    for thing, rules in found.items():
        mine = {
            audience: rule
            for audience, rule in rules.items()
            if not any(audience in found.get(outer, {}) for outer in _around(book, thing))
        }
        if mine:
            rule = next(iter(mine.values()))
            whose = listed([audience_words(book.policy, each) for each in Audience if each in mine])
            yield Finding(
                code="responses.gap",
                severity=Severity.WARNING,
                place=places["rules", rule.id],
                problem=f'"{thing}" is not allowed for {whose}, but nothing says what happens '
                "when somebody does it all the same.",
                remedy=f'Name "{thing}", or what it lies within, under "about" of a response '
                "for them; or let the rule be a request or advice.",
            )


def _outermost(book: RuleBook, uses: int) -> tuple[str, ...]:
    """Return the things of some uses, without those that lie within another of them."""
    things = dict.fromkeys(book.space.uses[number].thing for number in bits(uses))
    return tuple(
        thing for thing in things if not any(each in things for each in _around(book, thing))
    )


def _around(book: RuleBook, thing: str) -> tuple[str, ...]:
    return book.space.things.line(thing)[1:]


def _unused(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a note for each standing restriction that no rule names."""
    named = {rule.restriction for rule in policy.rules}
    for restriction in policy.restrictions:
        if restriction.id not in named:
            yield Finding(
                code="restrictions.unused",
                severity=Severity.INFO,
                place=places["restrictions", restriction.id],
                problem=f'No rule says what the restriction "{restriction.id}" means.',
                remedy=f'Add a rule with "restriction: {restriction.id}", or delete these lines.',
            )
