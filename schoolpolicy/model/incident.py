"""What to do when something goes wrong: incidents and flowcharts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schoolpolicy.model.base import (
    CitationRef,
    ContactRef,
    Id,
    Record,
    RequirementRef,
    RoleRef,
    Shape,
    Text,
    shared_or_own,
)
from schoolpolicy.model.statement import PupilWording


class IncidentKind(StrEnum):
    """How an incident is handled."""

    CRIME = "crime"
    SAFEGUARDING = "safeguarding"
    BEHAVIOUR = "behaviour"


class Step(Record):
    """One thing to do, by whom and by when, in the order of the list."""

    text: Text
    by: RoleRef
    within: Text | None = None
    """By when, counted from learning of it: "at once", "the same day"."""
    tell: tuple[RoleRef, ...] = ()
    contacts: tuple[ContactRef, ...] = ()
    because: Text | None = None


class Never(Record):
    """Something nobody may do, and why.

    Those under the top-level key `nevers` are shared: an incident that names one by its id
    under `never` takes the words from there.
    """

    text: Text
    because: Text


Nevers = Annotated[
    tuple[Never, ...],
    shared_or_own("nevers", text={"type": "string"}, because={"type": "string"}),
]
"""What nobody may do: a shared entry by its id alone, or one with words of its own."""


class Told(Shape):
    """What one audience reads about an incident."""

    parents: Text
    """What a parent should do and can expect."""
    pupils: PupilWording
    """Help first; then what happens next."""


class Incident(Record):
    """A kind of misuse or harm, and what the school does, step by step."""

    title: Text
    plain_title: Text
    kind: IncidentKind
    summary: Text
    signs: tuple[Text, ...] = ()
    clock: Text
    """The time limit that governs the whole, for example "Start now; finish today"."""
    decides: RoleRef
    if_subject: RoleRef
    """Who decides if the one who decides is the subject of the concern."""
    steps: tuple[Step, ...] = Field(min_length=1)
    never: Nevers = Field(min_length=1)
    stop: Text | None = None
    """What shows that a ladder of responses is the wrong thing, and what to do first.

    It is told before each ladder that names the incident and has no words of its own.
    """
    told: Told
    contacts: tuple[ContactRef, ...] = ()
    record: Text
    """What is written down, and where."""
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()
    keywords: tuple[Text, ...] = ()


class FlowNode(Shape):
    """One box of a flowchart. `kind` gives its shape; `lane` its branch."""

    id: Id
    kind: FlowKind
    lane: Id
    text: Text
    by: RoleRef | None = None


class FlowKind(StrEnum):
    """The shapes of a flowchart's boxes."""

    START = "start"
    QUESTION = "question"
    STEP = "step"
    STOP = "stop"
    END = "end"


class FlowLane(Shape):
    """One branch of a flowchart, with the answer that leads into it."""

    id: Id
    title: Text
    answer: Text


class Flowchart(Record):
    """A question with two or more branches, drawn as a picture.

    Nodes whose lane is `all` stand above or below the branches, in the order of the list.
    """

    title: Text
    description: Text
    lanes: tuple[FlowLane, ...] = Field(min_length=2)
    nodes: tuple[FlowNode, ...] = Field(min_length=3)


FlowNode.model_rebuild()
Flowchart.model_rebuild()
