"""Checks that every question a school can ask has one answer, and that no rule is idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.sense.sides import questions, since_words
from schoolpolicy.checks.surveyed import survey_periods
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Audience, Severity
from schoolpolicy.rules.answer import RuleBook, in_effect, precedence
from schoolpolicy.rules.space import bits
from schoolpolicy.rules.survey import Region, example, winners
from schoolpolicy.rules.words import audience_words, listed, question_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from schoolpolicy.checks.surveyed import Surveyed
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.people import Person


def check_rules(
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    surveys: Sequence[Surveyed] | None = None,
) -> Iterator[Finding]:
    """Yield findings over all questions, on the policy's day and after each later change.

    Args:
        policy: whose rules.
        places: where each record stands.
        surveys: all questions, if they have been surveyed already.
    """
    surveys = surveys or survey_periods(policy)
    won: set[str] = set()
    disagreed: set[tuple[str, str]] = set()
    unanswered: set[tuple[str, Person]] = set()
    for each in surveys:
        won |= winners(each.regions)
        yield from _conflicts(each.book, each.regions, places, each.since, disagreed)
        yield from _gaps(each.book, each.regions, places, each.since, unanswered)
    yield from _idle(surveys[0].book, won, places)


def _conflicts(
    book: RuleBook,
    regions: Iterable[Region],
    places: Mapping[tuple[str, str], Place],
    since: dt.date | None,
    told: set[tuple[str, str]],
) -> Iterator[Finding]:
    """Yield an error for each pair of rules that disagree, with one question as an example."""
    found: dict[tuple[str, str], tuple[Region, int]] = {}
    for region in regions:
        if region.answer.is_conflict:
            for pair in _pairs(region.answer.rules):
                first, count = found.get(pair, (region, 0))
                found[pair] = (first, count + region.size)
    for (one, other), (region, count) in sorted(found.items()):
        if (one, other) in told:
            continue
        told.add((one, other))
        here, there = places["rules", one], places["rules", other]
        asked = question_words(book.policy, example(book.space, region))
        yield Finding(
            code="rules.conflict",
            severity=Severity.ERROR,
            place=here,
            problem=f'The rules "{one}" and "{other}" ({there.file}, line {there.line}) disagree '
            f"on {questions(count)}{since_words(since)}, such as: {asked}.",
            remedy="Make one of them more particular, or let both say the same.",
        )


def _pairs(rules: tuple[Rule, ...]) -> Iterator[tuple[str, str]]:
    for index, one in enumerate(rules):
        for other in rules[index + 1 :]:
            if one.verdict != other.verdict:
                yield one.id, other.id


def _gaps(
    book: RuleBook,
    regions: Iterable[Region],
    places: Mapping[tuple[str, str], Place],
    since: dt.date | None,
    told: set[tuple[str, Person]],
) -> Iterator[Finding]:
    """Yield an error for each thing with questions that no rule answers, and for whom.

    A thing of which it has been told already is told of again only for others.
    """
    policy, space = book.policy, book.space
    found: dict[str, list[Region]] = {}
    for region in regions:
        if region.answer.is_gap:
            for number in bits(region.scope.uses):
                part = Region(region.scope._replace(uses=1 << number), region.answer)
                found.setdefault(space.uses[number].thing, []).append(part)
    for thing, parts in found.items():
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
            f"{since_words(since)}, such as: {asked}.",
            remedy=f"Add a rule for this thing, or for what it lies within, with the audience "
            f"{listed([each.value for each in audiences])}.",
        )


def _idle(
    book: RuleBook, won: set[str], places: Mapping[tuple[str, str], Place]
) -> Iterator[Finding]:
    """Yield a warning for each rule that can never win, and for each that has ended."""
    policy = book.policy
    present = sum(1 << book.people.numbers[each] for each in book.people.present)
    for rule in policy.rules:
        here = places["rules", rule.id]
        if rule.effective_until is not None and rule.effective_until < policy.day:
            yield Finding(
                code="rules.ended",
                severity=Severity.WARNING,
                place=here,
                problem=f'The rule "{rule.id}" ended on {rule.effective_until:%-d %B %Y}.',
                remedy="Remove it, or give it a new date.",
            )
            continue
        scope = book.space.of_rule(rule)
        if scope.empty:
            yield Finding(
                code="rules.nothing",
                severity=Severity.WARNING,
                place=here,
                problem=f'The rule "{rule.id}" is about nobody or nothing: its cohorts, zone, '
                "or use do not go together.",
                remedy="Check that its cohorts belong to its audience, and that its thing "
                "has its function.",
            )
        elif scope.people & present and rule.id not in won:
            yield Finding(
                code="rules.unreachable",
                severity=Severity.WARNING,
                place=here,
                problem=f'The rule "{rule.id}" never decides anything: other rules come before '
                f"it everywhere{_which(book, rule)}.",
                remedy="Remove it, or make it more particular than they are.",
            )


def _which(book: RuleBook, rule: Rule) -> str:
    """Name the rules that come before one that never wins, if it is in effect on the day."""
    if not in_effect(rule, book.day):
        return ""
    scope = book.space.of_rule(rule)
    over = [
        other.id
        for other, theirs in zip(book.rules, book.scopes, strict=True)
        if other.id != rule.id
        and theirs.people & scope.people
        and theirs.uses & scope.uses
        and theirs.settings & scope.settings
        and (theirs.within(scope) or precedence(other) > precedence(rule))
    ]
    return f" ({', '.join(over[:3])})" if over else ""
