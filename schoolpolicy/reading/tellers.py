"""What is said of each kind of mistake in a record, and what to do about it."""

from __future__ import annotations

import difflib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import AUDIENCE_GROUPS
from schoolpolicy.reading.examples import example, years_between
from schoolpolicy.reading.fields import elsewhere, meant_field
from schoolpolicy.reading.nations import tell_unknown_nation
from schoolpolicy.reading.paths import field_names, key_mark, record_mark
from schoolpolicy.reading.slots import other_slot
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.synonyms import synonyms
from schoolpolicy.reading.tellers_facts import FACT_TELLERS
from schoolpolicy.reading.tellers_people import is_person, names_somebody
from schoolpolicy.reading.tellers_reach import REACH_TELLERS
from schoolpolicy.reading.tellers_sheets import SHEET_TELLERS
from schoolpolicy.reading.tellers_times import TIME_TELLERS
from schoolpolicy.reading.tree import Mapping, Sequence, error
from schoolpolicy.reading.values import shown, singular, upper, with_article, wrong_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.tree import Node
    from schoolpolicy.reading.wrong import Wrong

_NOUNS: MappingType[str, str] = MappingProxyType(
    {
        "as": "severity",
        "counted": "way to count",
        "ended": "way to end",
        "per": "period to count by",
        "shows": "field to show",
        "status": "status",
        "sure": "degree of sureness",
        "until": "time at which a measure ends",
        "where": "place to keep a device",
    }
)
"""What a value of a field is called, where the field's name does not say."""
_MORE_CHOICES: MappingType[str, Iterable[str]] = MappingProxyType({"audience": AUDIENCE_GROUPS})
"""Words that a field takes instead of a list, beside those that its type names."""
_STARTS: MappingType[str, str] = MappingProxyType(
    {"ends": "starts", "effective_until": "effective_from"}
)
"""For each field with a last day, the field with the first."""
_YEARS = re.compile(r"(?:y|years? ?)?(\d+) ?(?:-|to) ?(?:y|year ?)?(\d+)", re.IGNORECASE)


def _missing(wrong: Wrong) -> Finding:
    owner = _part(wrong.node, wrong.steps) or wrong.name
    return error(
        "read.missing-field",
        record_mark(wrong.node, wrong.steps),
        f'{upper(owner)} has no "{wrong.field}".',
        f"{_add_line(wrong.field)}.{_meant(wrong, owner)}",
    )


def _meant(wrong: Wrong, owner: str) -> str:
    """Name the record that this one was perhaps meant to change."""
    identity = wrong.node.text("id")
    if owner != wrong.name or identity is None:
        return ""
    others = next((ids for ids in wrong.known.ids.values() if identity in ids), ())
    near = difflib.get_close_matches(identity, set(others) - {identity}, n=1, cutoff=0.9)
    return f' Or did you mean the id "{near[0]}"?' if near else ""


def _extra(wrong: Wrong) -> Finding:
    field, mark = wrong.field, key_mark(wrong.node, wrong.steps)
    nobody = names_somebody(wrong)
    if nobody:
        return error("read.unknown-field", mark, *nobody)
    if wrong.value is None and " " in field:
        return error(
            "read.unquoted-comma",
            mark,
            f'"{field}" was read as a field, because a comma stands before it.',
            "Put the whole text, comma and all, in double quotes.",
        )
    fields = field_names(wrong.shape)
    guess = meant_field(field, fields)
    advice = elsewhere(field, fields, _listed(wrong.value)) if guess is None else None
    return error(
        "read.unknown-field",
        mark,
        f'"{field}" is not a field of {_a(wrong.name, wrong.steps)}.',
        f'Did you mean "{guess}"?'
        if guess
        else advice or remedy(field, fields, "The fields are: {known}."),
    )


