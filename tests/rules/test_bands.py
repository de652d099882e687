"""What the age bands are called at a school."""

from __future__ import annotations

import pytest

from schoolpolicy.model.vocabulary import Band
from schoolpolicy.rules.bands import band_heading, band_pupils, band_words
from tests.policies import oakfield, policy

LARGE = policy(words={"pupils": "students", "juniors": "Years 4 to 6", "in_juniors": "in Year 4"})


@pytest.mark.parametrize("band", Band)
def test_the_model_policy_names_each_band(band: Band) -> None:
    assert band_words(oakfield(), band) == band_words(policy(), band)
    assert band_pupils(oakfield(), band) == band_pupils(policy(), band)


def test_a_school_has_words_of_its_own_for_a_band_and_for_whom_it_holds() -> None:
    assert band_words(LARGE, Band.KS2) == "Years 4 to 6"
    assert band_pupils(LARGE, Band.KS2) == "students in Year 4"
    assert band_pupils(LARGE, Band.SIXTH_FORM) == "students in the sixth form"
    assert band_heading(LARGE, Band.EYFS_KS1) == "students: up to Year 2"
