"""What a school says in two languages it says in both."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.structure.languages import check_languages
from tests.policies import HILL, policy

WELSH = {"also_named": {"cy": "Ysgol y Bryn"}}


def said(**school: Any) -> list[str]:
    made = policy(school={**HILL, **school})
    return [f"{each.problem} {each.remedy}" for each in check_languages(made, {})]


@pytest.mark.parametrize(
    "school",
    [
        {},
        {"motto": "Onwards"},
        {"motto": {"la": "Floreat"}},
        WELSH,
        {**WELSH, "motto": {"cy": "Ymlaen", "en": "Onwards"}},
        {**WELSH, "motto": {"la": "Floreat"}},
    ],
)
def test_each_in_all_of_them_is_silent(school: dict[str, Any]) -> None:
    assert said(**school) == []


def test_a_line_in_english_alone() -> None:
    assert said(**WELSH, footer="Write to us.") == [
        '"footer" is not in Welsh, in which the school speaks elsewhere in this file. Add a line '
        '"cy: ..." below it.'
    ]


def test_a_motto_in_welsh_alone() -> None:
    assert said(motto={"cy": "Ymlaen"})[0].startswith('"motto" is not in English')


def test_a_name_without_the_language_of_the_motto() -> None:
    assert said(**WELSH, motto={"en": "Onwards", "cy": "Ymlaen", "ga": "Ar aghaidh"}) == [
        '"also_named" is not in Irish, in which the school speaks elsewhere in this file. Add a '
        'line "ga: ..." below it.'
    ]
