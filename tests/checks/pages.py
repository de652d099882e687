"""Pages for tests, and the writings of Hill School: one statement, and some pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.checks.written import Writings
from schoolpolicy.model.finding import Place
from schoolpolicy.model.page import PageFront
from schoolpolicy.reading.pages import Page
from tests.policies import policy, statement, topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

OURS = "schools/hill/docs/parents/ours.md"


def page(body: str, path: str = "parents/ours.md", *, own: bool = True, **front: Any) -> Page:
    """Return a page whose text begins on the first line of its file."""
    file = f"{'schools/hill/docs' if own else 'docs'}/{path}"
    return Page(file, path, PageFront.model_validate(front), body, 1)


def told(findings: Iterable[Finding]) -> list[str]:
    """Return what is found, without the page of `page` when it stands there."""
    return [str(each).removeprefix(f"{OURS}:") for each in findings]


def saying(text: str, **fields: Any) -> Policy:
    """Return a policy with one statement."""
    return policy(topics=(topic("phones"),), statements=(statement("s", text=text),), **fields)


def writings(
    project: Project,
    made: Policy,
    *pages: Page,
    places: dict[tuple[str, str], Place] | None = None,
) -> Writings:
    """Return the texts of a policy whose first statement stands in `data/statements.yml`."""
    texts = [each.text for each in made.statements]
    project.data.mkdir(parents=True, exist_ok=True)
    (project.data / "statements.yml").write_text(
        "statements:\n" + "".join(f"- id: s\n  text: {each}\n" for each in texts), encoding="utf-8"
    )
    return Writings(project, made, {**PLACES, **(places or {})}, pages)


PLACES = {
    ("statements", "s"): Place(file="data/statements.yml", line=2, column=3),
    ("topics", "phones"): Place(file="data/topics.yml", line=2, column=3),
}
