"""Laying the pages of a trust and a school over those of the model policy."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schoolpolicy.model.layer import Departure, DepartureKind, LayerKind
from schoolpolicy.reading.pages import read_pages
from schoolpolicy.reading.project import PAGES
from schoolpolicy.reading.suggest import nearest
from schoolpolicy.reading.tree import Mark, error

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.layer import Layer
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project

SUBJECT = "pages"
"""The subject by which departures and `basis.yml` name pages."""
_HEADING = re.compile(r"^# +(.+?) *$", re.MULTILINE)


@dataclass
class LaidPages:
    """The pages of one school, from all layers.

    Attributes:
        pages: by path.
        findings: what is wrong with them.
        departures: in what the trust and the school depart from the model's pages.
        under: the fingerprint of each page that a later layer replaced or removed, as
            `departed_from` gives those of records.
    """

    pages: dict[str, Page] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    departures: list[Departure] = field(default_factory=list)
    under: dict[tuple[str, str, str], str] = field(default_factory=dict)


def page_fingerprint(page: Page) -> str:
    """Return what tells a page from the same one after an upgrade: 16 hexadecimal digits."""
    written = page.front.model_dump_json() + page.body
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def lay_pages(
    project: Project,
    layers: Iterable[Layer],
    bases: MappingType[tuple[str, str, str], str],
) -> LaidPages:
    """Return the pages of a school.

    A page of a later layer with a new path is added; one with the path of another takes its
    place, and says why (`change: why`), or takes it away (`remove: why`).

    Args:
        project: where the files are.
        layers: the layers, the model policy first.
        bases: what each layer has noted that it departs from, as `find_departures` takes it.
    """
    laid = LaidPages()
    for layer in layers:
        folder = project.docs if layer.kind is LayerKind.MODEL else project.root / layer.folder
        if layer.kind is not LayerKind.MODEL:
            folder = folder / PAGES
        pages, findings = read_pages(project, folder)
        laid.findings += findings
        for page in pages:
            _lay(laid, layer, page, bases)
    return laid


def _lay(
    laid: LaidPages,
    layer: Layer,
    page: Page,
    bases: MappingType[tuple[str, str, str], str],
) -> None:
    under = laid.pages.get(page.path)
    front = page.front
    wrong = _wrong(laid, layer, page, under)
    if wrong is not None:
        laid.findings.append(wrong)
        if under is not None or front.remove:
            return
    kind = DepartureKind.ADDED
    key = (layer.folder, SUBJECT, page.path)
    if under is not None:
        kind = DepartureKind.REMOVED if front.remove else DepartureKind.CHANGED
        laid.under[key] = page_fingerprint(under)
    if layer.kind is not LayerKind.MODEL:
        noted = bases.get(key)
        laid.departures.append(
            Departure(
                subject=SUBJECT,
                id=page.path,
                title=_title(under if front.remove and under else page),
                kind=kind,
                layer=layer,
                because=front.remove or front.change,
                look_again=under is not None and noted is not None and noted != laid.under[key],
                visibility=front.visibility,
                file=page.file,
                line=1,
            )
        )
    if front.remove:
        laid.pages.pop(page.path, None)
    else:
        laid.pages[page.path] = page


def _wrong(laid: LaidPages, layer: Layer, page: Page, under: Page | None) -> Finding | None:
    start = Mark(page.file, 1, 1)
    front = page.front
    if under is None:
        asked = "remove" if front.remove else "change"
        if not (front.remove or front.change):
            return None
        return error(
            "page.nothing-under",
            start,
            f'There is no page "{page.path}" to {asked}.',
            _no_page_under(page, laid.pages, asked),
        )
    if under.front.lock:
        return error(
            "read.locked",
            start,
            f"This page cannot be changed: it is locked in {under.file}, because: "
            f"{under.front.lock}",
            "Delete this file, or ask for a change there.",
        )
    if not (front.remove or front.change):
        return error(
            "page.no-reason",
            start,
            f"This page takes the place of {under.file}, and does not say why.",
            'Add a line "change: ..." above the text, or give the file another name.',
        )
    return None


def _no_page_under(page: Page, known: Iterable[str], asked: str) -> str:
    """Return what to do about a page that asks something of one that is not there."""
    meant = nearest(page.path, known)
    guess = f'Did you mean "{meant}"? ' if meant else ""
    if asked == "remove":
        return f"{guess}{'Or delete' if guess else 'Delete'} this file."
    return f'{guess}To add this page, delete the line "change: ..." above the text.'


def _title(page: Page) -> str:
    heading = _HEADING.search(page.body)
    return page.front.title or (heading[1] if heading else page.path)
