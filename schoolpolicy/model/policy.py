"""The resolved policy: the layers merged, terms filled in, indexes built."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Protocol, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator
from pydantic.json_schema import SkipJsonSchema

from schoolpolicy.model.agreement import Agreement, ConsentPurpose
from schoolpolicy.model.base import UNDECIDED, Id
from schoolpolicy.model.checklist import Checklist
from schoolpolicy.model.document import KeptRecord, LinkedPolicy, Tool
from schoolpolicy.model.grid import Grid
from schoolpolicy.model.incident import Flowchart, Incident, Never
from schoolpolicy.model.layer import Departure, Trust
from schoolpolicy.model.learning import Strand, Training
from schoolpolicy.model.marker import Marker
from schoolpolicy.model.organisation import Cohort, School
from schoolpolicy.model.post import Post
from schoolpolicy.model.response import Response, Restriction
from schoolpolicy.model.review import Approval, Evidence, ReviewItem
from schoolpolicy.model.role import Duty, Role
from schoolpolicy.model.rule import Rule, RuleException
from schoolpolicy.model.scope import Activity, Event, Place, Thing, Time, Zone
from schoolpolicy.model.source import Citation, Contact, Requirement
from schoolpolicy.model.statement import GlossaryEntry, RiskCategory, Section, Statement, Topic
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.superseded import Superseded
from schoolpolicy.model.term import Choice, Term
from schoolpolicy.model.vocabulary import Band

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.base import Only, Record


R = TypeVar("R", bound="Record")

_SUBJECT_OF: Mapping[type[Record], str] = {
    Duty: "duties",
    **{shape: subject for subject, shape in SUBJECTS.items()},
}


def _published(info: ValidationInfo) -> bool:
    """Return True if the school publishes the names of those who hold posts."""
    school = info.data.get("school")
    return school is not None and school.publish_names


class UnknownIdError(LookupError):
    """Raised when something asks for a record that the policy does not have."""

    def __init__(self, subject: str, wanted: str, known: Iterable[str]) -> None:
        self.subject = subject
        self.wanted = wanted
        self.known = tuple(known)
        super().__init__(f'no record of {subject} has the id "{wanted}"')


class OpenChoice(NamedTuple):
    """A choice that a school has not made, and what the answers are called.

    Attributes:
        choice: the choice.
        answers: those with which something would hold.
        others: those with which it would not.
    """

    choice: Choice
    answers: tuple[str, ...]
    others: tuple[str, ...]


class Conditional(Protocol):
    """What may apply under conditions: a record, or a page."""

    @property
    def only(self) -> Only:
        """When it applies."""


class Policy(BaseModel):
    """One school's whole policy, resolved; the only thing that checks and views read.

    Every field but the first five holds the records of one subject, in the order in
    which they were written. Nothing in it changes after it was made.
    """

    model_config = ConfigDict(frozen=True, ignored_types=(cached_property,))

    slug: Id
    school: School
    trust: Trust | None = None
    words: dict[str, str]
    """What each placeholder stands for: `pupils` -> `learners`, `Pupils` -> `Learners`."""
    day: Annotated[dt.date, SkipJsonSchema()]
    """The day for which the policy is shown: rules hold from and until a day."""
    final: bool = False
    """True for a publication, in which nothing is undecided; False for a draft."""

    departures: Annotated[tuple[Departure, ...], SkipJsonSchema()] = ()
    """In what the trust and the school depart from the model policy."""

    activities: tuple[Activity, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    approvals: tuple[Approval, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    choices: tuple[Choice, ...] = ()
    citations: tuple[Citation, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    consents: tuple[ConsentPurpose, ...] = ()
    contacts: tuple[Contact, ...] = ()
    curriculum: tuple[Strand, ...] = ()
    documents: tuple[LinkedPolicy, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    events: tuple[Event, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    flowcharts: tuple[Flowchart, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    grids: tuple[Grid, ...] = ()
    incidents: tuple[Incident, ...] = ()
    markers: Annotated[tuple[Marker, ...], SkipJsonSchema()] = ()
    nevers: tuple[Never, ...] = ()
    places: tuple[Place, ...] = ()
    posts: tuple[Post, ...] = ()
    records: tuple[KeptRecord, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    responses: tuple[Response, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    reviews: tuple[ReviewItem, ...] = ()
    risks: tuple[RiskCategory, ...] = ()
    roles: tuple[Role, ...] = ()
    rules: tuple[Rule, ...] = ()
    sections: tuple[Section, ...] = ()
    statements: tuple[Statement, ...] = ()
    superseded: Annotated[tuple[Superseded, ...], SkipJsonSchema()] = ()
    terms: tuple[Term, ...] = ()
    things: tuple[Thing, ...] = ()
    times: tuple[Time, ...] = ()
    tools: tuple[Tool, ...] = ()
    topics: tuple[Topic, ...] = ()
    training: tuple[Training, ...] = ()
    zones: tuple[Zone, ...] = ()

    @field_validator("posts")
    @classmethod
    def _without_names(cls, posts: tuple[Post, ...], info: ValidationInfo) -> tuple[Post, ...]:
        """Leave out people's names, unless the school publishes them: no output can hold one."""
        if _published(info):
            return posts
        return tuple(post.model_copy(update={"name": None}) for post in posts)

    @field_validator("departures")
    @classmethod
    def _without_changed_names(
        cls, departures: tuple[Departure, ...], info: ValidationInfo
    ) -> tuple[Departure, ...]:
        """Leave names out of what is told of changes, too."""
        if _published(info):
            return departures
        return tuple(
            each
            if each.subject != "posts"
            else each.model_copy(
                update={"fields": tuple(one for one in each.fields if one.field != "name")}
            )
            for each in departures
        )

    @cached_property
    def _index(self) -> Mapping[str, Mapping[str, Record]]:
        subjects = {
            name: MappingProxyType({record.id: record for record in getattr(self, name)})
            for name in self.subjects()
        }
        subjects["duties"] = MappingProxyType(
            {duty.id: duty for role in self.roles for duty in role.duties}
        )
        subjects["things"] = MappingProxyType({**subjects["things"], **subjects["activities"]})
        return MappingProxyType(subjects)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, without the indexes of the original, which would show what it held."""
        copy = super().model_copy(update=update, deep=deep)
        for name, member in vars(type(self)).items():
            if isinstance(member, cached_property):
                copy.__dict__.pop(name, None)
        return copy

    @classmethod
    def subjects(cls) -> tuple[str, ...]:
        """Return the names of the subjects whose records have ids."""
        others = {"slug", "school", "trust", "departures", "words", "day", "final"}
        others |= {"approvals", "evidence"}
        return tuple(name for name in cls.model_fields if name not in others)

    def subject(self, name: str) -> Mapping[str, Record]:
        """Return the records of one subject by id. `duties` counts as a subject."""
        return self._index[name]

    def get(self, subject: str, wanted: str) -> Record:
        """Return one record.

        Raises:
            UnknownIdError: the policy has no such record.
        """
        records = self._index[subject]
        if wanted not in records:
            raise UnknownIdError(subject, wanted, records)
        return records[wanted]

    def open_choices(self, conditional: Conditional) -> tuple[OpenChoice, ...]:
        """Return the choices still to be made on which it depends whether something applies."""
        if not conditional.only.choices:
            return ()
        choices = self.subject("choices")
        made = self.school.choices
        found = []
        for name in conditional.only.choices:
            choice = choices.get(name)
            if made.get(name, UNDECIDED) == UNDECIDED and isinstance(choice, Choice):
                answers = choice.labels(conditional.only.answers(name))
                others = (each.label for each in choice.options if each.label not in answers)
                found.append(OpenChoice(choice, answers, tuple(others)))
        return tuple(found)

    @cached_property
    def duty_roles(self) -> Mapping[str, Role]:
        """For each duty id, the role that has the duty."""
        return MappingProxyType({duty.id: role for role in self.roles for duty in role.duties})

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The age bands that this school's pupils read, youngest first."""
        present = {
            cohort.band
            for cohort in self.cohorts
            if cohort.id in self.school.cohorts and cohort.band
        }
        return tuple(band for band in Band if band in present)

    @cached_property
    def _by_topic(self) -> Mapping[str, tuple[Statement, ...]]:
        return MappingProxyType(
            {
                topic.id: tuple(each for each in self.statements if each.topic == topic.id)
                for topic in self.topics
            }
        )

    def about(self, topic: str) -> tuple[Statement, ...]:
        """Return the statements of one topic, in their order; none if it has none."""
        return self._by_topic.get(topic, ())

    def find(self, shape: type[R], wanted: str) -> R:
        """Return one record of a shape, for example `find(Role, "dsl")`.

        Raises:
            UnknownIdError: the policy has no such record.
        """
        subject = _SUBJECT_OF[shape]
        found = self.get(subject, wanted)
        if not isinstance(found, shape):  # an activity counts as a thing, but is none
            raise UnknownIdError(subject, wanted, ())
        return found

    def duty(self, wanted: str) -> Duty:
        """Return one duty.

        Raises:
            UnknownIdError: no role has such a duty.
        """
        return self.find(Duty, wanted)
