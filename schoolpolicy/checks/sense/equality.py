"""Finds bans on devices that leave no way for somebody who needs one because of their health.

A ban is on having or using the device: pictures, recordings and messages can be forbidden
without keeping an aid from anybody. It needs an exception on the ground of disability, and for
pupils one for medical need too; or more particular rules that let the use for a health need,
or say such exceptions themselves, wherever the ban decides.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.checks.sense.sides import BANS, Sides
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.known import DEVICE
from schoolpolicy.model.rule import Ground
from schoolpolicy.model.vocabulary import Audience, Function, Nation, Severity
from schoolpolicy.rules.space import Use, bits
from schoolpolicy.rules.words import audiences_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.space import Scope

NO_AID = frozenset({Function.PHOTOGRAPH, Function.RECORD, Function.MESSAGE})
_GROUNDS: Mapping[Ground, str] = MappingProxyType(
    {Ground.MEDICAL: "a medical need", Ground.DISABILITY: "a disability"}
)


def check_equality(
    policy: Policy, places: Mapping[tuple[str, str], Place], days: Iterable[Sides]
) -> Iterator[Finding]:
    """Yield a warning for each ban on a device with no exception for health or disability."""
    told: set[str] = set()
    for sides in days:
        for rule in sides.book.rules:
            lacking = _lacking(rule)
            if not lacking or rule.id in told or not _is_ban(sides, rule):
                continue
            decided = _decided(sides, rule)
            if decided and not _lets_health_need(sides, decided):
                told.add(rule.id)
                yield _finding(policy, rule, lacking, places["rules", rule.id])


def _finding(policy: Policy, rule: Rule, lacking: list[Ground], here: Place) -> Finding:
    exceptions = listed([f'one with "ground: {each.value}"' for each in lacking])
    return Finding(
        code="sense.equality",
        severity=Severity.WARNING,
        place=here,
        problem=f'The rule "{rule.id}" forbids a device to {audiences_words(policy, rule.who)}, '
        f"with no exception for {listed([_GROUNDS[each] for each in lacking], last='or')}. "
        f"{_law(policy.school.nation)}",
        remedy=f'Write exceptions under "unless", {exceptions}, '
        'or add a rule with "function: medical" that lets it.',
    )


def _law(nation: Nation) -> str:
    asked = "asks schools to make changes so that disabled people are not left out."
    if nation is Nation.NORTHERN_IRELAND:
        return f"The law of Northern Ireland on disability {asked}"
    return f"The Equality Act 2010 {asked}"


def _lacking(rule: Rule) -> list[Ground]:
    """Return the grounds on which a rule should give way, and does not."""
    pupils = Audience.PUPILS in rule.who.audience
    wanted = [Ground.MEDICAL, Ground.DISABILITY] if pupils else [Ground.DISABILITY]
    given = {each.ground for each in rule.unless}
    return [each for each in wanted if each not in given]


def _is_ban(sides: Sides, rule: Rule) -> bool:
    """Tell whether a rule forbids somebody to have or use a device."""
    return (
        rule.level in BANS
        and rule.binds
        and not NO_AID.issuperset(rule.function)
        and sides.space.things.inside(rule.thing, DEVICE)
    )


def _decided(sides: Sides, rule: Rule) -> list[Scope]:
    """Return what a rule decides for somebody in the school."""
    return [
        region.scope
        for region in sides.surveyed.regions
        if any(winner.id == rule.id for winner in region.answer.rules)
    ]


def _lets_health_need(sides: Sides, decided: list[Scope]) -> bool:
    """Tell whether other rules let the use for a health need wherever a ban decides."""
    space = sides.space
    things = {space.uses[use].thing for scope in decided for use in bits(scope.uses)}
    health = sides.uses(lambda use: use.function is Function.MEDICAL and use.thing in things)
    refused = [
        region.scope
        for region, answer in sides.answers
        if region.scope.uses & health and not _gives_way(answer)
    ]
    return bool(health) and not any(
        scope.people & other.people
        and scope.settings & other.settings
        and _same_thing(space.uses, scope, other)
        for scope in decided
        for other in refused
    )


def _gives_way(rule: Rule | None) -> bool:
    return rule is not None and (rule.level not in BANS or not _lacking(rule))


def _same_thing(uses: tuple[Use, ...], one: Scope, health: Scope) -> bool:
    mine = {uses[number].thing for number in bits(one.uses)}
    return any(
        uses[number].function is Function.MEDICAL and uses[number].thing in mine
        for number in bits(health.uses)
    )
