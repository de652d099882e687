"""What every macro stands on: the policy, the theme's components, and links."""

from __future__ import annotations

import inspect
import typing
from typing import TYPE_CHECKING

from markupsafe import Markup

from schoolpolicy.checks.coverage.report import coverage
from schoolpolicy.checks.pages import MacroShape
from schoolpolicy.checks.undecided import counted
from schoolpolicy.model.base import Ref
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.views.can_i import Answers
from schoolpolicy.publish.views.draft import DRAFT_ADDRESS, DRAFT_PAGE
from schoolpolicy.publish.views.links import Links, between
from schoolpolicy.publish.views.posts import held_by
from schoolpolicy.publish.views.rule_homes import first_grids
from schoolpolicy.rules.answer import RuleBook

if TYPE_CHECKING:
    import types
    from collections.abc import Callable, Sequence

    from schoolpolicy.checks.undecided import Undecided
    from schoolpolicy.model.coverage import Coverage
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.publish.site.book import SitePage
    from schoolpolicy.publish.site.components import Components

_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>\"'\\`*_{}[]()#+-.!|~"})
"""Every sign that HTML or Markdown would read, as what only shows it."""
_NOT_MACROS = {"shapes", "words", "follow"}


class BoundCalls:
    """The macros, bound to one school's policy and the theme's components."""

    def __init__(
        self,
        policy: Policy,
        components: Components,
        pages: Sequence[SitePage],
        undecided: Sequence[Undecided] = (),
        *,
        covered: Coverage | None = None,
        audience: Visibility = Visibility.PUBLIC,
    ) -> None:
        self.policy = policy
        self.coverage = covered or coverage(policy, policy, ())
        self.audience = audience
        self.pages = tuple(pages)
        self.page_paths = frozenset(page.path for page in pages)
        self.undecided = undecided
        self.draft_page = any(page.path == DRAFT_PAGE for page in pages)
        self._components = components
        self._book = RuleBook(policy)
        self._answers = Answers(self._book)
        self._links = Links(policy, pages, first_grids(self._book), lambda: self._answers.homes)
        self._here: Callable[[], str] = lambda: "index.md"

    @classmethod
    def shapes(cls) -> dict[str, MacroShape]:
        """Return how each macro is called, by name."""
        return {
            name: _shape(name, member)
            for name, member in inspect.getmembers(cls, inspect.isfunction)
            if not name.startswith("_") and name not in _NOT_MACROS
        }

    def words(self) -> dict[str, Markup]:
        """Return the school's words, safe to stand in Markdown."""
        return {key: in_markdown(word) for key, word in self.policy.words.items()}

    def follow(self, here: Callable[[], str]) -> None:
        """Learn how to ask which page is being made, so that links are relative to it."""
        self._here = here

    def _link(self, subject: str, identity: str, area: str | None = None) -> str | None:
        return self._links.relative(self._here(), subject, identity, area)

    def _to(self, address: str) -> str:
        return between(self._here(), address)

    def _render(self, component: str, **values: object) -> Markup:
        return self._components.render(
            component,
            policy=self.policy,
            link=self._link,
            to=self._to,
            held=lambda role: held_by(self.policy, role),
            open_count=None if self.policy.final else counted(self.undecided),
            draft_page=self._to(DRAFT_ADDRESS) if self.draft_page else None,
            **values,
        )


def in_markdown(text: str) -> Markup:
    """Return a text escaped, with no sign that Markdown would read."""
    return Markup(text.translate(_SIGNS))


def _shape(name: str, method: types.FunctionType) -> MacroShape:
    signature = inspect.signature(method)
    parameters = list(signature.parameters.values())[1:]
    hints = typing.get_type_hints(method, include_extras=True)
    subjects = {
        parameter.name: mark.subject
        for parameter in parameters
        for mark in getattr(hints[parameter.name], "__metadata__", ())
        if isinstance(mark, Ref)
    }
    about = inspect.getdoc(method) or ""
    return MacroShape(name, signature.replace(parameters=parameters), subjects, about)
