"""Questions and answers in everyday sentences.

A sentence is made from a pattern with slots, one pattern for each level:

    No. {Who} may not {do}{where}.

`sentence_pattern` gives the pattern for one rule, with all that is particular to the rule filled
in; `fill` puts in who asks, about what and where. The picker on the site is given the same
patterns, so that no sentence is written twice.
"""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from schoolpolicy.model.role import Role
from schoolpolicy.model.rule import Binding
from schoolpolicy.model.scope import Activity, Thing
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.phrases import capital, the
from schoolpolicy.publish.views.rule_words import time_words
from schoolpolicy.rules.trees import Tree
from schoolpolicy.rules.words import audience_words, inside, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.space import Question, Setting

Speaking = Literal["you", "your child"]
"""Whom an answer speaks about: who asks, or the child of who asks."""

Moment = Literal["within", "outside"]
"""How a time that was asked about lies to the times at which a rule lets somebody."""

DO: Mapping[Function, str] = MappingProxyType(
    {
        Function.ANY: "use {thing}",
        Function.BRING: "bring {thing}",
        Function.CARRY: "carry {thing}",
        Function.CALL: "make calls with {thing}",
        Function.MESSAGE: "send messages with {thing}",
        Function.PHOTOGRAPH: "take photos with {thing}",
        Function.RECORD: "film or record with {thing}",
        Function.TELL_TIME: "tell the time with {thing}",
        Function.PAY: "pay with {thing}",
        Function.LISTEN: "listen with {thing}",
        Function.MEDICAL: "use {thing} for a health need",
    }
)
"""What people do with a thing, as it follows "can I" or "you may not"."""

_WITH_IT = " with {thing}"

DO_ACTIVITY = "do this ({thing})"
"""The same for an activity, whose title is a name: "hacking"."""

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

ASK = "Can {who} {do}{where}?"
_NAMED = "{Thing}: the rule for {who}{where}"
_ITSELF = "{Thing}: the rule{where}"
ANYWHERE = "anywhere"
ANY_TIME = "any-time"
_AT_SCHOOL = " at school"
_TO_SCHOOL = " to school"
"""The main place in everyday words; what is brought there is brought to school."""
ELSEWHERE = " anywhere else"
"""Where a rule holds that others come before at some places."""

_JOINS = (
    *("after", "at", "away", "before", "between", "during", "from", "in", "on", "outside"),
    *("near", "off", "out", "over", "until", "when", "while", "with", "within"),
)
"""The words with which a place or time begins that can follow a verb as it is."""

_SLOT = re.compile(r"\{(\w+)\}")


def fill(pattern: str, words: Mapping[str, str]) -> str:
    """Put words into the slots of a pattern, all at once; a slot without words is left."""
    return _SLOT.sub(lambda slot: words.get(slot[1], slot[0]), pattern)


def lead(level: Level, audience: Audience = Audience.PUPILS) -> str:
    """Return the answer in a word or two, such as `Ask first.`."""
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
        "by": listed((_somebody(policy, each) for each in rule.by), "or"),
        "people": (rule.people or "").rstrip("."),
    }
    first = lead(rule.level, audience)
    if rule.about_itself:  # it is about the thing, and says so itself
        return f"{first} {rule.plain or fill(_SENTENCES[rule.level], {**words, **_NOBODY})}"
    if rule.level is Level.SET_TIMES and at is not None:
        return fill(_WITHIN if at == "within" else _OUTSIDE, words)
    softer = _SOFTER.get((rule.strength, rule.level))
    return fill(softer or f"{first} {_SENTENCES[rule.level]}", words)


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
    speaking: Speaking = "you" if who == "I" else "your child"
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


def thing_question(policy: Policy, record: Record) -> str:
    """Return what the page of a thing or an activity is called: `Can I use a phone?`."""
    if isinstance(record, Activity):
        return record.title
    doing = do_words(policy, record.id, (Function.ANY,), "you").replace("your own", "my own")
    return fill(ASK, {"who": "I", "do": doing.replace("you wear", "I wear"), "where": ""})


