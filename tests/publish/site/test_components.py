"""The components of the theme: all values escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jinja2
import jinja2.filters
import pytest
from markupsafe import Markup

from schoolpolicy.publish.site.components import FILTERS, Components, icon
from tests.policies import oakfield
from tests.support import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEMPLATES = ROOT / "overrides" / "components"


@pytest.fixture
def render(tmp_path: Path) -> Callable[..., Markup]:
    """Return a function that renders a template."""

    def rendered(template: str, **values: object) -> Markup:
        (tmp_path / "components").mkdir(exist_ok=True)
        (tmp_path / "components" / "piece.html").write_text(template, encoding="utf-8")
        helpers = {"shout": str.upper, "bold": lambda text: Markup("<b>{}</b>").format(text)}
        return Components(tmp_path, helpers).render("piece", **values)

    return rendered


def test_a_value_is_shown_and_does_nothing(render: Callable[..., Markup]) -> None:
    assert render('<p title="{{ text }}">{{ text }}</p>', text='<img src="x">&') == (
        '<p title="&lt;img src=&#34;x&#34;&gt;&amp;">&lt;img src=&#34;x&#34;&gt;&amp;</p>'
    )


def test_template_signs_in_a_value_are_not_run(render: Callable[..., Markup]) -> None:
    assert render("<p>{{ text }}</p>", text="{{ 7*7 }}{% raw %}") == "<p>{{ 7*7 }}{% raw %}</p>"


def test_a_value_that_was_not_given_is_an_error(render: Callable[..., Markup]) -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("{{ nothing }}")


def test_no_empty_line_ends_the_block_in_markdown(render: Callable[..., Markup]) -> None:
    template = "<ul>\n\n{% for each in words %}\n\n<li>{{ each }}</li>\n{% endfor %}\n \t\n</ul>\n"
    assert render(template, words=["a", "b"]) == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


def test_what_helpers_return_is_escaped_unless_they_made_it_markup(
    render: Callable[..., Markup],
) -> None:
    assert render("{{ shout('<a>') }}{{ bold('<a>') }}") == "&lt;A&gt;<b>&lt;a&gt;</b>"


def test_templates_have_the_projects_filters(render: Callable[..., Markup]) -> None:
    assert render("{{ '1 week' | often }}, {{ '13:00' | clock }}") == "Once a week, 1pm"


def test_every_filter_that_a_template_uses_exists() -> None:
    known = {*jinja2.filters.FILTERS, *FILTERS}
    used = {
        name
        for path in TEMPLATES.glob("*.html")
        for name in re.findall(
            r"\|\s*([a-z_]+)", re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.S)
        )
    }
    assert used - known == set()


def test_an_icon_is_drawn_in_its_line_and_hidden_from_screen_readers() -> None:
    drawn = icon("phone")
    assert drawn.startswith('<svg class="sp-icon" aria-hidden="true" focusable="false" ')
    assert drawn.count("<svg") == 1


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_every_icon_that_a_template_or_a_page_names_exists() -> None:
    files = [*TEMPLATES.glob("*.html"), *(ROOT / "docs").rglob("*.md")]
    named = {
        name
        for path in files
        for name in re.findall(r"icon\(\"([a-z0-9-]+)\"\)", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    for name in named:
        assert icon(name)


def test_every_icon_that_oakfields_records_name_exists() -> None:
    whole = oakfield()
    named = [each.icon for each in whole.topics]
    named += [each.icon for each in whole.contacts if each.icon]
    named += [each.icon for each in whole.things if each.icon]
    assert all(icon(name) for name in named)
