"""Finds rules that are about nobody or nothing, and says which of their parts do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.naming import is_own, named
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.scope import Who
    from schoolpolicy.rules.space import Space


class _Misfit(NamedTuple):
    """Two parts of a rule that do not go together.

    Attributes:
        why: which they are, as the end of a sentence.
        remedy: what to change.
    """

    why: str
    remedy: str


def check_nothing(
    policy: Policy, space: Space, places: Mapping[tuple[str, str], Place]
) -> Iterator[Finding]:
    """Yield a finding for each rule that is about no question: an error, if a school wrote it."""
    for rule in policy.rules:
        misfit = next((found for find in _LOOKS if (found := find(policy, space, rule))), None)
        if misfit is not None:
            here = places["rules", rule.id]
            yield Finding(
                code="rules.nothing",
                severity=Severity.ERROR if is_own(here) else Severity.WARNING,
                place=here,
                problem=f'The rule "{rule.id}" is about nobody or nothing: {misfit.why}.',
                remedy=misfit.remedy,
            )


def _cohorts(policy: Policy, space: Space, rule: Rule) -> _Misfit | None:
    """Compare audience and cohorts."""
    if not rule.who.audience:
        return _Misfit('its "audience" is empty', "Write an audience, such as [pupils].")
    if space.people.bits(rule.who):
        return None
    audiences = {each.id: each.audience for each in policy.cohorts}
    wrong = [name for name in rule.who.cohorts if audiences.get(name) not in rule.who.audience]
    if wrong:
        theirs = listed(dict.fromkeys(audiences[name].value for name in wrong))
        mine = listed(each.value for each in rule.who.audience)
        return _Misfit(
            f"{named(wrong)} {'are cohorts' if wrong[1:] else 'is a cohort'} of {theirs}, but its "
            f"audience is {mine}",
            'Change "audience" or "cohorts" under "who".',
        )
    cohorts = listed([f'"{name}"' for name in rule.who.cohorts])
    return _Misfit(
        f"nobody is in {cohorts} at once",
        "Cohorts of different kinds narrow each other. Write a rule for each.",
    )


def _functions(policy: Policy, space: Space, rule: Rule) -> _Misfit | None:
    """Compare the thing and its use."""
    del policy
    if space.of_rule(rule).uses:
        return None
    has = [each.value for each in space.functions.get(rule.thing, ())]
    wanted = listed([f'"{each.value}"' for each in rule.function], "or")
    return _Misfit(
        f'"{rule.thing}" does not have the use {wanted}',
        f'Its uses are: {", ".join(has) or "none"}. Change "function", or leave it out.',
    )


def _zone(policy: Policy, space: Space, rule: Rule) -> _Misfit | None:
    """Compare the zone with the people, the place and the time."""
    zone = next((each for each in policy.zones if each.id == rule.zone), None)
    if zone is None or not space.of_rule(rule).empty:
        return None
    if not space.people.bits(rule.who) & space.people.bits(zone.who):
        return _people(rule, "zone", zone.id, zone.who)
    for field, tree, name in (
        ("place", space.places, rule.place),
        ("time", space.times, rule.time),
    ):
        areas = [getattr(area, f"{field}s") for area in zone.areas]
        if not any(_meet(tree.inside, name, area) for area in areas):
            return _Misfit(
                f'the {field} "{name}" lies outside the zone "{zone.id}"',
                f'Leave "{field}" or "zone" out, or add "{name}" to an area of the zone.',
            )
    return _Misfit(
        f'the zone "{zone.id}" is never at "{rule.place}" and "{rule.time}" together',
        'Leave "place", "time" or "zone" out, or add an area to the zone.',
    )


def _restriction(policy: Policy, space: Space, rule: Rule) -> _Misfit | None:
    """Compare the people with those who may be under the restriction."""
    for each in policy.restrictions:
        if each.id == rule.restriction:
            if space.people.bits(rule.who) & space.people.bits(each.who):
                return None
            return _people(rule, "restriction", each.id, each.who)
    return None


def _people(rule: Rule, kind: str, name: str, who: Who) -> _Misfit:
    """Say that a rule is for others than what it names."""
    return _Misfit(
        f'it is for {_words(rule.who)}, but the {kind} "{name}" is for {_words(who)}',
        f'Change "who" here or in the {kind}.',
    )


def _words(who: Who) -> str:
    """Return whom something is for, as it is written."""
    return named(who.cohorts or [each.value for each in who.audience])


def _meet(inside: Callable[[str, str], bool], name: str, area: tuple[str, ...]) -> bool:
    """Return True if a place or time and an area have something in common."""
    return not area or any(inside(name, each) or inside(each, name) for each in area)


_LOOKS = (_cohorts, _functions, _zone, _restriction)
