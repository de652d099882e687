"""Posts on the site: who holds a role, and no name that the school does not publish."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support import SCHOOL, add_page, build, read_html, replace_in

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.reading.project import Project

NAME = "Quilla Zandersen"
POSTS = f"""\
posts:
- id: head
  title: "{{{{ head }}}}"
  name: {NAME}
  holds: [head]
  delegates:
  - {{duty: head-asks-views, to_post: office}}
- id: deputy
  title: deputy <head>
  name: {NAME} the Younger
  holds: [assistant-head]
  acting: [dsl]
  acting_until: 2099-03-31
  email: safeguarding@hill.example
- id: office
  title: school office
  holds: [licence-owner]
- id: it-firm
  title: firm for IT support
  outside: yes
  people: several
  holds: [it-provider]
  assured_by: head
"""


@pytest.fixture
def with_posts(small_project: Project) -> Project:
    """A project of roles and posts alone."""
    (small_project.school(SCHOOL) / "posts.yml").write_text(POSTS, encoding="utf-8")
    add_page(
        small_project,
        "who.md",
        "# Who\n\n{{ who_does_what() }}\n\n{{ who_is('dsl') }}\n\n{{ roles() }}\n\n"
        "{{ who_answers_to_whom() }}\n",
    )
    return small_project


def holding(site: Path, text: str) -> list[str]:
    """Return the files of a site, and their names, in which a text stands."""
    wanted = text.encode()
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*"))
        if wanted in str(path).encode() or (path.is_file() and wanted in path.read_bytes())
    ]


def test_a_name_reaches_no_file_of_a_school_that_does_not_publish_names(
    with_posts: Project,
) -> None:
    for audience in ("public", "staff", "governors"):
        build(with_posts, "--for", audience)
    for folder in with_posts.site.iterdir():
        assert holding(folder, "Zandersen") == []
    shutil.rmtree(with_posts.site)
    school = with_posts.school(SCHOOL) / "school.yml"
    replace_in(school, "phase:", "publish_names: yes\nphase:")
    shown = holding(build(with_posts), "Zandersen")
    assert {"policy.json", "policy/roles/dsl.html", "who.html"} <= set(shown)


def test_the_pages_say_who_holds_a_role_and_what_goes_with_it(with_posts: Project) -> None:
    site = build(with_posts)
    lead = read_html(site / "policy/roles/dsl.html").text
    assert "Held by Deputy <head> , for the time being, until 31 March 2099" in lead
    assert "( safeguarding@hill.example ). The same post is also: deputy or assistant" in lead
    head = read_html(site / "policy/roles/head.html").text
    assert "The school office does the work. The headteacher still answers for it." in head
    office = read_html(site / "policy/roles/licence-owner.html").text
    assert "The school office does this for the headteacher, who still answers for it:" in office
    firm = read_html(site / "policy/roles/it-provider.html").text
    assert (
        "Somebody outside the school does this work. The headteacher makes sure that it is done."
    ) in firm
    who = read_html(site / "who.html")
    assert {"head", "deputy", "office", "it-firm"} <= who.anchors
    assert "Our designated safeguarding lead is the deputy <head> (for the time being" in who.text
    assert "The school office does this. The post still answers for it." in who.text
    assert "Does for the headteacher: “" in who.text
    assert "Held by: firm for IT support" in who.text


def test_a_school_without_posts_shows_nothing_of_them(with_posts: Project) -> None:
    (with_posts.school(SCHOOL) / "posts.yml").unlink()
    site = build(with_posts)
    assert "Held by" not in read_html(site / "policy/roles/dsl.html").text
    who = read_html(site / "who.html").text
    assert "Who does what here" not in who
    assert "Our designated" not in who
