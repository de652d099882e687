"""Finds rules that never decide anything, or have ended."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import SHOWN, is_own, named
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.answer import RuleBook, in_effect, precedence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from schoolpolicy.model.rule import Rule

FEW = SHOWN
"""So many idle rules of the model are told one by one; of more the rule above them is told."""


def check_idle(
    book: RuleBook,
    won: Collection[str],
    places: Mapping[tuple[str, str], Place],
    told: Collection[Place] = (),
) -> Iterator[Finding]:
    """Yield a warning for each rule that can never win, and for each that has ended.

    Where a school's rule comes before many rules of the model, that one is told instead of them
    and of all others that it comes before.

    Args:
        book: the rules in effect on the policy's day.
        won: the rules that win somewhere, on this day or later.
        places: where each record stands.
        told: where something worse has been told of a rule.
    """
    yield from _ended(book, places, told)
    present = sum(1 << book.people.numbers[each] for each in book.people.present)
    idle: dict[str, list[Rule]] = {}
    for rule in book.policy.rules:
        scope = book.space.of_rule(rule) if rule.id not in won and not _over(book, rule) else None
        if scope is not None and not scope.empty and scope.people & present:
            before = _before(book, rule)
            if not any(book.policy.open_choices(each) for each in (rule, *before)):
                idle[rule.id] = before
    while (above := _above_many(idle, places)) is not None:
        below = [name for name, rules in idle.items() if above in {each.id for each in rules}]
        yield Finding(
            code="rules.unreachable",
            severity=Severity.WARNING,
            place=places["rules", above],
            problem=f'Because of the rule "{above}", {len(below)} others never decide '
            f"anything: {named(below)}.",
            remedy="Remove these if that is meant; else make this one more particular, or delete "
            '"firm" if it has that.',
        )
        idle = {each: rules for each, rules in idle.items() if each not in below}
    for name, rules in idle.items():
        which = f" ({', '.join(each.id for each in rules[:SHOWN])})" if rules else ""
        yield Finding(
            code="rules.unreachable",
            severity=Severity.WARNING,
            place=places["rules", name],
            problem=f'The rule "{name}" never decides anything: other rules come before '
            f"it everywhere{which}.",
            remedy="Remove it, or make it more particular than they are.",
        )


def _ended(
    book: RuleBook, places: Mapping[tuple[str, str], Place], told: Collection[Place]
) -> Iterator[Finding]:
    for rule in book.policy.rules:
        here = places["rules", rule.id]
        if _over(book, rule) and here not in told:
            yield Finding(
                code="rules.ended",
                severity=Severity.WARNING,
                place=here,
                problem=f'The rule "{rule.id}" ended on {rule.effective_until:%-d %B %Y}.',
                remedy="Remove it, or give it a new date.",
            )


def _over(book: RuleBook, rule: Rule) -> bool:
    """Return True if a rule has ended."""
    return rule.effective_until is not None and rule.effective_until < book.policy.day


def _above_many(
    idle: Mapping[str, list[Rule]], places: Mapping[tuple[str, str], Place]
) -> str | None:
    """Return the school's rule that comes before most idle rules of the model, if they are many."""
    counts = Counter(
        other.id
        for name, rules in idle.items()
        for other in rules
        if is_own(places["rules", other.id]) and not is_own(places["rules", name])
    )
    most = min(counts, key=lambda name: (-counts[name], name), default=None)
    return most if most is not None and counts[most] > FEW else None


def _before(book: RuleBook, rule: Rule) -> list[Rule]:
    """Return the rules that come before one that never wins, if it is in effect on the day.

    Those of the highest precedence stand first: they reach furthest.
    """
    if not in_effect(rule, book.day):
        return []
    scope = book.space.of_rule(rule)
    over = [
        other
        for other, theirs in zip(book.rules, book.scopes, strict=True)
        if other.id != rule.id
        and theirs.people & scope.people
        and theirs.uses & scope.uses
        and theirs.settings & scope.settings
        and (theirs.within(scope) or precedence(other) > precedence(rule))
    ]
    return sorted(over, key=lambda each: -precedence(each))
