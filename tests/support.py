"""What several tests need: project copies, the command line, and reading built pages."""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from schoolpolicy.reading.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.finding import Finding

ROOT = Path(__file__).parent.parent
SCHOOL = "oakfield-primary"
LEFT_OPEN = ("harbour-new", "marlpit-heath")
"""Example schools that leave something undecided on purpose."""
PARTS = ("mkdocs.yml", "data", "docs", "schools", "overrides", "macros")
"""What a project consists of: all that a build reads."""

SMALL_NAV = """
nav:
- Home: index.md
- Roles:
  - policy/roles/each.md
"""
SMALL_DATA = {
    *("choices.yml", "citations.yml", "cohorts.yml", "requirements", "roles.yml"),
    *("school.yml", "terms.yml", "citations-wales.yml"),
}
"""The roles, and all that roles name."""
SMALL_PAGES = {
    "index.md": "---\ntitle: Home\n---\n# {{ school_name }}\n",
    "policy/roles/each.md": "---\nfor_each: roles\n---\n{{ role_page(item) }}\n",
}


def copy_project(source: Path, target: Path) -> Project:
    """Copy all that a build reads into a folder, and nothing else."""
    target.mkdir(parents=True, exist_ok=True)
    skip = shutil.ignore_patterns("__pycache__")
    for part in PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part, ignore=skip)
        else:
            shutil.copyfile(source / part, target / part)
    return Project(target)


def make_small(project: Project) -> Project:
    """Leave a project a home page and the roles only, so that it builds in a moment."""
    for path in (*project.data.iterdir(), *project.school(SCHOOL).iterdir()):
        if path.name in SMALL_DATA:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    shutil.rmtree(project.docs)
    for name, text in SMALL_PAGES.items():
        write_page(project, name, text)
    config = project.root / "mkdocs.yml"
    before_nav, nav, _ = config.read_text(encoding="utf-8").partition("\nnav:")
    assert nav, "mkdocs.yml has no nav"
    config.write_text(before_nav + SMALL_NAV, encoding="utf-8")
    return project


def write_page(project: Project, name: str, text: str) -> Path:
    """Write one page below docs/."""
    path = project.docs / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def add_page(project: Project, name: str, text: str) -> Path:
    """Write one page below docs/ and put it at the end of the navigation."""
    config = project.root / "mkdocs.yml"
    with config.open("a", encoding="utf-8") as file:
        file.write(f"- Added: {name}\n")
    return write_page(project, name, text)


def mistakes(findings: Iterable[Finding]) -> list[str]:
    """Return what is wrong, without what is only told of each change to the model policy."""
    return [str(each) for each in findings if not each.code.startswith("departure.")]


def guide_examples(text: str) -> list[tuple[str, str, str]]:
    """Return the examples of a page of the guide: the school, the file's name, and its text."""
    return re.findall(
        r"^```yaml\n# schools/([\w-]+)/([\w-]+)\.yml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL
    )


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text in a file; it must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def program(name: str) -> str:
    """Return a program of the environment that runs the tests."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    assert found, f"{name} is not installed beside {sys.executable}"
    return found


def environment() -> dict[str, str]:
    """Return the environment for a command: no school named, no notices."""
    kept = {key: value for key, value in os.environ.items() if key != "SCHOOLPOLICY_SCHOOL"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def run(project: Project, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a project, as a person would."""
    return subprocess.run(
        [program(command[0]), *command[1:]],
        cwd=project.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def start(project: Project, *command: str) -> subprocess.Popen[bytes]:
    """Start a command in a project, and leave it running."""
    return subprocess.Popen(
        [program(command[0]), *command[1:]],
        cwd=project.root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def build(project: Project, *options: str) -> Path:
    """Build Oakfield, which must succeed, and return the folder of its public site."""
    done = run(project, "schoolpolicy", "build", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return project.site / SCHOOL


def fingerprint(folder: Path) -> str:
    """Return one hash over the names and bytes of all files below a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def html_pages(site: Path) -> list[str]:
    """Return the names of all pages of a site, sorted."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def search_entries(site: Path) -> list[dict[str, Any]]:
    """Return the entries of a site's search index."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    entries: list[dict[str, Any]] = index["docs"]
    return entries


@dataclass(frozen=True)
class Element:
    """One start tag."""

    tag: str
    attributes: dict[str, str]


@dataclass
class Document:
    """What a page is made of, as far as the tests look."""

    elements: list[Element] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    """What scripts read: blocks of JSON, which a browser does not run."""
    words: list[str] = field(default_factory=list)
    in_title: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reader sees, with single spaces."""
        return squeeze(" ".join(self.words))

    @property
    def title(self) -> str:
        """What the browser shows on the tab."""
        return squeeze("".join(self.in_title))

    def values(self, tag: str, attribute: str) -> list[str]:
        """Return the values of an attribute on all elements of a kind that have it."""
        return [
            each.attributes[attribute]
            for each in self.elements
            if each.tag == tag and attribute in each.attributes
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self._raw: str | None = None
        self._json = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        self.document.elements.append(Element(tag, attributes))
        if "id" in attributes:
            self.document.anchors.add(attributes["id"])
        if tag == "a" and "name" in attributes:
            self.document.anchors.add(attributes["name"])
        if "style" in attributes:
            self.document.styles.append(attributes["style"])
        if tag in {"script", "style"} or (tag == "title" and self._raw is None):
            self._raw = tag
            self._json = attributes.get("type") == "application/json"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw = self._raw
        self.handle_starttag(tag, attrs)
        self._raw = raw

    def handle_endtag(self, tag: str) -> None:
        if tag == self._raw:
            self._raw = None

    def handle_data(self, data: str) -> None:
        places = {
            "script": self.document.data if self._json else self.document.scripts,
            "style": self.document.styles,
            "title": self.document.in_title,
        }
        (places[self._raw] if self._raw else self.document.words).append(data)


def read_html(path: Path) -> Document:
    """Read one built page."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.document


def squeeze(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def is_elsewhere(address: str) -> bool:
    """Tell whether an address leads out of the site: another host, a phone, an e-mail."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def names_host(address: str) -> bool:
    """Tell whether a browser that loads this address asks a web server by name."""
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme in {"http", "https", "ws", "wss", "ftp"}


def inside(page: str, address: str) -> tuple[str, str]:
    """Return the file, named from the top of the site, and the anchor that a link leads to."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    if path.startswith("/"):
        return path.lstrip("/"), unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return joined + ("/" if path.endswith("/") else ""), unquote(parts.fragment)
