"""The shape of a rule: what goes together, and what it means to break one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from schoolpolicy.model.vocabulary import Level
from tests.policies import rule

GIVEN = {
    Level.SET_TIMES: {"at": ["break"]},
    Level.WITH_PERMISSION: {"by": ["head"]},
    Level.SUPERVISED: {"by": ["head"]},
    Level.SELECTED_PEOPLE: {"people": "prefects"},
}
"""What else a rule needs, by its level."""


def wrong(level: str, **fields: Any) -> list[str]:
    with pytest.raises(ValidationError) as problem:
        rule("one", level, **fields)
    return [each["type"] for each in problem.value.errors()]


@pytest.mark.parametrize("level", [each for each in Level if each is not Level.SET_TIMES])
def test_times_go_with_set_times_only(level: Level) -> None:
    assert wrong(level, **GIVEN.get(level, {}), at=["break"]) == ["level_lacks_use"]


@pytest.mark.parametrize("level", sorted(set(Level) - {Level.WITH_PERMISSION, Level.SUPERVISED}))
def test_roles_go_with_permission_and_supervision_only(level: Level) -> None:
    assert wrong(level, **GIVEN.get(level, {}), by=["head"]) == ["level_lacks_use"]


@pytest.mark.parametrize("level", Level)
def test_an_empty_list_takes_away_what_another_layer_gives(level: Level) -> None:
    assert rule("one", level, **{"at": [], "by": [], **GIVEN.get(level, {})}).level is level


def test_a_rule_is_for_an_event_or_for_a_restriction() -> None:
    assert wrong("allowed", event="exam", restriction="agreed") == ["two_occasions"]
    assert rule("exam", event="exam").restriction is None
    assert rule("agreed", restriction="agreed").event is None


@pytest.mark.parametrize("level", Level)
def test_what_can_be_broken_binds(level: Level) -> None:
    free = {Level.ALLOWED, Level.ADVISED_AGAINST, Level.UNDECIDED}
    assert rule("one", level, **GIVEN.get(level, {})).binds is (level not in free)


@pytest.mark.parametrize("strength", ["request", "advice"])
def test_requests_and_advice_do_not_bind(strength: str) -> None:
    assert not rule("one", strength=strength).binds
