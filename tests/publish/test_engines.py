"""The site does not hang on one engine: MkDocs by itself and its fork build it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import html_pages, read_html, run

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.reading.project import Project


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_another_engine_makes_the_same_pages_with_the_same_text(
    project: Project, site: Path, tmp_path: Path, engine: str
) -> None:
    other = tmp_path / engine
    config = str(project.root / "mkdocs.yml")
    done = run(project, engine, "build", "--strict", "--config-file", config, "-d", str(other))
    assert done.returncode == 0, done.stderr
    assert html_pages(other) == html_pages(site)
    assert (other / "policy.json").read_bytes() == (site / "policy.json").read_bytes()
    different = [
        name
        for name in html_pages(site)
        if read_html(other / name).text != read_html(site / name).text
    ]
    assert different == []
