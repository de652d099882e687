"""The links of pages lead to pages that the school's site has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.checks.links import check_links
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.reading.page_layers import lay_pages
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve
from tests.support import ROOT

SMALL = Path(__file__).parents[1] / "small"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Hill School, with a page about each topic, and one for the oldest pupils alone."""
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    page(project, "docs/parents/rules.md", "title: Rules")
    page(project, "docs/topics/each.md", "for_each: topics", "# {{ topic_title(item) }}")
    page(project, "docs/pupils/seniors.md", "bands: [ks3-4]")
    return project


def page(project: Project, name: str, front: str, body: str = "# Text") -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}\n---\n{body}\n", encoding="utf-8")


def said(project: Project, *lines: str) -> list[str]:
    """Return what is said of a page of the school with some lines."""
    page(project, "schools/hill/docs/parents/ours.md", "title: Ours", "\n".join(lines))
    return told(project)


def told(project: Project) -> list[str]:
    resolution = resolve(project, "hill")
    laid = lay_pages(project, resolution.stack, {})
    return [str(each) for each in check_links(laid, resolution.policy)]


OURS = "schools/hill/docs/parents/ours.md"


@pytest.mark.parametrize(
    "link",
    [
        "[rules](rules.md)",
        "[rules](rules.md#phones)",
        '[rules](rules.md "Our rules")',
        "[home](../index.md)",
        "[phones](../topics/phones.md)",
        "[law](https://www.example.org/law.md)",
        "`[x](nothing.md)`",
        "```\n[x](nothing.md)\n```",
        "[rules][r]\n\n[r]: rules.md",
        "[here](#text)",
    ],
)
def test_a_link_that_leads_somewhere_is_silent(small: Project, link: str) -> None:
    assert said(small, link) == []


def test_a_link_to_no_page_is_told_at_its_place(small: Project) -> None:
    assert said(small, "First.", "See [the", "rules](rule.md).") == [
        f'{OURS}:6:8: There is no page "rule.md". Did you mean "rules.md"?'
    ]


def test_a_link_named_below_the_text_too(small: Project) -> None:
    assert said(small, "See [rules][r].", "", "[r]: rule.md") == [
        f'{OURS}:6:6: There is no page "rule.md". Did you mean "rules.md"?'
    ]


def test_a_link_like_no_page(small: Project) -> None:
    assert said(small, "[x](zebra-crossing.md)") == [
        f'{OURS}:4:5: There is no page "zebra-crossing.md". Correct the link, or delete it.'
    ]


def test_a_link_to_a_record_that_is_not_there(small: Project) -> None:
    assert said(small, "[x](../topics/phone.md)") == [
        f'{OURS}:4:5: There is no page "../topics/phone.md". Did you mean "../topics/phones.md"?'
    ]


def test_a_link_to_a_page_for_others(small: Project) -> None:
    assert said(small, "[x](../pupils/seniors.md)") == [
        f'{OURS}:4:5: The page "../pupils/seniors.md" is not made at this school. Delete the link.'
    ]


def test_a_page_that_a_school_removes_while_others_lead_to_it(small: Project) -> None:
    page(small, "docs/parents/index.md", "title: Parents", "[rules](rules.md)")
    page(small, "schools/hill/docs/parents/rules.md", "remove: We tell parents in person.", "")
    assert told(small) == [
        "schools/hill/docs/parents/rules.md:1:1: This page is removed, but docs/parents/index.md "
        "still leads to it. Replace the page that leads here too, or keep this one."
    ]


def test_every_check_of_a_school_looks_at_its_links(small: Project) -> None:
    page(small, OURS, "title: Ours", "[x](rule.md)")
    found = check_school(small, "hill", Theme({})).findings
    assert "page.broken-link" in {each.code for each in found}


@pytest.mark.parametrize("slug", Project(ROOT).slugs())
def test_the_links_of_every_example_lead_somewhere(slug: str) -> None:
    project = Project(ROOT)
    resolution = resolve(project, slug)
    laid = lay_pages(project, resolution.stack, resolution.bases)
    assert list(check_links(laid, resolution.policy)) == []


def test_a_page_for_each_record_may_lead_to_a_part_of_itself(small: Project) -> None:
    page(small, "docs/topics/each.md", "for_each: topics", "# T\n\n[x](#t)")
    assert told(small) == []


class TestSeenByFew:
    """Who sees a page sees the pages that it links to."""

    LINK = "See [ours](closed.md)."

    def closed(self, project: Project, front: str) -> None:
        page(project, "schools/hill/docs/parents/closed.md", front)

    def test_a_page_for_staff(self, small: Project) -> None:
        self.closed(small, "visibility: staff")
        assert said(small, self.LINK) == [
            f'{OURS}:4:12: The page "closed.md" is for staff only, but this one is for everybody: '
            'for others the link would lead nowhere. Delete the link, or write "visibility: staff" '
            "above the text here too."
        ]

    def test_from_staff_to_governors(self, small: Project) -> None:
        self.closed(small, "visibility: governors")
        page(small, OURS, "visibility: staff", self.LINK)
        assert told(small) == [
            f'{OURS}:4:12: The page "closed.md" is for governors only, but this one is for all '
            'staff: for others the link would lead nowhere. Delete the link, or write "visibility: '
            'governors" above the text here too.'
        ]

    @pytest.mark.parametrize(
        ("here", "there"),
        [("staff", "staff"), ("governors", "staff"), ("staff", "public")],
    )
    def test_who_sees_more_sees_that_too(self, small: Project, here: str, there: str) -> None:
        self.closed(small, f"visibility: {there}")
        page(small, OURS, f"visibility: {here}", self.LINK)
        assert told(small) == []

    def test_a_page_of_a_record_for_staff(self, small: Project) -> None:
        topics = small.data / "topics.yml"
        text = topics.read_text(encoding="utf-8")
        topics.write_text(
            text.replace("- id: phones\n", "- id: phones\n  visibility: staff\n", 1),
            encoding="utf-8",
        )
        (found,) = said(small, "[phones](../topics/phones.md)")
        assert found.startswith(f'{OURS}:4:10: The page "../topics/phones.md" is for staff only')
