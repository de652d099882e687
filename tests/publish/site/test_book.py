"""Which pages a school's site has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.site.book import expand_nav, site_pages
from schoolpolicy.reading.pages import REPEATABLE, read_page
from schoolpolicy.reading.project import Found
from tests.policies import HILL, oakfield, page, policy, role, topic
from tests.support import ROOT

if TYPE_CHECKING:
    from schoolpolicy.model.page import PageFront
    from schoolpolicy.reading.pages import Page

ROLES = policy(roles=(role("head", title="headteacher"), role("dsl", title='the "safe" lead: DSL')))


def paths(*pages: Page, audience: Visibility = Visibility.PUBLIC) -> list[str]:
    return [each.path for each in site_pages(ROLES, pages, audience)]


def front(text: str | None) -> PageFront:
    """Read the front matter of a page that was made, as the site engine does."""
    assert text is not None
    fields = text.split("---\n")[1].splitlines()
    assert fields.pop().startswith("item: ")
    found, wrong = read_page(Found(ROOT, "x.md", "\n".join(["---", *fields, "---"])), "x.md")
    assert wrong == []
    return found.front


def test_a_page_is_used_as_it_stands() -> None:
    (found,) = site_pages(
        ROLES, [page("index.md", "# Hello", keywords=["home"])], Visibility.PUBLIC
    )
    assert (found.path, found.markdown, found.keywords) == ("index.md", None, ("home",))


def test_a_page_is_found_by_the_words_of_the_schools_nation() -> None:
    words = {"england": ["ofsted"], "wales": ["estyn"]}
    asked = page("index.md", "# Hello", keywords=["home"], keywords_by_nation=words)
    (found,) = site_pages(ROLES, [asked], Visibility.PUBLIC)
    assert found.keywords == ("home", "ofsted")
    in_wales = policy(school={**HILL, "nation": "wales"})
    (found,) = site_pages(in_wales, [asked], Visibility.PUBLIC)
    assert found.keywords == ("home", "estyn")


class TestPattern:
    """A page that is made once for each record."""

    PATTERN = page(
        "policy/roles/each.md",
        "{{ role_page(item) }}\n",
        for_each="roles",
        hide=["toc"],
        keywords=["who"],
    )

    def test_it_is_made_for_each_record_in_their_order(self) -> None:
        assert paths(self.PATTERN) == ["policy/roles/head.md", "policy/roles/dsl.md"]

    def test_a_page_takes_the_records_title_with_a_capital_and_knows_its_item(self) -> None:
        head, _ = site_pages(ROLES, [self.PATTERN], Visibility.PUBLIC)
        assert head.markdown == (
            '---\nhide: ["toc"]\ntitle: "Headteacher"\nitem: "head"\n---\n{{ role_page(item) }}\n'
        )

    def test_a_title_with_quotes_and_colons_is_read_as_it_was_written(self) -> None:
        _, dsl = site_pages(ROLES, [self.PATTERN], Visibility.PUBLIC)
        assert front(dsl.markdown).title == 'The "safe" lead: DSL'

    def test_another_field_may_give_the_title(self) -> None:
        whole = policy(topics=(topic("phones", title="Formal", plain_title="plain"),))
        pattern = page("topics/each.md", for_each="topics", title_from="plain_title")
        (found,) = site_pages(whole, [pattern], Visibility.PUBLIC)
        assert front(found.markdown).title == "Plain"

    def test_the_search_finds_it_by_the_words_of_the_page_and_of_the_record(self) -> None:
        whole = policy(topics=(topic("phones", keywords=["mobile"]),))
        pattern = page("topics/each.md", for_each="topics", keywords=["topic"])
        (found,) = site_pages(whole, [pattern], Visibility.PUBLIC)
        assert found.keywords == ("topic", "mobile")

    def test_without_records_there_are_no_pages(self) -> None:
        assert paths(page("topics/each.md", for_each="topics")) == []

    @pytest.mark.parametrize("subject", REPEATABLE)
    def test_every_subject_that_may_be_repeated_has_titles(self, subject: str) -> None:
        pattern = page("x/each.md", for_each=subject)
        found = site_pages(oakfield(), [pattern], Visibility.PUBLIC)
        assert len(found) == len(oakfield().subject(subject))
        assert all(front(each.markdown).title for each in found)


class TestWhoGetsAPage:
    """Not every school has every page, and not everybody sees it."""

    def test_a_page_for_a_band_is_made_where_the_school_has_such_pupils(self) -> None:
        pages = (
            page("juniors.md", bands=["ks2"]),
            page("seniors.md", bands=["ks3-4", "sixth-form"]),
            page("both.md", bands=["ks2", "ks3-4"]),
        )
        assert paths(*pages) == ["juniors.md", "both.md"]

    def test_a_page_for_a_nation_or_phase_is_made_there_only(self) -> None:
        pages = (
            page("england.md", only={"nations": ["england"]}),
            page("wales.md", only={"nations": ["wales"]}),
            page("secondary.md", only={"phases": ["secondary"]}),
        )
        assert paths(*pages) == ["england.md"]

    def test_a_page_may_depend_on_a_choice(self) -> None:
        pages = [page("byod.md", only={"choices": {"byod": True}})]
        chosen = policy(school={**HILL, "choices": {"byod": True}})
        assert paths(*pages) == []
        assert [each.path for each in site_pages(chosen, pages, Visibility.PUBLIC)] == ["byod.md"]

    @pytest.mark.parametrize(
        ("audience", "seen"),
        [
            (Visibility.PUBLIC, ["open.md"]),
            (Visibility.STAFF, ["open.md", "rota.md"]),
            (Visibility.GOVERNORS, ["open.md", "rota.md", "minutes.md"]),
        ],
    )
    def test_each_audience_sees_its_pages(self, audience: Visibility, seen: list[str]) -> None:
        pages = (
            page("open.md"),
            page("rota.md", visibility="staff"),
            page("minutes.md", visibility="governors"),
        )
        assert paths(*pages, audience=audience) == seen


PATTERNS = {"roles/each.md": ["roles/head.md", "roles/dsl.md"]}


@pytest.mark.parametrize(
    ("nav", "expanded"),
    [
        (None, None),
        (["index.md"], ["index.md"]),
        (["roles/each.md"], ["roles/head.md", "roles/dsl.md"]),
        ([{"Home": "index.md"}], [{"Home": "index.md"}]),
        (
            [{"Roles": ["roles/index.md", "roles/each.md", "end.md"]}],
            [{"Roles": ["roles/index.md", "roles/head.md", "roles/dsl.md", "end.md"]}],
        ),
        (
            [{"Policy": [{"Who": ["roles/each.md"]}]}],
            [{"Policy": [{"Who": ["roles/head.md", "roles/dsl.md"]}]}],
        ),
        ([{"Roles": "roles/each.md"}], [{"Roles": ["roles/head.md", "roles/dsl.md"]}]),
        (["gone.md", {"Gone": "gone.md"}, {"Part": ["gone.md"]}], []),
        ([{"Part": ["gone.md", "index.md"]}], [{"Part": ["index.md"]}]),
    ],
    ids=[
        "none",
        "page",
        "pattern",
        "titled page",
        "pattern among pages",
        "pattern deep inside",
        "titled pattern",
        "dropped",
        "partly dropped",
    ],
)
def test_the_navigation_has_the_pages_in_the_place_of_their_pattern(
    nav: Any, expanded: Any
) -> None:
    # The plugin drops patterns as well as pages: they are not pages themselves.
    assert expand_nav(nav, PATTERNS, {"gone.md", *PATTERNS}) == expanded
