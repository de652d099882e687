"""While a school edits its files, `serve` shows what they say now."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.support import SCHOOL, replace_in, start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.reading.project import Project


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, text: str, seconds: float = 60) -> None:
    """Ask for a page until it holds a text."""
    give_up = time.monotonic() + seconds
    shown = ""
    while time.monotonic() < give_up:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                shown = answer.read().decode("utf-8")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            shown = ""
        if text in shown:
            return
        time.sleep(0.1)
    pytest.fail(f"{address} did not show {text!r} within {seconds} seconds; it showed:\n{shown}")


@pytest.fixture
def address(small_project: Project) -> Iterator[str]:
    """The address of a small project's site while `serve` runs."""
    where = f"127.0.0.1:{free_port()}"
    process = start(small_project, "schoolpolicy", "serve", "--address", where)
    yield f"http://{where}"
    process.kill()
    process.wait()


def test_a_change_to_any_kind_of_file_shows_at_once(small_project: Project, address: str) -> None:
    wait_for(f"{address}/index.html", "Oakfield Primary School")

    school = small_project.schools / SCHOOL / "school.yml"
    replace_in(school, "name: Oakfield Primary School", "name: Ashfield Primary School")
    wait_for(f"{address}/index.html", "Ashfield Primary School")

    roles = small_project.data / "roles.yml"
    replace_in(roles, "  summary: ", "  summary: Zebra crossing. ")
    first = roles.read_text(encoding="utf-8").partition("- id: ")[2].split()[0]
    wait_for(f"{address}/policy/roles/{first}.html", "Zebra crossing.")

    page = small_project.docs / "index.md"
    page.write_text("# Giraffe\n", encoding="utf-8")
    wait_for(f"{address}/index.html", "Giraffe")

    component = small_project.root / "overrides" / "components" / "role.html"
    component.write_text(component.read_text(encoding="utf-8") + "<p>Pelican</p>\n")
    wait_for(f"{address}/policy/roles/{first}.html", "Pelican")


def test_a_mistake_does_not_end_serving_and_its_mending_shows(
    small_project: Project, address: str
) -> None:
    wait_for(f"{address}/index.html", "Oakfield Primary School")
    school = small_project.schools / SCHOOL / "school.yml"
    good = school.read_text(encoding="utf-8")
    school.write_text("name: [broken\n", encoding="utf-8")
    time.sleep(3)
    school.write_text(good.replace("Oakfield", "Elmfield"), encoding="utf-8")
    wait_for(f"{address}/index.html", "Elmfield Primary School")
