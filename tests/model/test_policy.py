"""The resolved policy, and finding things in it."""

from __future__ import annotations

import pytest

from schoolpolicy.model.policy import UnknownIdError
from schoolpolicy.model.vocabulary import Band
from tests.policies import oakfield


def test_a_copy_does_not_show_what_the_original_held() -> None:
    whole = oakfield()
    assert "dsl" in whole.subject("roles")
    assert whole.duty_roles
    copy = whole.model_copy(update={"roles": ()})
    assert dict(copy.subject("roles")) == {}
    assert dict(copy.subject("duties")) == {}
    assert dict(copy.duty_roles) == {}


def test_asking_for_what_is_not_there_says_what_was_asked() -> None:
    with pytest.raises(UnknownIdError, match='no record of roles has the id "dsll"'):
        oakfield().get("roles", "dsll")


def test_an_activity_is_a_thing_that_rules_are_about() -> None:
    policy = oakfield()
    assert policy.activities[0].id in policy.subject("things")


def test_the_bands_are_those_of_the_years_that_are_taught() -> None:
    assert oakfield().bands == (Band.EYFS_KS1, Band.KS2)
