"""Checks that the menu in `mkdocs.yml` and the pages in `docs/` name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathspec import PathSpec

from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.project import read_text
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.terms import right_term
from schoolpolicy.reading.tree import Mapping, Mark, NotReadableError, Scalar, Sequence, error
from schoolpolicy.reading.words import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project
    from schoolpolicy.reading.tree import Node

CONFIG = "mkdocs.yml"


def check_menu(project: Project, words: Collection[str] | None = None) -> Iterator[Finding]:
    """Yield an error for each page outside the menu, and each entry of it without a page.

    A menu that is not given (`nav`) lists all pages by itself. Pages that `not_in_nav` names,
    by patterns as in a `.gitignore` file, may stay outside it.

    Args:
        project: where the menu is.
        words: the placeholders that its titles may hold; not checked, if not given.
    """
    try:
        tree, menu = _read(project)
    except NotReadableError as problem:
        yield problem.finding
        return
    if menu is None:
        return
    for name, mark in _placeholders(menu):
        if words is not None and name not in words:
            yield error(
                "page.unknown-name",
                mark,
                f'"{name}", in a title of the menu, is not a term.',
                right_term(name, words or ()),
            )
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


def check_own_pages(project: Project, pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield an error for each page of a school for which the menu has no place.

    Args:
        project: where the menu is.
        pages: the pages of a school, from all layers.
    """
    try:
        _, menu = _read(project)
    except NotReadableError:
        return  # told by `check_menu`
    if menu is None:
        return
    named = {path for path, _ in _pages(menu)}
    folders = {path.split("/")[0] for path in named if "/" in path}
    for page in pages:
        if not page.laid or page.path in named:
            continue
        if page.front.after is not None and page.front.after not in named:
            yield error(
                "page.not-in-menu",
                Mark(page.file, 1, 1),
                f'"{page.front.after}", behind which this page should stand, is not in the menu.',
                remedy(page.front.after, named),
            )
        elif page.front.after is None and page.path.split("/")[0] not in folders:
            yield error(
                "page.not-in-menu",
                Mark(page.file, 1, 1),
                "The menu has no place for this page.",
                'Add a line "after: ..." above the text, with a page of the menu, or move the '
                f"file into one of the folders: {', '.join(sorted(folders))}.",
            )


def outside_menu(project: Project) -> set[str]:
    """Return the pages in docs/ that `not_in_nav` keeps out of the menu; none if there is none."""
    try:
        tree, menu = _read(project)
    except NotReadableError:
        return set()  # told by `check_menu`
    if menu is None:
        return set()
    pages = {path.relative_to(project.docs).as_posix() for path in project.docs.rglob("*.md")}
    matched = PathSpec.from_lines("gitignore", _lines(tree)).match_files(pages)
    return set(matched) - {path for path, _ in _pages(menu)}


def _read(project: Project) -> tuple[Node | None, Node | None]:
    """Return the settings and the menu in them; None where there is none.

    Raises:
        NotReadableError: the settings are no YAML.
    """
    tree, _ = read_tree(read_text(project, project.root / CONFIG).text, CONFIG)
    return tree, tree.fields.get("nav") if isinstance(tree, Mapping) else None


def _lines(tree: Node | None) -> list[str]:
    """Return the patterns of pages that may stay outside the menu."""
    named = tree.text("not_in_nav") if isinstance(tree, Mapping) else None
    return (named or "").splitlines()


def _placeholders(node: Node) -> Iterator[tuple[str, Mark]]:
    """Yield the terms that the titles of a part of the menu name."""
    if isinstance(node, Mapping):
        for title, mark in node.keys.items():
            for name in PLACEHOLDER.findall(title):
                yield name, mark
    if not isinstance(node, Scalar):
        for inner in node.items if isinstance(node, Sequence) else node.fields.values():
            yield from _placeholders(inner)


def _pages(node: Node) -> Iterator[tuple[str, Mark]]:
    """Yield the pages that a part of the menu names; other sites are none."""
    if isinstance(node, Scalar):
        if isinstance(node.value, str) and node.value.endswith(".md"):
            yield node.value, node.mark
        return
    for inner in node.items if isinstance(node, Sequence) else node.fields.values():
        yield from _pages(inner)
