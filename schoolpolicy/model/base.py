"""What every record of the policy has in common."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from schoolpolicy.model.vocabulary import Nation, Phase, SchoolType, Visibility

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
"""A short, stable, lower-case name: letters, digits and single hyphens."""


@dataclass(frozen=True)
class TextMark:
    """Marks a field as wording that people read, so that checks can find it."""


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), TextMark()]
"""Wording that people read. May hold terms such as `{{ pupils }}`; never markup."""

_NATION_KEYS = {nation.value: {"type": "string"} for nation in Nation}
NationText = Annotated[
    Text,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "properties": _NATION_KEYS, "additionalProperties": False},
            ]
        }
    ),
]
"""Wording that may differ by nation: a text, or a mapping from nation to text."""


def shared_or_own(subject: str, **fields: Any) -> WithJsonSchema:
    """Return the schema of a list of entries: shared ones by id, and some with words of their own.

    Args:
        subject: the top-level key under which the shared ones stand.
        **fields: the schemas of what an entry has beside `id`, `only` and `remove`.
    """
    entry = {
        "id": {"type": "string"},
        **fields,
        "only": {"type": "object"},
        "remove": {"type": "string"},
    }
    own = {
        "type": "object",
        "required": ["id"],
        "additionalProperties": False,
        "properties": entry,
    }
    named = {"type": "string", "description": f"the id of one of: {subject}"}
    return WithJsonSchema({"type": "array", "items": {"anyOf": [named, own]}})


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of another record.

    With the ids of the policy as the validation context, an id that no record has
    is an error of type `unknown_id`.

    Attributes:
        subject: the top-level key whose records are meant, for example `roles`.
    """

    subject: str

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Check the id after it was found to be a text."""
        return core_schema.with_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors what the id is of."""
        del schema, handler
        return {
            "type": "string",
            "pattern": ID_PATTERN,
            "description": f"the id of one of: {self.subject}",
        }

    def _known(self, value: str, info: core_schema.ValidationInfo) -> str:
        known = (info.context or {}).get("ids")
        if known is not None and value not in known.get(self.subject, ()):
            raise PydanticCustomError(
                "unknown_id",
                "no record of {subject} has the id {value}",
                {"subject": self.subject, "value": value},
            )
        return value


