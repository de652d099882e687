"""The macros: every public method is one, and its docstring is its manual."""

from __future__ import annotations

import inspect
import typing
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from schoolpolicy.checks.pages import MacroShape
from schoolpolicy.model.base import Ref, RoleRef

if TYPE_CHECKING:
    import types
    from collections.abc import Sequence

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.publish.components import Components
    from schoolpolicy.publish.site.book import SitePage

_MARKDOWN = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]()#+-.!|~"})


class Calls:
    """The macros, bound to one school's policy and the theme's components."""

    def __init__(self, policy: Policy, components: Components, pages: Sequence[SitePage]) -> None:
        self.policy = policy
        self._components = components
        self._pages = pages

    @classmethod
    def shapes(cls) -> dict[str, MacroShape]:
        """Return how each macro is called, by name."""
        return {
            name: _shape(name, member)
            for name, member in inspect.getmembers(cls, inspect.isfunction)
            if not name.startswith("_") and name not in {"shapes", "words"}
        }

    def words(self) -> dict[str, Markup]:
        """Return the school's words, safe to stand in Markdown."""
        return {
            key: Markup(str(escape(word)).translate(_MARKDOWN))
            for key, word in self.policy.words.items()
        }

    def _render(self, component: str, **values: object) -> Markup:
        return self._components.render(component, policy=self.policy, **values)

    def role_page(self, role: RoleRef) -> Markup:
        """Everything about one role: what it is for, its duties, who stands in."""
        return self._render("role", role=self.policy.get("roles", role))


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
