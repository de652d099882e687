"""Answers as the terminal and other programs read them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from schoolpolicy.cli.base import number_of
from schoolpolicy.model.scope import ANY_TIME, ANYWHERE, Time
from schoolpolicy.publish.views.answer_words import answer_sentence, lead
from schoolpolicy.publish.views.levels import look
from schoolpolicy.publish.views.phrases import capital, clock, day, nth
from schoolpolicy.publish.views.role_words import somebody
from schoolpolicy.publish.views.rule_words import rule_details
from schoolpolicy.publish.views.setting_words import ELSEWHERE, where_words
from schoolpolicy.rules.answer import Precedence, precedence
from schoolpolicy.rules.elsewhere import elsewhere
from schoolpolicy.rules.telling import Why
from schoolpolicy.rules.words import listed, people_words, setting_words, use_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.response import ResponseStep
    from schoolpolicy.model.rule import Rule, RuleException
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.asking import Asked
    from schoolpolicy.rules.elsewhere import Elsewhere
    from schoolpolicy.rules.space import Question, Setting
    from schoolpolicy.rules.telling import Follows, GaveWay, Told

    Places = Mapping[tuple[str, str], Place]

NO_RULE = "No rule answers this."
NO_RULE_HELP = "Add one for this thing, or for what it lies within."


def answer_lines(
    book: RuleBook, asked: Asked, told: Iterable[Told], places: Places, *, why: bool
) -> Iterator[str]:
    """Yield the answers to a question, as lines for a person.

    Args:
        book: the rules.
        asked: the question.
        told: its answers.
        places: where each record stands.
        why: True to name the rules that gave way, too.
    """
    policy = book.policy
    for note in (*asked.notes, *_when(policy, asked)):
        yield f"Note: {note}"
    for each in told:
        people = capital(people_words(policy, each.people, book.people.present))
        question = each.question
        yield f"{people}: {use_words(policy, question)}, {_setting(policy, asked, question)}"
        if each.answer.is_gap:
            yield f"  {NO_RULE} {NO_RULE_HELP}"
        if each.answer.is_conflict:
            yield f"  Conflict: {len(each.answer.rules)} rules answer, and they disagree."
        for rule in each.answer.rules:
            yield from _indented(_rule_lines(policy, each, rule, places))
        for follows in _follows(each):
            yield from _indented(_response_lines(policy, each, follows))
        yield from _indented(_elsewhere_lines(book, asked, each))
        if why:
            yield from _indented(_why_lines(each, places))


def answer_data(
    book: RuleBook, asked: Asked, told: Iterable[Told], places: Places
) -> dict[str, Any]:
    """Return the answers to a question, as data for another program."""
    policy = book.policy
    return {
        "day": asked.day.isoformat(),
        "question": {
            "thing": asked.thing,
            "function": asked.function.value,
            "place": asked.place,
            "place_named": asked.placed,
            "time": asked.time,
            "occasion": asked.occasion,
        },
        "notes": list(asked.notes),
        "answers": [
            {
                "people": people_words(policy, each.people, book.people.present),
                "gap": each.answer.is_gap,
                "conflict": each.answer.is_conflict,
                "rules": [_rule_data(policy, each, rule, places) for rule in each.answer.rules],
                "if_not": [
                    {
                        "id": follows.response.id,
                        "people": people_words(policy, follows.people, each.people),
                        "plain": follows.response.plain,
                    }
                    for follows in _follows(each)
                ],
                "elsewhere": [
                    {
                        "people": people_words(policy, other.people, each.people),
                        "level": other.answer.rule.level.value if other.answer.rule else None,
                        "gap": other.answer.is_gap,
                        "conflict": other.answer.is_conflict,
                        "rules": [rule.id for rule in other.answer.rules],
                        "settings": [
                            {"place": setting.place, "time": setting.time}
                            for setting in other.settings
                        ],
                    }
                    for other in elsewhere(book, asked, each.people)
                ],
                "gave_way": [
                    {
                        "rule": other.rule.id,
                        "why": other.why.value,
                        "to": [rule.id for rule in other.to],
                        **_where(places, other.rule),
                    }
                    for other in each.gave_way
                ],
            }
            for each in told
        ],
    }


def _when(policy: Policy, asked: Asked) -> Iterator[str]:
    """Say on which day the rules hold, and which clock times a named time has."""
    if not asked.placed and asked.place != ANYWHERE:
        yield "no place was named: this is the answer at school."
    if asked.day != policy.day:
        yield f"these are the rules on {day(asked.day)}."
    time = policy.find(Time, asked.time) if asked.time != ANY_TIME else None
    if time is not None and time.starts and time.ends:
        days = listed([f"{each.value.capitalize()}s" for each in time.weekdays])
        on = f" on {days}" if days else ""
        yield f'"{time.title}" is from {clock(time.starts)} to {clock(time.ends)}{on}.'


def _rule_lines(policy: Policy, told: Told, rule: Rule, places: Places) -> Iterator[str]:
    yield answer_sentence(policy, told.question, rule)
    yield f"Level: {look(rule.level, told.question.person.audience).word}"
    for detail in rule_details(policy, rule):
        yield f"- {detail}"
    if rule.plain and not rule.about_itself:  # else it is the answer already
        yield f"In short: {rule.plain}"
    yield f"Because: {rule.because}"
    if rule.instead:
        yield f"Instead: {rule.instead}"
    for exception in rule.unless:
        yield f"Unless: {exception.text} {_decider(policy, exception)}"
    yield f"Rule: {_rule_at(rule, places)}"


def _rule_data(policy: Policy, told: Told, rule: Rule, places: Places) -> dict[str, Any]:
    return {
        "id": rule.id,
        "level": rule.level.value,
        "answer": answer_sentence(policy, told.question, rule),
        "details": list(rule_details(policy, rule)),
        "plain": rule.plain,
        "because": rule.because,
        "instead": rule.instead,
        "unless": [
            {"id": each.id, "text": each.text, "decided_by": each.decided_by}
            for each in rule.unless
        ],
        **_where(places, rule),
    }


def _follows(told: Told) -> tuple[Follows, ...]:
    """Return what follows if the answer is not kept, where that has consequences."""
    rule = told.answer.rule
    return told.follows if rule is not None and rule.binds else ()


def _response_lines(policy: Policy, told: Told, follows: Follows) -> Iterator[str]:
    response, some = follows.response, len(follows.people) < len(told.people)
    whom = f" ({people_words(policy, follows.people, told.people)})" if some else ""
    yield f"If not{whom}: {response.plain}"
    for step in response.ladder:
        yield f"- {_reached(step)}: {step.text} ({somebody(policy, step.by)})"


def _reached(step: ResponseStep) -> str:
    """Return when a step of a ladder is reached."""
    if step.time is not None:
        return nth(step.time)
    if step.points is not None:
        return f"From {number_of(step.points, 'point')} on"
    return step.case or step.id


def _setting(policy: Policy, asked: Asked, question: Question) -> str:
    """Return where and when, as the asker put it: "at school", if no place was named."""
    if asked.placed or asked.place == ANYWHERE:
        return setting_words(policy, question)
    return where_words(policy, question.setting).strip()


def _elsewhere_lines(book: RuleBook, asked: Asked, told: Told) -> Iterator[str]:
    """Say where and when the answer is another one, one line for each answer."""
    others = elsewhere(book, asked, told.people)
    if others:
        yield "At other places or times:"
    for each in others:
        some = len(each.people) < len(told.people)
        whom = f" ({people_words(book.policy, each.people, told.people)})" if some else ""
        where = "; ".join(_where_else(book.policy, setting) for setting in each.settings)
        yield f"- {capital(where)}{whom}: {_short(book.policy, each)}"


def _where_else(policy: Policy, setting: Setting) -> str:
    if setting.place == ANYWHERE and setting.time == ANY_TIME:
        return ELSEWHERE.strip()
    return where_words(policy, setting._replace(occasion=None)).strip()


def _short(policy: Policy, other: Elsewhere) -> str:
    """Return an answer in a few words."""
    rule = other.answer.rule
    if rule is None:
        return NO_RULE
    if other.answer.is_conflict:
        return "Conflict."
    who = other.question.person.audience
    return lead(rule.level, who, needs=bool(rule.needs))


def _why_lines(told: Told, places: Places) -> Iterator[str]:
    if not told.gave_way:
        yield "No other rule is about this."
    for each in told.gave_way:
        yield f"Gives way: {_rule_at(each.rule, places)}: {_reason(each)}"


_ASIDE = MappingProxyType(
    {
        Precedence.EVENT: "the event of",
        Precedence.RESTRICTION: "the restriction of",
        Precedence.FIRM: "the firm rule",
    }
)


def _reason(gave_way: GaveWay) -> str:
    """Return why a rule does not answer, in words."""
    rule, to = gave_way.rule, listed([each.id for each in gave_way.to])
    if gave_way.why is Why.NOT_YET:
        return f"it holds from {_date(rule.effective_from)}."
    if gave_way.why is Why.ENDED:
        return f"it ended on {_date(rule.effective_until)}."
    if gave_way.why is Why.SET_ASIDE:
        return f"set aside by {_ASIDE[precedence(gave_way.to[0])]} {to}."
    return f"less particular than {to}."


def _date(date: dt.date | None) -> str:
    return day(date) if date else "another day"


def _decider(policy: Policy, exception: RuleException) -> str:
    return f"({capital(somebody(policy, exception.decided_by))} decides.)"


def _rule_at(rule: Rule, places: Places) -> str:
    place = places["rules", rule.id]
    return f"{rule.id} ({place.file}, line {place.line})"


def _where(places: Places, rule: Rule) -> dict[str, Any]:
    place = places["rules", rule.id]
    return {"file": place.file, "line": place.line}


def _indented(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}"
