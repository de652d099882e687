"""Finds statements that promise what nobody has the duty to do, or to do that often.

What stands behind a statement: the duties that it names, and each review and training that covers
the same requirement or stands on the same duty. A statement that gives a frequency ("each term")
needs one of them. Of those that are due by the calendar, one must be due just as often; more
often does where the text says "at least". Duties that are due "always" meet any frequency. A
sentence that begins with a role that does something ("The headteacher reports to governors.") is
a promise with a frequency or without: where nothing stands behind its statement, not even a
linked policy, it is found. What pupils, parents, visitors or volunteers do is asked of them, and
promised by nobody. An order to handle images of children needs no duty: it is told as what it is.

It reads the formal text; in the words of each audience it only compares frequencies, from a week
on ("each day" is a turn of phrase there). It cannot tell which duty does what a sentence says:
any duty of the statement that is due just as often satisfies it. It does not see a promise
without a frequency that begins in another way ("Parents get a letter").
"""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.sense.image_orders import orders_images
from schoolpolicy.checks.sense.image_words import handles_images
from schoolpolicy.checks.text.how_often import days_of, how_often
from schoolpolicy.checks.texts import sentences, texts_of
from schoolpolicy.checks.written import Written
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.role import RoleKind
from schoolpolicy.model.statement import Statement
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.checks.text.how_often import Often
    from schoolpolicy.checks.texts import Said
    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.role import Role

_FORMAL = frozenset({("text",), ("points", "text"), ("points", "points", "text")})
_ALWAYS = "always"
_SHOWN = 3
_QUOTED = 50
"""How much of a sentence a finding repeats, in letters."""
_WEEK = 7
_NO_ACT = (
    r"(?!(?:is|are|was|were|may|might|can|could|should|must|has|have|does|do|need|needs|who|that"
    r"|and|or|for|of|in|on|at|to|with|not|never|cannot|also)\b)"
)
"""What follows a role where it is not said to do something."""


class _Backing(NamedTuple):
    """Something that stands behind a statement: what a finding calls it, and its interval."""

    subject: str
    name: str
    every: str


def check_promises(policy: Policy, writings: Writings) -> Iterator[Finding]:
    """Yield a warning for each promise of a statement that nothing stands behind."""
    asked, stands = _asked(policy), _Stands(policy)
    actor = _actor(policy)
    for said in texts_of(policy, ["statements"]):
        if not isinstance(said.record, Statement):
            continue
        formal = said.fields in _FORMAL
        often = tuple(how_often(said.text))
        if not (formal or often):
            continue
        behind = stands.behind(said.record)
        differs = any(days_of(one.every) is not None for one in behind)
        written = Written(said.text, said.words, said=said)
        for each in often:
            if not formal and (each.days < _WEEK or not differs):
                continue
            if not differs and asked.match(sentences(said.text[: each.end])[-1]):
                continue
            if problem := _unmet(each, behind):
                yield Finding(
                    code="text.frequency-differs" if differs else "text.promise-without-duty",
                    severity=Severity.WARNING,
                    place=writings.spot(written, each.start, each.end),
                    problem=f'{said.words} says "{said.text[each.start : each.end]}", {problem}',
                    remedy="Write how often it is done, or give the duty that interval."
                    if differs
                    else _REMEDY,
                )
        if formal and not (behind or often or said.record.documents):
            yield from _acts(said, written, actor, writings)


_REMEDY = 'Name the duty under "duties", with a role that has it in roles.yml, or take this out.'


def _unmet(often: Often, behind: tuple[_Backing, ...]) -> str | None:
    """Return what is wrong with a frequency, given what stands behind the statement."""
    timed = {each: days for each in behind if (days := days_of(each.every)) is not None}
    due = any(each.subject == "duty" for each in timed)
    if not due and any(each.every == _ALWAYS for each in behind):
        return None
    if not timed:
        return "but no duty, review or training behind it comes round."
    if any(often.met_by(days) for days in timed.values()):
        return None
    nearest = sorted(timed, key=lambda each: (abs(timed[each] - often.days), each))[:_SHOWN]
    told = listed(f"{each.name} says {each.every}" for each in nearest)
    return f"but nothing behind it is due just then: {told}."


class _Stands:
    """What can stand behind statements."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._duties = {
            duty.id: _Backing("duty", f'the duty "{duty.id}"', duty.every)
            for role in policy.roles
            for duty in role.duties
        }

    def behind(self, statement: Statement) -> tuple[_Backing, ...]:
        """Return what stands behind a statement."""
        duties, covers = set(statement.duties), set(statement.covers)
        reviews = (each for each in self._policy.reviews if covers & set(each.covers))
        training = (
            each
            for each in self._policy.training
            if covers & set(each.covers) or duties & set(each.duties)
        )
        return (
            *(self._duties[each] for each in statement.duties if each in self._duties),
            *(_Backing("review", f'the review "{each.id}"', each.every) for each in reviews),
            *(_Backing("training", f'the training "{each.id}"', each.every) for each in training),
        )


def _actor(policy: Policy) -> re.Pattern[str]:
    """Return what finds a sentence that begins with a role of the school that does something."""
    either = _named(role for role in policy.roles if role.kind is not RoleKind.COMMUNITY)
    return re.compile(rf"{either} {_NO_ACT}[a-z]+(?<!ly)\b")


def _asked(policy: Policy) -> re.Pattern[str]:
    """Return what finds a sentence that begins with those of whom the school only asks things."""
    either = _named(role for role in policy.roles if role.kind is RoleKind.COMMUNITY)
    return re.compile(rf"{either}(?!\w)")


def _named(roles: Iterable[Role]) -> str:
    """Return a pattern for one of some roles, the longest name first."""
    names = {name for role in roles for name in (role.title, role.short or "") if name}
    either = "|".join(sorted(map(re.escape, names), key=lambda each: (-len(each), each)))
    return rf"(?i:(?:the |an? |our |all |each )?(?:{either or '(?!)'}))"


def _acts(
    said: Said, written: Written, actor: re.Pattern[str], writings: Writings
) -> Iterator[Finding]:
    for sentence in sentences(said.text):
        if orders_images(sentence) or handles_images(sentence):
            continue
        if match := actor.match(sentence):
            start = said.text.find(sentence)
            yield Finding(
                code="text.promise-without-duty",
                severity=Severity.WARNING,
                place=writings.spot(written, start, start + len(match[0])),
                problem=f"{said.words} promises "
                f'"{shorten(sentence, _QUOTED, placeholder=" ...")}", but names no duty that '
                "stands behind it.",
                remedy=_REMEDY,
            )
            return
