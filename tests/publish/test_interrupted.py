"""Whatever happens to a build, the earlier site stays whole until the new one is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.support import (
    ROOT,
    SCHOOL,
    add_page,
    build,
    copy_project,
    fingerprint,
    html_pages,
    make_small,
    replace_in,
    run,
    start,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from schoolpolicy.reading.project import Project


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with a site of an earlier edition; its data is newer than its site."""
    project = make_small(copy_project(ROOT, tmp_path_factory.mktemp("built") / "project"))
    build(project)
    replace_in(project.schools / SCHOOL / "school.yml", "Oakfield Primary", "Ashfield Primary")
    return project


def unfinished(project: Project) -> Path | None:
    return next(project.site.glob(f".{SCHOOL}.new-*"), None)


def has(name: str) -> Callable[[Project], bool]:
    """Return a test for the moment when the unfinished site holds a kind of file."""

    def reached(project: Project) -> bool:
        fresh = unfinished(project)
        return fresh is not None and next(fresh.rglob(name), None) is not None

    return reached


MOMENTS: dict[str, Callable[[Project], bool]] = {
    "at once": lambda _: True,
    "when the new folder is made": lambda project: unfinished(project) is not None,
    "when the style sheets are written": has("*.css"),
    "when the first page is written": has("*.html"),
    # In the order of the navigation, this role's page comes last.
    "when the last page is written": has("pupils.html"),
    "when the search index is written": has("search_index.json"),
    "when the policy is written as data": has("policy.json"),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_leaves_the_earlier_site_byte_for_byte(built: Project, moment: str) -> None:
    before = fingerprint(built.site / SCHOOL)
    process = start(built, "schoolpolicy", "build")
    give_up = time.monotonic() + 60
    while not MOMENTS[moment](built) and process.poll() is None:
        assert time.monotonic() < give_up, f"the build never came to the moment {moment}"
    still_running = process.poll() is None
    process.kill()
    process.wait()
    assert still_running, f"the build ended before the moment {moment} was seen"
    assert fingerprint(built.site / SCHOOL) == before


@pytest.mark.parametrize("seconds", [0.3, 0.6, 0.9, 1.2])
def test_a_build_killed_by_the_clock_leaves_one_whole_site(built: Project, seconds: float) -> None:
    """Unlike the moments above, these may come after the swap: then the site is the new one."""
    home = built.site / SCHOOL / "index.html"
    pages = html_pages(built.site / SCHOOL)
    process = start(built, "schoolpolicy", "build")
    time.sleep(seconds)
    process.kill()
    process.wait()
    assert html_pages(built.site / SCHOOL) == pages
    assert home.read_text(encoding="utf-8").rstrip().endswith("</html>")


def test_the_build_after_a_killed_one_works_and_tidies_up(small_project: Project) -> None:
    process = start(small_project, "schoolpolicy", "build")
    while unfinished(small_project) is None and process.poll() is None:
        pass
    process.kill()
    process.wait()
    assert unfinished(small_project) is not None
    site = build(small_project)
    assert "Oakfield" in (site / "index.html").read_text(encoding="utf-8")
    assert [path.name for path in small_project.site.iterdir()] == [SCHOOL]


BROKEN = {
    "YAML that cannot be read": (
        "data/roles.yml",
        "roles:\n- id: head\n  title: [broken\n",
        "data/roles.yml:4:1: ",
    ),
    "an id that is nobody's": (
        "data/zz-extra.yml",
        "statements:\n- id: extra\n  topic: nothing-like-it\n  text: A text.\n",
        "data/zz-extra.yml:3:10: ",
    ),
    "a page that calls what is not there": (
        "docs/index.md",
        "# Home\n\nSee {{ role_pgae('head') }}.\n",
        "docs/index.md:3:8: ",
    ),
    "a page with a misspelt term": (
        "docs/index.md",
        "# Home\n\nAll {{ pupilz }}.\n",
        "docs/index.md:3:8: ",
    ),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_failing_build_says_where_and_leaves_the_earlier_site(
    small_project: Project, mistake: str
) -> None:
    earlier = small_project.site / SCHOOL
    earlier.mkdir(parents=True)
    (earlier / "index.html").write_text("the earlier site")
    name, text, place = BROKEN[mistake]
    (small_project.root / name).write_text(text, encoding="utf-8")
    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1
    assert any(line.startswith(place) for line in done.stderr.splitlines()), done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in small_project.site.rglob("*")] == [SCHOOL, "index.html"]
    assert (earlier / "index.html").read_text() == "the earlier site"


def test_a_broken_component_is_told_in_one_line_and_replaces_nothing(
    small_project: Project,
) -> None:
    earlier = small_project.site / SCHOOL
    earlier.mkdir(parents=True)
    (earlier / "index.html").write_text("the earlier site")
    component = small_project.root / "overrides" / "components" / "role.html"
    component.write_text("{{ role.summry }}\n", encoding="utf-8")
    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1
    assert "summry" in done.stderr
    assert "Traceback" not in done.stderr
    assert (earlier / "index.html").read_text() == "the earlier site"


def test_a_link_to_a_page_that_is_not_there_fails_the_build(small_project: Project) -> None:
    add_page(small_project, "lost.md", "# Lost\n\nSee [this](nowhere.md).\n")
    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert "lost.md" in done.stderr
    assert not (small_project.site / SCHOOL).exists()


def test_a_school_that_is_not_there_cannot_be_built(small_project: Project) -> None:
    done = run(small_project, "schoolpolicy", "build", "oakfeild-primary")
    assert done.returncode == 2
    assert 'There is no school "oakfeild-primary"' in done.stderr
    assert SCHOOL in done.stderr
