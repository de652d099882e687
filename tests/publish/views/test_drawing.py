"""Measuring and breaking text for pictures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schoolpolicy.publish.views.drawing import WIDTHS, text_width, wrap
from tests.policies import oakfield

WORDS = st.lists(st.text("abimW '-", min_size=1, max_size=12), max_size=12).map(" ".join)


def test_a_text_is_as_wide_as_its_signs_and_a_little_more() -> None:
    assert text_width("ill", 1000) == pytest.approx(3 * 222 * 1.06)
    assert text_width("Wm", 10) == pytest.approx((944 + 833) / 100 * 1.06)


def test_bold_is_wider_and_nothing_is_nothing() -> None:
    assert text_width("bold", 10, bold=True) > text_width("bold", 10)
    assert text_width("", 10) == 0


def test_a_sign_that_is_not_known_has_a_width_too() -> None:
    assert text_width("ø", 1000) == pytest.approx(600 * 1.06)


def test_a_text_is_broken_between_words() -> None:
    assert wrap("tell the head now", text_width("head now", 15), 15) == ("tell the", "head now")


def test_a_word_that_is_too_wide_stands_alone() -> None:
    assert wrap("a safeguarding lead", 40, 15) == ("a", "safeguarding", "lead")


def test_nothing_has_no_lines() -> None:
    assert wrap("  ", 100, 15) == ()


@given(WORDS, st.floats(20, 400))
def test_no_word_is_lost_and_only_single_words_are_too_wide(text: str, width: float) -> None:
    lines = wrap(text, width, 15)
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line, 15) <= width for line in lines if " " in line)


def test_the_widths_of_all_signs_in_the_pictures_are_known() -> None:
    whole = oakfield()
    texts = [role.title for role in whole.roles]
    texts += [node.text for chart in whole.flowcharts for node in chart.nodes]
    texts += [
        text for c in whole.flowcharts for lane in c.lanes for text in (lane.title, lane.answer)
    ]
    assert {sign for text in texts for sign in text} - set(WIDTHS) == set()
