"""Compares the phone rules of a school in England with the guidance of January 2026.

The guidance is for schools to be phone-free by default all day, at break, lunch and between
lessons too; smart watches and other devices that record or message count as phones; all else is
by exception only, as for disability, medical need or caring; staff do not use phones for
private reasons in front of pupils. It is guidance: a school has regard to it. So these are
warnings, and they say "should". What the school lends, what happens off its site and outside
the school day, and bringing a phone that stays away are no part of it.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.sense.sides import BANS, FREE, Sides, outermost, since_words
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.known import ON_SITE, SCHOOL_DAY, SCHOOL_DEVICE, WHERE_PUPILS_ARE
from schoolpolicy.model.vocabulary import Audience, Function, Level, Nation, Severity
from schoolpolicy.rules.space import Scope, bits
from schoolpolicy.rules.words import inside, listed, people_words, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.space import Use

USED = frozenset(
    {Function.ANY, Function.CALL, Function.MESSAGE, Function.PHOTOGRAPH}
    | {Function.RECORD, Function.PAY, Function.LISTEN}
)
PRIVATE = frozenset({Function.ANY, Function.CALL, Function.MESSAGE, Function.PAY, Function.LISTEN})
_NEED = re.compile(
    r"\b(?:health|medical|disab\w+|SEND|special educational needs|additional (?:learning|support)"
    r" needs|young carers?)\b",
    re.IGNORECASE,
)
_ASKED = frozenset({Level.SELECTED_PEOPLE, Level.WITH_PERMISSION, Level.SUPERVISED})


def check_phone_guidance(
    policy: Policy, places: Mapping[tuple[str, str], Place], days: Iterable[Sides]
) -> Iterator[Finding]:
    """Yield a warning for each rule that is more open than the guidance for England."""
    if policy.school.nation is not Nation.ENGLAND:
        return
    told: set[str] = set()
    for sides in days:
        for rule, words in (*_of_pupils(sides), *_of_staff(sides)):
            if rule.id not in told:
                told.add(rule.id)
                yield Finding(
                    code="sense.phone-guidance",
                    severity=Severity.WARNING,
                    place=places["rules", rule.id],
                    problem=f'The rule "{rule.id}" lets {words}{since_words(sides.since)}.',
                    remedy=_SHOULD_STAFF if _for_staff(rule) else _SHOULD,
                )


_SHOULD = (
    "The phone guidance of January 2026 is that schools should be phone-free all day, at break, "
    "lunch and between lessons too, with other use by exception only, as for disability or a "
    "medical need. The school has regard to it. Write "
    '"level: not-allowed" with exceptions under "unless", or be ready to say why not.'
)
_SHOULD_STAFF = (
    "The phone guidance of January 2026 is that staff should not use phones for private "
    'reasons in front of pupils. Write a "condition" that says where and when they may.'
)


def _for_staff(rule: Rule) -> bool:
    return Audience.PUPILS not in rule.who.audience


class _Decided(NamedTuple):
    """A rule, and some of the questions that it decides."""

    rule: Rule
    scopes: list[Scope]


def _of_pupils(sides: Sides) -> Iterator[tuple[Rule, str]]:
    """Yield the rules that let pupils use a phone in the school day, and what they let."""
    settings = sides.for_anybody & sides.settings_at([ON_SITE], [SCHOOL_DAY])
    whole = Scope(sides.people(Audience.PUPILS), _phone_uses(sides, USED), settings)
    for rule, scopes in _deciding(sides, whole):
        if rule.level is not Level.UNDECIDED and not _by_need(rule):
            yield rule, _words(sides, rule, scopes)


def _of_staff(sides: Sides) -> Iterator[tuple[Rule, str]]:
    """Yield the rules that freely let staff use a phone of their own where pupils are."""
    settings = sides.for_anybody & sides.settings_at(WHERE_PUPILS_ARE, [SCHOOL_DAY])
    whole = Scope(sides.people(Audience.STAFF), _phone_uses(sides, PRIVATE), settings)
    for rule, scopes in _deciding(sides, whole):
        if _for_staff(rule) and rule.level in FREE and rule.condition is None:
            yield rule, _words(sides, rule, scopes)


def _deciding(sides: Sides, whole: Scope) -> list[_Decided]:
    """Return the rules that let somebody in a part of all questions, with what they decide."""
    found: dict[str, _Decided] = {}
    for region, rule in sides.answers:
        if not (region.scope.people & whole.people and region.scope.uses & whole.uses):
            continue
        if rule is None or rule.level in BANS:
            continue
        scope = Scope(
            region.scope.people & whole.people,
            region.scope.uses & whole.uses,
            region.scope.settings & whole.settings & sides.open_at(rule),
        )
        if not scope.empty:
            found.setdefault(rule.id, _Decided(rule, [])).scopes.append(scope)
    return [found[name] for name in sorted(found)]


def _phone_uses(sides: Sides, functions: frozenset[Function]) -> int:
    """Return uses of what counts as a phone and is not the school's own."""
    things = sides.space.things
    phones = {each.id for each in sides.policy.things if each.phone_like}

    def is_phone(use: Use) -> bool:
        line = things.line(use.thing)
        return (
            use.function in functions and SCHOOL_DEVICE not in line and not phones.isdisjoint(line)
        )

    return sides.uses(is_phone)


def _by_need(rule: Rule) -> bool:
    """Tell whether a rule lets only those with a need that the guidance has exceptions for."""
    named = f"{rule.people or ''} {rule.condition or ''}"
    return rule.level in _ASKED and bool(_NEED.search(named))


_LETS: Mapping[Level, str] = MappingProxyType(
    {
        Level.WITH_PERMISSION: " with permission",
        Level.SUPERVISED: " under supervision",
        Level.SET_TIMES: " at set times",
        Level.ADVISED_AGAINST: ", though advised against it",
    }
)
_TO: Mapping[Function, str] = MappingProxyType(
    {
        Function.CALL: " to call",
        Function.MESSAGE: " to send messages",
        Function.PHOTOGRAPH: " to take pictures",
        Function.RECORD: " to record",
        Function.PAY: " to pay",
        Function.LISTEN: " to listen",
    }
)


def _words(sides: Sides, rule: Rule, scopes: list[Scope]) -> str:
    """Return who may use what, where and when."""
    space, policy = sides.space, sides.policy
    people, uses, settings = 0, 0, 0
    for scope in scopes:
        people |= scope.people
        uses |= scope.uses
        settings |= scope.settings
    who = people_words(policy, space.people.among(people), space.people.present)
    things = outermost(space.things, {space.uses[number].thing for number in bits(uses)})
    what = listed([_title(policy, "things", each) for each in things])
    functions = {space.uses[number].function for number in bits(uses)}
    what += _TO.get(next(iter(functions)), "") if len(functions) == 1 else ""
    how = _LETS.get(rule.level, "")
    found = [space.settings[number] for number in bits(settings)]
    where = outermost(space.places, {each.place for each in found})
    when = outermost(space.times, {each.time for each in found})
    return (
        f"{who} use {what}{how}, {listed([_title(policy, 'places', each) for each in where])}, "
        f"{listed([_title(policy, 'times', each) for each in when])}"
    )


def _title(policy: Policy, subject: str, name: str) -> str:
    return inside(title_of(policy, subject, name))
