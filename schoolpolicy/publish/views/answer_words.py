"""Questions and answers in everyday sentences.

A sentence is made from a pattern with slots, one pattern for each level:

    No. {Who} may not {do}{where}.

`sentence_pattern` gives the pattern for one rule, with all that is particular to the rule filled
in; `fill` puts in who asks, about what and where. The picker on the site is given the same
patterns, so that no sentence is written twice.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from schoolpolicy.model.rule import Binding
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.role_words import somebody
from schoolpolicy.publish.views.rule_words import rule_details, time_words
from schoolpolicy.publish.views.setting_words import where_words
from schoolpolicy.publish.views.use_words import ASK, do_words, fill, is_activity, thing_words
from schoolpolicy.rules.trees import Tree
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.publish.views.use_words import Speaking
    from schoolpolicy.rules.space import Question

Moment = Literal["within", "outside"]
"""How a time that was asked about lies to the times at which a rule lets somebody."""

_LEADS: Mapping[Level, str] = MappingProxyType(
    {
        Level.MUST: "Yes, always.",
        Level.ALLOWED: "Yes.",
        Level.SET_TIMES: "Yes, at set times.",
        Level.WITH_PERMISSION: "Ask first.",
        Level.SUPERVISED: "Yes, with an adult.",
        Level.SELECTED_PEOPLE: "Only some people.",
        Level.ADVISED_AGAINST: "Better not.",
        Level.NOT_ALLOWED: "No.",
        Level.ILLEGAL: "No.",
        Level.UNDECIDED: "Not decided yet.",
    }
)
_WITH_SOMEBODY = "Yes, with somebody there."
_NEEDS = "Yes, but something comes first."
"""Where something is needed before a rule lets somebody: what it is follows."""

_SENTENCES: Mapping[Level, str] = MappingProxyType(
    {
        Level.MUST: "{Who} must {do}{where}.",
        Level.ALLOWED: "{Who} may {do}{where}.",
        Level.SET_TIMES: "{Who} may {do}{where}, but only at these times: {at}.",
        Level.WITH_PERMISSION: "{Who} may {do}{where} if {by} says yes.",
        Level.SUPERVISED: "{Who} may {do}{where} with {by} there.",
        Level.SELECTED_PEOPLE: "Those who may {do}{where}: {people}.",
        Level.ADVISED_AGAINST: "We advise {who} not to {do}{where}.",
        Level.NOT_ALLOWED: "{Who} may not {do}{where}.",
        Level.ILLEGAL: "It is against the law to {do}{where}.",
        Level.UNDECIDED: "We have still to decide if {who} may {do}{where}.",
    }
)
_NOBODY = MappingProxyType({"who": "people", "Who": "People"})
"""Who may or may not, where a rule is about a thing itself."""

_WITHIN = "Yes, at this time. {Who} may {do}{where}."
_OUTSIDE = "No, not at this time. {Who} may {do} only at these times: {at}."
_SOFTER: Mapping[tuple[Binding, Level], str] = MappingProxyType(
    {
        (Binding.REQUEST, Level.MUST): "Please do. We ask {who} to {do}{where}.",
        (Binding.ADVICE, Level.MUST): "Better do. We advise {who} to {do}{where}.",
        (Binding.REQUEST, Level.NOT_ALLOWED): "Please do not. We ask {who} not to {do}{where}.",
        (Binding.ADVICE, Level.NOT_ALLOWED): "Better not. We advise {who} not to {do}{where}.",
    }
)
"""What is said where a rule only asks or advises."""

NO_ANSWER = "We have not written this down yet. Please ask us first."
"""What is said where no rule answers."""

_NAMED = "{Thing}: the rule for {who}{where}"
_ITSELF = "{Thing}: the rule{where}"


def lead(level: Level, audience: Audience = Audience.PUPILS, *, needs: bool = False) -> str:
    """Return the answer in a few words, such as `Ask first.`.

    Args:
        level: what the rule says.
        audience: who asks; pupils are watched by "an adult".
        needs: true if something is needed first.
    """
    if needs and level is Level.ALLOWED:
        return _NEEDS
    if level is Level.SUPERVISED and audience is not Audience.PUPILS:
        return _WITH_SOMEBODY
    return _LEADS[level]


def answer_sentence(  # noqa: PLR0917 - what an answer is made of
    policy: Policy,
    question: Question,
    rule: Rule | None,
    speaking_to: Speaking = "you",
    where: str | None = None,
    doing: tuple[Function, ...] = (),
) -> str:
    """Return the answer to a question, in one or two sentences.

    Args:
        policy: whose rules.
        question: what was asked.
        rule: the rule that answers it, as `RuleBook.answer(question).rule` gives it.
        speaking_to: `your child` where a parent asks for a child.
        where: where and when, if not in the words of the question's own setting.
        doing: all that the rule is about, if it is more than the use asked about.
    """
    if rule is None:
        return NO_ANSWER
    pattern = sentence_pattern(
        policy, rule, question.person.audience, moment(policy, rule, question.time)
    )
    return fill(
        pattern,
        {
            "who": speaking_to,
            "Who": capital(speaking_to),
            "do": do_words(policy, question.thing, doing or (question.function,), speaking_to),
            "where": where_words(policy, question.setting, question.function)
            if where is None
            else where,
        },
    )


def sentence_pattern(
    policy: Policy, rule: Rule, audience: Audience, at: Moment | None = None
) -> str:
    """Return the pattern of a rule's answer, with the slots who, Who, do and where.

    Args:
        policy: whose rule it is.
        rule: the rule that answers.
        audience: who asks; pupils are watched by "an adult".
        at: whether the time asked about is one of those at which the rule lets them.
    """
    words = {
        "at": listed(time_words(policy, each) for each in rule.at),
        "by": listed((somebody(policy, each) for each in rule.by), "or"),
        "people": (rule.people or "").rstrip("."),
    }
    first = lead(rule.level, audience, needs=bool(rule.needs))
    if rule.about_itself:  # it is about the thing, and says so itself
        return f"{first} {rule.plain or fill(_SENTENCES[rule.level], {**words, **_NOBODY})}"
    if rule.level is Level.SET_TIMES and at is not None:
        return fill(_WITHIN if at == "within" else _OUTSIDE, words)
    softer = _SOFTER.get((rule.strength, rule.level))
    return fill(softer or f"{first} {_SENTENCES[rule.level]}", words)


def need_words(rule: Rule) -> tuple[str, ...]:
    """Return what is needed before a rule lets somebody, as short sentences."""
    return tuple(
        capital(each.text if each.text.endswith((".", "!", "?")) else f"{each.text}.")
        for each in rule.needs
    )


def other_details(policy: Policy, rule: Rule) -> tuple[str, ...]:
    """Return what a rule adds to its answer, to what it needs first and to its dates."""
    told = {"at": (), "by": (), "people": None, "needs": (), "effective_until": None}
    return rule_details(policy, rule.model_copy(update=told))


def moment(policy: Policy, rule: Rule, time: str) -> Moment | None:
    """Return how a time lies to those at which a rule lets somebody; None: partly in them."""
    if not rule.at:
        return None
    tree = Tree(policy.times)
    if any(tree.inside(time, each) for each in rule.at):
        return "within"
    return None if any(tree.inside(each, time) for each in rule.at) else "outside"


def question_sentence(  # noqa: PLR0917 - what a question is made of
    policy: Policy,
    question: Question,
    rule: Rule | None,
    who: str,
    where: str | None = None,
    doing: tuple[Function, ...] = (),
) -> str:
    """Return a question as people ask it: `Can pupils use a phone in lessons?`.

    An activity, and a rule about a thing itself, has a title instead: `Gambling: the rule for
    staff`.

    Args:
        policy: whose words are used.
        question: what is asked.
        rule: the rule that answers it, if one does.
        who: who asks, in words: `pupils in Years 5 and 6`, `I`.
        where: where and when, if not in the words of the question's own setting.
        doing: all that the rule is about, if it is more than the use asked about.
    """
    pattern = ASK
    if rule is not None and rule.about_itself:
        pattern = _ITSELF
    elif is_activity(policy, question.thing):
        pattern = _NAMED
    speaking: Speaking = "I" if who == "I" else "your child"
    return fill(
        pattern,
        {
            "who": who,
            "do": do_words(policy, question.thing, doing or (question.function,), speaking),
            "where": where_words(policy, question.setting, question.function)
            if where is None
            else where,
            "Thing": capital(thing_words(policy, question.thing, speaking)),
        },
    )
