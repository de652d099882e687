"""The places of a day's strip."""

from __future__ import annotations

from schoolpolicy.publish.views.strip_places import places_words, row_order, strip_places
from tests.policies import policy
from tests.publish.views.test_day_strip import school


def test_places_that_only_hold_others_are_left_out() -> None:
    assert strip_places(school()) == ("on-site", "lessons", "playground", "home", "trips")


def test_places_that_hold_nothing_stand_in_the_order_in_which_they_are_written() -> None:
    names = [f"place-{number}" for number in range(20)]
    places = tuple({"id": name, "title": name} for name in names)
    assert strip_places(policy(places=places)) == tuple(names)


def test_what_is_left_of_a_place_comes_after_what_is_in_it() -> None:
    every = strip_places(school())
    rows = [["on-site", "playground"], ["home"], ["lessons"]]
    assert sorted(rows, key=lambda each: row_order(school(), each, every)) == [
        ["lessons"],
        ["on-site", "playground"],
        ["home"],
    ]


def test_a_place_is_named_alone_if_all_within_it_is_meant() -> None:
    every = ["on-site", "lessons", "playground", "home", "trips"]

    def named(*some: str) -> str:
        return places_words(school(), some, every)

    assert named("on-site", "lessons", "playground") == "On the school site"
    assert named("home", "trips") == "Out of school"
    assert named("on-site", "lessons", "trips") == "Elsewhere on the school site and on trips"
    assert named(*every) == "Anywhere"
