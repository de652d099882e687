"""The closed lists of words that the data may use."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Nation(StrEnum):
    """Which law applies."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class Phase(StrEnum):
    """The ages a school teaches."""

    NURSERY = "nursery"
    INFANT = "infant"
    JUNIOR = "junior"
    PRIMARY = "primary"
    MIDDLE = "middle"
    SECONDARY = "secondary"
    ALL_THROUGH = "all-through"
    SPECIAL = "special"
    PRU = "pru"


class SchoolType(StrEnum):
    """Who runs the school."""

    MAINTAINED = "maintained"
    ACADEMY = "academy"
    FREE = "free"
    INDEPENDENT = "independent"
    NON_MAINTAINED_SPECIAL = "non-maintained-special"


class Audience(StrEnum):
    """A group of people that rules are for and pages are written for."""

    PUPILS = "pupils"
    PARENTS = "parents"
    STAFF = "staff"
    GOVERNORS = "governors"
    VOLUNTEERS = "volunteers"
    VISITORS = "visitors"
    COMMUNITY = "community"


class Band(StrEnum):
    """The age bands that pupils' wording and agreements are written for."""

    EYFS_KS1 = "eyfs-ks1"
    KS2 = "ks2"
    KS3_4 = "ks3-4"
    SIXTH_FORM = "sixth-form"


CHILDREN = frozenset({Band.EYFS_KS1, Band.KS2})
"""The bands who get short sentences, larger type and more pictures."""


Reader = Literal[
    "parents", "staff", "governors", "community", "eyfs-ks1", "ks2", "ks3-4", "sixth-form"
]
"""Who reads: an audience, or for pupils their age band."""

OWED: tuple[Reader, ...] = ("parents", "staff", "eyfs-ks1", "ks2", "ks3-4", "sixth-form")
"""The readers to whom every topic says something, or says why not."""


class Visibility(StrEnum):
    """Who may see a record: everybody, staff and governors, or governors only."""

    PUBLIC = "public"
    STAFF = "staff"
    GOVERNORS = "governors"


class Level(StrEnum):
    """What a rule says, from most to least free."""

    MUST = "must"
    ALLOWED = "allowed"
    SET_TIMES = "set-times"
    WITH_PERMISSION = "with-permission"
    SUPERVISED = "supervised"
    SELECTED_PEOPLE = "selected-people"
    ADVISED_AGAINST = "advised-against"
    NOT_ALLOWED = "not-allowed"
    ILLEGAL = "illegal"
    UNDECIDED = "undecided"


class Function(StrEnum):
    """What a device is used for."""

    ANY = "any"
    BRING = "bring"
    CARRY = "carry"
    CALL = "call"
    MESSAGE = "message"
    PHOTOGRAPH = "photograph"
    RECORD = "record"
    TELL_TIME = "tell-time"
    PAY = "pay"
    LISTEN = "listen"
    MEDICAL = "medical"


class Sureness(StrEnum):
    """How sure we are of an external fact. Below `high`, pages mark it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """Where a law or guidance stands today."""

    IN_FORCE = "in-force"
    NOT_YET_IN_FORCE = "not-yet-in-force"
    ANNOUNCED = "announced"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    WITHDRAWN = "withdrawn"


class CitationKind(StrEnum):
    """What sort of source a citation is."""

    ACT = "act"
    REGULATIONS = "regulations"
    STATUTORY_GUIDANCE = "statutory-guidance"
    GUIDANCE = "guidance"
    STANDARD = "standard"
    FRAMEWORK = "framework"
    SERVICE = "service"


class Strength(StrEnum):
    """How strongly a requirement binds a school."""

    LAW = "law"
    STATUTORY = "statutory"
    NON_STATUTORY = "non-statutory"
    GOOD_PRACTICE = "good-practice"


BINDING = frozenset({Strength.LAW, Strength.STATUTORY})
"""What a school cannot leave aside by its answer to a choice."""


class Need(StrEnum):
    """What must be there before a requirement counts as covered."""

    SAYS = "says"
    """The policy says it: a statement, a rule, an agreement, a page, a linked policy."""
    DOES = "does"
    """Somebody does it: a duty, a review, training, lessons, a procedure."""
    SHOWS = "shows"
    """Something shows it: a record that is kept, a checklist with it."""


class Severity(StrEnum):
    """How serious a finding is. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
