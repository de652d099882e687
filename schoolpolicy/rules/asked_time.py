"""When a question is about: `break`, `monday 10:35`, `2026-12-01`, and on which day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import ANY_TIME
from schoolpolicy.rules.matching import named_records
from schoolpolicy.rules.moments import WEEK, BadMomentError, Calendar, Moment, read_moment

if TYPE_CHECKING:
    import datetime as dt

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.troubles import Troubles


HOW_TO_WRITE = 'Or write 10:35, "monday 10:35" or 2026-12-01T10:35.'


def asked_time(
    policy: Policy, when: str | None, on: dt.date | None, troubles: Troubles
) -> tuple[str, dt.date, tuple[str, ...]]:
    """Return the named time that is asked about, the day whose rules are wanted, and notes.

    Args:
        policy: whose times they are.
        when: a named time, or a clock time, weekday or date.
        on: the day whose rules are wanted, if it is said.
        troubles: takes what cannot be understood.
    """
    moment = Moment()
    if when is not None:
        times = named_records(policy, "times")
        try:
            found = None if when in {each.id for each in times} else read_moment(when)
        except BadMomentError as problem:
            troubles.add("when", problem)
            return ANY_TIME, policy.day, ()
        if found is None:
            time = troubles.meant("when", when, times, HOW_TO_WRITE) or ANY_TIME
            return time, on or policy.day, ()
        moment = found
    day = _day(moment, on, troubles)
    time = Calendar(policy.times).named(replace(moment, date=day))
    notes: tuple[str, ...] = ()
    if moment.weekday is not None and moment.minute is None and time == ANY_TIME:
        notes = (
            f"no named time lasts all {moment.weekday.value.capitalize()}: this answers for any "
            f'time. For one of that day, add it: "{moment.weekday} 10:35".',
        )
    return time, day or policy.day, notes


def _day(moment: Moment, on: dt.date | None, troubles: Troubles) -> dt.date | None:
    """Return the day that is asked about, if one is; note if two are."""
    if moment.date is not None and on is not None and moment.date != on:
        troubles.add("on", f"{on} is not the day that the time names, {moment.date}.")
    day = on or moment.date
    if day is not None and moment.weekday not in {None, WEEK[day.weekday()]}:
        is_a = WEEK[day.weekday()].value.capitalize()
        troubles.add("on", f"{day} is a {is_a}, but the time names another day.")
    return day
