"""What is wrong with a text that is not YAML, in the words of somebody who never heard of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.reading.tree import Mark, error

if TYPE_CHECKING:
    import yaml

    from schoolpolicy.model.finding import Finding

QUOTE_IT = "Put the whole text in double quotes."
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060\ufeff]")
"""What nobody types and nobody sees, but pasting brings along."""
_HARD_SPACES = re.compile("[\u00a0\u2007\u202f]")
_START_OF_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:{\[][^:]*: +)?(\S)")
_KEY_ALONE = re.compile(r"\s*(?:- +)*[\w-]+\s*")
_BULLET = re.compile("\\s*(-(?=[^\\s-])|[\u2013\u2014\u2022\u00b7*] ?)")
_SEMICOLON = re.compile(r"\s*(?:- +)?([\w-]+)(;) +\S")
_HEAD = re.compile(r"[a-z]+:\s*")
_ROUND = re.compile(r"[\w-]+: *(\()")
_AT_LEFT = re.compile(r"[a-z_]+: +\S")
"""A field with its value that is not indented at all."""
_BRACES = re.compile(r"(?:^|[:\-]\s+)(\{\{)")


def unseen_character(text: str, file: str) -> Finding | None:
    """Return what to say of the first character that cannot be seen, if there is one."""
    found = _UNSEEN.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    line = before.count("\n") + 1
    column = found.start() - (before.rfind("\n") + 1) + 1
    return error(
        "read.unseen-character",
        Mark(file, line, column),
        "A character that cannot be seen stands here. Pasting often brings one along.",
        "Delete the word around it, and type it again.",
    )


def unquoted_braces(mark: Mark) -> Finding:
    """Say that a text that begins with a term needs quotes."""
    return error(
        "read.unquoted-braces",
        mark,
        "A text that starts with {{ is not in quotes.",
        'Put the whole text in double quotes: "{{ pupils }} ...".',
    )


def explain_syntax(problem: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    """Say what keeps a text from being YAML."""
    return _Syntax(problem, text, file).finding()


QUOTES = ("'", '"')
_INDENTED = (
    "This line is not indented as the lines around it are.",
    "Begin it in the same column as the names that it belongs with.",
)


class _Syntax:
    """One mistake, with what the parser said of it and the lines around it."""

    def __init__(self, problem: yaml.MarkedYAMLError, text: str, file: str) -> None:
        at = problem.problem_mark or problem.context_mark
        self.file = file
        self.lines = text.splitlines()
        self.line, self.column = (at.line, at.column) if at else (0, 0)
        self.said = problem.problem or "it cannot be read"
        self.context = problem.context or ""
        start = problem.context_mark or at
        self.start = (start.line, start.column) if start else (0, 0)

    def finding(self) -> Finding:
        return (
            self._tab()
            or self._hard_space()
            or self._braces()
            or self._first_hyphen()
            or self._quote_or_bracket()
            or self._no_pair()
            or self._colon()
            or self._first_character()
            or self._error(
                self.line,
                self.column,
                f"This is not YAML: {self.said.strip()}.",
                "Look at this line and the one above it: indentation, quotes, hyphens and colons.",
            )
        )

    def _error(self, line: int, column: int, problem: str, remedy: str) -> Finding:
        return error("read.syntax", Mark(self.file, line + 1, column + 1), problem, remedy)

    def _text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def _tab(self) -> Finding | None:
        written = self._text(self.line)
        if "\t" not in written[: self.column + 1]:
            return None
        return error(
            "read.tab",
            Mark(self.file, self.line + 1, written.index("\t") + 1),
            "A tab is used for indentation.",
            "Use spaces: two for each step.",
        )

    def _hard_space(self) -> Finding | None:
        for number in range(self.line, max(self.line - 2, -1), -1):
            found = _HARD_SPACES.search(self._text(number))
            if found:
                return self._error(
                    number,
                    found.start(),
                    "A hard space stands here, as Word writes it; it looks like a space.",
                    "Delete it, and type a space.",
                )
        return None

    def _braces(self) -> Finding | None:
        for number in range(self.line, max(self.line - 3, -1), -1):
            opened = _BRACES.search(self._text(number))
            if opened:
                return unquoted_braces(Mark(self.file, number + 1, opened.start(1) + 1))
        return None

    def _quote_or_bracket(self) -> Finding | None:
        if self.context == "while scanning a quoted scalar":
            return self._error(
                *self.start,
                "The quote that opens here is not closed.",
                "Write the same quote at the end of the text.",
            )
        if self.context.startswith("while parsing a flow"):
            opening = self._text(self.start[0])[self.start[1] : self.start[1] + 1]
            closing = {"{": "}", "[": "]"}.get(opening, "}")
            wrong = self._text(self.line)[self.column : self.column + 1]
            if wrong and wrong in "]})" and wrong != closing:
                return self._error(
                    self.line,
                    self.column,
                    f'This closes with "{wrong}" what "{opening}" opens.',
                    f'Write "{closing}" here.',
                )
            if self.line != self.start[0]:
                return self._error(
                    *self.start,
                    f'The "{opening}" that opens here is not closed.',
                    f'Write "{closing}" at the end.',
                )
            if wrong == ":" and self.said.startswith("did not find expected ','"):
                return self._no_comma()
        before = self._text(self.line)[: self.column].rstrip()
        if before.endswith((*QUOTES, "]", "}")) and self.said.startswith("did not find expected"):
            if _BULLET.match(before):
                return self._bullet(self.line)
            ended = "quote" if before.endswith(QUOTES) else "bracket"
            return self._error(
                self.line,
                self.column,
                f"The text goes on here, but a {ended} has ended it.",
                f'{QUOTE_IT} If a double quote stands in it, write \\" there.',
            )
        return None

    def _no_comma(self) -> Finding:
        """Two fields between braces with no comma, or a text with a colon."""
        before = self._text(self.line)[: self.column]
        name = re.search(r"(?<=[\w\]}\"'] )[\w-]+$", before)
        if name is None:
            return self._second_colon()
        return self._error(
            self.line,
            name.start(),
            "A comma is missing before this name.",
            'Write ", " before it. If all of it is one text, put that in double quotes.',
        )

    def _second_colon(self) -> Finding:
        return self._error(
            self.line,
            self.column,
            "A second colon stands in a text that is not in quotes.",
            QUOTE_IT,
        )

    def _no_pair(self) -> Finding | None:
        """A line that is no pair of name and value."""
        if self.context != "while scanning a simple key":
            return None
        written = self._text(self.start[0]).strip()
        if written.startswith("{"):
            return self._error(*self.start, "A hyphen is missing here.", 'Begin with "- {".')
        glued = re.match(r"([\w-]+):(\S.*)", written)
        if glued:
            return self._error(
                *self.start,
                "A space is missing after the colon.",
                f'Write "{glued[1]}: {glued[2]}".',
            )
        return self._error(
            *self.start,
            "This line has no name and colon.",
            'Write "name: value". If it goes on with the text above, indent it.',
        )

    def _colon(self) -> Finding | None:
        """A colon where none can be, or a name indented differently."""
        written = self._text(self.line)
        if "mapping values are not allowed" in self.said:
            sign = self._sign()
            if sign:
                return sign
            if not _KEY_ALONE.fullmatch(written[: self.column]):
                return self._second_colon()
        elif self.context != "while parsing a block mapping" or not re.match(r"\s+\w", written):
            return None
        return self._error(self.line, len(written) - len(written.lstrip()), *_INDENTED)

    def _sign(self) -> Finding | None:
        """A sign in the place of another, here or on the line above."""
        for number in (self.line, self.line - 1):
            bullet = self._bullet(number)
            if bullet:
                return bullet
            semicolon = _SEMICOLON.match(self._text(number))
            if semicolon:
                return self._error(
                    number,
                    semicolon.start(2),
                    "A semicolon stands where a colon should.",
                    f'Write "{semicolon[1]}: ".',
                )
        opened = _ROUND.search(self._text(self.line))
        if opened:
            return self._error(
                self.line,
                opened.start(1),
                "Round brackets hold no fields.",
                "Write { at the beginning and } at the end.",
            )
        return self._at_left()

    def _bullet(self, line: int) -> Finding | None:
        bullet = _BULLET.match(self._text(line))
        if bullet is None:
            return None
        return self._error(
            line,
            bullet.start(1),
            "This line does not begin with a hyphen and a space.",
            'Write "- " at its start.',
        )

    def _at_left(self) -> Finding | None:
        """A field of a record that is not indented, on the line above."""
        above, before = self._text(self.line - 1), self._text(self.line - 2)
        if not _AT_LEFT.match(above) or before[:1] not in {" ", "-"}:
            return None
        return self._error(self.line - 1, 0, *_INDENTED)

    def _first_hyphen(self) -> Finding | None:
        """A record without its hyphen before one that has it."""
        if self.said != "did not find expected key" or self._text(self.line)[:1] != "-":
            return None
        heads = (n for n in range(self.line, -1, -1) if _HEAD.fullmatch(self._text(n)))
        first = next(heads, self.line) + 1
        if first >= self.line or self._text(first).lstrip()[:1] == "-":
            return self._at_left()
        return self._error(
            first,
            len(self._text(first)) - len(self._text(first).lstrip()),
            "A hyphen is missing here.",
            'Begin the record with "- " and indent the lines below it by two spaces.',
        )

    def _first_character(self) -> Finding | None:
        found = _START_OF_VALUE.match(self._text(self.line))
        if found is None or found[1] not in "@`%*&!>|-?":
            return None
        return self._error(
            self.line,
            found.start(1),
            f'A text cannot begin with "{found[1]}" unless it is in quotes.',
            QUOTE_IT,
        )
