"""What rules are about: whom, and how it is written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from schoolpolicy.model.scope import Days, Time, Who
from schoolpolicy.model.vocabulary import Audience


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["y7-y9"], ("y7", "y8", "y9")),
        (["y6-y6"], ("y6",)),
        (["eyfs", "y1-y2", "birch-house"], ("eyfs", "y1", "y2", "birch-house")),
        ([], ()),
    ],
)
def test_a_range_of_years_is_spelled_out(written: list[str], meant: tuple[str, ...]) -> None:
    assert Who.model_validate({"audience": "pupils", "cohorts": written}).cohorts == meant


def test_a_range_from_the_older_to_the_younger_is_no_range() -> None:
    who = Who.model_validate({"audience": "pupils", "cohorts": ["y9-y7"]})
    assert who.cohorts == ("y9-y7",), "an id that no cohort has, which is told as such"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pupils", (Audience.PUPILS,)),
        (["staff", "governors"], (Audience.STAFF, Audience.GOVERNORS)),
        ("everyone", tuple(Audience)),
        ("adults", tuple(each for each in Audience if each is not Audience.PUPILS)),
    ],
)
def test_an_audience_is_one_or_a_list_or_a_word_for_several(
    written: object, meant: tuple[Audience, ...]
) -> None:
    assert Who.model_validate({"audience": written}).audience == meant


def test_nobody_named_is_everybody() -> None:
    assert Who() == Who.model_validate({"audience": "everyone"})


def test_a_word_for_nobody_is_refused() -> None:
    with pytest.raises(ValidationError, match="'pupils'"):
        Who.model_validate({"audience": "teachers"})


def test_days_run_forward() -> None:
    with pytest.raises(ValidationError, match='"2026-10-30" lies before "2026-11-02"'):
        Days.model_validate({"starts": "2026-11-02", "ends": "2026-10-30"})


def test_a_time_may_run_across_midnight() -> None:
    night = Time.model_validate(
        {"id": "night", "title": "At night", "starts": "22:30", "ends": "06:30"}
    )
    assert (night.starts, night.ends) == ("22:30", "06:30")
