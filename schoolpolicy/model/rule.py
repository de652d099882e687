"""What is allowed: rules, with their conditions and exceptions."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, NamedTuple, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    AgreementRef,
    CitationRef,
    Date,
    EventRef,
    Id,
    PlaceRef,
    Record,
    RequirementRef,
    RestrictionRef,
    RoleRef,
    Shape,
    Text,
    ThingRef,
    TimeRef,
    ZoneRef,
    shared_or_own,
)
from schoolpolicy.model.scope import ANY_TIME, ANYWHERE, Functions, Who
from schoolpolicy.model.statement import PupilWording
from schoolpolicy.model.vocabulary import Function, Level


class Ground(StrEnum):
    """What an exception rests on."""

    MEDICAL = "medical"
    DISABILITY = "disability"
    CARING = "caring"
    LANGUAGE = "language"
    FAMILY = "family"
    EMERGENCY = "emergency"
    OTHER = "other"


class RuleException(Record):
    """A case in which a rule gives way, and who decides that.

    Those under the top-level key `exceptions` are shared: a rule that names one by its id
    under `unless` takes the words from there.
    """

    text: Text
    decided_by: RoleRef
    ground: Ground = Ground.OTHER


Exceptions = Annotated[
    tuple[RuleException, ...],
    shared_or_own(
        "exceptions",
        text={"type": "string"},
        decided_by={"type": "string"},
        ground={"enum": [each.value for each in Ground]},
    ),
]
"""Exceptions: a shared one by its id alone, or one with words of its own."""


class PrerequisiteKind(StrEnum):
    """What must be there before a rule lets somebody."""

    FORM = "form"
    AGREEMENT = "agreement"
    CONSENT = "consent"
    TRAINING = "training"


class Prerequisite(Shape):
    """Something needed first: a signed form, an agreement, consent, training."""

    id: Id
    kind: PrerequisiteKind
    text: Text
    agreement: AgreementRef | None = None


class StorageKind(StrEnum):
    """Where a device is kept while it is not used, from least to most out of reach."""

    OUT_OF_SIGHT = "out-of-sight"
    BAG = "bag"
    POUCH = "pouch"
    LOCKER = "locker"
    TUTOR = "tutor"
    OFFICE = "office"


class Storage(Shape):
    """Where a device is kept while it is not used."""

    where: StorageKind
    text: Text


class Binding(StrEnum):
    """How strongly a rule binds: broken rules have consequences, requests and advice none."""

    RULE = "rule"
    REQUEST = "request"
    ADVICE = "advice"


_FREE = frozenset({Level.ALLOWED, Level.ADVISED_AGAINST, Level.UNDECIDED})
"""Levels with which nothing can be broken."""
_USED_WITH = MappingProxyType(
    {
        "at": frozenset({Level.SET_TIMES}),
        "by": frozenset({Level.WITH_PERMISSION, Level.SUPERVISED}),
    }
)
"""The levels with which a field means something."""


class Verdict(NamedTuple):
    """What a rule decides. Two rules agree if their verdicts are the same."""

    level: Level
    by: frozenset[str]
    at: frozenset[str]
    people: str | None


class Rule(Record):
    """Who may use what, where and when: who x thing x place x time -> level.

    A dimension left out means everything in it; without `who`, the rule is about the thing
    itself, as when wi-fi is off at night. A more particular rule beats a more general one.
    """

    who: Who = Who()
    thing: ThingRef
    function: Functions = (Function.ANY,)
    place: PlaceRef = ANYWHERE
    time: TimeRef = ANY_TIME
    zone: ZoneRef | None = None
    """Only in this zone, and within `place` and `time`."""
    event: EventRef | None = None
    """Only during this event; it then comes before rules without one. Not with `restriction`."""
    restriction: RestrictionRef | None = None
    """Only for a person under this standing restriction; it then comes before other rules."""
    firm: bool = False
    """True: it comes before every rule that is not firm, whatever that is about."""
    level: Level
    at: tuple[TimeRef, ...] = ()
    """With level `set-times`: the times at which it is allowed."""
    by: tuple[RoleRef, ...] = ()
    """With level `with-permission`: who may permit. With `supervised`: who supervises."""
    people: Text | None = None
    """With level `selected-people`: who they are."""
    supervised_by: tuple[RoleRef, ...] = ()
    """Who watches, where the level itself is not `supervised`."""
    needs: tuple[Prerequisite, ...] = ()
    condition: Text | None = None
    storage: Storage | None = None
    unless: Exceptions = ()
    strength: Binding = Binding.RULE
    because: Text
    plain: Text | None = None
    """The rule in one short sentence for parents and pupils."""
    pupils: PupilWording = PupilWording()
    """For the bands for which `plain` is too hard: the rule in their words."""
    instead: Text | None = None
    """What to do instead, where the answer is no."""
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()
    effective_from: Date | None = None
    effective_until: Date | None = None
    """The last day on which the rule holds."""

    @model_validator(mode="after")
    def _level_says_enough(self) -> Self:
        needs: dict[Level, tuple[str, bool]] = {
            Level.SET_TIMES: ("at", bool(self.at)),
            Level.WITH_PERMISSION: ("by", bool(self.by)),
            Level.SUPERVISED: ("by", bool(self.by)),
            Level.SELECTED_PEOPLE: ("people", self.people is not None),
        }
        field, given = needs.get(self.level, ("", True))
        if not given:
            raise PydanticCustomError(
                "level_needs",
                'the level "{level}" needs "{field}"',
                {"level": self.level.value, "field": field},
            )
        return self

    @model_validator(mode="after")
    def _level_uses_all(self) -> Self:
        for field, levels in _USED_WITH.items():
            if getattr(self, field) and self.level not in levels:
                raise PydanticCustomError(
                    "level_lacks_use",
                    'the level "{level}" takes no "{field}"',
                    {"level": self.level.value, "field": field},
                )
        return self

    @model_validator(mode="after")
    def _one_occasion(self) -> Self:
        if self.event is not None and self.restriction is not None:
            raise PydanticCustomError(
                "two_occasions", "a rule is for an event or for a restriction, not for both"
            )
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        first, last = self.effective_from, self.effective_until
        if first is not None and last is not None and last < first:
            raise PydanticCustomError(
                "ends_before_start",
                '"{ends}" lies before "{starts}"',
                {"starts": str(first), "ends": str(last), "field": "effective_until"},
            )
        return self

    @property
    def verdict(self) -> Verdict:
        """What the rule decides."""
        return Verdict(self.level, frozenset(self.by), frozenset(self.at), self.people)

    @property
    def binds(self) -> bool:
        """True if it can be broken, and that has consequences."""
        return self.level not in _FREE and self.strength is Binding.RULE

    @property
    def about_itself(self) -> bool:
        """True if the rule is about the thing, not about somebody: nobody is named."""
        return "who" not in self.model_fields_set
