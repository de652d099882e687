"""The shapes of ladders of responses."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from schoolpolicy.model.response import Lasting
from tests.policies import response, step


def wrong(problem: pytest.ExceptionInfo[ValidationError]) -> list[str]:
    return [each["type"] for each in problem.value.errors()]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"hours": 2, "school_days": 1},
        {"until": "collected", "hours": 2},
        {"school_days": 2, "at_least": 1},
    ],
)
def test_a_length_is_given_in_exactly_one_way(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as problem:
        Lasting.model_validate(given)
    assert wrong(problem) == ["one_of"]


def test_an_end_may_have_a_least_number_of_days() -> None:
    assert Lasting.model_validate({"until": "half-term", "at_least": 5}).at_least == 5


@pytest.mark.parametrize(
    ("counted", "given"), [("times", "points"), ("points", "time"), ("cases", "time")]
)
def test_each_step_says_when_it_is_reached(counted: str, given: str) -> None:
    with pytest.raises(ValidationError) as problem:
        response("talk", step("one", **{given: 1}), counted=counted, points="One each.")
    assert wrong(problem) == ["step_needs"]


def test_a_ladder_of_points_says_what_earns_them() -> None:
    with pytest.raises(ValidationError) as problem:
        response("talk", step("one", points=1), counted="points")
    assert wrong(problem) == ["step_needs"]


def test_steps_are_climbed_in_the_order_of_their_numbers() -> None:
    # A school that adds a step writes it after those that it takes over.
    found = response("talk", step("first", time=1), step("third", time=3), step("own", time=2))
    assert [each.id for each in found.ladder] == ["first", "own", "third"]
    assert [found.number(each) for each in found.ladder] == [1, 2, 3]


def test_cases_stay_in_the_order_in_which_they_are_written() -> None:
    found = response("talk", step("b", case="Bad"), step("a", case="Also"), counted="cases")
    assert [each.id for each in found.ladder] == ["b", "a"]
    assert [found.number(each) for each in found.ladder] == [0, 0]
