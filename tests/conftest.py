"""What all tests may ask for: a project to spoil, the built site, a browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.reading.today import DAY_VARIABLE
from tests.support import LEFT_OPEN, ROOT, build, copy_project, make_small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from schoolpolicy.reading.project import Project

os.environ.setdefault(DAY_VARIABLE, "1795348800")  # 22 November 2026: the tests do not age
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 15_000
"""How long a page may take to do what is expected of it, in milliseconds."""
BROWSER_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
)


COSTLY = ("every_site", "governors_site", "staff_site")
"""Sites that take long to build: all tests that need one run in the same process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests together that need the same costly site, where several processes run them."""
    for item in items:
        wanted = [name for name in COSTLY if name in getattr(item, "fixturenames", ())]
        if wanted:
            item.add_marker(pytest.mark.xdist_group(wanted[0]))


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of this repository's project. Shared: read it, do not change it."""
    return copy_project(ROOT, tmp_path_factory.mktemp("shared") / "project")


@pytest.fixture
def school_project(project: Project, tmp_path: Path) -> Project:
    """A fresh copy of the project, to spoil at will."""
    return copy_project(project.root, tmp_path / "project")


@pytest.fixture
def small_project(school_project: Project) -> Project:
    """A fresh copy with a home page and the roles only: it builds in a moment."""
    return make_small(school_project)


@pytest.fixture(scope="session")
def site(project: Project) -> Path:
    """The public site of Oakfield, built as a person would build it."""
    return build(project)


@pytest.fixture(scope="session")
def every_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the public sites of all example schools, final but for those left open."""
    project = copy_project(ROOT, tmp_path_factory.mktemp("every") / "project")
    final = [slug for slug in project.slugs() if slug not in LEFT_OPEN]
    build(project, *final, "--final", "--jobs", "2")
    build(project, *LEFT_OPEN, "--jobs", "2")
    return project.site


@pytest.fixture(scope="session")
def staff_site(project: Project) -> Path:
    """The site of Oakfield for its staff."""
    build(project, "--for", "staff")
    return project.site / "oakfield-primary--staff"


@pytest.fixture(scope="session")
def governors_site(project: Project) -> Path:
    """The site of Oakfield for its governors."""
    build(project, "--for", "governors")
    return project.site / "oakfield-primary--governors"


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the public site on a web server of this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests: the installed one, else Playwright's own."""
    from playwright.sync_api import Error, expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    installed = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(
                executable_path=installed, args=list(BROWSER_OPTIONS)
            )
        except Error:
            pytest.fail(
                "No browser for the tests: install Chromium (apt-get install chromium, "
                "or playwright install chromium).",
                pytrace=False,
            )
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab on a desktop screen, in light colours, that remembers nothing of other tests."""
    context = browser.new_context(
        locale="en-GB",
        timezone_id="Europe/London",
        color_scheme="light",
        viewport={"width": 1280, "height": 900},
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
