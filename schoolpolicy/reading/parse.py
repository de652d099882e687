"""From YAML text to a tree of values that know their places.

The tree is built from the parser's events, because only these tell the place of an alias
and of both spellings of a key that is written twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import yaml

from schoolpolicy.reading.syntax import QUOTE_IT, explain_syntax, unquoted_braces, unseen_character
from schoolpolicy.reading.tree import Mapping, Mark, Node, NotReadableError, Scalar, Sequence, error

if TYPE_CHECKING:
    from schoolpolicy.model.finding import Finding

MAX_DEPTH = 20

_INT = re.compile(r"^-?(0|[1-9][0-9]{0,15})$")
_FLOAT = re.compile(r"^-?(0|[1-9][0-9]{0,15})\.[0-9]{1,15}$")
_CUT = re.compile(r"\s*(#\S.*)")
"""A number sign straight before a word: meant as text, but read as a comment."""
_GLUED = re.compile(r"([\w-]+):(\S+)")
"""A key and its value with no space between them."""
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

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self._lines = text.splitlines()
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self._open: list[_Open] = []

    def mark(self, event: yaml.Event) -> Mark:
        at = event.start_mark
        return Mark(self.file, at.line + 1, at.column + 1) if at else Mark(self.file, 1, 1)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        mark = self.mark(event)
        self._named(event)
        top = self._open[-1] if self._open else None
        if top and top.is_mapping and top.key is None:
            self._key(top, event.value, mark)
            return
        quoted = bool(event.style)
        cut = None if quoted else self._bare(event, mark)
        # What all of it was meant to be a text is taken for one, so that it is told once.
        value = cut if cut and not event.value else event.value if quoted else _value(event.value)
        self.add(Scalar(value, mark, quoted))

    def _bare(self, event: yaml.ScalarEvent, mark: Mark) -> str | None:
        """Find what YAML does to a text without quotes, and nobody would expect.

        Returns:
            What was cut off, if anything was.
        """
        end = event.end_mark
        rest = self._lines[end.line][end.column :] if end and end.line < len(self._lines) else ""
        cut = _CUT.match(rest) if "#" in rest else None
        if cut:
            self._wrong(mark, f'"{cut[1]}" is not read, because # begins a comment.', QUOTE_IT)
        if event.value[:1] == "\u201c":
            self._wrong(
                mark,
                "The text begins with a curly quote, which would be seen on the page.",
                'Use straight quotes: "...".',
            )
        return cut[1].split(" #")[0].rstrip() if cut else None

    def _named(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Refuse names and types of YAML, which swallow the first word of a text."""
        if not event.anchor and not event.tag:
            return
        sign = f"&{event.anchor}" if event.anchor else event.tag
        if sign != "!":
            self._wrong(
                self.mark(event),
                f'"{sign}" is not read as text.',
                f"{QUOTE_IT} Policy files hold no anchors and tags.",
            )

    def _wrong(self, mark: Mark, problem: str, remedy: str) -> None:
        self.findings.append(error("read.not-as-meant", mark, problem, remedy))

    def _key(self, top: _Open, key: str, mark: Mark) -> None:
        if key in top.keys:
            self.findings.append(
                error(
                    "read.duplicate-key",
                    mark,
                    f'"{key}" is written twice (first on line {top.keys[key].line}).',
                    "Keep one of the two. A record of its own begins with a hyphen: - id."
                    if key == "id"
                    else "Keep one of the two.",
                )
            )
        top.keys.setdefault(key, mark)
        top.key = key

    def start(self, event: yaml.CollectionStartEvent, *, is_mapping: bool) -> None:
        mark = self.mark(event)
        self._named(event)
        top = self._open[-1] if self._open else None
        if top and top.is_mapping and top.key is None:
            raise NotReadableError(unquoted_braces(top.mark))
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
            key, top.key = top.key, None
            empty = isinstance(node, Scalar) and node.value is None
            glued = _GLUED.fullmatch(key) if empty else None
            if glued:
                self._wrong(
                    top.keys[key],
                    "A space is missing after the colon.",
                    f'Write "{glued[1]}: {glued[2]}".',
                )
                return
            top.fields.setdefault(key, node)
        else:
            top.items.append(node)


@lru_cache(maxsize=512)
def read_tree(text: str, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read one YAML document; the same text of the same file is read once.

    Args:
        text: the content of the file.
        file: the name that findings give, relative to the project.

    Returns:
        The tree (None where the text is empty), and what is wrong but did not stop the reading.

    Raises:
        NotReadableError: the text is not YAML, or uses what policy files may not use.
    """
    unseen = unseen_character(text, file)
    if unseen:
        raise NotReadableError(unseen)
    builder = _Builder(text, file)
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
                            "Write it out. If it is a text, put it in double quotes.",
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
        raise NotReadableError(explain_syntax(problem, text, file)) from problem
    except yaml.YAMLError as problem:
        raise NotReadableError(
            error("read.syntax", Mark(file, 1, 1), f"This is not YAML: {problem}.", "")
        ) from problem
    return builder.root, tuple(builder.findings)
