"""Checks that the menu in `mkdocs.yml` and the pages in `docs/` name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathspec import PathSpec

from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.project import read_text
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Mark, NotReadableError, Scalar, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.project import Project
    from schoolpolicy.reading.tree import Node

CONFIG = "mkdocs.yml"


def check_menu(project: Project) -> Iterator[Finding]:
    """Yield an error for each page outside the menu, and each entry of it without a page.

    A menu that is not given (`nav`) lists all pages by itself. Pages that `not_in_nav` names,
    by patterns as in a `.gitignore` file, may stay outside it.
    """
    try:
        tree, _ = read_tree(read_text(project, project.root / CONFIG).text, CONFIG)
    except NotReadableError as problem:
        yield problem.finding
        return
    menu = tree.fields.get("nav") if isinstance(tree, Mapping) else None
    if menu is None:
        return
    pages = {path.relative_to(project.docs).as_posix() for path in project.docs.rglob("*.md")}
    named = dict(_pages(menu))
    outside = PathSpec.from_lines("gitignore", _lines(tree))
    for path in sorted(pages - set(named) - set(outside.match_files(pages))):
        yield error(
            "page.not-in-menu",
            Mark(f"docs/{path}", 1, 1),
            "This page is not in the menu.",
            f'Add a line "- {path}" under "nav:" in {CONFIG}, or delete the page.',
        )
    for path, mark in named.items():
        if path not in pages:
            yield error(
                "page.missing",
                mark,
                f'The menu names "{path}", but docs/ has no such page.',
                remedy(path, pages, "Bring the page back, or delete this line."),
            )


def _lines(tree: Node | None) -> list[str]:
    """Return the patterns of pages that may stay outside the menu."""
    named = tree.text("not_in_nav") if isinstance(tree, Mapping) else None
    return (named or "").splitlines()


def _pages(node: Node) -> Iterator[tuple[str, Mark]]:
    """Yield the pages that a part of the menu names; other sites are none."""
    if isinstance(node, Scalar):
        if isinstance(node.value, str) and node.value.endswith(".md"):
            yield node.value, node.mark
        return
    for inner in node.items if isinstance(node, Sequence) else node.fields.values():
        yield from _pages(inner)
