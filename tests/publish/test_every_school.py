"""Every example school: no finding above information, and a site of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.publish.site.components import icon_names
from schoolpolicy.reading.project import Project
from tests.support import LEFT_OPEN, ROOT

if TYPE_CHECKING:
    from pathlib import Path

SCHOOLS = Project(ROOT).slugs()


@pytest.mark.parametrize("slug", SCHOOLS)
def test_it_has_no_finding_above_information(slug: str) -> None:
    checked = check_school(Project(ROOT), slug, Theme(Calls.shapes(), icon_names()))
    assert [str(each) for each in checked.findings if each.severity != "info"] == []


@pytest.mark.parametrize("slug", sorted(set(SCHOOLS) - set(LEFT_OPEN)))
def test_it_could_be_published(slug: str) -> None:
    theme = Theme(Calls.shapes(), icon_names())
    checked = check_school(Project(ROOT), slug, theme, final=True)
    assert [str(each) for each in checked.errors] == []


@pytest.mark.parametrize("slug", sorted(set(SCHOOLS) - set(LEFT_OPEN)))
def test_each_change_has_a_reason_and_is_noted(slug: str) -> None:
    checked = check_school(Project(ROOT), slug, Theme(Calls.shapes(), icon_names()))
    codes = {each.code for each in checked.findings}
    assert codes.isdisjoint({"departure.no-reason", "departure.not-noted", "departure.look-again"})


@pytest.mark.parametrize("slug", SCHOOLS)
def test_its_site_is_built_in_its_own_name(every_site: Path, slug: str) -> None:
    site = every_site / slug
    name = check_school(Project(ROOT), slug, Theme(Calls.shapes())).resolution.complete
    assert name is not None
    home = (site / "index.html").read_text(encoding="utf-8")
    assert name.school.name.replace("'", "&#39;") in home
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert len(index["docs"]) > 100


def test_no_school_shows_the_name_of_another(every_site: Path) -> None:
    project = Project(ROOT)
    names = {}
    for slug in SCHOOLS:
        complete = check_school(project, slug, Theme({})).resolution.complete
        assert complete is not None
        names[slug] = complete.school.short_name or complete.school.name
    wrong = [
        f"{slug}: {page.name} names {name}"
        for slug in SCHOOLS
        for page in (every_site / slug).rglob("*.html")
        for other, name in names.items()
        if name not in names[slug] and names[slug] not in name
        if name in page.read_text(encoding="utf-8")
        if other != slug
    ]
    assert wrong == []
