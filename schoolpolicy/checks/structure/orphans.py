"""Pages that nobody comes to: outside the menu, and no page leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.links import page_links
from schoolpolicy.checks.menu import outside_menu
from schoolpolicy.checks.warning import warning
from schoolpolicy.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project


def check_orphans(project: Project, pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield a warning for each page that `not_in_nav` keeps out of the menu and nothing links.

    A page made for each record is reached from the list of these records. A page that a school
    adds always stands in the menu.
    """
    every = list(pages)
    linked = {link.path for page in every for link in page_links(page)}
    outside = outside_menu(project)
    for page in every:
        lone = page.path not in linked and not page.laid and page.front.for_each is None
        if lone and page.path in outside:
            yield warning(
                "structure.orphan",
                Place(file=page.file, line=1, column=1),
                "Neither the menu nor any page leads to this page.",
                "Link it from a page that readers come to, or delete it.",
            )
