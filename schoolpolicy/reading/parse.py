"""From YAML text to a tree of values that know their places.

The tree is built from the parser's events, because only these tell the place of an alias
and of both spellings of a key that is written twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from schoolpolicy.reading.tree import Mapping, Mark, Node, NotReadableError, Scalar, Sequence, error

if TYPE_CHECKING:
    from schoolpolicy.model.finding import Finding

MAX_DEPTH = 20

_INT = re.compile(r"^-?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"^-?(0|[1-9][0-9]*)\.[0-9]+$")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), False),
}


def _value(text: str) -> None | bool | int | float | str:
    # Dates stay texts, and so does 01234567: their fields know what they want.
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text)
    if _FLOAT.match(text):
        return float(text)
    return text


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    mark: Mark
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    fields: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)
    key: str | None = None


class _Builder:
    """Turns the events of one document into a tree, and collects what is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self._open: list[_Open] = []

    def mark(self, event: yaml.Event) -> Mark:
        at = event.start_mark
        return Mark(self.file, at.line + 1, at.column + 1) if at else Mark(self.file, 1, 1)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        mark = self.mark(event)
        top = self._open[-1] if self._open else None
        if top and top.is_mapping and top.key is None:
            self._key(top, event.value, mark)
            return
        quoted = bool(event.style)
        value = event.value if quoted else _value(event.value)
        self.add(Scalar(value, mark, quoted))

    def _key(self, top: _Open, key: str, mark: Mark) -> None:
        if key in top.keys:
            self.findings.append(
                error(
                    "read.duplicate-key",
                    mark,
                    f'"{key}" is written twice (first on line {top.keys[key].line}).',
                    "Keep one of the two.",
                )
            )
        top.keys.setdefault(key, mark)
        top.key = key

    def start(self, event: yaml.CollectionStartEvent, *, is_mapping: bool) -> None:
        mark = self.mark(event)
        top = self._open[-1] if self._open else None
        if top and top.is_mapping and top.key is None:
            raise NotReadableError(_braces(top.mark))
        if len(self._open) >= MAX_DEPTH:
            raise NotReadableError(
                error(
                    "read.too-deep",
                    mark,
                    f"Fields are nested more than {MAX_DEPTH} deep.",
                    "Check the indentation; a policy file never needs this.",
                )
            )
        self._open.append(_Open(mark, is_mapping))

    def end(self) -> None:
        top = self._open.pop()
        if top.is_mapping:
            self.add(Mapping(top.fields, top.keys, top.mark))
        else:
            self.add(Sequence(tuple(top.items), top.mark))

    def add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if top.is_mapping and top.key is not None:
            top.fields.setdefault(top.key, node)
            top.key = None
        else:
            top.items.append(node)


def _braces(mark: Mark) -> Finding:
    return error(
        "read.unquoted-braces",
        mark,
        "A text that starts with {{ is not in quotes.",
        'Put the whole text in double quotes: "{{ pupils }} ...".',
    )


def read_tree(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """Read one YAML document.

    Args:
        text: the content of the file.
        file: the name that findings give, relative to the project.

    Returns:
        The tree (None where the text is empty), and what is wrong but did not stop the reading.

    Raises:
        NotReadableError: the text is not YAML, or uses what policy files may not use.
    """
    builder = _Builder(file)
    documents = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            match event:
                case yaml.ScalarEvent():
                    builder.scalar(event)
                case yaml.MappingStartEvent():
                    builder.start(event, is_mapping=True)
                case yaml.SequenceStartEvent():
                    builder.start(event, is_mapping=False)
                case yaml.CollectionEndEvent():
                    builder.end()
                case yaml.AliasEvent():
                    raise NotReadableError(
                        error(
                            "read.alias",
                            builder.mark(event),
                            f'"*{event.anchor}" repeats another part of the file.',
                            "Write it out; policy files hold no aliases.",
                        )
                    )
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise NotReadableError(
                            error(
                                "read.two-documents",
                                builder.mark(event),
                                "A second document starts here.",
                                'Remove the line "---", or make it a file of its own.',
                            )
                        )
    except yaml.MarkedYAMLError as problem:
        raise NotReadableError(_syntax(problem, text, file)) from problem
    except yaml.YAMLError as problem:
        raise NotReadableError(
            error("read.syntax", Mark(file, 1, 1), f"This is not YAML: {problem}.", "")
        ) from problem
    return builder.root, builder.findings


def _syntax(problem: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    at = problem.problem_mark or problem.context_mark
    line, column = (at.line, at.column) if at else (0, 0)
    mark = Mark(file, line + 1, column + 1)
    lines = text.splitlines()
    written = lines[line] if line < len(lines) else ""
    if "\t" in written[: max(column, 1)] or (written[column : column + 1] == "\t"):
        return error(
            "read.tab",
            Mark(file, line + 1, written.index("\t") + 1),
            "A tab is used for indentation.",
            "Use spaces: two for each step.",
        )
    for number in range(line, max(line - 3, -1), -1):
        opened = re.search(r"(?:^|[:\-]\s+)(\{\{)", lines[number] if number < len(lines) else "")
        if opened:
            return _braces(Mark(file, number + 1, opened.start(1) + 1))
    if "mapping values are not allowed" in (problem.problem or ""):
        return error(
            "read.syntax",
            mark,
            "A second colon stands in a text that is not in quotes.",
            "Put the whole text in double quotes.",
        )
    said = (problem.problem or "it cannot be read").strip()
    return error(
        "read.syntax",
        mark,
        f"This is not YAML: {said}.",
        "Look at this line and the one above it: indentation, quotes, hyphens and colons.",
    )
