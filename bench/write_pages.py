"""A MkDocs hook: writes each page as it is once all macros have been filled in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

FOLDER = "BENCH_PAGES"
"""The environment variable that names the folder to write into."""


@event_priority(-1000)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Write one page, with its title."""
    del config, files
    path = Path(os.environ[FOLDER]) / "docs" / page.file.src_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    title = str(page.title).replace("'", "''")
    hidden = f"hide: {list(page.meta['hide'])}\n" if page.meta.get("hide") else ""
    path.write_text(f"---\ntitle: '{title}'\n{hidden}---\n{markdown}", encoding="utf-8")
    return markdown


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Write the navigation, so that the other site has the same."""
    del config, files
    lines = [line for item in nav.items for line in _lines(item, 0)]
    folder = Path(os.environ[FOLDER])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nav.yml").write_text("nav:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return nav


def _lines(item: object, depth: int) -> list[str]:
    indent = "  " * depth
    children = getattr(item, "children", None)
    if children:
        title = str(getattr(item, "title", "")).replace("'", "''")
        inner = [line for child in children for line in _lines(child, depth + 1)]
        return [f"{indent}- '{title}':", *inner]
    file = getattr(item, "file", None)
    return [f"{indent}- {file.src_uri}"] if file else []
