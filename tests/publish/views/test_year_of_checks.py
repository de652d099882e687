"""The year of checks: by role and month, in numbers and in words."""

from __future__ import annotations

import datetime as dt

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.views.due import due_report
from schoolpolicy.publish.views.due_counts import due_counts
from schoolpolicy.publish.views.year_drawing import year_drawing
from schoolpolicy.publish.views.year_of_checks import YearOfChecks, year_of_checks
from tests.policies import duty, oakfield, policy, role

DAY = dt.date(2026, 11, 22)
HILL = policy(
    roles=(
        role(
            "head",
            title="head",
            duties=[
                duty("head-looks", every="1 week"),
                duty("head-logs", every="1 month"),
                duty("head-tells", every="1 term"),
                duty("head-plans", every="1 year"),
                duty("head-acts", every="as it happens"),
            ],
        ),
        role("deputy", title="deputy", duties=[duty("deputy-looks", every="1 week")]),
    ),
    day=DAY,
)


def year() -> YearOfChecks:
    return year_of_checks(due_report(HILL, Visibility.PUBLIC, DAY))


def test_it_runs_for_twelve_months_from_this_one() -> None:
    assert year().span == "November 2026 to October 2027"


def test_what_comes_round_each_week_is_told_but_not_counted_by_month() -> None:
    head, deputy = year().rows
    assert (head.role.id, head.weekly) == ("head", 1)
    assert (deputy.months, deputy.weekly) == ((0,) * 12, 1)
    assert [(each.item.record, each.often, each.days) for each in deputy.items] == [
        ("deputy-looks", "Once a week", "Each week in term")
    ]


def test_what_comes_round_every_six_weeks_has_its_days() -> None:
    roles = (role("head", duties=[duty("head-walks", every="6 weeks")]),)
    report = due_report(policy(roles=roles, day=DAY), Visibility.PUBLIC, DAY)
    (row,) = year_of_checks(report).rows
    assert (row.weekly, sum(row.months)) == (0, len(row.items[0].item.deadlines))
    assert row.items[0].days.startswith("By about ")


def test_each_thing_is_counted_in_the_months_in_which_it_is_due() -> None:
    head = year().rows[0]
    #                    N  D  J  F  M  A  M  J  J  A  S  O
    assert head.months == (1, 2, 1, 1, 2, 1, 1, 1, 2, 1, 2, 1)


def test_days_are_told_without_the_year_and_as_about_where_terms_are_not_given() -> None:
    days = {each.item.record: each.days for each in year().rows[0].items}
    assert days["head-logs"] == "By the end of each month"
    assert days["head-tells"] == "By about 18 December, about 31 March and about 20 July"
    assert "as it happens" not in days


def test_the_picture_stays_within_its_edges_wide_and_narrow() -> None:
    whole = oakfield()
    found = year_of_checks(due_report(whole, Visibility.GOVERNORS, whole.day))
    for wide in (False, True):
        drawing = year_drawing(found, wide=wide)
        assert len(drawing.lines) == len(found.rows)
        circles = [each for line in drawing.lines for each in line.circles]
        assert circles
        assert all(each.x - each.radius >= drawing.left - 0.01 for each in circles)
        assert all(each.x + each.radius <= drawing.width + 0.01 for each in circles)
        assert all(each.y + each.radius <= drawing.height for each in circles)
        assert sum(each.count for each in circles) == sum(sum(row.months) for row in found.rows)


def test_a_role_with_weekly_work_only_has_a_note_in_the_picture() -> None:
    notes = [line.note and line.note[2] for line in year_drawing(year(), wide=True).lines]
    assert notes == [None, "each week"]


def test_numbers_by_role_leave_nothing_out() -> None:
    whole = oakfield()
    report = due_report(whole, Visibility.GOVERNORS, whole.day)
    counts = due_counts(report)
    assert sum(c.overdue + c.unknown + c.due + c.coming for c in counts) == len(report.items)
    assert all(len(each.late) == each.overdue for each in counts)
