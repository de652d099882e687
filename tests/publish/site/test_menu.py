"""The titles of the menu, in the school's own words."""

from __future__ import annotations

from schoolpolicy.publish.site.menu import in_words

NAV = [{"{{ Pupils }}": ["pupils/index.md", {"For {{ pupils }}": "pupils/x.md"}]}, "index.md"]


def test_placeholders_in_titles_are_filled_in_and_addresses_stay() -> None:
    assert in_words(NAV, {"Pupils": "Students", "pupils": "students"}) == [
        {"Students": ["pupils/index.md", {"For students": "pupils/x.md"}]},
        "index.md",
    ]


def test_a_menu_that_is_not_given_stays_so() -> None:
    assert in_words(None, {}) is None
