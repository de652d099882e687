"""Filling in the school's own words, and picking the wording of its nation."""

from __future__ import annotations

import re
from operator import is_
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Nation, Severity
from schoolpolicy.reading.terms import right_term
from schoolpolicy.reading.tree import Mapping, Mark, Node, Scalar, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from schoolpolicy.reading.gone import Gone

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}")
_BRACES_LEFT = re.compile(r"\{[{%#][^}]{0,30}[}%#]?\}?|[^{}]{0,30}[}%#]\}")
_ARTICLE = re.compile(r"(?<![\w'’-])([Aa]n?)\s+$")
_NATIONS = frozenset(nation.value for nation in Nation)


def fill(text: str, words: MappingType[str, str]) -> str:
    """Return a text with the school's words in the place of its placeholders; unknown ones stay."""
    return PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)


def wrong_article(text: str, found: re.Match[str], words: MappingType[str, str]) -> str | None:
    """Return "a academy" where a text has the wrong article before a placeholder."""
    before = _ARTICLE.search(text, max(found.start() - 4, 0), found.start())
    right = words.get(f"a_{found[1]}")
    said = f"{before[1]} {words[found[1]]}" if before and found[1] in words else None
    return said if said and right and said.lower() != right.lower() else None


def misfit(said: str, name: str, mark: Mark) -> Finding:
    """Return the finding about a wrong article."""
    form = "A" if said[0].isupper() else "a"
    return Finding(
        code="text.article",
        severity=Severity.WARNING,
        place=mark.place,
        problem=f'This says "{said}".',
        remedy=f'Write "{{{{ {form}_{name} }}}}", which brings the article with it.',
    )


class WordFiller:
    """Fills the placeholders of a tree, and picks the wording of one nation."""

    def __init__(
        self,
        words: MappingType[str, str],
        nation: Nation,
        sources: MappingType[str, str],
        gone: Gone | None = None,
    ) -> None:
        """Prepare for one school.

        Args:
            words: from placeholder to words.
            nation: whose wording is picked where a field has one for each nation.
            sources: from file name to its text, to find the column of a placeholder.
            gone: which terms are not there for a reason that is told elsewhere.
        """
        self.words = words
        self.nation = nation
        self.findings: list[Finding] = []
        self._gone = gone
        self._lines = {file: text.splitlines() for file, text in sources.items()}

    def fill(self, node: Node) -> Node:
        """Return the tree with words filled in and nations picked."""
        if isinstance(node, Scalar):
            if isinstance(node.value, str) and ("{" in node.value or "}" in node.value):
                return Scalar(self._fill_text(node.value, node.mark), node.mark, node.quoted)
            return node
        if isinstance(node, Sequence):
            items = [self.fill(item) for item in node.items]
            same = all(map(is_, items, node.items))
            return node if same else Sequence(tuple(items), node.mark)
        fields = {key: self.fill(value) for key, value in node.fields.items()}
        if fields and fields.keys() <= _NATIONS:
            return self._pick(fields, node)
        same = all(map(is_, fields.values(), node.fields.values()))
        return node if same else Mapping(fields, node.keys, node.mark)

    def _pick(self, fields: dict[str, Node], node: Mapping) -> Node:
        if self.nation.value in fields:
            return fields[self.nation.value]
        self.findings.append(
            error(
                "read.no-wording-for-nation",
                node.mark,
                f"There is no wording for {self.nation.value} here.",
                f'Add a line "{self.nation.value}: ...".',
            )
        )
        return Scalar("-", node.mark)

    def _fill_text(self, text: str, mark: Mark) -> str:
        seen: dict[str, int] = {}

        def word(match: re.Match[str]) -> str:
            name = match.group(1)
            seen[name] = seen.get(name, -1) + 1
            if name in self.words:
                if wrong := wrong_article(text, match, self.words):
                    here = self._where(name, seen[name], mark)
                    self.findings.append(misfit(wrong, name, here))
                return self.words[name]
            if self._gone and self._gone.excuses_word(name, f"{mark.file}:{mark.line}"):
                return name
            self.findings.append(
                error(
                    "read.unknown-term",
                    self._where(name, seen[name], mark),
                    f'"{{{{ {name} }}}}" is not a term.',
                    right_term(name, self.words),
                )
            )
            return name

        filled = PLACEHOLDER.sub(word, text)
        # Most texts hold no more braces, and the search is slow.
        left = _BRACES_LEFT.search(filled) if "{" in filled or "}" in filled else None
        if left:
            self.findings.append(
                Finding(
                    code="read.braces",
                    severity=Severity.WARNING,
                    place=mark.place,
                    problem=f'"{left[0]}" is no term, and is seen on the page as it stands.',
                    remedy="Write one name between two braces on either side: {{ pupils }}.",
                )
            )
        return filled

    def _where(self, name: str, nth: int, mark: Mark) -> Mark:
        """Find the nth use of a placeholder from a mark on."""
        pattern = re.compile(r"\{\{\s*" + re.escape(name) + r"\s*\}\}")
        lines = self._lines.get(mark.file, [])
        for number in range(mark.line - 1, len(lines)):
            start = mark.column - 1 if number == mark.line - 1 else 0
            for match in pattern.finditer(lines[number], start):
                if nth == 0:
                    return Mark(mark.file, number + 1, match.start() + 1)
                nth -= 1
        return mark
