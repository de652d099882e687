"""Appendices have a number of their own and a place, and a text names only those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.structure.appendices import check_appendices
from schoolpolicy.model.document import LinkedPolicy
from schoolpolicy.model.finding import Place
from schoolpolicy.reading.project import Project
from tests.checks.pages import PLACES, page, saying, told, writings
from tests.policies import citation

if TYPE_CHECKING:
    from pathlib import Path


def appendix(name: str, title: str, **fields: Any) -> LinkedPolicy:
    given = {"about": "Forms.", "owner": "head", "kind": "appendix", "where": "the office"}
    return LinkedPolicy.model_validate({"id": name, "title": title, **given, **fields})


FORMS = appendix("forms", "Appendix 1: forms")


def said(tmp_path: Path, text: str, *documents: LinkedPolicy, on_page: str = "# Text") -> list[str]:
    guidance = citation("kcsie", title="Keeping children safe in education")
    made = saying(text, documents=documents, citations=(guidance,))
    places = {
        ("documents", each.id): Place(file="data/documents.yml", line=line, column=3)
        for line, each in enumerate(documents, 2)
    }
    ours = page(on_page)
    texts = writings(Project(tmp_path), made, ours, places=places)
    return told(check_appendices(made, {**PLACES, **places}, texts, [ours]))


@pytest.mark.parametrize(
    "text",
    [
        "The forms are in Appendix 1.",
        "The forms are in an appendix.",
        "See Annex B of the national guidance.",
        "Keeping children safe in education says so in Annex C.",
    ],
)
def test_an_appendix_that_is_there_is_silent(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text, FORMS) == []


def test_an_appendix_that_is_a_part_of_a_page_is_there(tmp_path: Path) -> None:
    assert said(tmp_path, "See Appendix 4.", on_page="# Forms\n\n## Appendix 4: forms") == []


def test_an_appendix_that_is_not_there(tmp_path: Path) -> None:
    assert said(tmp_path, "The forms are in Appendix 4 of this policy.", FORMS) == [
        'data/statements.yml:3:26: The statement "s", under "text", names "Appendix 4", which is '
        'not there. Add it in documents.yml with "kind: appendix", or take the name out of the '
        "text."
    ]


def test_one_that_a_page_names(tmp_path: Path) -> None:
    assert said(tmp_path, "We act.", on_page="# Text\n\nSee Annex B.")[0].startswith(
        '3:5: This page names "Annex B", which is not there.'
    )


def test_two_with_one_number(tmp_path: Path) -> None:
    assert said(tmp_path, "We act.", FORMS, appendix("log-on", "Appendix 1: log-on")) == [
        'data/documents.yml:3:3: The appendix "log-on" has the number 1, and so has "forms". Give '
        "one of them another number, in its title and where it is named."
    ]


def test_one_that_is_nowhere(tmp_path: Path) -> None:
    lost = appendix("lost", "Appendix: lost", where=None)
    assert said(tmp_path, "We act.", lost) == [
        'data/documents.yml:2:3: The appendix "lost" does not say where people find it. Add a line '
        '"where: ..." or "url: ...", or "missing: yes" until it is written.'
    ]


def test_one_that_is_still_to_be_written_is_told_elsewhere(tmp_path: Path) -> None:
    lost = appendix("lost", "Appendix: lost", where=None, missing=True)
    assert said(tmp_path, "We act.", lost) == []
