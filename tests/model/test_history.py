"""Days and months of the past."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic_core import PydanticCustomError

from schoolpolicy.model.history import first_day, last_day, parse_when


@pytest.mark.parametrize("when", ["2016-10", "2016-10-19"])
def test_a_day_or_a_month_is_kept_as_it_is_written(when: str) -> None:
    assert parse_when(when) == when


@pytest.mark.parametrize("when", ["2016", "October 2016", "2016-13", 2016])
def test_anything_else_is_neither(when: object) -> None:
    with pytest.raises(PydanticCustomError, match=r"neither a day nor a month"):
        parse_when(when)


def test_a_day_must_exist() -> None:
    with pytest.raises(PydanticCustomError, match=r"a date that does not exist"):
        parse_when("2026-02-30")


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2016-10-19", dt.date(2016, 10, 19), dt.date(2016, 10, 19)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
    ],
)
def test_a_month_lasts_from_its_first_to_its_last_day(
    when: str, first: dt.date, last: dt.date
) -> None:
    assert (first_day(when), last_day(when)) == (first, last)
