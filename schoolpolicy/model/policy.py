"""The resolved policy: the layers merged, terms filled in, indexes built."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import SkipJsonSchema

from schoolpolicy.model.agreement import Agreement, ConsentPurpose
from schoolpolicy.model.base import Id
from schoolpolicy.model.checklist import Checklist
from schoolpolicy.model.document import KeptRecord, LinkedPolicy, Tool
from schoolpolicy.model.grid import Grid
from schoolpolicy.model.incident import Flowchart, Incident, Never
from schoolpolicy.model.learning import Strand, Training
from schoolpolicy.model.organisation import Cohort, School
from schoolpolicy.model.response import Response, Restriction
from schoolpolicy.model.review import Approval, Evidence, ReviewItem
from schoolpolicy.model.role import Duty, Role
from schoolpolicy.model.rule import Rule, RuleException
from schoolpolicy.model.scope import Activity, Event, Place, Thing, Time, Zone
from schoolpolicy.model.source import Citation, Contact, Requirement
from schoolpolicy.model.statement import GlossaryEntry, RiskCategory, Section, Statement, Topic
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.term import Choice, Term
from schoolpolicy.model.vocabulary import Band

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.base import Record


R = TypeVar("R", bound="Record")

_SUBJECT_OF: Mapping[type[Record], str] = {
    Duty: "duties",
    **{shape: subject for subject, shape in SUBJECTS.items()},
}


class UnknownIdError(LookupError):
    """Raised when something asks for a record that the policy does not have."""

    def __init__(self, subject: str, wanted: str, known: Iterable[str]) -> None:
        self.subject = subject
        self.wanted = wanted
        self.known = tuple(known)
        super().__init__(f'no record of {subject} has the id "{wanted}"')


class Policy(BaseModel):
    """One school's whole policy, resolved; the only thing that checks and views read.

    Every field but the first four holds the records of one subject, in the order in
    which they were written. Nothing in it changes after it was made.
    """

    model_config = ConfigDict(frozen=True, ignored_types=(cached_property,))

    slug: Id
    school: School
    words: dict[str, str]
    """What each placeholder stands for: `pupils` -> `learners`, `Pupils` -> `Learners`."""
    day: Annotated[dt.date, SkipJsonSchema()]
    """The day for which the policy is shown: rules hold from and until a day."""

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
    nevers: tuple[Never, ...] = ()
    places: tuple[Place, ...] = ()
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
    terms: tuple[Term, ...] = ()
    things: tuple[Thing, ...] = ()
    times: tuple[Time, ...] = ()
    tools: tuple[Tool, ...] = ()
    topics: tuple[Topic, ...] = ()
    training: tuple[Training, ...] = ()
    zones: tuple[Zone, ...] = ()

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
        others = {"slug", "school", "words", "day", "approvals", "evidence"}
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