def do_words(
    policy: Policy, thing: str, functions: Iterable[Function], speaking_to: Speaking
) -> str:
    """Return what is done with which thing: `use a phone`, `do this (hacking)`.

    Several uses share the thing: `take photos, film or record with a phone`.
    """
    if is_activity(policy, thing):
        pattern = DO_ACTIVITY
    else:
        phrases = [DO[each] for each in functions]
        if len(phrases) > 1 and all(each.endswith(_WITH_IT) for each in phrases):
            verbs = [verb for each in phrases for verb in each.removesuffix(_WITH_IT).split(" or ")]
            pattern = f"{listed(verbs, 'or')}{_WITH_IT}"
        else:
            pattern = listed(phrases, "or")
    return fill(pattern, {"thing": thing_words(policy, thing, speaking_to)})


def is_activity(policy: Policy, thing: str) -> bool:
    """Tell whether a thing that rules are about is an activity."""
    return isinstance(policy.get("things", thing), Activity)


def thing_words(policy: Policy, thing: str, speaking_to: Speaking) -> str:
    """Return what people call a thing: `a phone`, `their own laptop`, `hacking`."""
    record = policy.get("things", thing)
    if not isinstance(record, Thing):
        return inside(str(getattr(record, "title", record.id)))
    if speaking_to == "you":
        return record.plain
    return re.sub(r"\byou\b", "they", re.sub(r"\byour\b", "their", record.plain))


def where_words(
    policy: Policy,
    setting: Setting,
    function: Function = Function.ANY,
    zone: str | None = None,
) -> str:
    """Return where, when and on what occasion, to follow a verb: ` in lessons at break`.

    Nothing is said of a place or a time that is any.
    """
    parts = [place_words(policy, setting.place, function)]
    if zone is not None:
        parts.append(f" in the {inside(_title(policy, 'zones', zone))}")
    parts.append(time_of_day(policy, setting.time))
    if setting.occasion is not None:
        subject = "events" if setting.occasion in policy.subject("events") else "restrictions"
        parts.append(joined(_title(policy, subject, setting.occasion)))
    return "".join(parts)


def place_words(policy: Policy, place: str, function: Function = Function.ANY) -> str:
    """Return where, to follow a verb: ` in lessons`; of the main place ` at school`."""
    main = main_place(policy)
    if function is Function.BRING and place in {ANYWHERE, main}:
        return _TO_SCHOOL
    if place == ANYWHERE:
        return ""
    return _AT_SCHOOL if place == main else joined(_title(policy, "places", place))


def time_of_day(policy: Policy, time: str) -> str:
    """Return when, to follow a verb: ` at break`; nothing for any time."""
    return "" if time == ANY_TIME else joined(_title(policy, "times", time))


def main_place(policy: Policy) -> str:
    """Return the place that people mean who say "at school": the one with most places in it."""
    inner = Counter(each.within for each in policy.places if each.within not in {None, ANYWHERE})
    outer = [each.id for each in policy.places if each.id in inner]
    return max(outer, key=lambda place: inner[place], default=ANYWHERE)


def joined(title: str) -> str:
    """Return the title of a place or time so that it can follow a verb: ` at break`, ` (lunch)`."""
    words = inside(title)
    return f" {words}" if words.partition(" ")[0] in _JOINS else f" ({words})"


def audience_name(policy: Policy, audience: Audience) -> str:
    """Return what the people of an audience are called in a question."""
    if audience is Audience.COMMUNITY:
        return "people from the community"
    return audience_words(policy, audience)


def _where(policy: Policy, question: Question) -> str:
    return where_words(policy, question.setting, question.function)


def _somebody(policy: Policy, identity: str) -> str:
    """Return one person in a role: `the headteacher`, `a class teacher`, `a member of staff`."""
    title = policy.find(Role, identity).title
    if title.startswith("all "):
        return f"a member of {title.removeprefix('all ')}"
    one = {many: policy.words.get(key.removesuffix("s")) for key, many in policy.words.items()}
    single = one.get(title)
    if single is None or single == title:
        return the(title)
    return f"{'an' if single[:1].lower() in 'aeiou' else 'a'} {single}"


def _title(policy: Policy, subject: str, identity: str) -> str:
    return str(getattr(policy.get(subject, identity), "title", identity))
