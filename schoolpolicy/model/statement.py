"""What the policy says: topics, and statements in the words of each reader."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schoolpolicy.model.base import (
    CitationRef,
    ContactRef,
    DocumentRef,
    DutyRef,
    Id,
    IncidentRef,
    Record,
    RequirementRef,
    RoleRef,
    Shape,
    Text,
    ThingRef,
    TopicRef,
)
from schoolpolicy.model.vocabulary import Band, Reader


class Shown(StrEnum):
    """What a chapter can show beside statements."""

    WHO_ANSWERS_TO_WHOM = "who-answers-to-whom"
    ROLES = "roles"
    RISKS = "risks"
    GRIDS = "grids"
    ACTIVITIES = "activities"
    FLOWCHARTS = "flowcharts"
    INCIDENTS = "incidents"
    RESPONSES = "responses"
    CONTACTS = "contacts"
    AGREEMENTS = "agreements"
    REVIEWS = "reviews"
    CHECKLISTS = "checklists"
    CITATIONS = "citations"
    GLOSSARY = "glossary"
    TRAINING = "training"
    CURRICULUM = "curriculum"
    CONSENTS = "consents"
    TOOLS = "tools"
    RECORDS = "records"
    DOCUMENTS = "documents"
    HISTORY = "history"


class Section(Record):
    """One chapter of the formal policy, in the order of the file."""

    title: Text
    intro: Text
    topics: tuple[TopicRef, ...] = ()
    shows: tuple[Shown, ...] = ()
    """What the chapter shows beside the statements of its topics."""


class Untold(Shape):
    """A group of readers whom a topic tells nothing, and why."""

    reader: Reader
    because: Text


class Topic(Record):
    """A subject that statements are about."""

    title: Text
    plain_title: Text
    """The title in a parent's or pupil's words."""
    group: Text | None = None
    """The heading under which readers find it, together with its neighbours in the file."""
    intro: Text
    icon: Id
    keywords: tuple[Text, ...] = ()
    """Everyday words that people search with."""
    owner: RoleRef
    incidents: tuple[IncidentRef, ...] = ()
    contacts: tuple[ContactRef, ...] = ()
    things: tuple[ThingRef, ...] = ()
    """What the topic's rules are about: their readers see these beside the statements."""
    untold: tuple[Untold, ...] = ()
    """The readers to whom no statement of the topic speaks."""


class PupilWording(Shape):
    """A statement in pupils' words, by age band. A band left out is not told."""

    eyfs_ks1: Text | None = None
    ks2: Text | None = None
    ks3_4: Text | None = None
    sixth_form: Text | None = None

    def told(self, band: Band) -> str | None:
        """Return the wording for one age band."""
        text: str | None = getattr(self, band.value.replace("-", "_"))
        return text


class Wording(Shape):
    """A statement in the words of each audience that reads it."""

    parents: Text | None = None
    staff: Text | None = None
    governors: Text | None = None
    community: Text | None = None
    pupils: PupilWording = PupilWording()

    def told(self, reader: Reader) -> str | None:
        """Return the words for one reader; None if nothing is for them."""
        if reader in set(Band):
            return self.pupils.told(Band(reader))
        text: str | None = getattr(self, reader)
        return text


class Point(Record):
    """One entry of a list below a statement; it may have a list of its own."""

    text: Text
    points: tuple[Point, ...] = ()


class Statement(Record):
    """One sentence of policy: its formal wording, and the words of each audience."""

    topic: TopicRef
    icon: Id | None = None
    """The picture that pupils see with it; else that of the topic."""
    text: Text
    points: tuple[Point, ...] = ()
    """What the sentence lists, where it ends with a colon.

    It belongs to the formal text. Staff read it too, on the page of the topic. Other readers
    have their words in its place, unless these end with a colon and so lead to the list.
    """
    words: Wording = Wording()
    because: Text | None = None
    duties: tuple[DutyRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    """The linked policies and appendices that it leans on."""
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()


class RiskCategory(Record):
    """One of the four areas of online risk, with its risks."""

    title: Text
    plain: Text
    """What it means, in a parent's words."""
    source: tuple[CitationRef, ...] = ()
    risks: tuple[Risk, ...] = Field(min_length=1)


class Risk(Shape):
    """One risk, and the topics of the policy that lower it."""

    id: Id
    title: Text
    text: Text
    topics: tuple[TopicRef, ...] = ()
    incidents: tuple[IncidentRef, ...] = ()


class GlossaryEntry(Record):
    """A word or short form that readers may not know."""

    word: Text
    short_for: Text | None = None
    means: Text


RiskCategory.model_rebuild()
