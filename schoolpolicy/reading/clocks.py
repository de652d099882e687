"""Clock times as people write them, and as files must hold them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.reading.tree import error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.tree import Mapping

_WRITTEN = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*(?:([ap])\.?\s*m\.?)?", re.IGNORECASE
)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def clock(written: object) -> str | None:
    """Return a clock time on the 24-hour clock: "9:00", "1:30pm", 9.3 -> 09:00, 13:30, 09:30.

    None where it cannot be told which time is meant.
    """
    if isinstance(written, bool):
        return None
    text = f"{written:.2f}" if isinstance(written, float) else str(written).strip().lower()
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return _WORDS.get(text)
    hours, minutes = int(found[1]), int(found[2] or found[3] or 0)
    if found[4]:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if found[4].lower() == "p" else 0)
    if (hours, minutes) == (24, 0):
        hours = 0
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def check_clocks(times: MappingType[str, Mapping]) -> Iterator[Finding]:
    """Yield an error for each time with no length, or that cannot run across midnight.

    Args:
        times: the times of the policy as written, by id.
    """
    for identity, time in times.items():
        starts, ends = time.text("starts"), time.text("ends")
        if not starts or not ends or {starts, ends} - {clock(starts), clock(ends)}:
            continue  # what is no clock time is told elsewhere
        mark = time.fields["ends"].mark
        if starts == ends:
            yield error(
                "read.no-length",
                mark,
                f'"{identity}" has no length: it ends at {ends}, when it starts.',
                "Change one of the two.",
            )
        elif ends < starts and (latest := _latest_end(time, times)):
            later = f"{int(ends[:2]) + 12:02}{ends[2:]}"
            meant = f"Did you mean {later}?" if starts < later <= latest else "Change one of them."
            yield error(
                "read.ends-before-start",
                mark,
                f'"{identity}" ends ({ends}) before it starts ({starts}).',
                meant,
            )


def _latest_end(time: Mapping, times: MappingType[str, Mapping]) -> str | None:
    """Return when the day ends that a time lies within; None if it may run across midnight."""
    seen: set[str] = set()
    within = time.text("within")
    while within is not None and within in times and within not in seen:
        seen.add(within)
        outer = times[within]
        starts, ends = outer.text("starts"), outer.text("ends")
        if starts and ends:
            return ends if starts < ends else None
        within = outer.text("within")
    return None
