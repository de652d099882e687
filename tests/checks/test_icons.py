"""Every icon that a record names exists."""

from __future__ import annotations

from schoolpolicy.checks.icons import check_icons
from schoolpolicy.model.finding import Place
from schoolpolicy.model.scope import Thing
from tests.policies import policy

PLACES = {("things", "phone"): Place(file="data/things.yml", line=2, column=3)}


def said(icon: str) -> list[str]:
    thing = Thing(id="phone", title="Phone", plain="phone", icon=icon)
    whole = policy().model_copy(update={"things": (thing,)})
    return [str(finding) for finding in check_icons(whole, PLACES, {"phone", "camera"})]


def test_a_known_icon_is_silent() -> None:
    assert said("phone") == []


def test_an_unknown_icon_gets_a_guess() -> None:
    assert said("phnoe") == [
        'data/things.yml:2:3: The icon "phnoe" does not exist. Did you mean "phone"?'
    ]


def test_an_icon_like_no_other() -> None:
    assert said("zzzzz") == [
        'data/things.yml:2:3: The icon "zzzzz" does not exist. '
        "Choose one of the Material Design icons, by its name."
    ]
