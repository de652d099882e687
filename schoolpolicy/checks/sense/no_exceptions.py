"""Finds texts that say there are no exceptions, about rules that have some.

Certain are a rule's own texts, a clause that stands on the rule, and a response, which always
names somebody who may decide otherwise. A statement, or a clause that stands on one, counts
where it covers a requirement that the rule covers too and names the rule's thing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.sense.sides import BANS, Sides
from schoolpolicy.checks.texts import Said, Texts, sentences
from schoolpolicy.model.agreement import Agreement
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.response import Response
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.statement import Statement
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.words import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.written import Spot
    from schoolpolicy.model.policy import Policy

_ABSOLUTE = re.compile(
    r"\bno exceptions?\b(?! (?:other than|except|apart from|unless|but|is refused|was refused))"
    r"|\bwithout (?:any )?exceptions?\b"
    r"|\b(?:under|in) no circumstances?\b(?![^.;]*\b(?:(?:left|go|goes) without|refused|denied)\b)"
    r"|\bno (?:one|pupil|child|learner|student|adult|visitor)s? (?:is|are) exempt\b"
    r"|\b(?:not|never)\b[^.;]*\b(?:under|in) any circumstances?\b"
    r"|\bzero[- ]tolerance\b"
    r"|\balways\b[^.;]*\bnever (?:be )?excused\b"
    r"|\b(?:no matter|whatever) the reason\b"
    r"|\bno excuses?\b",
)
_DENIED = re.compile(
    r"\b(?:not|never|nobody|no one|\w+n['’]t) (?:mean|means|say|says|have|take|run|follow|operate"
    r"|believe in)\b[^.;,]*$|\b(?:if|where|whether) there (?:is|are) $"
)
"""What stands before such words where they are denied: "We do not have zero tolerance"."""
_LIKELY = ("exception", "circumstance", "toleran", "excuse", "the reason", "exempt")
"""Parts of words without which no pattern fits: to look for them first is much faster."""
_OWN_FIELDS = frozenset({"because", "condition", "plain", "pupils", "storage", "instead", "needs"})
"""Those texts of a rule that speak of the whole rule; its exceptions speak of themselves."""


def check_no_exceptions(
    policy: Policy,
    day: Sides,
    texts: Texts,
    spot: Spot,
) -> Iterator[Finding]:
    """Yield a warning for each text that denies the exceptions of its rule."""
    likely = (texts.said[number] for number in sorted(texts.holding(_LIKELY)))
    said = [(each, words) for each in likely if (words := absolute(each.text))]
    if not said:
        return
    for each, words in said:
        beside = next(_denied(policy, day, each), None)
        if beside is not None:
            yield Finding(
                code="sense.no-exceptions",
                severity=Severity.WARNING,
                place=spot(each, words),
                problem=f'{each.words} says "{words}", but {beside}.',
                remedy="Leave these words out, or say who decides on exceptions.",
            )


def absolute(text: str) -> str | None:
    """Return the words in a text that leave no exception, if there are any."""
    for sentence in sentences(text.lower()):
        for match in _ABSOLUTE.finditer(sentence):
            if not _DENIED.search(sentence[: match.start()]):
                return match[0]
    return None


def _denied(policy: Policy, day: Sides, said: Said) -> Iterator[str]:
    """Yield the exceptions that a text denies, in words."""
    record = said.record
    if isinstance(record, Response):
        decides = getattr(policy.subject("roles").get(record.discretion), "title", None)
        yield f"it lets the {decides or record.discretion} decide otherwise where that is fair"
    elif isinstance(record, Rule) and said.fields[0] in _OWN_FIELDS:
        yield from _exceptions(day, record)
    elif isinstance(record, Statement):
        yield from _of_statement(policy, day, record, said.text)
    elif isinstance(record, Agreement):
        clause = next((each for each in record.clauses if said.inner[:1] == (each.id,)), None)
        for name in clause.rules if clause else ():
            yield from _exceptions(day, policy.find(Rule, name))
        for name in clause.statements if clause else ():
            statement = policy.find(Statement, name)
            yield from _of_statement(policy, day, statement, said.text)


def _of_statement(policy: Policy, day: Sides, statement: Statement, text: str) -> Iterator[str]:
    words = set(re.findall(r"[a-z-]+", text.lower()))
    for rule in policy.rules:
        if set(rule.covers) & set(statement.covers) and words & _names(policy, rule.thing):
            yield from _exceptions(day, rule)


def _names(policy: Policy, thing: str) -> set[str]:
    """Return the single words that a thing goes by, with and without the s of many."""
    title = title_of(policy, "things", thing).lower()
    keywords = getattr(policy.get("things", thing), "keywords", ())
    names = {title.split(" ")[-1], *keywords}
    return {form for name in names for form in (name, f"{name}s", name.removesuffix("s"))}


def _exceptions(day: Sides, rule: Rule) -> Iterator[str]:
    """Yield the exceptions of a rule in words, if it has any."""
    if rule.unless:
        yield f'the rule "{rule.id}" has exceptions ({", ".join(each.id for each in rule.unless)})'
        return
    if rule.level not in BANS:
        return
    scope = day.book.space.of_rule(rule)
    for other, theirs in zip(day.book.rules, day.book.scopes, strict=True):
        if theirs != scope and theirs.within(scope) and other.level not in BANS:
            yield f'the more particular rule "{other.id}" makes an exception from "{rule.id}"'
            return
