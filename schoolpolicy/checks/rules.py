"""Checks that every question a school can ask has one answer, and that no rule is idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.gaps import check_gaps
from schoolpolicy.checks.idle import check_idle
from schoolpolicy.checks.naming import is_own
from schoolpolicy.checks.nothing import check_nothing
from schoolpolicy.checks.sense.sides import questions, since_words
from schoolpolicy.checks.surveyed import survey_periods
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.survey import Region, example, winners
from schoolpolicy.rules.words import question_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from schoolpolicy.checks.lost import Lost
    from schoolpolicy.checks.surveyed import Surveyed
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.answer import RuleBook


def check_rules(
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    surveys: Sequence[Surveyed] | None = None,
    lost: Callable[[], Sequence[Lost]] = tuple,
) -> Iterator[Finding]:
    """Yield findings over all questions, on the policy's day and after each later change.

    Args:
        policy: whose rules.
        places: where each record stands.
        surveys: all questions, if they have been surveyed already.
        lost: returns the rules that a school removed, narrowed or let end; called only where
            questions have no answer.
    """
    surveys = surveys or survey_periods(policy)
    disagreed: set[tuple[str, str]] = set()
    for each in surveys:
        yield from _conflicts(each.book, each.regions, places, each.since, disagreed)
    gaps = list(check_gaps(surveys, places, lost))
    yield from gaps
    yield from check_nothing(policy, surveys[0].book.space, places)
    won = {name for each in surveys for name in winners(each.regions)}
    yield from check_idle(surveys[0].book, won, places, {each.place for each in gaps})


def _conflicts(
    book: RuleBook,
    regions: Iterable[Region],
    places: Mapping[tuple[str, str], Place],
    since: dt.date | None,
    told: set[tuple[str, str]],
) -> Iterator[Finding]:
    """Yield an error for each pair of rules that disagree, with one question as an example.

    It stands at the rule of the school, which it can change, if one of them is.
    """
    found: dict[tuple[str, str], tuple[Region, int]] = {}
    for region in regions:
        if region.answer.is_conflict:
            for pair in _pairs(book.policy, region.answer.rules):
                first, count = found.get(pair, (region, 0))
                found[pair] = (first, count + region.size)
    for pair, (region, count) in sorted(found.items()):
        if pair in told:
            continue
        told.add(pair)
        one, other = sorted(pair, key=lambda name: (not is_own(places["rules", name]), name))
        there = places["rules", other]
        asked = question_words(book.policy, example(book.space, region))
        yield Finding(
            code="rules.conflict",
            severity=Severity.ERROR,
            place=places["rules", one],
            problem=f'The rules "{one}" and "{other}" ({there.file}, line {there.line}) disagree '
            f"on {questions(count)}{since_words(since)}, such as: {asked}.",
            remedy="Make one of them more particular, or let both say the same; or write a third "
            'rule that is within both; or write "firm: true" in the one that is to come first.',
        )


def _pairs(policy: Policy, rules: tuple[Rule, ...]) -> Iterator[tuple[str, str]]:
    """Yield the rules that disagree; one that waits for a choice may yet go away."""
    settled = [each for each in rules if not policy.open_choices(each)]
    for index, one in enumerate(settled):
        for other in settled[index + 1 :]:
            if one.verdict != other.verdict:
                yield one.id, other.id
