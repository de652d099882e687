"""What somebody means by an everyday word."""

from __future__ import annotations

import pytest

from schoolpolicy.rules.matching import Named, NoMatchError, matches, meaning, several

BUS = Named("bus", "school-bus", "On the school bus")
TRIP = Named("trip", "trips", "On school trips", ("coach", "day out"))
HOUSE = Named("house", "boarding-house", "In the boarding houses")
EXAM = Named("exam", "exam", "During an exam", ("test", "mock"))
HOME = Named("home", "home", "At home")
PLACES = (BUS, TRIP, HOUSE, EXAM, HOME)


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("school-bus", "bus"),
        ("School Bus", "bus"),
        ("school buses", "bus"),
        ("on the bus", "bus"),
        ("bus", "bus"),
        ("trip", "trip"),
        ("a day out!", "trip"),
        ("coaches", "trip"),
        ("house", "house"),
        ("boarding house", "house"),
        ("boardinghouse", "house"),
        ("mock exam", "exam"),
        ("testing", "exam"),
        ("at home", "home"),
    ],
)
def test_a_word_by_its_meaning(word: str, means: str) -> None:
    assert meaning(word, PLACES) == means


def test_the_exact_id_comes_before_a_keyword_and_that_before_a_part() -> None:
    by_id, by_keyword = Named(1, "film", "One"), Named(2, "two", "Two", ("film",))
    by_part = Named(3, "three", "The film club")
    assert matches("film", (by_part, by_keyword, by_id)) == (by_id,)
    assert matches("film", (by_part, by_keyword)) == (by_keyword,)
    assert matches("film", (by_part,)) == (by_part,)


def test_two_that_fit_equally_are_both_named() -> None:
    with pytest.raises(NoMatchError) as caught:
        meaning("school", PLACES)
    assert str(caught.value) == (
        '"school" could be: school-bus (On the school bus), trips (On school trips). '
        "Write one of these ids."
    )


def test_of_two_that_fit_equally_the_lower_rank_is_meant() -> None:
    device, activity = Named(1, "games", "Games"), Named(2, "gaming", "Games", rank=1)
    assert meaning("games", (activity, device)) == 1
    assert meaning("gaming", (activity, device)) == 2, "an exact id comes first"


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("school bus and coach", ("school bus", "coach")),
        ("a school bus, home", ("a school bus", "home")),
        ("test or mock", ()),
        ("bus and banana", ()),
        ("bus", ()),
        ("bat and ball", ()),
    ],
)
def test_several_things_in_one_breath(words: str, parts: tuple[str, ...]) -> None:
    assert several(words, (*PLACES, Named("kit", "kit", "Bat and ball", ("bat",)))) == parts


def test_a_number_in_a_word_or_a_figure() -> None:
    years = tuple(Named(number, f"y{number}", f"Year {number}") for number in range(1, 14))
    assert meaning("year five", years) == 5
    assert meaning("Year Thirteen", years) == 13


def test_two_records_that_mean_the_same_are_no_choice() -> None:
    assert meaning("staff", (Named("s", "all-staff", "All staff"), Named("s", "x", "staff"))) == "s"


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("bxs", "Known: boarding-house, exam, home, school-bus, trips."),
        ("dust", "Known: boarding-house, exam, home, school-bus, trips."),
        ("hose", 'Did you mean "house"[?]'),
        ("coatch", 'Did you mean "coach"?'.replace("?", "[?]")),
        ("xylophone", "Known: boarding-house, exam, home, school-bus, trips."),
        ("!", "Known: "),
    ],
)
def test_a_word_that_means_nothing(word: str, says: str) -> None:
    with pytest.raises(NoMatchError, match=f'Nothing is called "{word}"'):
        meaning(word, PLACES)
    with pytest.raises(NoMatchError, match=says):
        meaning(word, PLACES)
