"""Reads what each code of a finding means, from the YAML files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import ValidationError

from schoolpolicy.model.code import FindingCode
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, NotReadableError, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.reading.tree import Node

FOLDER = Path(__file__).parent
_KEY = "codes"


class CodeBookError(Exception):
    """Raised when an entry cannot be read; says to whoever wrote it where and why."""


@cache
def code_book() -> MappingType[str, FindingCode]:
    """Return every kind of finding by its code, in the order of families and codes."""
    return read_codes(FOLDER)


def read_codes(folder: Path) -> MappingType[str, FindingCode]:
    """Return the entries of a folder of YAML files, by code, sorted.

    Raises:
        CodeBookError: an entry is not as it should be.
    """
    found: dict[str, FindingCode] = {}
    for path in sorted(folder.glob("*.yml")):
        for entry, line in _entries(path):
            here = f"{path.name}:{line}"
            if entry.code in found:
                raise CodeBookError(f'{here}: "{entry.code}" has an entry already.')
            if entry.family != path.stem:
                raise CodeBookError(f'{here}: "{entry.code}" belongs in {entry.family}.yml.')
            found[entry.code] = entry
    return MappingProxyType(dict(sorted(found.items())))


def is_code(name: str) -> bool:
    """Tell whether a name is meant as the code of a finding: ids have no dot."""
    return "." in name


def right_code(code: str) -> str:
    """Return what somebody who wrote an unknown code may have meant, as a sentence."""
    return remedy(code, code_book(), "The reference lists all codes: guide/reference/checks/.")


def _entries(path: Path) -> Iterator[tuple[FindingCode, int]]:
    """Yield the entries of one file, each with its line."""
    try:
        tree, findings = read_tree(path.read_text(encoding="utf-8"), path.name)
    except NotReadableError as problem:
        raise CodeBookError(str(problem)) from problem
    if findings:
        raise CodeBookError(str(findings[0]))
    listed = tree.fields.get(_KEY) if isinstance(tree, Mapping) else None
    if not isinstance(listed, Sequence):
        raise CodeBookError(f'{path.name}: begin with "{_KEY}:" and a list of entries.')
    for node in listed.items:
        try:
            yield FindingCode.model_validate(node.plain()), node.mark.line
        except ValidationError as problem:
            raise CodeBookError(_told(problem, path.name, node)) from problem


def _told(problem: ValidationError, file: str, node: Node) -> str:
    """Return the first mistake in an entry, with its place and its code."""
    first = problem.errors(include_url=False)[0]
    code = node.text("code") if isinstance(node, Mapping) else None
    where = ".".join(map(str, first["loc"]))
    return f'{file}:{node.mark.line}: in "{code}", {where}: {first["msg"]}.'
