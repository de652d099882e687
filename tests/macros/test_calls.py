"""What pages may call."""

from __future__ import annotations

import inspect
import re
import typing
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import Markup

from macros.calls import Calls
from schoolpolicy.model.policy import UnknownIdError
from schoolpolicy.model.vocabulary import Audience, Band, Level, Reader, Visibility
from schoolpolicy.publish.site.book import SitePage, site_pages
from schoolpolicy.publish.site.components import Components
from schoolpolicy.reading.pages import REPEATABLE, read_pages
from schoolpolicy.reading.project import Project
from tests.policies import checked_oakfield, oakfield, policy
from tests.support import ROOT

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

SHAPES = Calls.shapes()
CALL = re.compile(r"\{\{[^}]*?\b([a-z_]+)\(")
ANYTHING: dict[str, tuple[object, ...]] = {
    "months": (1, 12),
    "reader": typing.get_args(Reader),
    "level": tuple(Level),
    "audience": tuple(Audience),
    "band": tuple(Band),
    "subject": REPEATABLE,
    "area": ("staff", "parents"),
    "heading": ("h2", "h3"),
    "name": ("phone", "shield-check"),
}
"""What a parameter may be that is not the id of a record."""


def calls(whole: Policy, pages: list[SitePage] | None = None) -> Calls:
    return Calls(whole, Components(ROOT / "overrides", {}), pages or [])


@pytest.fixture(scope="module")
def ours() -> Calls:
    """The macros for Oakfield's public site, with its pages."""
    pages, _ = read_pages(Project(ROOT), ROOT / "docs")
    return calls(oakfield(), site_pages(oakfield(), pages, Visibility.PUBLIC))


def arguments(macro: str) -> list[dict[str, Any]]:
    """Return every way to call a macro with Oakfield's records."""
    if macro == "by_year":
        rows = [row for grid in oakfield().grids for row in grid.rows]
        return [{"thing": e.thing, "doing": e.function, "place": e.place} for e in rows]
    shape = SHAPES[macro]
    choices = [
        tuple(oakfield().subject(shape.subjects[name]))
        if name in shape.subjects
        else ANYTHING[name]
        for name in shape.signature.parameters
    ]
    return [dict(zip(shape.signature.parameters, each, strict=True)) for each in product(*choices)]


def test_every_macro_that_a_page_calls_exists() -> None:
    called = {
        name
        for path in (ROOT / "docs").rglob("*.md")
        for name in CALL.findall(path.read_text(encoding="utf-8"))
    }
    assert len(called) > 20
    assert called - set(SHAPES) == set()


def test_no_macro_has_the_name_of_a_term() -> None:
    assert set(SHAPES) & set(oakfield().words) == set()


def test_every_macro_says_in_a_sentence_what_it_shows() -> None:
    assert [name for name, shape in SHAPES.items() if not shape.about.strip()] == []


def test_what_is_no_macro_cannot_be_called_from_a_page() -> None:
    assert {"shapes", "words", "follow", "policy"} & set(SHAPES) == set()
    assert [name for name in SHAPES if name.startswith("_")] == []


def test_a_macro_knows_of_which_subject_its_ids_are() -> None:
    assert SHAPES["grid"].subjects == {"grid": "grids"}
    assert SHAPES["topic_for"].subjects == {"topic": "topics"}
    assert list(SHAPES["topic_for"].signature.parameters) == ["topic", "reader"]
    assert SHAPES["levels"].signature == inspect.Signature(return_annotation="Markup")


@pytest.mark.parametrize("macro", SHAPES)
def test_a_macro_works_for_every_record_of_oakfield(ours: Calls, macro: str) -> None:
    ways = arguments(macro)
    assert ways
    for way in ways:
        shown = getattr(ours, macro)(**way)
        assert isinstance(shown, Markup), way
        assert "\n\n" not in shown, way


def test_what_holds_by_year_needs_no_table(ours: Calls) -> None:
    told = str(ours.by_year("mobile-phone", "bring", "on-site"))
    assert told == str(
        calls(oakfield().model_copy(update={"grids": ()})).by_year(
            "mobile-phone", "bring", "on-site"
        )
    )
    assert told.startswith("Nursery to Year 4: ")


def test_what_is_done_with_a_thing_is_one_of_the_known_uses(ours: Calls) -> None:
    with pytest.raises(UnknownIdError, match='no record of functions has the id "brinng"'):
        ours.by_year("mobile-phone", "brinng", "on-site")


def test_every_link_is_relative_to_the_page_that_is_made(ours: Calls) -> None:
    ours.follow(lambda: "policy/roles/head.md")
    inside = ours.role_page("head")
    ours.follow(lambda: "index.md")
    outside = ours.role_page("head")
    assert 'href="chair-of-governors.html"' in inside
    assert 'href="policy/roles/chair-of-governors.html"' in outside


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("<b>bold</b>", "&#60;b&#62;bold&#60;/b&#62;"),
        ("*a* _b_ `c`", "&#42;a&#42; &#95;b&#95; &#96;c&#96;"),
        ("[a](b)", "&#91;a&#93;&#40;b&#41;"),
        ("{{ a }}", "&#123;&#123; a &#125;&#125;"),
        ("# a | b \\", "&#35; a &#124; b &#92;"),
        ("R&D", "R&#38;D"),
        ('St John\'s "top" class', "St John&#39;s &#34;top&#34; class"),
    ],
)
def test_a_word_is_shown_as_it_is_and_does_nothing_in_html_or_markdown(
    word: str, shown: str
) -> None:
    (found,) = calls(policy(words={"pupils": word})).words().values()
    assert found == shown
    assert found.unescape() == word


def test_plain_words_stay_plain() -> None:
    words = calls(oakfield()).words()
    assert words["pupils"] == "pupils"
    assert words["Parents"] == "Parents and carers"
    assert set(words) == set(oakfield().words)


def test_what_a_statement_tells_a_reader_is_in_their_words(ours: Calls) -> None:
    statement = oakfield().statements[0]
    assert statement.words.parents is not None
    assert ours.says(statement.id, "parents").unescape() == statement.words.parents


def test_a_statement_that_says_nothing_to_a_reader_is_said_in_formal_words(ours: Calls) -> None:
    silent = next(each for each in oakfield().statements if each.words.community is None)
    assert ours.says(silent.id, "community").unescape() == silent.text


def test_what_a_role_is_for(ours: Calls) -> None:
    summary = next(each.summary for each in oakfield().roles if each.id == "dsl")
    assert ours.does("dsl").unescape() == summary


def test_pages_call_macros_as_they_are_meant() -> None:
    assert [
        str(each) for each in checked_oakfield().findings if each.code.startswith("page.")
    ] == []