TermRef = Annotated[str, Ref("terms")]
ChoiceRef = Annotated[str, Ref("choices")]
CohortRef = Annotated[str, Ref("cohorts")]
RoleRef = Annotated[str, Ref("roles")]
PostRef = Annotated[str, Ref("posts")]
DutyRef = Annotated[str, Ref("duties")]
TopicRef = Annotated[str, Ref("topics")]
StatementRef = Annotated[str, Ref("statements")]
ThingRef = Annotated[str, Ref("things")]
PlaceRef = Annotated[str, Ref("places")]
TimeRef = Annotated[str, Ref("times")]
ZoneRef = Annotated[str, Ref("zones")]
EventRef = Annotated[str, Ref("events")]
RestrictionRef = Annotated[str, Ref("restrictions")]
RuleRef = Annotated[str, Ref("rules")]
IncidentRef = Annotated[str, Ref("incidents")]
AgreementRef = Annotated[str, Ref("agreements")]
RequirementRef = Annotated[str, Ref("requirements")]
CitationRef = Annotated[str, Ref("citations")]
ContactRef = Annotated[str, Ref("contacts")]
GridRef = Annotated[str, Ref("grids")]
SectionRef = Annotated[str, Ref("sections")]
DocumentRef = Annotated[str, Ref("documents")]
ChecklistRef = Annotated[str, Ref("checklists")]
FlowchartRef = Annotated[str, Ref("flowcharts")]
ReviewRef = Annotated[str, Ref("reviews")]
TrainingRef = Annotated[str, Ref("training")]

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Between these lies what a school writes down; with another year, somebody meant another one."""
_WHOLE_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def parse_date(value: object) -> dt.date:
    """Read a date written as year-month-day.

    Raises:
        PydanticCustomError: `bad_date`, with what is wrong in plain words.
    """
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    text = str(value)
    if not _WHOLE_DATE.match(text):
        raise PydanticCustomError(
            "bad_date", '"{value}" is not a whole date', {"value": text, "why": ""}
        )
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError(
            "bad_date", '"{value}" is a date that does not exist', {"value": text, "why": ""}
        ) from None


def parse_near_date(value: object) -> dt.date:
    """Read a date as a school writes one down: one by which days can be reckoned.

    A day that was reckoned already may lie further ahead.

    Raises:
        PydanticCustomError: `bad_date`, with what is wrong in plain words.
    """
    day = parse_date(value)
    if day is not value and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError(
            "bad_date", '"{value}" is too far away to be meant', {"value": str(value), "why": ""}
        )
    return day


Date = Annotated[dt.date, BeforeValidator(parse_near_date)]
"""A day, written year-month-day: 2026-09-01."""

UNDECIDED: Final = "undecided"
"""What a school writes where it has not decided yet: for a choice, a day, or a whole text."""


def parse_open_date(value: object) -> dt.date | str:
    """Read a date that may still be undecided.

    Raises:
        PydanticCustomError: `bad_date`, with what is wrong in plain words.
    """
    return UNDECIDED if value == UNDECIDED else parse_near_date(value)


OpenDate = Annotated[dt.date | Literal["undecided"], BeforeValidator(parse_open_date)]
"""A day, or `undecided` where the school has not settled it yet."""

_INTERVAL = re.compile(r"^([1-9]\d{0,2}) (day|week|month|year|school day|half-term|term)s?$")
EVENTS = frozenset({"as it happens", "always", "on joining", "on leaving", "before use", "once"})


def parse_interval(value: str) -> str:
    """Check a frequency such as `1 week`, `3 months`, `1 term`, or one of the events.

    Raises:
        PydanticCustomError: `bad_interval`, where the frequency is vague or misspelt.
    """
    if value in EVENTS or _INTERVAL.match(value):
        return value
    raise PydanticCustomError("bad_interval", '"{value}" is not a clear interval', {"value": value})


Interval = Annotated[str, AfterValidator(parse_interval)]
"""How often: a number with day, week, month, year, term or half-term, or an event."""

_CLOCK = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$")


def parse_clock(value: str) -> str:
    """Check a clock time such as `08:45`.

    Raises:
        PydanticCustomError: `bad_clock`.
    """
    if not _CLOCK.match(value):
        raise PydanticCustomError("bad_clock", '"{value}" is not a clock time', {"value": value})
    return value


Clock = Annotated[str, AfterValidator(parse_clock)]
"""A clock time on the 24-hour clock: 08:45."""


class Shape(BaseModel):
    """The base of every shape: unknown fields are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Return the shape itself: it does not change, so one default serves every record."""
        return self


Answer = str | bool
"""One answer to a choice."""


class Only(Shape):
    """When a record applies. Empty lists and no choices mean: always.

    Of a choice, one answer is named or a list of them: any of these fits.
    """

    nations: tuple[Nation, ...] = ()
    phases: tuple[Phase, ...] = ()
    types: tuple[SchoolType, ...] = ()
    """Who runs the school: what binds academies only, or maintained schools."""
    choices: dict[str, Answer | tuple[Answer, ...]] = Field(default_factory=dict)

    def answers(self, choice: str) -> tuple[Answer, ...]:
        """Return the answers to a choice with which it holds."""
        found = self.choices[choice]
        return found if isinstance(found, tuple) else (found,)


class Record(Shape):
    """A piece of the policy with an id of its own."""

    id: Id
    only: Only = Only()
    visibility: Visibility = Visibility.PUBLIC
    note: Text | None = None
    """Advice to the author. Shown in drafts only."""
    lock: Text | None = None
    """Why later layers may not change or remove it."""
