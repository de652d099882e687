"""Values of a side in pieces that the same parts hold."""

from __future__ import annotations

from schoolpolicy.rules.space import split


def test_values_are_split_by_the_parts_that_they_lie_in() -> None:
    assert split(0b1111, [(7, 0b0011), (8, 0b0110)]) == [
        ((7,), 0b0001),
        ((7, 8), 0b0010),
        ((8,), 0b0100),
        ((), 0b1000),
    ]


def test_what_lies_outside_the_values_plays_no_part() -> None:
    assert split(0b0101, [(1, 0b1110)]) == [((), 0b0001), ((1,), 0b0100)]


def test_no_values_have_no_pieces() -> None:
    assert split(0, [(1, 0b1)]) == []
    assert split(0b1, []) == [((), 0b1)]
