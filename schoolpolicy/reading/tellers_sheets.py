"""What is said of mistakes in agreements, tables, posts and dates of the past."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.language import Language
from schoolpolicy.model.review import EVIDENCED
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import error
from schoolpolicy.reading.values import shown, upper

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.wrong import Wrong


def _bad_month(wrong: Wrong) -> Finding:
    return error(
        "read.bad-date",
        wrong.at,
        f"{wrong.said}.",
        "Write year-month-day (2026-09-01), or year-month (2026-09) if that is all you know.",
    )


def _bad_since(wrong: Wrong) -> Finding:
    return error(
        "read.bad-date",
        wrong.at,
        f"{wrong.said}.",
        'Write the day (2026-09-01), the month (2026-09) or the year ("2026"), as far as known.',
    )


def _bad_years(wrong: Wrong) -> Finding:
    return error(
        "read.bad-date",
        wrong.at,
        f"{wrong.said}.",
        'Write a year ("2016"), or the first and the last of several (2018-2024).',
    )


def _acceptance_needs(wrong: Wrong) -> Finding:
    return error(
        "read.acceptance-needs",
        wrong.beside("acceptance"),
        f"{upper(wrong.said)}.",
        f'Add a line "{wrong.context["field"]}: ...", or change "acceptance".',
    )


def _acceptance_unsigned(wrong: Wrong) -> Finding:
    return error(
        "read.acceptance-unsigned",
        wrong.beside("signatures"),
        f"{upper(wrong.said)}.",
        'Delete "signatures" (write "signatures: []" if another layer gives them), '
        'or the line "acceptance: ...".',
    )


def _unknown_column(wrong: Wrong) -> Finding:
    known = str(wrong.context["known"]).split(", ")
    hint = remedy(str(wrong.context["column"]), known, "The columns are: {known}.")
    return error("read.unknown-column", wrong.beside("rows"), f"{upper(wrong.said)}.", hint)


def _bad_people(wrong: Wrong) -> Finding:
    return error(
        "read.bad-people",
        wrong.at,
        f"{shown(wrong.value)} does not say how many people share the post.",
        'Write a number from 1 on, or "several".',
    )


def _suggests_none(wrong: Wrong) -> Finding:
    return error(
        "read.suggests-none",
        wrong.beside("suggested"),
        f"{upper(wrong.said)}.",
        'Write one of the values under "options".',
    )


def _option_twice(wrong: Wrong) -> Finding:
    return error(
        "read.option-twice",
        wrong.beside("options"),
        f"{upper(wrong.said)}.",
        "Delete one of the two.",
    )


def _unknown_language(wrong: Wrong) -> Finding:
    meant, codes = str(wrong.context["meant"]), ", ".join(Language)
    return error(
        "read.unknown-language",
        wrong.beside(str(wrong.context["code"])),
        f"{wrong.said}.",
        f'Did you mean "{meant}"?' if meant else f"Choose one of: {codes}.",
    )


def _cut_at_comma(wrong: Wrong) -> Finding:
    return error(
        "read.unquoted-comma",
        wrong.beside(str(wrong.context["code"])),
        f"{wrong.said}.",
        "Put the whole text, comma and all, in double quotes.",
    )


def _checklist_empty(wrong: Wrong) -> Finding:
    return error(
        "read.checklist-empty",
        wrong.at,
        f"{upper(wrong.said)}.",
        'Write "items:", or what it takes from the policy under "takes:".',
    )


def _evidence_about(wrong: Wrong) -> Finding:
    return error(
        "read.evidence-about",
        wrong.at,
        f"In this piece of evidence {wrong.said}.",
        f"Keep one line, or write one, of: {', '.join(EVIDENCED)}; with the id of what was done.",
    )


SHEET_TELLERS: MappingType[str, Callable[[Wrong], Finding]] = MappingProxyType(
    {
        "bad_month": _bad_month,
        "bad_since": _bad_since,
        "bad_years": _bad_years,
        "bad_people": _bad_people,
        "acceptance_needs": _acceptance_needs,
        "acceptance_unsigned": _acceptance_unsigned,
        "unknown_column": _unknown_column,
        "unknown_language": _unknown_language,
        "cut_at_comma": _cut_at_comma,
        "option_twice": _option_twice,
        "suggests_none": _suggests_none,
        "checklist_empty": _checklist_empty,
        "evidence_about": _evidence_about,
    }
)
"""For each kind of mistake, what tells of it."""
