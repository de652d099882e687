"""Finds where a school meant `undecided`, and wrote what would pass as a text of its own."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.reading.choices import CHOICES
from schoolpolicy.reading.tree import Mapping, Scalar, error

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.layers import Stack
    from schoolpolicy.reading.tree import Node

SCHOOLS = "schools/"
"""How the names of files begin that are no model policy."""
_ALIKE = 0.8
"""How like the word (0 to 1) another must be to be a slip of the pen."""
_LIKE = re.compile(r"\bun?[a-z]{6,10}\b", re.IGNORECASE)
"""A word that may be one. Most files have none, and need no search."""


def meant_undecided(text: str) -> bool:
    """Tell whether a whole text is `undecided` misspelt: `undecidd`, `Undecided`."""
    said = text.strip().lower()
    if text == UNDECIDED or not said.startswith(UNDECIDED[0]):
        return False
    return difflib.SequenceMatcher(None, UNDECIDED, said).ratio() >= _ALIKE


def slips(
    stack: Stack, sources: Iterable[tuple[str, str]], told: Collection[tuple[str, int, int]]
) -> Iterator[Finding]:
    """Yield an error for each text of a school or a trust that should perhaps say `undecided`.

    Args:
        stack: the layers, the model policy first.
        sources: the name and the text of each file.
        told: where something else is wrong, which says it better.
    """
    files = {
        file
        for file, text in sources
        if file.startswith(SCHOOLS) and any(map(meant_undecided, _LIKE.findall(text)))
    }
    own = [tree for trees in list(stack.trees.values())[1:] for tree in trees]
    for tree in (*own, *filter(None, (stack.school, stack.trust))):
        for node in _texts(tree):
            if node.mark.file in files and node.mark not in told:
                yield error(
                    "read.undecided",
                    node.mark,
                    f'"{node.value}" is taken for the text itself.',
                    f'Did you mean "{UNDECIDED}"?',
                )


def _texts(node: Node) -> Iterator[Scalar]:
    """Yield the texts in a tree that are nearly `undecided`."""
    if isinstance(node, Scalar):
        if isinstance(node.value, str) and meant_undecided(node.value):
            yield node
        return
    inner = (
        (each for key, each in node.fields.items() if key != CHOICES)  # those are read as meant
        if isinstance(node, Mapping)
        else node.items
    )
    for each in inner:
        yield from _texts(each)
