"""Our build of Oakfield against plain MkDocs with the same theme and the same pages."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from bench.measure import ROOT, command, print_table, program, take_turns
from bench.write_pages import FOLDER

ROUNDS = 3
OURS = "schoolpolicy build"
PLAIN = "mkdocs build of the same pages, filled in"
PARTS = ("data", "docs", "macros", "overrides", "schools")
KEPT = ("site_name", "use_directory_urls", "theme", "markdown_extensions")
"""The settings that both builds share; what plain MkDocs does not know is left out."""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="schoolpolicy-bench-") as name:
        ours, plain = Path(name) / "ours", Path(name) / "plain"
        copy_project(ours)
        fill_in(ours, plain)
        timings = take_turns(
            {
                OURS: command(program("schoolpolicy"), "build", folder=ours),
                PLAIN: command(program("mkdocs"), "build", "-q", folder=plain),
            },
            ROUNDS,
        )
        pages = len(list((plain / "docs").rglob("*.md")))
        built = len(list((plain / "site").rglob("*.html"))) - 1  # beside the page "not found"
        if built != pages:
            raise SystemExit(f"{pages} pages were filled in, but {built} were built.")
    print_table(f"Building {pages} pages", timings, PLAIN)


def copy_project(target: Path) -> None:
    """Copy all that a build reads."""
    target.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", target)
    for part in PARTS:
        shutil.copytree(ROOT / part, target / part)


def fill_in(project: Path, plain: Path) -> None:
    """Write the project's pages with all macros filled in, and settings for plain MkDocs."""
    filling = project / "filling.yml"
    hook = ROOT / "bench" / "write_pages.py"
    filling.write_text(f"INHERIT: mkdocs.yml\nhooks: ['{hook}']\n", encoding="utf-8")
    os.environ[FOLDER] = str(plain)
    command(program("mkdocs"), "build", "-q", "-f", str(filling), folder=project)()
    settings = yaml_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: settings[key] for key in KEPT}
    del kept["theme"]["custom_dir"]
    search = next(each for each in settings["plugins"] if "search" in each)
    nav = (plain / "nav.yml").read_text(encoding="utf-8")
    (plain / "mkdocs.yml").write_text(
        yaml.safe_dump({**kept, "plugins": [search]}, sort_keys=False) + nav, encoding="utf-8"
    )


if __name__ == "__main__":
    main()
