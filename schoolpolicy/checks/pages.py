"""Checks the pages' calls: macros, their arguments, and the names they use.

The pages are parsed, not run, so that every mistake of every page is found at its own line.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import nodes

from schoolpolicy.reading.gone import Gone
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.terms import right_term
from schoolpolicy.reading.tree import Mark, error
from schoolpolicy.reading.values import singular
from schoolpolicy.reading.words import PLACEHOLDER, misfit, wrong_article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.pages import Page

ITEM = "item"
"""The name by which a page made for each record knows the record's id."""


@dataclass(frozen=True)
class MacroShape:
    """How a macro is called.

    Attributes:
        name: the name that pages write.
        signature: its parameters.
        subjects: for each parameter that is an id, the subject it is an id of.
        about: what it is for, as its docstring says.
    """

    name: str
    signature: inspect.Signature
    subjects: Mapping[str, str]
    about: str


class PageChecker:
    """Checks pages against what they may call and name."""

    def __init__(
        self,
        macros: Mapping[str, MacroShape],
        words: Mapping[str, str],
        ids: Mapping[str, Collection[str]],
        gone: Gone | None = None,
    ) -> None:
        """Prepare a checker.

        Args:
            macros: what a page may call, by name.
            words: the placeholders of the school.
            ids: the known ids of each subject.
            gone: what is not there for a reason that is told elsewhere.
        """
        self.macros = macros
        self.words = words
        self.ids = ids
        self._gone = gone or Gone((), ())
        self._parser = jinja2.Environment(autoescape=True)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield what is wrong with one page."""
        try:
            tree = self._parser.parse(page.body)
        except jinja2.TemplateSyntaxError as problem:
            yield error(
                "page.syntax",
                Mark(page.file, page.first_line + problem.lineno - 1, 1),
                "The braces here are not closed, or hold what cannot be read.",
                'Write {{ name }} or {{ macro("id") }}.',
            )
            return
        yield from self._about(page)
        yield from self._articles(page)
        yield from self._filters(tree, page)
        called = set()
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name):
                called.add(id(call.node))
                yield from self._call(call, call.node.name, page)
        known = {*self.words, *self.macros}
        if page.front.for_each:
            known.add(ITEM)
        for name in tree.find_all(nodes.Name):
            if (
                name.ctx == "load"
                and id(name) not in called
                and name.name not in known
                and not self._gone.excuses_word(name.name, page.file, "page")
            ):
                yield error(
                    "page.unknown-name",
                    self._mark(page, name.lineno, name.name),
                    f'"{name.name}" is not a term.',
                    right_term(name.name, self.words),
                )

    def named(self, page: Page) -> Iterator[tuple[str, str, Mark]]:
        """Yield each record that a call on a page names: its subject, its id, and where."""
        try:
            tree = self._parser.parse(page.body)
        except jinja2.TemplateSyntaxError:
            return  # told by `check`
        for call in tree.find_all(nodes.Call):
            macro = self.macros.get(call.node.name) if isinstance(call.node, nodes.Name) else None
            if macro is not None:
                try:
                    values = _bound(call, macro)
                except TypeError:
                    continue  # told by `check`
                for parameter, subject in macro.subjects.items():
                    value = values.get(parameter)
                    if isinstance(value, str):
                        yield subject, value, self._mark(page, call.lineno, value)

    def _about(self, page: Page) -> Iterator[Finding]:
        """Yield the names in title and description that are no terms."""
        for text in (page.front.title, page.front.description):
            for name in PLACEHOLDER.findall(text or ""):
                if name not in self.words and not self._gone.excuses_word(name, page.file, "page"):
                    yield error(
                        "page.unknown-name",
                        Mark(page.file, 1, 1),
                        f'"{name}", in the lines above the text, is not a term.',
                        right_term(name, self.words),
                    )

    def _articles(self, page: Page) -> Iterator[Finding]:
        """Yield each word before which the page has the wrong article: "a academy"."""
        for number, line in enumerate(page.body.splitlines(), page.first_line):
            for found in PLACEHOLDER.finditer(line):
                if wrong := wrong_article(line, found, self.words):
                    yield misfit(wrong, found[1], Mark(page.file, number, found.start() + 1))

    def _filters(self, tree: nodes.Template, page: Page) -> Iterator[Finding]:
        """Yield what follows a bar in braces and is not known."""
        for found in tree.find_all(nodes.Filter):
            if found.name not in self._parser.filters:
                yield error(
                    "page.syntax",
                    self._mark(page, found.lineno, found.name),
                    f'"{found.name}" cannot stand after a bar.',
                    'Write {{ name }} or {{ macro("id") }}.',
                )

    def _mark(self, page: Page, line: int, text: str) -> Mark:
        written = page.body.splitlines()[line - 1] if line <= page.body.count("\n") + 1 else ""
        return Mark(page.file, page.first_line + line - 1, max(written.find(text), 0) + 1)

    def _call(self, call: nodes.Call, name: str, page: Page) -> Iterator[Finding]:
        mark = self._mark(page, call.lineno, name)
        macro = self.macros.get(name)
        if macro is None:
            yield error(
                "page.unknown-macro",
                mark,
                f'There is no macro "{name}".',
                remedy(name, self.macros),
            )
            return
        try:
            values = _bound(call, macro)
        except TypeError as problem:
            yield error(
                "page.macro-arguments",
                mark,
                f'"{name}" is not called rightly: {problem}.',
                f"Write {name}{_shown(macro.signature)}.",
            )
            return
        for parameter, value in values.items():
            subject = macro.subjects.get(parameter)
            known = self.ids.get(subject, ()) if subject else ()
            if (
                subject
                and value is not _UNKNOWN
                and value not in known
                and not self._gone.excuses_page(subject, str(value), page.file)
            ):
                yield error(
                    "page.unknown-id",
                    self._mark(page, call.lineno, str(value)),
                    f'There is no {singular(subject)} "{value}".',
                    remedy(str(value), known),
                )


_UNKNOWN = object()


def _bound(call: nodes.Call, macro: MacroShape) -> Mapping[str, Any]:
    """Return what a call gives for each parameter.

    Raises:
        TypeError: the macro is not called rightly.
    """
    values: list[Any] = [_constant(arg) for arg in call.args]
    named = {arg.key: _constant(arg.value) for arg in call.kwargs}
    return macro.signature.bind(*values, **named).arguments


def _constant(node: nodes.Node) -> object:
    return node.value if isinstance(node, nodes.Const) else _UNKNOWN


def _shown(signature: inspect.Signature) -> str:
    parts = [
        f"{parameter.name}={parameter.default!r}"
        if parameter.default is not inspect.Parameter.empty
        else f'"{parameter.name}"'
        for parameter in signature.parameters.values()
    ]
    return f"({', '.join(parts)})"
