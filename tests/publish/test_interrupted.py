"""Whatever happens to a build, the earlier site stays whole until the new one is."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.support import (
    ROOT,
    SCHOOL,
    add_page,
    build,
    copy_project,
    fingerprint,
    make_small,
    replace_in,
    run,
    start,
)

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.reading.project import Project


@dataclass(frozen=True)
class Editions:
    """A project with a site of an earlier edition; its data is already of the next one.

    Attributes:
        project: where a build would now replace the earlier site by the next.
        earlier: the fingerprint of the site that is there.
        next: the fingerprint of the site that a whole build makes.

    """

    project: Project
    earlier: str
    next: str


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    project = make_small(copy_project(ROOT, tmp_path_factory.mktemp("editions") / "project"))
    earlier = build(project)
    kept = earlier.with_name("earlier")
    earlier.rename(kept)
    replace_in(project.schools / SCHOOL / "school.yml", "Oakfield Primary", "Ashfield Primary")
    newer = fingerprint(build(project))
    shutil.rmtree(earlier)
    kept.rename(earlier)
    found = Editions(project, fingerprint(earlier), newer)
    assert found.earlier != found.next
    return found


@pytest.fixture
def two_editions(editions: Editions, tmp_path: Path) -> Editions:
    """A copy of it, so that each test starts from the earlier edition."""
    copy = copy_project(editions.project.root, tmp_path / "project")
    shutil.copytree(editions.project.site, copy.site)
    return Editions(copy, editions.earlier, editions.next)


def unfinished(project: Project) -> Path | None:
    """Return the folder that a running build fills, if it has made one."""
    return next(project.site.glob(f".{SCHOOL}.new-*"), None)


MOMENTS = {
    "the new folder is made": ".",
    "the style sheets are written": "assets/stylesheets/site.css",
    "the first page is written": "index.html",
    "the last page is written": "policy/roles/pupils.html",
}
"""What is in the unfinished site from each moment on. Pages come in the navigation's order."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_when(two_editions: Editions, moment: str) -> None:
    """... leaves the earlier site byte for byte."""
    project = two_editions.project
    process = start(project, "schoolpolicy", "build")
    fresh = None
    while process.poll() is None:
        fresh = fresh or unfinished(project)
        if fresh and (fresh / MOMENTS[moment]).exists():
            break
    assert process.poll() is None, f"the build ended before {moment}"
    process.kill()
    process.wait()
    assert fingerprint(project.site / SCHOOL) == two_editions.earlier


@pytest.mark.parametrize("seconds", [0.2, 0.5, 0.8, 1.1, 1.4])
def test_a_build_killed_at_any_time_leaves_one_whole_site(
    two_editions: Editions, seconds: float
) -> None:
    """On a fast machine the later times come after the swap: then the site is the next one."""
    project = two_editions.project
    process = start(project, "schoolpolicy", "build")
    time.sleep(seconds)
    process.kill()
    process.wait()
    assert fingerprint(project.site / SCHOOL) in {two_editions.earlier, two_editions.next}


def test_the_build_after_a_killed_one_works_and_tidies_up(small_project: Project) -> None:
    process = start(small_project, "schoolpolicy", "build")
    while unfinished(small_project) is None and process.poll() is None:
        time.sleep(0.001)
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
        "data/roles.yml:3:10: ",
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
