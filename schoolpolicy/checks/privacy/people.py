"""Names of people in running text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from schoolpolicy.checks.privacy.hits import Hit, Kind
from schoolpolicy.checks.privacy.known import names, plain
from schoolpolicy.reading.personal import ADDRESSED, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.privacy.known import Known

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*"
_GAP = r"(?:[ \t]+(?:(?:[A-ZÀ-Þ]\.?|ap|ab|al|bin|de|el|van)[ \t]+)?|[ \t]*\n[ \t#>]*)"
"""What stands between a first name and a surname: an initial, `ap`, or the end of a line."""
_APART = r"(?<![\w'’.@/-][^\s])"
"""Stands after a first capital, and says that it begins a word: so the search is faster."""
_NAME = rf"([A-ZÀ-ÖØ-Þ]{_APART}[^\W\d_]+(?:['’-][^\W\d_]+)*)"
_PAIR = re.compile(rf"{_NAME}(?={_GAP}({_CAPITAL})(?!\w))")
_FIRST = re.compile(rf"{_NAME}(?:(?={_GAP}({_CAPITAL})(?!\w))|(?!\w))")
_WORD_BEFORE = re.compile(r"([\w'’]+)\.?[ \t]*$")
_WORD_AFTER = re.compile(rf"[ \t\n]+({_CAPITAL})")
_WITHIN = re.compile(r"[\w,(&][ \t]*\n?[ \t#>]*$")
"""How a text ends whose sentence goes on."""
_NEAR = 40


def find_people(text: str, known: Known) -> Iterator[Hit]:
    """Yield what looks like names of people in a text.

    Args:
        text: what is searched.
        known: what is no name.
    """
    spans = [
        match.span()
        for match in (ADDRESSED.finditer(text) if _has_title(text) else ())
        if not _is_well_known(text[match.start() :])
    ]
    for match in _PAIR.finditer(text):
        end = _name_at(text, match, known)
        if end is None and _has_role(text, match, known):
            end = match.end(2)
        if end is not None:
            spans.append((match.start(), end))
    for start, end in spans:
        if not known.is_told(text[start:end]):
            yield Hit(Kind.NAME, start, end)


def find_first_names(text: str, known: Known) -> Iterator[Hit]:
    """Yield first names in the words for a picture, with or without a surname.

    Beside the picture of a child, the first name alone says who it is.

    Args:
        text: the words for a picture.
        known: what is no name.
    """
    for match in _FIRST.finditer(text):
        whole = _name_at(text, match, known)
        alone = plain(match[1]) in names().first and not _of_something(text, match, known)
        if whole or alone:
            yield Hit(Kind.PICTURE_TEXT, match.start(), whole or match.end())


def _name_at(text: str, match: re.Match[str], known: Known) -> int | None:
    """Return where a name ends that begins with a first name; None if it is no name."""
    if match[2] is None:
        return None
    listed, first, second = names(), plain(match[1]), plain(match[2])
    if first in listed.first:
        # Jane Hill is a person, even though Rose Hill is a place.
        likely = second in listed.surnames or second not in listed.not_surnames
    elif first in listed.perhaps:
        inside = _WITHIN.search(text[max(0, match.start() - _NEAR) : match.start()])
        likely = second not in listed.not_surnames and bool(inside or second in listed.surnames)
    else:
        return None
    if not likely or not known.is_surname(second) or _of_something(text, match, known):
        return None
    return match.end(2)


def _of_something(text: str, match: re.Match[str], known: Known) -> bool:
    """Return True if a first name belongs to a saint, a school, a foundation, a law."""
    listed, first = names(), plain(match[1])
    before = _WORD_BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()])
    if before and plain(before[1]) in listed.not_before:
        return True
    if match[2] is None:
        return False
    second = plain(match[2])
    after = _WORD_AFTER.match(text, match.end(2))
    return (
        f"{first} {second}" in listed.well_known
        or known.is_of_school(f"{first} {second}")
        or (second in listed.not_surnames and second not in listed.surnames)
        or (after is not None and plain(after[1]) in listed.not_surnames)
    )


def _has_title(text: str) -> bool:
    """Return True if somebody may be addressed in a text: a quick look before the pattern."""
    return any(f"{title} " in text or f"{title}." in text for title in TITLES)


def _has_role(text: str, match: re.Match[str], known: Known) -> bool:
    """Return True if two capitals after the name of a role are no words that the policy has."""
    if not _of_a_role().search(text, max(0, match.start() - _NEAR), match.start()):
        return False
    return not _of_something(text, match, known) and not any(
        known.has(each) or each in names().not_surnames
        for each in (plain(match[1]), plain(match[2]))
    )


def _is_well_known(text: str) -> bool:
    """Return True if somebody of history is addressed at the beginning of a text."""
    _, first, second, *_ = [*text[:_NEAR].split(), "", "", ""]
    return f"{plain(first)} {plain(second)}" in names().well_known


@cache
def _of_a_role() -> re.Pattern[str]:
    """Return a pattern for a text that ends with the name of a role: `Head: `."""
    roles = "|".join(re.escape(each).replace(r"\ ", r"[ _-]") for each in names().roles)
    return re.compile(
        rf"(?<![\w-])(?i:{roles})(?: \}}\}})?"
        r"(?:[ \t]*[:,(–—-][ \t]*\n?[ \t]*|[ \t]+(?:is )?)[\"']?\Z"
    )
