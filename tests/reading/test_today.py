"""The day on which a policy is read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from schoolpolicy.reading.today import DAY_VARIABLE, today

if TYPE_CHECKING:
    import pytest


def test_a_build_can_be_made_on_an_agreed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DAY_VARIABLE, "1820491200")
    assert today() == dt.date(2027, 9, 9)


def test_without_one_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    for agreed in ("", "yesterday"):
        monkeypatch.setenv(DAY_VARIABLE, agreed)
        assert today() == dt.date.today()
