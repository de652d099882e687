"""Filling in the school's own words, and picking the wording of its nation."""

from __future__ import annotations

import re
from operator import is_
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Nation, Phase, Severity
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Mark, Node, Scalar, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.term import Term, TermForms

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}")
_BRACES_LEFT = re.compile(r"\{[{%#][^}]{0,30}[}%#]?\}?|[^{}]{0,30}[}%#]\}")
_NATIONS = frozenset(nation.value for nation in Nation)


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def _default(term: Term, nation: Nation, phase: Phase) -> TermForms:
    for rule in term.defaults:
        if (not rule.nations or nation in rule.nations) and (
            not rule.phases or phase in rule.phases
        ):
            return next(
                (option for option in term.options if option.many == rule.use), term.options[0]
            )
    return term.options[0]


def _chosen(term: Term, word: str) -> TermForms | None:
    return next((option for option in term.options if word in (option.one, option.many)), None)


def resolve_words(
    terms: Iterable[Term], nation: Nation, phase: Phase, chosen: Mapping | None, name: str
) -> tuple[dict[str, str], list[Finding]]:
    """Work out what each placeholder stands for at one school.

    Args:
        terms: the terms of the model policy.
        nation: decides the default words, with `phase`.
        phase: decides the default words, with `nation`.
        chosen: the `terms` field of the school's file.
        name: the school's name, for `{{ school_name }}`.

    Returns:
        From placeholder to words, each also with a capital; and what is wrong with `chosen`.
    """
    by_id = {term.id: term for term in terms}
    findings: list[Finding] = []
    picks = {term.id: _default(term, nation, phase) for term in by_id.values()}
    for key, node in (chosen.fields if chosen else {}).items():
        term = by_id.get(key)
        mark = chosen.keys[key] if chosen else Mark("", 1, 1)
        if term is None:
            findings.append(
                error("read.unknown-id", mark, f'There is no term "{key}".', remedy(key, by_id))
            )
            continue
        word = node.value if isinstance(node, Scalar) else None
        pick = _chosen(term, word) if isinstance(word, str) else None
        if pick is None:
            options = [option.many for option in term.options]
            findings.append(
                error(
                    "read.unknown-word",
                    node.mark,
                    f'"{word}" is not a word for {term.meaning}.',
                    remedy(str(word), options, "Choose one of: {known}."),
                )
            )
            continue
        picks[key] = pick
    words = {"school_name": name}
    for key, pick in picks.items():
        placeholder = by_id[key].placeholder
        words |= {placeholder.one: pick.one, placeholder.many: pick.many}
    words |= {capital(key): capital(value) for key, value in words.items()}
    return words, findings


class WordFiller:
    """Fills the placeholders of a tree, and picks the wording of one nation."""

    def __init__(
        self, words: MappingType[str, str], nation: Nation, sources: MappingType[str, str]
    ) -> None:
        """Prepare for one school.

        Args:
            words: from placeholder to words.
            nation: whose wording is picked where a field has one for each nation.
            sources: from file name to its text, to find the column of a placeholder.
        """
        self.words = words
        self.nation = nation
        self.findings: list[Finding] = []
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
                return self.words[name]
            self.findings.append(
                error(
                    "read.unknown-term",
                    self._where(name, seen[name], mark),
                    f'"{{{{ {name} }}}}" is not a term.',
                    remedy(name, self.words),
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
