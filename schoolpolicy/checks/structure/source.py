"""The text of a page as it is written, and where a part of it stands in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Place

if TYPE_CHECKING:
    from schoolpolicy.reading.pages import Page

_UNSEEN = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`|<!--.*?-->", re.MULTILINE | re.DOTALL)
"""What is shown as code, or not at all."""
CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""What the site fills in: terms and macros."""


def without_code(page: Page) -> str:
    """Return the text of a page with blanks for code and comments, so that positions stay."""
    return _UNSEEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.body)


def place_in(page: Page, start: int) -> Place:
    """Return where a position in the text of a page is in its file."""
    before = page.body[:start]
    line = page.first_line + before.count("\n")
    return Place(file=page.file, line=line, column=start - (before.rfind("\n") + 1) + 1)
