"""A small school whose statements and pages stand in files, to check their wording."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from schoolpolicy.checks.text.prose import Prose
from schoolpolicy.checks.text.tellings import Telling, tellings
from schoolpolicy.checks.written import Writings
from schoolpolicy.model.finding import Place
from schoolpolicy.model.page import PageFront
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.pages import Page
from schoolpolicy.reading.project import Project
from tests.policies import policy, statement

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.policy import Policy

STATEMENTS = "data/statements.yml"


@dataclass
class Small:
    """A school in a folder.

    Attributes:
        root: the folder.
        pages: its pages, by name below docs/.
    """

    root: Path
    pages: dict[str, str] = field(default_factory=dict)
    statements: list[dict[str, Any]] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    file: str = STATEMENTS

    def says(self, text: str, name: str = "ask", **fields: Any) -> Small:
        """Add a statement."""
        self.statements.append({"id": name, "text": text, **fields})
        return self

    def shows(self, body: str, path: str = "staff/index.md", title: str = "A page") -> Small:
        """Add a page."""
        self.pages[path] = f"---\ntitle: {title}\n---\n{body}\n"
        return self

    def has(self, **fields: Any) -> Small:
        """Add fields to the policy."""
        self.fields.update(fields)
        return self

    @property
    def policy(self) -> Policy:
        """Its policy."""
        made = [statement(each["id"], **_rest(each)) for each in self.statements]
        return policy(**{"statements": made, **self.fields})

    @property
    def project(self) -> Project:
        """Its files, as they are now."""
        path = self.root / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = yaml.safe_dump({"statements": self.statements}, sort_keys=False, width=1000)
        path.write_text(whole, encoding="utf-8")
        for name, text in self.pages.items():
            page = self.root / "docs" / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        return Project(self.root)

    @property
    def writings(self) -> Writings:
        """All that it has written."""
        project, whole = self.project, self.policy
        lines = (self.root / self.file).read_text(encoding="utf-8").splitlines()
        places = {
            (subject, each.id): Place(file=self.file, line=1, column=1)
            for subject in SUBJECTS
            for each in getattr(whole, subject)
        }
        for each in self.statements:
            line = lines.index(f"- id: {each['id']}") + 1
            places["statements", each["id"]] = Place(file=self.file, line=line, column=3)
        pages = [_page(name, text) for name, text in self.pages.items()]
        return Writings(project, whole, places, pages)

    @property
    def prose(self) -> Prose:
        """The same, to look for words."""
        return Prose(self.writings)

    @property
    def told(self) -> tuple[Telling, ...]:
        """What its statements and pages tell."""
        return tuple(tellings(self.policy, self.prose))


def _rest(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "id"}


def _page(name: str, text: str) -> Page:
    _, front, body = text.split("---\n", 2)
    first = front.count("\n") + 3
    return Page(f"docs/{name}", name, PageFront.model_validate(yaml.safe_load(front)), body, first)
