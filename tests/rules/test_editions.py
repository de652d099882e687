"""Which edition of a law or guidance holds on a day."""

from __future__ import annotations

import datetime as dt

from schoolpolicy.rules.editions import Editions
from tests.policies import citation, policy

DAY = dt.date(2026, 11, 22)


def editions(*superseded_by: str | None) -> Editions:
    """Return the editions `a`, `b` and so on, each with what takes its place."""
    names = "abc"
    return Editions(
        policy(
            citations=tuple(
                citation(name, superseded_by=new)
                for name, new in zip(names, superseded_by, strict=False)
            ),
            day=DAY,
        )
    )


def successor(found: Editions, name: str) -> str | None:
    new = found.successor(found.citations[name])
    return new and new.id


def test_the_latest_edition_takes_the_place_of_all_before() -> None:
    found = editions("b", "c", None)
    assert [successor(found, name) for name in "abc"] == ["c", "c", None]


def test_editions_that_replace_each_other_end_the_search() -> None:
    assert successor(editions("b", "a"), "a") == "b"
    assert successor(editions("a"), "a") is None
