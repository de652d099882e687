"""What is said of a date, an interval or a time of day that is none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.base import EVENTS
from schoolpolicy.reading.clocks import clock
from schoolpolicy.reading.tree import error

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.wrong import Wrong


def _bad_date(wrong: Wrong) -> Finding:
    example = "Write year-month-day, for example 2026-09-01."
    return error("read.bad-date", wrong.at, f"{wrong.said}.", example)


def _bad_interval(wrong: Wrong) -> Finding:
    events = ", ".join(sorted(EVENTS))
    return error(
        "read.bad-interval",
        wrong.at,
        f"{wrong.said}.",
        "Write a number and day, school day, week, month, half-term, term or year (2 weeks), or: "
        f"{events}.",
    )


def _bad_clock(wrong: Wrong) -> Finding:
    time = clock(wrong.value)
    hint = f"Write {time}." if time else "Write hours and minutes: 08:45."
    return error("read.bad-clock", wrong.at, f"{wrong.said}.", hint)


TIME_TELLERS: MappingType[str, Callable[[Wrong], Finding]] = MappingProxyType(
    {"bad_date": _bad_date, "bad_interval": _bad_interval, "bad_clock": _bad_clock}
)
"""For each kind of mistake, what tells of it."""
