"""A ladder of the school that answers in place of one of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.responses import check_responses
from tests.checks.support import placed
from tests.policies import policy, response, thing

if TYPE_CHECKING:
    from collections.abc import Collection

THINGS = (
    thing("device"),
    thing("phone", "device", functions=["call", "photograph"]),
    thing("watch", "device"),
    thing("own-drone", "device"),
)
DEVICES = response("devices", about=["device"])


def said(*, changed: Collection[tuple[str, str]] = (), **fields: Any) -> list[str]:
    whole = policy(things=THINGS, responses=(DEVICES, response("own-lost", **fields)))
    return [
        f"{each.severity.value} {each}" for each in check_responses(whole, placed(whole), changed)
    ]


def test_it_is_told_for_information_with_the_things_that_it_takes_over() -> None:
    assert said(about=["watch", "own-drone"]) == [
        'info schools/hill/responses.yml:2:3: The ladder "own-lost" takes over from "devices" for '
        '"watch". If that is not meant, take it out of "about".'
    ]


def test_several_things_are_told_together() -> None:
    (line,) = said(about=["phone", "watch"])
    assert 'for "phone" and "watch". If that is not meant, take them out of "about".' in line


@pytest.mark.parametrize(
    "fields",
    [
        {"about": ["own-drone"]},
        {"about": ["phone"], "who": {"audience": "pupils", "cohorts": ["y6"]}},
        {"about": ["phone"], "functions": ["photograph"]},
    ],
    ids=["a thing of its own", "fewer people", "some uses"],
)
def test_a_ladder_that_is_plainly_about_less_is_meant(fields: dict[str, Any]) -> None:
    assert said(**fields) == []


def test_a_ladder_of_the_model_that_the_school_changed_took_over_before() -> None:
    assert said(about=["watch"], changed={("responses", "own-lost")}) == []
