"""Tables with headings, so that each cell can be understood by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.structure.source import place_in, without_code
from schoolpolicy.checks.warning import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.pages import Page

_RULER = re.compile(
    r"^(?P<head>.*)\n[ \t]*(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$",
    re.MULTILINE,
)
"""The line below the heads of a table, and the heads."""
_TAGGED = re.compile(r"<(table)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_HEAD_CELL = re.compile(r"<th\b", re.IGNORECASE)


def check_tables(page: Page) -> Iterator[Finding]:
    """Yield a warning for each table in which no column has a heading."""
    text = without_code(page)
    starts = [each.start() for each in _RULER.finditer(text) if not each["head"].strip(" \t|")]
    starts += [each.start() for each in _TAGGED.finditer(text) if not _HEAD_CELL.search(each[0])]
    for start in sorted(starts):
        yield warning(
            "structure.table-headless",
            place_in(page, start),
            "The columns of this table have no headings.",
            "Write a word above each column; where there is nothing to write, use a list.",
        )
