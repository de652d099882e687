"""The years of a school, as people say them."""

from __future__ import annotations

import pytest

from schoolpolicy.starting.years import YearsError, parse_years

KNOWN = ("nursery", "reception", *(f"y{number}" for number in range(1, 14)))


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("nursery", ("nursery",)),
        ("reception-y2", ("reception", "y1", "y2")),
        ("Year 7 to Year 9", ("y7", "y8", "y9")),
        ("7-8, 12, 13", ("y7", "y8", "y12", "y13")),
        ("y3, nursery", ("nursery", "y3")),
        ("y1-y2, y2-y3", ("y1", "y2", "y3")),
    ],
)
def test_years_are_read_as_people_write_them(said: str, years: tuple[str, ...]) -> None:
    assert parse_years(said, KNOWN) == years


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("", 'No year is named. Write, for example, "nursery-y13".'),
        ("y9-y7", '"y9-y7" runs backwards. Write "y7-y9".'),
        ("receptoin", '"receptoin" is not a year. Did you mean "reception"?'),
        ("y1-y2-y3", '"y1-y2-y3" is no range. Write it as "nursery-y13".'),
    ],
)
def test_what_names_no_year_is_told(said: str, problem: str) -> None:
    with pytest.raises(YearsError) as told:
        parse_years(said, KNOWN)
    assert str(told.value) == problem
