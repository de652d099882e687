"""How long a check takes: as a whole process, and reading alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import yaml

from bench.measure import ROOT, command, print_table, program, take_turns
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

PROCESSES = 7
READINGS = 20
FOUND_ERRORS = 1


def main() -> None:
    """Measure and print."""
    python = sys.executable
    nothing = "python -c pass"
    timings = take_turns(
        {
            "schoolpolicy check": command(
                program("schoolpolicy"), "check", allowed=(0, FOUND_ERRORS)
            ),
            "python -c 'import pydantic'": command(python, "-c", "import pydantic"),
            nothing: command(python, "-c", "pass"),
        },
        PROCESSES,
    )
    print_table("Checking one school, as a whole process", timings, nothing)

    project = Project(ROOT)
    slug = project.default_school()
    files = [ROOT / file for file in resolve(project, slug).files]
    size = sum(file.stat().st_size for file in files)
    loading = "yaml.CSafeLoader on the same files"
    timings = take_turns(
        {
            "resolve(), the first time": lambda: resolve_afresh(project, slug),
            "resolve() again, files unchanged": lambda: resolve(project, slug),
            loading: lambda: load_plainly(files),
        },
        READINGS,
    )
    print_table(f"Reading {len(files)} files of {size // 1024} kB", timings, loading)


def resolve_afresh(project: Project, slug: str) -> None:
    """Read and resolve as if nothing had been read before."""
    read_tree.cache_clear()
    resolve(project, slug)


def load_plainly(files: list[Path]) -> None:
    """Load files without checking anything in them."""
    for file in files:
        yaml.load(file.read_bytes(), yaml.CSafeLoader)


if __name__ == "__main__":
    main()
