"""No text and no address has the year of an earlier edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.dates.old_years import check_old_years, current_year, old_year
from schoolpolicy.model.document import LinkedPolicy
from schoolpolicy.model.finding import Place
from schoolpolicy.reading.project import Project
from tests.checks.pages import page, saying, told, writings
from tests.policies import HILL, PLAN, policy

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.reading.pages import Page

SITE = "https://www.hill.example"
PLACES = {
    ("documents", "behaviour"): Place(file="schools/hill/documents.yml", line=2, column=3),
    ("school", "review.edition"): Place(file="schools/hill/school.yml", line=8, column=3),
}


def school(**review: Any) -> dict[str, Any]:
    return {**HILL, "website": SITE, "review": {**PLAN, "edition": "2026-27", **review}}


def said(
    tmp_path: Path,
    text: str = "We act.",
    *pages: Page,
    url: str | None = None,
    **review: Any,
) -> list[str]:
    behaviour = LinkedPolicy.model_validate(
        {"id": "behaviour", "title": "Behaviour", "about": "Rules.", "owner": "head", "url": url}
    )
    made = saying(text, school=school(**review), documents=[behaviour])
    texts = writings(Project(tmp_path), made, *pages, places=PLACES)
    return told(check_old_years(made, PLACES, texts))


@pytest.mark.parametrize(
    "text",
    [
        "In 2026-27 we ask all families.",
        "The guidance of 2018 says so.",
        "It was 2019, 20 of us agreed.",
        "Call 01632 960 2019.",
    ],
)
def test_a_current_year_and_single_years_in_a_text_are_silent(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []


@pytest.mark.parametrize("year", ["2019-20", "2019/20", "2019-2020", "2025 to 2026"])
def test_an_earlier_school_year_in_a_text(tmp_path: Path, year: str) -> None:
    assert said(tmp_path, f"In {year} we ask all families.") == [
        f'data/statements.yml:3:12: The statement "s", under "text", names the school year "{year}"'
        ", but the edition is of 2026. Write the current year, or a sentence that needs none."
    ]


def test_one_on_a_page(tmp_path: Path) -> None:
    assert said(tmp_path, "We act.", page("# Rules\n\nFor 2019-20."))[0].startswith(
        '3:5: This page names the school year "2019-20"'
    )


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}/behaviour-policy",
        f"{SITE}/behaviour-2026-27.pdf",
        f"{SITE}/uploads/2025/09/behaviour.pdf",
        f"{SITE}/120191",
    ],
)
def test_an_address_of_this_year_or_the_last_is_silent(tmp_path: Path, address: str) -> None:
    assert said(tmp_path, url=address) == []


def test_an_earlier_year_in_the_address_of_a_policy(tmp_path: Path) -> None:
    assert said(tmp_path, url=f"{SITE}/behaviour-2019-20.pdf") == [
        'schools/hill/documents.yml:2:3: The address of the policy "behaviour" has the year '
        '"2019-20": readers take what stands there for out of date '
        f"({SITE}/behaviour-2019-20.pdf). Publish the current text under an address with no year, "
        "and write that here."
    ]


def test_an_earlier_year_in_the_name_of_a_page(tmp_path: Path) -> None:
    old = page("# Rules", "parents/rules-2019.md")
    assert said(tmp_path, "We act.", old)[0].startswith(
        'schools/hill/docs/parents/rules-2019.md:1:1: The address of this page has the year "2019"'
    )


def test_a_link_to_the_schools_own_site_and_to_others(tmp_path: Path) -> None:
    text = "# Links\n\n[Ours](https://hill.example/2019/rules), [law](https://law.example/2003/21)"
    (found,) = said(tmp_path, "We act.", page(text))
    assert found.startswith('3:8: The address of this link has the year "2019"')


def test_an_address_with_a_blank_of_a_template_in_it(tmp_path: Path) -> None:
    assert said(tmp_path, "We act.", page("# Links\n\nSee https://www.[school].sch.uk/2019.")) == []


def test_the_name_of_the_edition(tmp_path: Path) -> None:
    assert said(tmp_path, edition="2019-20") == [
        'schools/hill/school.yml:8:3: The edition "2019-20" holds from 1 September 2026, which is '
        'another year. Correct "edition" or "effective_from".'
    ]


@pytest.mark.parametrize(
    ("review", "year"),
    [
        ({}, 2026),
        ({"edition": "3", "effective_from": "2025-09-01"}, 2025),
        ({"edition": "3", "effective_from": "undecided", "next_review": "undecided"}, 2026),
    ],
)
def test_the_current_year_is_that_of_the_edition_or_of_the_day(
    review: dict[str, str], year: int
) -> None:
    assert current_year(policy(school=school(**review))) == year


def test_a_single_year_is_old_after_two() -> None:
    assert [old_year(f"/{year}/", 2026) for year in (2026, 2025, 2024)] == [None, None, "2024"]
