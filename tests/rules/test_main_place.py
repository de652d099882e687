"""The place that people mean who say "at school"."""

from __future__ import annotations

from schoolpolicy.rules.main_place import main_place
from tests.policies import oakfield, policy


def test_the_place_with_most_places_in_it_is_school() -> None:
    assert main_place(policy()) == "school"
    assert main_place(oakfield()) == "on-site"


def test_where_no_place_has_places_in_it_it_is_anywhere() -> None:
    assert main_place(policy(places=({"id": "anywhere", "title": "Anywhere"},))) == "anywhere"
