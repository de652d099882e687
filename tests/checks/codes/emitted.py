"""Which codes of findings the source can give, and how serious they are, read from the source."""

from __future__ import annotations

import ast
import importlib
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from schoolpolicy.checks.privacy.sayings import SAYINGS
from schoolpolicy.model.coverage import CoverageStatus
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.shared import SHARINGS
from schoolpolicy.reading.values import singular
from tests.support import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

NAMED: Mapping[str, tuple[str, ...]] = {
    "saying.code": tuple(each.code for each in SAYINGS.values()),
    "f'undecided.{each.kind}'": tuple(
        f"undecided.{kind}" for kind in ("choice", "fact", "number", "rule")
    ),
    "f'{naming.subject}.unused'": (
        "events.unused",
        *(f"{each.subject}.unused" for each in SHARINGS),
        "zones.unused",
    ),
    "f'coverage.{each.status.value}'": tuple(
        f"coverage.{each.value}" for each in (CoverageStatus.NOT, CoverageStatus.PARTLY)
    ),
    "f'{sharing.holder}.{singular(sharing.subject)}-twice'": tuple(
        f"{each.holder}.{singular(each.subject)}-twice" for each in SHARINGS
    ),
}
"""What the codes are that are put together when the program runs, by how the source writes them."""
MAKER = "Finding"
PARAMETER = "code"


@dataclass(frozen=True)
class Emitted:
    """One place in the source that gives a code; what is not plain there is not known."""

    code: str
    where: str
    severities: frozenset[Severity]


def emitted() -> Iterator[Emitted]:
    """Yield every place in the source that gives a finding a code."""
    for path in sorted((ROOT / "schoolpolicy").rglob("*.py")):
        yield from _Module(path).emitted()


class _Module:
    def __init__(self, path: Path) -> None:
        self.where = path.relative_to(ROOT).as_posix()
        self.name = self.where.removesuffix(".py").replace("/", ".")
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.severities: dict[str, frozenset[Severity]] = defaultdict(frozenset)
        self.positions: dict[str, int] = {}
        """For each function of this module that takes a code: as which argument."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef):
                self._takes_code(node, node.name)
            elif isinstance(node, ast.ImportFrom) and str(node.module).startswith("schoolpolicy."):
                imported = {each.name: each.asname or each.name for each in node.names}
                for function in _functions(str(node.module)):
                    if function.name in imported:
                        self._takes_code(function, imported[function.name])

    def _takes_code(self, function: ast.FunctionDef, name: str) -> None:
        names = [each.arg for each in function.args.args if each.arg not in {"self", "cls"}]
        returned = ast.unparse(function.returns) if function.returns else ""
        if PARAMETER in names and re.search(r"\b(Finding|Found)\b", returned):
            self.positions[name] = names.index(PARAMETER)
            self.severities[name] = _severities(function)

    def emitted(self) -> Iterator[Emitted]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                maker = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
                given = self._given(node, maker)
                if given is not None:
                    found = _severities(node) or self.severities[maker]
                    for code in self._codes(given):
                        yield Emitted(code, f"{self.where}:{node.lineno}", found)

    def _given(self, call: ast.Call, maker: str) -> ast.expr | None:
        if maker != MAKER and maker not in self.positions:
            return None
        for keyword in call.keywords:
            if keyword.arg == PARAMETER:
                return keyword.value
        at = self.positions.get(maker, len(call.args))
        return call.args[at] if at < len(call.args) else None

    def _codes(self, given: ast.expr) -> tuple[str, ...]:
        if isinstance(given, ast.Constant):
            return (str(given.value),)
        if isinstance(given, ast.IfExp):
            return (*self._codes(given.body), *self._codes(given.orelse))
        written = ast.unparse(given)
        if written in NAMED:
            return NAMED[written]
        if isinstance(given, ast.Name):
            if given.id == PARAMETER:
                return ()  # handed on from a call that is read as well
            named = getattr(importlib.import_module(self.name), given.id, None)
            if isinstance(named, str):
                return (named,)
        return (f"{written}, which is not in NAMED",)


@cache
def _functions(module: str) -> tuple[ast.FunctionDef, ...]:
    """Return the functions of a module of ours, such as `error` and `warning`."""
    path = ROOT / f"{module.replace('.', '/')}.py"
    tree = ast.parse(path.read_text(encoding="utf-8") if path.is_file() else "")
    return tuple(each for each in tree.body if isinstance(each, ast.FunctionDef))


def _severities(node: ast.AST) -> frozenset[Severity]:
    """Return the severities that stand in the arguments named so; none if they are computed."""
    return frozenset(
        Severity[each.attr]
        for keyword in ast.walk(node)
        if isinstance(keyword, ast.keyword) and keyword.arg == "severity"
        for each in ast.walk(keyword.value)
        if isinstance(each, ast.Attribute) and each.attr in Severity.__members__
    )
