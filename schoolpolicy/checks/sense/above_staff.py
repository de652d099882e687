"""Finds what pupils may freely do that staff in the same place and time may not.

What is reasonable is left alone, on these grounds:

- A health need is the pupil's own; that nobody else has it takes nothing from it.
- Where pupils live they have a life of their own: at home, in a boarding house and on an
  overnight trip. A rule for staff follows them there because they are at work.
- What some staff may do and others may not has nothing to do with being a pupil.
- While an event lasts that has rules for pupils, what those do not reach is no part of it for
  them: in an exam nobody is on the way to school.
- A rule for set times lets nobody at other times, and a standing restriction is about one
  person only.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from schoolpolicy.checks.sense.sides import BANS, FREE, Sides, questions, since_words
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.known import HOMES
from schoolpolicy.model.vocabulary import Audience, Function, Severity
from schoolpolicy.rules.space import Scope
from schoolpolicy.rules.survey import Region, example
from schoolpolicy.rules.words import audience_words, listed, question_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule


def check_pupils_above_staff(
    policy: Policy, places: Mapping[tuple[str, str], Place], days: Iterable[Sides]
) -> Iterator[Finding]:
    """Yield a warning for each rule that lets pupils do what a rule forbids to staff."""
    pupils, staff = (audience_words(policy, each) for each in (Audience.PUPILS, Audience.STAFF))
    told: set[str] = set()
    for sides in days:
        found: dict[str, dict[str, list[Region]]] = defaultdict(lambda: defaultdict(list))
        for (open_rule, ban), region in _overlaps(sides):
            found[open_rule][ban].append(region)
        for open_rule, bans in sorted(found.items()):
            if open_rule in told:
                continue
            told.add(open_rule)
            regions = [region for ban in sorted(bans) for region in bans[ban]]
            count = questions(sum(region.size for region in regions))
            asked = question_words(policy, example(sides.space, regions[0]))
            yield Finding(
                code="sense.pupils-above-staff",
                severity=Severity.WARNING,
                place=places["rules", open_rule],
                problem=f'The rule "{open_rule}" lets {pupils} do what {_named(bans, places)} '
                f"to {staff}, in {count}{since_words(sides.since)}, such as: {asked}.",
                remedy=f'If it is not meant, write "level: with-permission" and "by:" in '
                f'"{open_rule}", or let {staff} do it too.',
            )


def _named(bans: Iterable[str], places: Mapping[tuple[str, str], Place]) -> str:
    """Return the rules that forbid something, the first with where it stands."""
    first, *others = sorted(bans)
    there = places["rules", first]
    named = [f'"{first}" ({there.file}, line {there.line})', *(f'"{each}"' for each in others)]
    return f"{listed(named)} {'forbid' if others else 'forbids'}"


def _overlaps(sides: Sides) -> Iterator[tuple[tuple[str, str], Region]]:
    """Yield questions that pupils are freely allowed and all staff forbidden, by their rules."""
    pupils, staff = sides.people(Audience.PUPILS), sides.people(Audience.STAFF)
    uses = sides.uses(lambda use: use.function is not Function.MEDICAL)
    settings = sides.for_anybody & ~sides.settings_at(HOMES)
    rules = zip(sides.book.rules, sides.book.scopes, strict=True)
    with_pupils = {rule.event for rule, scope in rules if rule.event and scope.people & pupils}
    for answers in _by_uses(sides.answers):
        mine, theirs, forbidden = [], [], settings
        for each, rule in answers:
            if each.scope.people & pupils and rule is not None and rule.level in FREE:
                mine.append((each, rule))
            if each.scope.people & staff and rule is not None and rule.level in BANS:
                theirs.append((each, rule))
            elif each.scope.people & staff:
                forbidden &= ~each.scope.settings
        for one, open_rule in mine if theirs else ():
            scope = Scope(
                one.scope.people & pupils,
                one.scope.uses & uses,
                one.scope.settings & forbidden & sides.open_at(open_rule),
            )
            for other, ban in theirs:
                if ban.event in with_pupils and open_rule.event is None:
                    continue
                shared = scope._replace(settings=scope.settings & other.scope.settings)
                if not shared.empty:
                    yield (open_rule.id, ban.id), Region(shared, one.answer)


def _by_uses(
    answers: Iterable[tuple[Region, Rule | None]],
) -> Iterable[Sequence[tuple[Region, Rule | None]]]:
    """Group regions by their uses, which are the same or have nothing in common."""
    groups: dict[int, list[tuple[Region, Rule | None]]] = defaultdict(list)
    for each in answers:
        groups[each[0].scope.uses].append(each)
    return groups.values()
