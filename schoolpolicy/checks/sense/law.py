"""Finds rules that let what another rule says the law forbids.

A rule of the level `illegal` says what the law is, and a more particular rule, or one for an
occasion, does not change the law. A rule that is undecided lets nobody, and is told elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import is_own, shortened
from schoolpolicy.checks.sense.sides import Sides, questions, since_words
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Level, Severity
from schoolpolicy.rules.survey import Region, example
from schoolpolicy.rules.words import question_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule

KEPT = frozenset({Level.ILLEGAL, Level.UNDECIDED})
"""Levels that let nobody do what the law forbids."""
REMEDY_FREER = (
    'No rule lets what the law forbids. Write "level: illegal" here, or let this one be about less.'
)
REMEDY_LAW = (
    'If the law does not forbid all of that, write "level: not-allowed" here, or let this one be '
    'about less; else write "level: illegal" there.'
)


def check_loosens_law(
    policy: Policy, places: Mapping[tuple[str, str], Place], days: Iterable[Sides]
) -> Iterator[Finding]:
    """Yield an error for each rule that answers where the law does, and is freer.

    A law that the school wrote down is likelier to be too wide than many rules to be too free:
    it is told there.
    """
    told: set[tuple[str, str]] = set()
    for sides in days:
        found: dict[str, dict[tuple[str, str], list[Region]]] = defaultdict(dict)
        for free, law, region in _looser(sides):
            pair = (free.id, law.id)
            blamed = law.id if is_own(places["rules", law.id]) else free.id
            if pair not in told:
                found[blamed].setdefault(pair, []).append(region)
        levels = {each.id: each.level.value for each in sides.book.rules}
        for blamed, pairs in sorted(found.items()):
            told |= set(pairs)
            free_rules = list(dict.fromkeys(free for free, _ in sorted(pairs)))
            laws = list(dict.fromkeys(law for _, law in sorted(pairs)))
            regions = {region.scope: region for each in pairs.values() for region in each}
            count = questions(sum(region.size for region in regions.values()))
            asked = question_words(policy, example(sides.space, next(iter(regions.values()))))
            freer = shortened(
                _named(each, places, f' ("{levels[each]}")', here=each == blamed)
                for each in free_rules
            )
            forbids = shortened(_named(each, places, here=each == blamed) for each in laws)
            many_free, many_laws = bool(free_rules[1:]), bool(laws[1:])
            yield Finding(
                code="sense.loosens-law",
                severity=Severity.ERROR,
                place=places["rules", blamed],
                problem=f"The {'rules' if many_free else 'rule'} {freer} "
                f"{'answer' if many_free else 'answers'} what {forbids} "
                f"{'say' if many_laws else 'says'} is against the law, in {count}"
                f"{since_words(sides.since)}, such as: {asked}.",
                remedy=REMEDY_LAW if blamed in laws else REMEDY_FREER,
            )


def _named(
    name: str, places: Mapping[tuple[str, str], Place], more: str = "", *, here: bool
) -> str:
    """Return a rule, with where it stands if the finding does not stand there."""
    there = places["rules", name]
    return f'"{name}"{more}' + ("" if here else f" ({there.file}, line {there.line})")


def _looser(sides: Sides) -> Iterator[tuple[Rule, Rule, Region]]:
    """Yield questions whose answer is freer than a rule of the law that covers them."""
    laws = [
        (rule, scope)
        for rule, scope in zip(sides.book.rules, sides.book.scopes, strict=True)
        if rule.level is Level.ILLEGAL
    ]
    uses = 0
    for _, scope in laws:
        uses |= scope.uses
    for region, answer in sides.answers:
        if answer is None or answer.level in KEPT or not region.scope.uses & uses:
            continue
        for law, scope in laws:
            if region.scope.within(scope):
                yield answer, law, region
