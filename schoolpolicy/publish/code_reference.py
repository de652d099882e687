"""The reference of all findings, made from what the book of codes says of each."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import jinja2

from schoolpolicy.model.finding import SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from schoolpolicy.model.code import FindingCode

FOLDER = "checks"
"""Where in the reference the pages lie."""
INDEX = "index.md"


def code_page(entry: FindingCode) -> str:
    """Return the page of one code."""
    return _rendered("code.md", entry=entry)


def code_help(entry: FindingCode) -> str:
    """Return what the page says below its heading, for programs that show it themselves."""
    return _rendered("code_help.md", entry=entry)


def code_index(book: Mapping[str, FindingCode]) -> str:
    """Return the page that lists all codes, family by family."""
    families = [
        (family, list(entries))
        for family, entries in groupby(book.values(), key=lambda each: each.family)
    ]
    return _rendered("codes.md", families=families)


def code_text(entry: FindingCode) -> str:
    """Return what the command line says of a code."""
    return _rendered("code.txt", entry=entry)


def code_pages(book: Mapping[str, FindingCode]) -> dict[str, str]:
    """Return the text of each page of this part of the reference, by the name of its file."""
    return {INDEX: code_index(book), **{f"{code}.md": code_page(book[code]) for code in book}}


def write_code_pages(folder: Path, book: Mapping[str, FindingCode]) -> list[Path]:
    """Write these pages into a folder, take away those of codes that are gone; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {folder / name: text for name, text in code_pages(book).items()}
    for path in folder.glob("*.md"):
        if path not in pages:
            path.unlink()
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8")
    return list(pages)


def _rendered(template: str, **values: Any) -> str:
    return _templates().get_template(f"{template}.jinja").render(**values)


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("schoolpolicy.publish"),
        autoescape=jinja2.select_autoescape(("html",)),  # these are Markdown and plain text
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["said"] = SEVERITY_WORDS.__getitem__
    return environment