def _listed(value: object) -> str:
    """Return a value as a file holds it."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(str, value))}]"
    return str(value)


def _unknown_value(wrong: Wrong) -> Finding:
    if wrong.value is None:
        return tell_wrong_type(wrong)
    if wrong.field == "nation":
        return tell_unknown_nation(wrong)
    choices = re.findall(r"'([^']*)'", str(wrong.context.get("expected", "")))
    if not isinstance(wrong.steps[-1], int):  # not within a list
        choices += _MORE_CHOICES.get(wrong.field, ())
    noun = _NOUNS.get(wrong.field) or singular(wrong.field)
    value = _spoken(wrong.value)
    other = other_slot(wrong, value, noun)
    if other:
        return error("read.wrong-field", wrong.at, other, "")
    return error(
        "read.unknown-value",
        wrong.at,
        f"{shown(wrong.value)} is not {with_article(noun)} that we know.",
        remedy(value, choices, "Choose one of: {known}.", synonyms(wrong.field)),
    )


def _spoken(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _unknown_id(wrong: Wrong) -> Finding:
    subject, value = str(wrong.context["subject"]), str(wrong.context["value"])
    other = other_slot(wrong, value, singular(subject), subject)
    if other:
        return error("read.wrong-field", wrong.at, other, "")
    person = is_person(subject, value)
    if person:
        return error("read.unknown-id", wrong.at, *person)
    years = _YEARS.fullmatch(value) if subject == "cohorts" else None
    listed = years_between(value, wrong.known) if subject == "cohorts" else ()
    if listed:
        hint = f"Write each year: {', '.join(listed)}."
    elif years is None:
        hint = wrong.known.remedy(subject, value)
    elif int(years[1]) > int(years[2]):
        hint = f"Write the lower year first: y{years[2]}-y{years[1]}."
    else:
        hint = f"Write y{years[1]}-y{years[2]}."
    return error(
        "read.unknown-id", wrong.at, f"There is no {singular(subject)} {shown(value)}.", hint
    )


def _level_needs(wrong: Wrong) -> Finding:
    return error(
        "read.level-needs",
        wrong.beside("level"),
        f"{upper(wrong.said)}.",
        f"{_add_line(wrong.context['field'])}.",
    )


def _level_lacks_use(wrong: Wrong) -> Finding:
    field = wrong.context["field"]
    return error(
        "read.level-lacks-use",
        wrong.beside("level"),
        f"{upper(wrong.said)}.",
        f'Delete the line "{field}: ...", or write "{field}: []" if another layer gives it; '
        "or change the level.",
    )


def _two_occasions(wrong: Wrong) -> Finding:
    return error(
        "read.two-occasions",
        wrong.beside("restriction"),
        f"{upper(wrong.said)}.",
        'Delete the line "event" or the line "restriction": '
        "a restriction comes before events anyway.",
    )


def _ends_before_start(wrong: Wrong) -> Finding:
    field = str(wrong.context["field"])
    return error(
        "read.ends-before-start",
        wrong.beside(field),
        f'"{field}" ({wrong.context["ends"]}) is before "{_STARTS[field]}" '
        f"({wrong.context['starts']}), so it never holds.",
        "Change one of the two dates.",
    )


def _one_of(wrong: Wrong) -> Finding:
    return error(
        "read.one-of",
        wrong.at,
        f'"{wrong.field}" is not clear: {wrong.said}.',
        "Keep one of them, and delete the others.",
    )


def _step_needs(wrong: Wrong) -> Finding:
    return error(
        "read.step-needs",
        wrong.beside("steps"),
        f"{upper(wrong.said)}.",
        f'{_add_line(wrong.context["field"])} to it, or change "counted".',
    )


def _unknown_heading(wrong: Wrong) -> Finding:
    return error(
        "read.unknown-heading",
        wrong.beside("clauses"),
        f"{upper(wrong.said)}.",
        'Add it under "headings:", with a title and an icon.',
    )


def tell_wrong_type(wrong: Wrong) -> Finding:
    """Tell of whatever has no words of its own."""
    told = example(wrong) or wrong_type(wrong.kind, wrong.field, wrong.value, wrong.context)
    return error("read.wrong-type", wrong.at, *told)


def _add_line(field: str) -> str:
    return f'Add a line "{field}: ..."'


def _part(node: Mapping, steps: tuple[str | int, ...]) -> str | None:
    """Name the part of a record that lacks a field, if it is a part."""
    holders = [str(step) for step in steps[:-1] if isinstance(step, str)]
    if not holders:
        return None
    here: Node | None = node
    for step in steps[:-1]:
        if isinstance(here, Mapping) and isinstance(step, str):
            here = here.fields.get(step)
        elif isinstance(here, Sequence) and isinstance(step, int):
            here = here.items[step]
    identity = here.text("id") if isinstance(here, Mapping) else None
    if identity:
        return f'the {singular(holders[-1])} "{identity}"'
    return f'an entry of "{holders[-1]}"' if isinstance(steps[-2], int) else f'"{holders[-1]}"'


def _a(name: str, steps: tuple[str | int, ...]) -> str:
    """Name the thing that has the field: the record, or the part of it."""
    if len(steps) <= 1:
        noun = name.removeprefix("the ").removeprefix("this ").split(' "', maxsplit=1)[0]
        return with_article(noun)
    part = next((str(step) for step in reversed(steps[:-1]) if isinstance(step, str)), "it")
    return f'"{part}"'


TELLERS: MappingType[str, Callable[[Wrong], Finding]] = MappingProxyType(
    {
        "missing": _missing,
        "extra_forbidden": _extra,
        "enum": _unknown_value,
        "literal_error": _unknown_value,
        "unknown_id": _unknown_id,
        "level_needs": _level_needs,
        "level_lacks_use": _level_lacks_use,
        "two_occasions": _two_occasions,
        "ends_before_start": _ends_before_start,
        "one_of": _one_of,
        "step_needs": _step_needs,
        "unknown_heading": _unknown_heading,
        **SHEET_TELLERS,
        **REACH_TELLERS,
        **FACT_TELLERS,
        **TIME_TELLERS,
    }
)
"""For each kind of mistake, what tells of it."""
