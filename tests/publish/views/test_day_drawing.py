"""The strip of a school day as a picture."""

from __future__ import annotations

from itertools import pairwise

import pytest

from schoolpolicy.model.vocabulary import Audience, Level
from schoolpolicy.publish.views.day_drawing import DayDrawing, day_drawing, edges
from schoolpolicy.publish.views.day_moments import Moment, school_day
from schoolpolicy.publish.views.day_strip import DayStrip, Span, StripRow, day_strips
from schoolpolicy.publish.views.drawing import text_width
from schoolpolicy.publish.views.levels import LOOKS
from schoolpolicy.rules.answer import RuleBook
from tests.policies import oakfield

NO, YES = LOOKS[Level.NOT_ALLOWED], LOOKS[Level.ALLOWED]
MOMENTS = (
    Moment("lesson", "in lessons", "Lessons", 540, 630),
    Moment("break", "at break", "Break", 630, 640),
    Moment("lesson", "in lessons", "Lessons", 640, 900),
)
ALL_DAY = StripRow("In lessons", (Span(NO, 0, 3),), ((NO, "all day"),))
AT_BREAK = StripRow(
    "On the playground",
    (Span(NO, 0, 1), Span(YES, 1, 1), Span(NO, 2, 1)),
    ((YES, "at break"), (NO, "at all other times")),
)


def strip(*rows: StripRow, moments: tuple[Moment, ...] = MOMENTS) -> DayStrip:
    return DayStrip("Pupils", moments, rows, (), ())


def drawn(*, wide: bool) -> list[DayDrawing]:
    book = RuleBook(oakfield())
    found = []
    for audience in (Audience.PUPILS, Audience.STAFF):
        strips = day_strips(book, school_day(book.policy), "mobile-phone", audience)
        found += [day_drawing(each, wide=wide) for each in strips]
    return found


def test_moments_are_to_scale_by_the_clock() -> None:
    assert edges(MOMENTS, 0, 360) == (0, 90, 100, 360)


def test_without_clocks_all_moments_are_equally_wide() -> None:
    moments = tuple(Moment("time", "time", "Time") for _ in range(4))
    assert edges(moments, 10, 50) == (10, 20, 30, 40, 50)
    assert day_drawing(strip(ALL_DAY, moments=moments[:3]), wide=True).hours == ()


def test_a_cell_has_tone_sign_and_word() -> None:
    (row,) = day_drawing(strip(ALL_DAY), wide=True).rows
    (cell,) = row.cells
    assert cell.tone == "never"
    assert cell.sign is not None
    assert cell.sign.icon == NO.icon
    assert [line.text for line in cell.lines] == ["Not allowed"]
    assert row.callouts == ()


def test_a_cell_too_narrow_for_its_word_is_told_below_the_row() -> None:
    (row,) = day_drawing(strip(AT_BREAK), wide=False).rows
    assert row.cells[1].lines == ()
    (callout,) = (each for each in row.callouts if each.sign.icon == YES.icon)
    assert [line.text for line in callout.lines] == ["Allowed: at break"]
    assert callout.lines[0].y > row.cells[0].y + row.cells[0].height


def test_an_answer_at_a_time_without_a_cell_is_told_below_the_row() -> None:
    words = ((YES, "in study time"), (NO, "at all other times"))
    row = StripRow("In lessons", (Span(NO, 0, 3),), words, frozenset({YES}))
    (found,) = day_drawing(strip(row), wide=True).rows
    assert [line.text for each in found.callouts for line in each.lines] == [
        "Allowed: in study time"
    ]


def test_a_short_moment_is_named_on_a_line_above_with_a_pointer() -> None:
    drawing = day_drawing(strip(ALL_DAY), wide=False)
    heights = {line.text: line.y for line in drawing.labels}
    assert heights["Break"] < heights["Lessons"]
    assert len(drawing.pointers) == 1


@pytest.mark.parametrize("wide", [True, False])
def test_whole_hours_stand_where_they_are_on_the_scale(wide: bool) -> None:
    drawing = day_drawing(strip(ALL_DAY), wide=wide)
    places = {line.text: line.x for line in drawing.hours}
    assert "noon" in places
    assert places["noon"] - places["11am"] == pytest.approx(places["11am"] - places["10am"])


def test_names_of_places_stand_beside_the_cells_if_wide_and_above_them_if_not() -> None:
    (beside,) = day_drawing(strip(ALL_DAY), wide=True).rows
    (above,) = day_drawing(strip(ALL_DAY), wide=False).rows
    assert beside.cells[0].x > text_width("In lessons", 13, bold=True)
    assert above.title[0].y < above.cells[0].y


@pytest.mark.parametrize("wide", [True, False])
def test_nothing_leaves_the_picture_or_covers_another(wide: bool) -> None:
    for drawing in drawn(wide=wide):
        size = 13.0 if wide else 14.0
        lines = [*drawing.labels, *drawing.hours]
        for line in lines:
            half = text_width(line.text, size - 1) / 2
            assert line.x - half >= 0
            assert line.x + half <= drawing.width
        for height in {line.y for line in lines}:
            beside = sorted((line for line in lines if line.y == height), key=lambda each: each.x)
            for left, right in pairwise(beside):
                room = right.x - left.x
                need = text_width(left.text, size - 1) + text_width(right.text, size - 1)
                assert need / 2 <= room
        for row in drawing.rows:
            for cell in row.cells:
                assert cell.x + cell.width <= drawing.width
                assert cell.y + cell.height <= drawing.height
                for line in cell.lines:
                    end = line.x + text_width(line.text, size, bold=True)
                    assert cell.x <= line.x
                    assert end <= cell.x + cell.width + 1
            for callout in row.callouts:
                for line in callout.lines:
                    assert line.x + text_width(line.text, size - 1) <= drawing.width
