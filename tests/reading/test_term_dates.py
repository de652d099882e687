"""The terms that a school gives can follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.reading.resolve import resolve
from tests.support import SCHOOL

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

FILE = f"schools/{SCHOOL}/school.yml"
AUTUMN = "{id: autumn-2026, from: 2026-09-02, to: 2026-12-18}"


def said(project: Project, *terms: str) -> list[str]:
    """Return what is wrong with some terms; the first stands on the second line."""
    path = project.root / FILE
    kept = path.read_text(encoding="utf-8").splitlines()
    rest = [line for line in kept if not line.startswith(("term_dates", "- {id: "))]
    lines = ["term_dates:", *(f"- {each}" for each in terms), *rest]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = [str(each) for each in resolve(project, SCHOOL).findings]
    return [each.removeprefix(f"{FILE}:") for each in found if each.startswith(FILE)]


def half(first: str, last: str) -> str:
    return AUTUMN.replace("}", f", half_term: {{from: 2026-{first}, to: 2026-{last}}}}}")


def test_terms_in_their_order_are_right(small_project: Project) -> None:
    spring = "{id: spring-2027, from: 2027-01-04, to: 2027-03-25}"
    assert said(small_project, half("10-26", "10-30"), spring) == []


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (
            ["{id: autumn-2026, from: 2026-09-02, to: 2026-09-01}"],
            '2:43: The term "autumn-2026" ends (1 September 2026) before it begins (2 '
            "September 2026). Correct one of the two dates.",
        ),
        (
            ["{id: autumn-2026, from: 2026-09-02, to: 2027-12-18}"],
            '2:43: The term "autumn-2026" is longer than 150 days: from 2 September 2026 to 18 '
            "December 2027. Correct the year of one of the two dates.",
        ),
        (
            [half("10-30", "10-26")],
            '2:89: The half-term of "autumn-2026" ends (26 October 2026) before it begins (30 '
            "October 2026). Correct one of the two dates.",
        ),
        (
            [half("08-26", "08-30")],
            '2:73: The half-term of "autumn-2026" (26 August 2026 to 30 August 2026) does not lie '
            "within the term (2 September 2026 to 18 December 2026). Correct the dates of the "
            "half-term, or of the term.",
        ),
        (
            [AUTUMN, "{id: spring-2027, from: 2026-12-10, to: 2027-03-25}"],
            '3:27: The term "spring-2027" begins (10 December 2026) before "autumn-2026", which '
            "stands above it, ends (18 December 2026). Correct one of the two dates, or put the "
            "earliest term first.",
        ),
        (
            [AUTUMN, "{id: autumn-2026, from: 2027-01-04, to: 2027-03-25}"],
            '3:8: There are two terms "autumn-2026". Give each an id of its own, with the year: '
            "autumn-2027.",
        ),
        (
            [AUTUMN, AUTUMN.replace("09-02", "09-03")],
            '3:8: There are two terms "autumn-2026". Delete one of the two, or correct its dates '
            "and its id.",
        ),
        (
            ["{id: autumn-2026, from: 2026-09-02}"],
            '2:3: The term "autumn-2026" has no "to". Add a line "to: ...".',
        ),
    ],
)
def test_slips_are_told_where_they_are(small_project: Project, terms: list[str], told: str) -> None:
    assert said(small_project, *terms)[:1] == [told]
