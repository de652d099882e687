"""How a level looks: never by colour alone."""

from __future__ import annotations

import pytest

from schoolpolicy.model.vocabulary import Audience, Level
from schoolpolicy.publish.site.components import ICONS
from schoolpolicy.publish.views.levels import LOOKS, look


def test_every_level_has_a_look_from_most_to_least_free() -> None:
    assert list(LOOKS) == list(Level)


def test_no_two_levels_share_a_word_or_a_sign() -> None:
    assert len({each.word for each in LOOKS.values()}) == len(LOOKS)
    assert len({each.icon for each in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize("level", Level)
def test_a_level_is_said_in_words_with_a_sign_that_exists(level: Level) -> None:
    for audience in Audience:
        found = look(level, audience)
        assert (ICONS / f"{found.icon}.svg").is_file()
        assert found.tone in {"good", "some", "never", "must", "open"}
        assert found.about.endswith(".")


def test_what_is_forbidden_has_the_tone_of_forbidden() -> None:
    never = {level for level, found in LOOKS.items() if found.tone == "never"}
    assert never == {Level.NOT_ALLOWED, Level.ILLEGAL}


def test_pupils_are_with_an_adult_and_adults_are_supervised() -> None:
    assert look(Level.SUPERVISED).word == "With an adult"
    assert look(Level.SUPERVISED, Audience.PUPILS).word == "With an adult"
    assert look(Level.SUPERVISED, Audience.VOLUNTEERS).word == "Supervised"
    assert look(Level.ALLOWED, Audience.STAFF) == look(Level.ALLOWED, Audience.PUPILS)
