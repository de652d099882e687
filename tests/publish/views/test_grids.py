"""The cells of a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Level
from schoolpolicy.publish.views.grids import Reason, grid_view, note_letter
from schoolpolicy.publish.views.levels import NOT_FOR_THEM, look
from schoolpolicy.publish.views.rule_homes import first_grids
from schoolpolicy.rules.answer import RuleBook
from tests.policies import activity, column, grid, oakfield, policy, role, rule

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.publish.views.grids import Cell, GridView

PHONE = {"id": "phone", "title": "Phones", "thing": "phone"}
WATCH = {"id": "watch", "title": "Watches", "thing": "watch"}
STAFF = {"who": {"audience": "staff"}}
MEDICAL = {"id": "medical", "text": "A health plan says so.", "decided_by": "head"}


def view(*rules: Rule, **fields: Any) -> GridView:
    shown = grid(**{"rows": [PHONE], **fields})
    return grid_view(RuleBook(policy(*rules, grids=(shown,), roles=(role("head"),))), shown)


def cells(found: GridView) -> list[Cell]:
    return [cell for _, rows in found.groups for row in rows for cell in row.cells]


def test_a_cell_shows_its_rule_with_level_and_reason() -> None:
    (cell,) = cells(view(rule("phones")))
    (part,) = cell.parts
    assert cell.title == "Pupils"
    assert part.look == look(Level.NOT_ALLOWED)
    assert part.reasons == (Reason("Why not.", ()),)
    assert part.who is None


def test_rows_without_activities_stand_in_one_group_without_a_title() -> None:
    found = view(rule("phones"), rows=[PHONE, WATCH])
    assert [(title, [row.title for row in rows]) for title, rows in found.groups] == [
        (None, ["Phones", "Watches"])
    ]


def test_a_cell_without_an_answer_says_that_nothing_is_decided() -> None:
    (cell,) = cells(view())
    (part,) = cell.parts
    assert part.look == look(Level.UNDECIDED)
    assert (part.reasons, part.details, part.anchors) == ((), (), ())


def test_years_with_different_answers_have_a_part_each() -> None:
    older = rule("older", "allowed", who={"audience": "pupils", "cohorts": ["y6"]})
    (cell,) = cells(view(rule("phones"), older))
    assert [(part.who, part.look.word) for part in cell.parts] == [
        ("Year 5", "Not allowed"),
        ("Year 6", "Allowed"),
    ]


def test_of_two_rules_that_disagree_the_stricter_is_shown() -> None:
    rows = [{"id": "p", "title": "P", "thing": "phone", "place": "lessons", "time": "break"}]
    by_place = rule("by-place", place="lessons")
    by_time = rule("by-time", "allowed", time="break")
    (cell,) = cells(view(by_time, by_place, rows=rows))
    assert cell.parts[0].look.word == "Not allowed"
    assert cell.parts[0].anchors == ("rule-by-place",)


def test_adults_are_supervised_but_pupils_are_with_an_adult() -> None:
    rules = (
        rule("pupils", "supervised", by=("head",)),
        rule("staff", "supervised", by=("head",), **STAFF),
    )
    found = view(*rules, columns=[column("pupils"), column("staff", "staff")])
    assert [cell.parts[0].look.word for cell in cells(found)] == ["With an adult", "Supervised"]
    assert [each.word for each in found.levels] == ["With an adult", "Supervised"]


def test_a_rule_has_its_anchor_only_where_it_is_shown_first() -> None:
    rows = [PHONE, {"id": "smart", "title": "Smartphones", "thing": "smartphone"}]
    found = cells(view(rule("phones"), rows=rows))
    assert [cell.parts[0].anchors for cell in found] == [("rule-phones",), ()]


def test_cells_with_the_same_exceptions_share_a_note() -> None:
    carer = {"id": "carer", "text": "The pupil cares for someone.", "decided_by": "head"}
    rows = [PHONE, WATCH, {"id": "smart", "title": "Smartphones", "thing": "smartphone"}]
    rules = (
        rule("phones", unless=(MEDICAL,)),
        rule("smart", thing="smartphone", unless=(MEDICAL, carer)),
        rule("watches", thing="watch", unless=({**MEDICAL, "id": "health"},)),
    )
    found = view(*rules, rows=rows)
    assert [cell.parts[0].note for cell in cells(found)] == ["A", "A", "B"]
    assert [(note.letter, len(note.exceptions)) for note in found.notes] == [("A", 1), ("B", 2)]


def test_the_key_lists_the_levels_that_occur_from_most_to_least_free() -> None:
    found = view(rule("phones"), rule("w", "allowed", thing="watch"), rows=[PHONE, WATCH])
    assert [each.word for each in found.levels] == ["Allowed", "Not allowed"]


def test_clock_times_stand_once_below_the_table() -> None:
    times = (
        {"id": "any-time", "title": "Any time"},
        {"id": "break", "title": "Break", "starts": "10:30", "ends": "10:45"},
        {"id": "lunch", "title": "Lunch"},
        {"id": "clubs", "title": "Clubs", "starts": "15:15", "ends": "16:30"},
    )
    shown = grid(rows=[PHONE])
    timed = rule("timed", "set-times", at=("break", "lunch"))
    found = grid_view(RuleBook(policy(timed, grids=(shown,), times=times)), shown)
    assert cells(found)[0].parts[0].details == ("Break and lunch.",)
    assert found.times == ("break (10:30am to 10:45am)",)


def test_a_cell_says_where_and_when_its_answer_is_another_one() -> None:
    rules = (
        rule("phones"),
        rule("lessons", "allowed", place="lessons"),
        rule("break", "allowed", place="school", time="break"),
    )
    (cell,) = cells(view(*rules, rows=[PHONE | {"place": "school"}]))
    assert cell.parts[0].look.word == "Not allowed"
    assert cell.parts[0].depends.lines == ("Lessons and break: allowed.",)


def test_neighbours_whose_answers_depend_on_different_things_stand_apart() -> None:
    rules = (
        rule("phones", who={"audience": "everyone"}),
        rule("lessons", "allowed", place="lessons", **STAFF),
    )
    found = cells(view(*rules, columns=[column("pupils"), column("staff", "staff")]))
    assert [cell.parts[0].depends.lines for cell in found] == [(), ("Lessons: allowed.",)]


class TestActivities:
    """A grid with a row for each activity."""

    COLUMNS = (column("pupils"), column("staff", "staff"), column("visitors", "visitors"))

    def rows(self, *rules: Rule, names: tuple[str, ...] = ("gambling",)) -> GridView:
        shown = grid(every_activity=True, columns=self.COLUMNS)
        activities = tuple(
            activity(name, "Games" if name == "chess" else "Never") for name in names
        )
        return grid_view(RuleBook(policy(*rules, activities=activities, grids=(shown,))), shown)

    def test_activities_stand_in_their_groups(self) -> None:
        found = self.rows(names=("gambling", "threats", "chess"))
        assert [(title, len(rows)) for title, rows in found.groups] == [("Never", 2), ("Games", 1)]

    def test_a_row_explains_its_activity(self) -> None:
        ((_, (row,)),) = self.rows().groups
        assert (row.title, row.explain) == ("Gambling", "About gambling.")


class TestNeighbours:
    """Neighbours that say the same are one cell."""

    COLUMNS = (
        column("young", "pupils", "y5"),
        column("old", "pupils", "y6"),
        column("staff", "staff"),
        column("visitors", "visitors"),
    )

    def shown(self, *rules: Rule) -> list[Cell]:
        return cells(view(*rules, columns=self.COLUMNS))

    def for_(self, audience: str, level: str = "not-allowed", **fields: Any) -> Rule:
        return rule(audience, level, who={"audience": audience}, **fields)

    def widths(self, *rules: Rule) -> list[tuple[str, ...]]:
        return [tuple(each.id for each in cell.columns) for cell in self.shown(*rules)]

    def test_the_same_rule_is_shown_once_over_all_its_columns(self) -> None:
        first, second = self.shown(self.for_("pupils"))
        assert [each.id for each in first.columns] == ["young", "old"]
        assert first.parts[0].anchors == ("rule-pupils",)
        assert [each.id for each in second.columns] == ["staff", "visitors"]

    def test_other_rules_that_say_the_same_keep_their_anchors_and_reasons(self) -> None:
        rules = (self.for_("pupils"), self.for_("staff", because="The law."), self.for_("visitors"))
        (cell,) = self.shown(*rules)
        (part,) = cell.parts
        assert part.anchors == ("rule-pupils", "rule-staff", "rule-visitors")
        assert part.reasons == (Reason("Why not.", ()), Reason("The law.", ()))

    def test_another_level_stands_apart(self) -> None:
        rules = (self.for_("pupils"), self.for_("staff", "allowed"), self.for_("visitors"))
        assert self.widths(*rules) == [("young", "old"), ("staff",), ("visitors",)]

    def test_another_condition_or_exception_stands_apart(self) -> None:
        rules = (
            self.for_("pupils"),
            self.for_("staff", condition="It is silent."),
            self.for_("visitors", unless=(MEDICAL,)),
        )
        assert self.widths(*rules) == [("young", "old"), ("staff",), ("visitors",)]

    def test_what_is_the_same_for_all_is_for_everyone(self) -> None:
        rules = (self.for_("pupils"), self.for_("staff"), self.for_("visitors"))
        assert [cell.title for cell in self.shown(*rules)] == ["Everyone"]

    def test_all_columns_of_one_audience_are_named_together(self) -> None:
        rules = (self.for_("pupils"), self.for_("staff", "allowed"), self.for_("visitors"))
        titles = [cell.title for cell in self.shown(*rules)]
        assert titles == ["All pupils", "Staff", "Visitors"]

    def test_several_audiences_are_listed(self) -> None:
        assert [cell.title for cell in self.shown(self.for_("pupils"))] == [
            "All pupils",
            "Staff and visitors",
        ]


def test_every_cell_of_oakfield_is_decided_and_every_anchor_stands_once() -> None:
    whole = oakfield()
    for each in whole.grids:
        found = cells(grid_view(RuleBook(whole), each))
        assert all(part.reasons for cell in found for part in cell.parts)
        anchors = [anchor for cell in found for part in cell.parts for anchor in part.anchors]
        assert len(anchors) == len(set(anchors))


def test_every_row_of_oakfield_spans_the_columns_whose_people_it_has() -> None:
    book = RuleBook(oakfield())
    for each in book.policy.grids:
        columns = [column for column in each.columns if book.column(column)]
        for _, rows in grid_view(book, each).groups:
            for row in rows:
                spanned = [found for cell in row.cells for found in cell.columns]
                assert spanned == columns, row.id


def test_every_level_that_a_cell_of_oakfield_shows_is_in_the_key() -> None:
    whole = oakfield()
    for each in whole.grids:
        found = grid_view(RuleBook(whole), each)
        assert {part.look for cell in cells(found) for part in cell.parts} == set(found.levels)


def test_after_note_z_the_letters_begin_again_as_pairs() -> None:
    assert [note_letter(number) for number in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_a_cell_says_until_when_its_rule_holds() -> None:
    (cell,) = cells(view(rule("phones", effective_until="2027-02-12")))
    assert cell.parts[0].details == ("This holds until 12 February 2027.",)


def test_a_question_that_cannot_arise_for_some_people_has_no_answer_there() -> None:
    found = view(
        rule("phones"),
        columns=[column("pupils"), column("staff", "staff")],
        rows=[{**PHONE, "not_for": ["staff"]}],
    )
    assert [cell.parts[0].look.word for cell in cells(found)] == ["Not allowed", "Does not apply"]
    assert found.levels == (look(Level.NOT_ALLOWED), NOT_FOR_THEM)


def test_a_rule_that_stands_only_where_it_cannot_arise_is_not_shown_there() -> None:
    shown = grid(rows=[{**PHONE, "not_for": ["pupils"]}])
    book = RuleBook(policy(rule("phones"), grids=(shown,)))
    assert first_grids(book) == {}
    (cell,) = cells(grid_view(book, shown))
    assert cell.parts[0].anchors == ()


def test_a_row_notes_something_for_all_or_some_of_its_columns() -> None:
    notes = [{"text": "At lunch, too."}, {"columns": ["staff"], "text": "Not near pupils."}]
    found = view(
        rule("phones"),
        rule("staff", "allowed", **STAFF),
        columns=[column("pupils"), column("staff", "staff")],
        rows=[{**PHONE, "notes": notes}],
    )
    assert [cell.parts[0].details for cell in cells(found)] == [
        ("At lunch, too.",),
        ("At lunch, too.", "Not near pupils."),
    ]
