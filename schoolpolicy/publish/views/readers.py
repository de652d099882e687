"""One topic in the words of one group of readers, with the rules and help that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import CHILDREN, Audience, Band, Reader
from schoolpolicy.publish.views.levels import LevelLook, look
from schoolpolicy.publish.views.numbering import listed
from schoolpolicy.publish.views.years import YearQuestion, year_questions
from schoolpolicy.rules.bands import band_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.incident import Incident
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.statement import Statement, Topic
    from schoolpolicy.publish.views.numbering import NumberedPoint
    from schoolpolicy.rules.answer import RuleBook


@dataclass(frozen=True)
class Saying:
    """One statement in the reader's words.

    Attributes:
        id: the statement.
        text: the words.
        formal: the formal sentence that leads to the list below it, where the words do not.
        points: the list.
    """

    id: str
    text: str
    formal: str | None = None
    points: tuple[NumberedPoint, ...] = ()


@dataclass(frozen=True)
class RuleLine:
    """One rule in a short sentence, with its level."""

    id: str
    about: str
    """The thing that it is about."""
    look: LevelLook
    text: str


@dataclass(frozen=True)
class RuleGroup:
    """Rules for one group of people, under a heading."""

    title: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True)
class TopicView:
    """What one group of readers is told about a topic.

    Attributes:
        child: True if the readers are children, who get larger type and more pictures.
        area: the part of the site that they read.
        sayings: the statements in their words.
        years: for parents, what depends on the year of their child.
        rules: the rules about the topic's things: for them, and for parents also those for
            their children.
        exceptions: what those rules give way to.
        incidents: what can go wrong, with what these readers are told first.
        contacts: the ids of the contacts that are for them.
    """

    child: bool
    area: str
    sayings: tuple[Saying, ...]
    years: tuple[YearQuestion, ...]
    rules: tuple[RuleGroup, ...]
    exceptions: tuple[str, ...]
    incidents: tuple[tuple[Incident, str | None], ...]
    contacts: tuple[str, ...]


def topic_view(book: RuleBook, topic: Topic, reader: Reader) -> TopicView:
    """Gather what a reader needs to know about a topic."""
    policy = book.policy
    band = band_of(reader)
    audience = Audience.PUPILS if band else Audience(reader)
    whose = _whose_rules(audience)
    related = [each for each in _related(book, topic) if each.plain]
    groups: dict[str, list[Rule]] = {}
    for title, whom in whose.items():
        groups[title] = [each for each in related if whom in each.who.audience]
        # What holds for several of them is said once.
        related = [each for each in related if whom not in each.who.audience]
    pupils_rules = [each for rules in groups.values() for each in rules]
    years = year_questions(book, pupils_rules) if audience is Audience.PARENTS else ()
    told = {rule for question in years for rule in question.rules - question.wider}
    incidents = [each for each in policy.incidents if each.id in topic.incidents]
    contacts = {each.id: each for each in policy.contacts}
    return TopicView(
        child=band in CHILDREN,
        area="pupils" if band else reader,
        sayings=sayings(policy.about(topic.id), reader),
        years=years,
        rules=tuple(
            RuleGroup(title, lines)
            for title, rules in groups.items()
            if (
                lines := tuple(
                    _line(policy, rule, whose[title]) for rule in rules if rule.id not in told
                )
            )
        ),
        exceptions=tuple(
            dict.fromkeys(
                each.text for rules in groups.values() for rule in rules for each in rule.unless
            )
        ),
        incidents=tuple((each, incident_words(each, reader)) for each in incidents),
        contacts=tuple(each for each in topic.contacts if audience in contacts[each].audiences),
    )


def sayings(statements: Iterable[Statement], reader: Reader) -> tuple[Saying, ...]:
    """Return what statements tell a reader.

    A reader's words take the place of the formal text and its list. Words that end with a colon
    lead to the list. Staff work by the formal text, so they read its list in any case.
    """
    found = []
    for each in statements:
        words = each.words.told(reader)
        if words is None:
            continue
        leads = words.endswith(":")
        if each.points and (leads or reader == "staff"):
            points = listed(each.points, each.id, lettered=False)
            found.append(Saying(each.id, words, None if leads else each.text, points))
        else:
            found.append(Saying(each.id, words))
    return tuple(found)


def band_of(reader: str) -> Band | None:
    """Return the age band that a reader is; None for an adult."""
    return Band(reader) if reader in set(Band) else None


def reads(rule: Rule, band: Band | None) -> bool:
    """Tell whether an age band reads a rule at all; everybody older does.

    Not all is for small children: they read a rule only where it has words of their own.
    """
    return band is not Band.EYFS_KS1 or rule.pupils.told(band) is not None


def incident_words(incident: Incident, reader: Reader) -> str | None:
    """Return what a reader is told about an incident: pupils and parents their words."""
    band = band_of(reader)
    if band:
        return incident.told.pupils.told(band)
    return incident.told.parents if reader == "parents" else incident.summary


def told_pupils(policy: Policy, incident: Incident) -> tuple[tuple[Band, str, str], ...]:
    """Return what each age band of the school is told about an incident."""
    return tuple(
        (band, band_words(policy, band), words)
        for band in policy.bands
        if (words := incident.told.pupils.told(band))
    )


def _whose_rules(audience: Audience) -> dict[str, Audience]:
    """Return whose rules an audience reads, by the heading that they stand under."""
    if audience is Audience.PARENTS:
        return {"What we tell your child": Audience.PUPILS, "Rules for you": audience}
    return {"The rules": audience}


def _line(policy: Policy, rule: Rule, whose: Audience) -> RuleLine:
    titles = {each.id: each.title for each in policy.things}
    titles |= {each.id: each.title for each in policy.activities}
    return RuleLine(rule.id, titles[rule.thing], look(rule.level, whose), rule.plain or "")


def _related(book: RuleBook, topic: Topic) -> list[Rule]:
    """Return the rules about the things of a topic."""
    current = set(book.ids)
    return [each for each in book.policy.rules if each.id in current and each.thing in topic.things]
