"""Clock times as people write them."""

from __future__ import annotations

import pytest

from schoolpolicy.reading.clocks import clock


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("08:45", "08:45"),
        ("9:00", "09:00"),
        ("09.00", "09:00"),
        ("1035", "10:35"),
        ("1:30pm", "13:30"),
        ("1.30 p.m.", "13:30"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("24:00", "00:00"),
        ("noon", "12:00"),
        (9.3, "09:30"),
        (12, "12:00"),
        ("25:00", None),
        ("10:75", None),
        ("13pm", None),
        ("late", None),
        (True, None),
    ],
)
def test_a_clock_time_is_told_as_files_hold_it(written: object, meant: str | None) -> None:
    assert clock(written) == meant
