"""What to write instead of a value of the wrong kind, shown with the words that stand there."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.rule import PrerequisiteKind
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.clocks import clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingType

    from schoolpolicy.reading.known import Known
    from schoolpolicy.reading.wrong import Wrong

Told = tuple[str, str]
"""What is wrong, and what to write."""
_NUMBER = re.compile(r"(\d+) *(hour|school day|day)s?", re.IGNORECASE)
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)\s*(?:to|until|-|\N{EN DASH})\s*(\d{4}-\d\d-\d\d)")
_RANGE = re.compile(r"([a-z0-9]+) *(?:-|to|\N{EN DASH}) *([a-z0-9]+)")
_IN_A_ZONE = frozenset({"place", "time"})
_ONE = frozenset({"place", "time", "thing", "event", "zone", "restriction"})
"""Fields of a rule that take one name."""


def example(wrong: Wrong) -> Told | None:
    """Return what to say of a value of the wrong kind, where its field has words of its own."""
    if wrong.value is None or isinstance(wrong.value, dict):
        return None
    if wrong.field in {"starts", "ends"} and isinstance(wrong.value, (int, float)):
        time = clock(wrong.value)
        written = f"{wrong.value:.2f}" if isinstance(wrong.value, float) else wrong.value
        return (f'"{written}" is not a clock time.', f"Write {time}.") if time else None
    if wrong.steps[0] == "severities":
        return _severity(wrong)
    if wrong.field in _ONE and isinstance(wrong.value, (list, tuple)):
        return _one_each(wrong.field)
    tell = _EXAMPLES.get(wrong.field)
    return tell(wrong) if tell else None


def _one_each(field: str) -> Told:
    zone = (
        ', or put them into a zone in zones.yml and write "zone: ..."'
        if field in _IN_A_ZONE
        else ""
    )
    return f'"{field}" takes one {field}, not a list.', f"Write one rule for each{zone}."


def _severity(wrong: Wrong) -> Told | None:
    if wrong.steps[1:] != (wrong.field,) or not isinstance(wrong.value, str):
        return None
    meant = wrong.value if wrong.value in set(Severity) else Severity.WARNING
    return (
        f'"{wrong.field}" needs a reason too.',
        f"Write {wrong.field}: {{as: {meant}, because: ...}}.",
    )


def _who(wrong: Wrong) -> Told | None:
    if wrong.kind == "tuple_type":  # training is for a list of roles
        return None
    value = wrong.value
    listed = [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)]
    years = [f"y{each}" if each.isdecimal() else each for each in listed]
    shown = f"[{', '.join(listed)}]" if isinstance(value, (list, tuple)) else listed[0]
    meant = f"audience: {shown}"
    if all(_is_cohort(each, wrong.known) for each in years):
        record = wrong.known.record("cohorts", years[0])
        audience = (record.text("audience") if record else None) or "pupils"
        meant = f"audience: {audience}, cohorts: [{', '.join(years)}]"
    problem = '"who" should name an audience, cohorts or both.'
    return problem, f"Write who: {{{meant}}}."


def _is_cohort(name: str, known: Known) -> bool:
    return name in known.ids.get("cohorts", ()) or bool(re.fullmatch(r"y\d+-y\d+", name))


def _cohorts(wrong: Wrong) -> Told | None:
    if isinstance(wrong.value, int) and not isinstance(wrong.value, bool):
        return f'"{wrong.value}" is not a cohort.', f"Write y{wrong.value}."
    years = years_between(str(wrong.value), wrong.known)
    if years:
        return '"cohorts" takes a list of years.', f"Write cohorts: [{', '.join(years)}]."
    return None


def years_between(text: str, known: Known) -> tuple[str, ...]:
    """Return the years that a range means, the youngest first: `reception-y2`; none if it is none.

    Args:
        text: the range, as somebody wrote it.
        known: the cohorts that there are.
    """
    years = known.years()
    ends = _RANGE.fullmatch(text.strip().lower())
    if ends is None or not {ends[1], ends[2]} <= set(years):
        return ()
    return years[years.index(ends[1]) : years.index(ends[2]) + 1]


def _storage(wrong: Wrong) -> Told | None:
    where = wrong.value if isinstance(wrong.value, str) and " " not in wrong.value else "office"
    return (
        '"storage" needs a place and words.',
        f'Write storage: {{where: {where}, text: "In the {where} until home time."}}.',
    )


def _needs(wrong: Wrong) -> Told | None:
    if isinstance(wrong.value, (list, tuple)) or wrong.steps[-1] == "id":
        return None
    kind = wrong.value if wrong.value in set(PrerequisiteKind) else PrerequisiteKind.FORM
    return (
        '"needs" takes entries with fields.',
        f'Write needs: [{{id: {_id(wrong.value)}, kind: {kind}, text: "..."}}].',
    )


def _lasts(wrong: Wrong) -> Told | None:
    number = _NUMBER.search(str(wrong.value))
    if number:
        unit = "hours" if number[2].lower() == "hour" else "school_days"
        meant = f"{unit}: {number[1]}"
    else:
        meant = "until: end-of-day"
    return f'"{wrong.field}" needs a length.', f"Write {wrong.field}: {{{meant}}}."


def _dates(wrong: Wrong) -> Told | None:
    days = _DAYS.search(str(wrong.value))
    first, last = (days[1], days[2]) if days else ("2026-12-19", "2027-01-03")
    return (
        '"dates" takes pairs of days.',
        f"Write dates: [{{starts: {first}, ends: {last}}}].",
    )


def _interval(wrong: Wrong) -> Told | None:
    if isinstance(wrong.value, int) and not isinstance(wrong.value, bool):
        problem = f'"{wrong.field}" is {wrong.value}, which does not say how often.'
        return problem, f"Write a number and a unit: {wrong.field}: {wrong.value} weeks, or 1 year."
    return None


def _by_language(wrong: Wrong) -> Told | None:
    if not isinstance(wrong.value, str):
        return None
    return (
        f'"{wrong.field}" does not say in which language.',
        f'Write the code of the language first: {wrong.field}: {{cy: "{wrong.value}"}}.',
    )


def _word(wrong: Wrong) -> Told | None:
    if not wrong.name.startswith("the term ") or not isinstance(wrong.value, str):
        return None
    one = wrong.value
    return (
        "Each word of a term has a singular and a plural.",
        f"Write {{one: {one}, many: {one}s}}.",
    )


def _id(value: object) -> str:
    return re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")[:40].strip("-") or "an-id"


def own_words(text: str, needs: str) -> str:
    """Show how an entry with words of its own is written.

    Args:
        text: its words.
        needs: what it needs beside `id` and `text`, as a file holds it.
    """
    return f'Write one with words of its own: {{id: {_id(text)}, text: "{text}", {needs}}}.'


_EXAMPLES: MappingType[str, Callable[[Wrong], Told | None]] = MappingProxyType(
    {
        "who": _who,
        "cohorts": _cohorts,
        "storage": _storage,
        "needs": _needs,
        "lasts": _lasts,
        "at_most": _lasts,
        "dates": _dates,
        "every": _interval,
        "checked": _interval,
        "also_named": _by_language,
        "options": _word,
    }
)
"""For each field, what tells of it."""
