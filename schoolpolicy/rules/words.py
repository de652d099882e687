"""Questions in words, as messages and pages say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.scope import ANY_TIME, AUDIENCE_GROUPS
from schoolpolicy.model.vocabulary import Audience, Function

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from schoolpolicy.model.organisation import Cohort
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.scope import Who
    from schoolpolicy.rules.people import Person
    from schoolpolicy.rules.space import Question

DOING = {
    Function.ANY: "using {thing}",
    Function.BRING: "bringing {thing}",
    Function.CARRY: "carrying {thing}",
    Function.CALL: "calling with {thing}",
    Function.MESSAGE: "sending messages with {thing}",
    Function.PHOTOGRAPH: "taking pictures with {thing}",
    Function.RECORD: "recording with {thing}",
    Function.TELL_TIME: "telling the time with {thing}",
    Function.PAY: "paying with {thing}",
    Function.LISTEN: "listening with {thing}",
    Function.MEDICAL: "using {thing} for a health need",
}
"""What people do with a thing, as it stands in the middle of a sentence."""


def inside(title: str) -> str:
    """Return a title as it stands in the middle of a sentence."""
    first = title.split(" ", maxsplit=1)[0]
    kept = first.startswith("Year") or (first != "A" and first[:2].isupper())
    return title if kept else title[:1].lower() + title[1:]


def title_of(policy: Policy, subject: str, identity: str) -> str:
    """Return the title of a record; its id, if its kind has no titles."""
    return str(getattr(policy.get(subject, identity), "title", identity))


def person_words(policy: Policy, person: Person) -> str:
    """Return one person in words: `Year 6`, `Year 9, Birch House`, `staff`."""
    titles = [each.title for each in policy.cohorts if each.id in person.cohorts]
    return ", ".join(titles) or audience_words(policy, person.audience)


def audience_words(policy: Policy, audience: Audience) -> str:
    """Return the school's word for an audience, in the middle of a sentence."""
    return policy.words.get(audience.value, audience.value)


def audiences_words(policy: Policy, who: Who) -> str:
    """Return whom a rule is for, without cohorts: `pupils`, `staff and governors`, `everyone`."""
    for name, group in AUDIENCE_GROUPS.items():
        if set(who.audience) == set(group):
            return "all adults" if name == "adults" else name
    return listed([audience_words(policy, each) for each in who.audience])


def setting_words(policy: Policy, question: Question) -> str:
    """Return where, when and on what occasion, in the middle of a sentence."""
    parts = [title_of(policy, "places", question.place)]
    if question.time != ANY_TIME:
        parts.append(title_of(policy, "times", question.time))
    if question.occasion is not None:
        events = policy.subject("events")
        subject = "events" if question.occasion in events else "restrictions"
        parts.append(title_of(policy, subject, question.occasion))
    return ", ".join(inside(each) for each in parts)


def use_words(policy: Policy, question: Question) -> str:
    """Return what is done with which thing: `using a phone`, `hacking`."""
    thing = policy.get("things", question.thing)
    plain = getattr(thing, "plain", None)
    if plain is None:  # an activity is named by what it is
        return inside(str(getattr(thing, "title", thing.id)))
    return DOING[question.function].format(thing=plain)


def question_words(policy: Policy, question: Question) -> str:
    """Return a question in words: `using a phone, in lessons (Year 6)`."""
    who = person_words(policy, question.person)
    return f"{use_words(policy, question)}, {setting_words(policy, question)} ({who})"


def years_words(titles: Sequence[str], every: Collection[str]) -> str:
    """Return year groups in words: as a range if they follow each other.

    Args:
        titles: the titles of some year groups, in the order of `every`.
        every: the titles of all of them, the youngest first.
    """
    order = list(every)
    first = order.index(titles[0])
    if len(titles) > 2 and order[first : first + len(titles)] == list(titles):
        return f"{titles[0]} to {titles[-1]}"
    if len(titles) > 1 and all(each.startswith("Year ") for each in titles):
        named = [each.removeprefix("Year ") for each in titles]
        return f"Years {', '.join(named[:-1])} and {named[-1]}"
    return ", ".join(titles[:-1]) + (" and " if titles[1:] else "") + titles[-1]


def people_words(policy: Policy, people: Collection[Person], among: Collection[Person]) -> str:
    """Return a group in words: `staff`, `Years 5 and 6`, `Year 12, Birch House; governors`.

    Args:
        policy: whose words are used.
        people: the group.
        among: everybody of whom they are a part; an audience that is there as a whole is
            named by its own name.
    """
    parts = []
    for audience in Audience:
        mine = [each for each in people if each.audience is audience]
        whole = [each for each in among if each.audience is audience]
        if mine and len(mine) == len(whole):
            parts.append(audience_words(policy, audience))
        elif mine:
            cohorts = {each.id: each for each in policy.cohorts}
            named = {name for each in whole for name in each.cohorts}
            kinds = list(dict.fromkeys(each.kind for each in policy.cohorts if each.id in named))
            others = f"other {audience_words(policy, audience)}"
            parts += _mixes(cohorts, kinds, mine, whole, others)
    return listed(parts, comma="; " if any(", " in each for each in parts) else ", ")


def listed(words: Iterable[str], last: str = "and", comma: str = ", ") -> str:
    """Return words as a list in a sentence: `a, b and c`."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    before_last = comma.rstrip() if comma != ", " else ""
    return f"{comma.join(parts[:-1])}{before_last} {last} {parts[-1]}"


def _mixes(
    cohorts: Mapping[str, Cohort],
    kinds: Sequence[str],
    some: list[Person],
    whole: list[Person],
    others: str,
) -> list[str]:
    """Return words for people of one audience, kind by kind of cohort."""
    if not kinds or len(some) == len(whole):
        return [""]
    kind, *further = kinds
    values = list(dict.fromkeys(_of_kind(cohorts, each, kind) for each in whole))
    values.sort(key=lambda value: list(cohorts).index(value) if value else len(cohorts))
    same: dict[tuple[str, ...], list[str | None]] = {}
    for value in values:
        mine = [each for each in some if _of_kind(cohorts, each, kind) == value]
        theirs = [each for each in whole if _of_kind(cohorts, each, kind) == value]
        if mine:
            rest = tuple(_mixes(cohorts, further, mine, theirs, others))
            same.setdefault(rest, []).append(value)
    every = [cohorts[value].title for value in values if value]
    found = []
    for rests, members in same.items():
        titles = [cohorts[value].title for value in members if value]
        named = years_words(titles, every) if titles else ""
        if None in members and len(members) < len(values):
            named = f"{named} and {others}" if named else others
        here = "" if len(members) == len(values) else named
        found += [", ".join(filter(None, (here, each))) for each in rests]
    return found


def _of_kind(cohorts: Mapping[str, Cohort], person: Person, kind: str) -> str | None:
    return next((name for name in sorted(person.cohorts) if cohorts[name].kind == kind), None)
