"""The folders of a project, and reading its files safely."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.tree import (
    Mapping,
    Mark,
    NotReadableError,
    Scalar,
    Sequence,
    error,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 512 * 1024
PASSED_OVER = (".", "~$")
"""How the names of files begin that other programs leave behind."""
PAGES = "docs"
"""The folder of a layer that holds its pages."""
_MEANT = re.compile(r"([a-z][a-z-]*)\.ya?ml(\.txt)?$", re.IGNORECASE)
"""A name that somebody, or an editor, gave to a YAML file by mistake."""


class NoProjectError(Exception):
    """Raised when a folder is not a School Policy project."""


@dataclass(frozen=True)
class Project:
    """Where a project keeps its files. `root` holds `mkdocs.yml`."""

    root: Path

    @classmethod
    def at(cls, start: Path) -> Project:
        """Find the project that a folder belongs to.

        Raises:
            NoProjectError: neither the folder nor one above it holds `mkdocs.yml` and `data/`.
        """
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / "mkdocs.yml").is_file() and (folder / "data").is_dir():
                return cls(folder)
        raise NoProjectError(
            f"{start} is not inside a School Policy project: no mkdocs.yml beside a data folder."
        )

    @property
    def data(self) -> Path:
        """The model policy."""
        return self.root / "data"

    @property
    def docs(self) -> Path:
        """The pages."""
        return self.root / "docs"

    @property
    def schools(self) -> Path:
        """One folder a school."""
        return self.root / "schools"

    @property
    def site(self) -> Path:
        """Where built sites go."""
        return self.root / "site"

    def school(self, slug: str) -> Path:
        """Return the folder of one school."""
        return self.schools / slug

    def default_school(self) -> str:
        """Return the school that `mkdocs.yml` names under `extra.school`.

        Raises:
            NoProjectError: it names none, or cannot be read.
        """
        found = read_text(self, self.root / "mkdocs.yml")
        if found.problem:
            raise NoProjectError(str(found.problem))
        try:
            node, _ = read_tree(found.text, found.file)
        except NotReadableError as problem:
            raise NoProjectError(str(problem)) from problem
        extra = node.fields.get("extra") if isinstance(node, Mapping) else None
        named = extra.fields.get("school") if isinstance(extra, Mapping) else None
        if isinstance(named, Sequence) and named.items:
            named = named.items[-1]  # after !ENV: the value where the variable is not set
        if not isinstance(named, Scalar) or not isinstance(named.value, str):
            raise NoProjectError(
                "mkdocs.yml does not say which school to build. "
                'Write it there under "extra:", as "school: NAME", or name it after the command.'
            )
        return named.value

    def slugs(self) -> list[str]:
        """Return the slugs of all schools, sorted."""
        return sorted(path.parent.name for path in self.schools.glob("*/school.yml"))

    def trusts(self) -> list[str]:
        """Return the folders of all trusts and councils, sorted."""
        return sorted(path.parent.name for path in self.schools.glob("*/trust.yml"))

    def name(self, path: Path) -> str:
        """Return a path as findings give it: relative to the project, with slashes."""
        return path.relative_to(self.root).as_posix()


@dataclass(frozen=True)
class Found:
    """A file that was found, with its text, or with what is wrong with it."""

    path: Path
    file: str
    text: str
    problem: Finding | None = None


def read_text(project: Project, path: Path) -> Found:
    """Read one text file, refusing what a policy file cannot be.

    Links may not lead out of the project; a file has at most `MAX_BYTES` bytes of UTF-8.
    """
    file = project.name(path)
    start = Mark(file, 1, 1)

    def refuse(code: str, problem: str, remedy: str) -> Found:
        return Found(path, file, "", error(code, start, problem, remedy))

    try:
        inside = path.resolve().is_relative_to(project.root.resolve())
    except (OSError, RuntimeError):  # Python 3.11 and 3.12 raise the latter
        return refuse(
            "read.unreadable", "This is a link that leads to itself.", "Delete it, or write a file."
        )
    if not inside:
        return refuse(
            "read.link-outside",
            "This is a link to a file outside the project.",
            "Copy the file into the project instead.",
        )
    if path.exists() and not path.is_file():
        return refuse(
            "read.unreadable", "This is a folder or a device, not a file.", "Give it another name."
        )
    try:
        raw = path.read_bytes()
    except OSError as problem:
        return refuse(
            "read.unreadable",
            f"This file cannot be read: {problem.strerror}.",
            "Check that it exists and that you may open it.",
        )
    if len(raw) > MAX_BYTES:
        return refuse(
            "read.too-large",
            f"This file has {len(raw) // 1024} kB; at most {MAX_BYTES // 1024} kB are read.",
            "Split it into several files of the same kind.",
        )
    try:
        return Found(path, file, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        column = problem.start - (raw.rfind(b"\n", 0, problem.start) + 1) + 1
        finding = error(
            "read.not-utf8",
            Mark(file, line, column),
            "This file is not UTF-8 text.",
            'Save it again with the encoding "UTF-8".',
        )
        return Found(path, file, "", finding)


def data_files(project: Project, folder: Path) -> Iterator[Found]:
    """Yield the YAML files of a folder and the folders in it, by name; not those of pages.

    A file that looks as if it was meant, but has another ending, is found with a problem.
    """
    pages = folder / PAGES
    inside = [path for path in sorted(folder.rglob("*")) if not path.is_relative_to(pages)]
    for suffix in (".yml", ".yaml"):
        for path in inside:
            if path.suffix == suffix and not path.name.startswith(PASSED_OVER):
                yield read_text(project, path)
    for path in inside:
        meant = _MEANT.match(path.name)
        if meant and path.suffix not in {".yml", ".yaml"} and path.is_file():
            yield _not_read(
                project, path, f'Name it "{meant[1].lower()}.yml".', "its name does not end in .yml"
            )


def stray_files(project: Project) -> Iterator[Found]:
    """Yield the YAML files that lie beside the folders of schools, where nothing reads them."""
    for path in sorted(project.schools.glob("*.y*ml")):
        yield _not_read(
            project, path, "Move it into the folder of a school.", "it is not in a school's folder"
        )


def _not_read(project: Project, path: Path, remedy: str, why: str) -> Found:
    start = Mark(project.name(path), 1, 1)
    problem = Finding(
        code="read.not-read",
        severity=Severity.WARNING,
        place=start.place,
        problem=f"This file is not read, because {why}.",
        remedy=remedy,
    )
    return Found(path, start.file, "", problem)


def page_files(project: Project, folder: Path) -> Iterator[Found]:
    """Yield the Markdown pages of a folder, by name."""
    for path in sorted(folder.rglob("*.md")):
        yield read_text(project, path)
