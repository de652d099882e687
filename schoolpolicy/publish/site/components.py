"""Renders the components of the theme: one template each, all values escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import material
from markupsafe import Markup

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.term import written
from schoolpolicy.publish.views import phrases
from schoolpolicy.publish.views.audiences import short_name
from schoolpolicy.publish.views.numbering import letter
from schoolpolicy.publish.views.phrases import TO_BE_DECIDED
from schoolpolicy.publish.views.posts import for_how_long, titled
from schoolpolicy.rules.words import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ICONS = Path(material.__file__).parent / "templates" / ".icons" / "material"

FILTERS = {
    "answer": written,
    "capital": phrases.capital,
    "clock": phrases.clock,
    "day": phrases.day,
    "dial": phrases.dial,
    "for_how_long": for_how_long,
    "inside": inside,
    "letter": letter,
    "nth": phrases.nth,
    "often": phrases.how_often,
    "short_name": short_name,
    "the": phrases.the,
    "titled": titled,
    "when": phrases.when,
}
"""What templates may do to a value beside Jinja's own filters."""


class ComponentError(Exception):
    """Raised when a template of the theme cannot be read; says which, and where."""


class Components:
    """The templates in `overrides/components`, ready to render."""

    def __init__(self, overrides: Path, helpers: Mapping[str, Callable[..., Any]]) -> None:
        """Prepare the templates.

        Args:
            overrides: the theme's folder.
            helpers: functions that every template may call.
        """
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(overrides / "components"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=decided,
        )
        self._templates.filters.update(FILTERS)
        self._templates.globals.update(helpers, icon=icon)

    def render(self, name: str, **values: object) -> Markup:
        """Render one component, without empty lines, which would end a block in Markdown.

        Raises:
            ComponentError: the component, or one that it includes, is no template.
        """
        try:
            html = self._templates.get_template(f"{name}.html").render(**values)
        except jinja2.TemplateSyntaxError as problem:
            where = f"overrides/components/{problem.name}, line {problem.lineno}"
            raise ComponentError(f"{where}: {problem.message}") from problem
        return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def decided(value: object) -> object:
    """Return a value as readers see it: one that the school has not decided says so."""
    # A level is no text, nor is markup: only what a school wrote is meant.
    return TO_BE_DECIDED if type(value) is str and value.lower() == UNDECIDED else value


def icon_names() -> frozenset[str]:
    """Return the names of all icons of the Material Design set."""
    return frozenset(path.stem for path in ICONS.glob("*.svg"))


@cache
def icon(name: str) -> Markup:
    """Return an icon of the Material Design set as inline SVG, hidden from screen readers.

    Raises:
        FileNotFoundError: the set has no such icon.
    """
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    hidden = '<svg class="sp-icon" aria-hidden="true" focusable="false" '
    return Markup(svg.replace("<svg ", hidden, 1))
