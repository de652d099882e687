"""Pages: their front matter checked, and where their text begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from schoolpolicy.model.page import PageFront
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.gone import Gone
from schoolpolicy.reading.known import Known
from schoolpolicy.reading.messages import Explainer
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.project import Found, Project, page_files
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Mark, NotReadableError, error

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.finding import Finding

FENCE = "---"
REPEATABLE = (
    *("roles", "topics", "sections", "grids", "incidents", "agreements", "checklists"),
    *("things", "activities"),
)
"""The subjects whose records may have a page each."""


@dataclass(frozen=True)
class Page:
    """One Markdown page.

    Attributes:
        file: its name, relative to the project.
        path: its name, relative to the pages' folder.
        front: what it says about itself.
        body: its text.
        first_line: the line of the file on which the text begins.
    """

    file: str
    path: str
    front: PageFront
    body: str
    first_line: int

    @property
    def laid(self) -> bool:
        """True if a trust or a school wrote the page."""
        return self.file != f"docs/{self.path}"


def read_pages(project: Project, folder: Path) -> tuple[list[Page], list[Finding]]:
    """Read all pages of a folder, and say what is wrong with their front matter."""
    pages: list[Page] = []
    findings: list[Finding] = []
    for found in page_files(project, folder):
        if found.problem:
            findings.append(found.problem)
            continue
        try:
            page, wrong = read_page(found, found.path.relative_to(folder).as_posix())
        except NotReadableError as problem:
            findings.append(problem.finding)
            continue
        findings += wrong
        pages.append(page)
    return pages, findings


def _is_field(subject: str, name: str) -> bool:
    return name in SUBJECTS[subject].model_fields


def read_page(found: Found, path: str) -> tuple[Page, list[Finding]]:
    """Read one page.

    Raises:
        NotReadableError: the front matter is not YAML, or does not end.
    """
    lines = found.text.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        return Page(found.file, path, PageFront(), found.text, 1), []
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise NotReadableError(
            error(
                "page.front-matter",
                Mark(found.file, 1, 1),
                'The lines above the text do not end: there is no second "---".',
                'Put a line with "---" before the text.',
            )
        )
    # An empty line stands for the fence, so that the lines count as in the file.
    node, wrong = read_tree("\n".join(["", *lines[1:end]]), found.file)
    findings = list(wrong)
    body = "\n".join(lines[end + 1 :]) + "\n"
    front = PageFront()
    if isinstance(node, Mapping):
        try:
            front = PageFront.model_validate(node.plain())
        except ValidationError as problem:
            findings += Explainer(Known({}, {}, {}), Gone((), ())).explain(
                problem, node, "page", PageFront
            )
        if front.for_each is not None and front.for_each not in REPEATABLE:
            findings.append(
                error(
                    "page.for-each",
                    node.fields["for_each"].mark,
                    f'"{front.for_each}" have no pages of their own.',
                    remedy(front.for_each, REPEATABLE),
                )
            )
        elif front.for_each is not None and not _is_field(front.for_each, front.title_from):
            findings.append(
                error(
                    "page.title-from",
                    node.fields["title_from"].mark,
                    f'"{front.title_from}" is not a field of "{front.for_each}".',
                    remedy(front.title_from, SUBJECTS[front.for_each].model_fields),
                )
            )
    elif node is not None:
        findings.append(
            error(
                "page.front-matter",
                node.mark,
                "The lines above the text are not fields.",
                'Write each as "name: value".',
            )
        )
    return Page(found.file, path, front, body, end + 2), findings
