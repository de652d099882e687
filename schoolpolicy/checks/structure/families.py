"""All families of findings about how pages and documents are built, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.structure.anchors import check_anchors
from schoolpolicy.checks.structure.appendices import check_appendices
from schoolpolicy.checks.structure.headings import check_headings
from schoolpolicy.checks.structure.images import check_images
from schoolpolicy.checks.structure.languages import check_languages
from schoolpolicy.checks.structure.link_texts import check_addresses, check_link_texts
from schoolpolicy.checks.structure.orphans import check_orphans
from schoolpolicy.checks.structure.tables import check_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project


def check_structure(
    project: Project,
    policy: Policy,
    places: Mapping[tuple[str, str], Place],
    pages: Sequence[Page],
    writings: Writings,
) -> Iterator[Finding]:
    """Yield what is wrong with how pages and documents are built.

    Args:
        project: where the menu is.
        policy: the school's policy as it applies.
        places: where each record stands.
        pages: the pages that the school's site has.
        writings: all its texts.
    """
    for page in pages:
        yield from check_headings(page)
        yield from check_tables(page)
        yield from check_images(page)
        yield from check_link_texts(page)
    yield from check_anchors(pages, policy)
    yield from check_orphans(project, pages)
    yield from check_addresses(writings)
    yield from check_languages(policy, places)
    yield from check_appendices(policy, places, writings, pages)
