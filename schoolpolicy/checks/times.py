"""Checks that a clock time can be found among the school's named times."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.moments import DAY, Calendar, clock_span, minutes_of
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.scope import Time


def check_times(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield findings about the clock times, weekdays and dates of named times."""
    for time in policy.times:
        here = places["times", time.id]
        yield from _half(time, here)
        yield from _outside(policy, time, here)
    tree, calendar = Tree(policy.times), Calendar(policy.times)
    for one, other in combinations(filter(clock_span, policy.times), 2):
        related = tree.inside(one.id, other.id) or tree.inside(other.id, one.id)
        same = clock_span(one) == clock_span(other)
        if same and not related and calendar.begins(one.id) == calendar.begins(other.id):
            first = places["times", one.id]
            yield Finding(
                code="times.same",
                severity=Severity.WARNING,
                place=places["times", other.id],
                problem=f'"{one.id}" ({first.file}, line {first.line}) and "{other.id}" are at '
                f"the same time, from {other.starts} to {other.ends}: a clock time could be "
                "either.",
                remedy="Put one of them within the other, or change the clock times.",
            )


def _half(time: Time, here: Place) -> Iterator[Finding]:
    """Yield an error for a time that only starts, or only ends."""
    if (time.starts is None) != (time.ends is None):
        has, lacks = ("starts", "ends") if time.ends is None else ("ends", "starts")
        yield Finding(
            code="times.half",
            severity=Severity.ERROR,
            place=here,
            problem=f'"{time.id}" has "{has}", but no "{lacks}".',
            remedy=f'Add "{lacks}" with a clock time, such as "15:15", or delete "{has}".',
        )


def _outside(policy: Policy, time: Time, here: Place) -> Iterator[Finding]:
    """Yield a warning for clock times outside those of the nearest outer time that has some."""
    times = {each.id: each for each in policy.times}
    line = Tree(policy.times).line(time.id)[1:]
    outer = next((times[name] for name in line if name in times and clock_span(times[name])), None)
    mine = clock_span(time)
    theirs = clock_span(outer) if outer else None
    if outer is None or mine is None or theirs is None:
        return
    from_start = (mine[0] - theirs[0]) % DAY
    if from_start + minutes_of(mine) > minutes_of(theirs):
        yield Finding(
            code="times.outside",
            severity=Severity.WARNING,
            place=here,
            problem=f'"{time.id}" runs from {time.starts} to {time.ends}, but lies within '
            f'"{outer.id}", which runs from {outer.starts} to {outer.ends}.',
            remedy="Change the clock times of one of them; what lies outside is never found.",
        )
