"""The cells of a grid: what each rule says, in short, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Level
from schoolpolicy.publish.views.levels import NOT_FOR_THEM, LevelLook, look
from schoolpolicy.publish.views.particulars import Depends, Particulars
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.rule_words import rule_details, time_words
from schoolpolicy.rules.answer import grid_rows
from schoolpolicy.rules.words import inside, listed, people_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from schoolpolicy.model.grid import Grid, GridColumn, GridRow
    from schoolpolicy.model.rule import Rule, RuleException
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.people import Person


@dataclass(frozen=True)
class Reason:
    """Why a rule is as it is, and where it comes from."""

    text: str
    source: tuple[str, ...]


@dataclass(frozen=True)
class CellPart:
    """What one cell says to some or all of the people of its column.

    Attributes:
        who: which of them, where they do not all get the same answer.
        look: the level.
        details: short sentences: when, who permits, on what condition, where it is kept.
        depends: where, when and on what occasion the answer is another one.
        reasons: why; several where neighbours with the same answer have reasons of their own;
            none where no rule answers.
        anchors: the ids of the rules that are shown here first.
        note: the letter of the note that lists the exceptions.
    """

    who: str | None
    look: LevelLook
    details: tuple[str, ...]
    depends: Depends
    reasons: tuple[Reason, ...]
    anchors: tuple[str, ...]
    note: str | None

    @property
    def _depends(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.depends.lines, self.depends.events

    def says_as(self, other: CellPart) -> bool:
        """Return True if readers get the same answer, though perhaps by another rule."""
        mine = (self.who, self.look, self.details, self._depends, self.note)
        theirs = (other.who, other.look, other.details, other._depends, other.note)
        return mine == theirs

    def joined(self, other: CellPart) -> CellPart:
        """Return both parts as one, with each reason once."""
        return replace(
            self,
            reasons=tuple(dict.fromkeys(self.reasons + other.reasons)),
            anchors=self.anchors + other.anchors,
        )


@dataclass(frozen=True)
class Cell:
    """One cell: the people whom it is for, and what it says.

    Neighbours that say the same are one cell over several columns.
    """

    columns: tuple[GridColumn, ...]
    title: str
    """Whom the cell is for, for a phone's list."""
    parts: tuple[CellPart, ...]


@dataclass(frozen=True)
class Row:
    """One row: its question, what explains it, the law behind it, and the cells."""

    id: str
    title: str
    explain: str | None
    law: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Note:
    """Exceptions that several cells share, under one letter."""

    letter: str
    exceptions: tuple[RuleException, ...]


@dataclass(frozen=True)
class GridView:
    """A grid, ready to draw: rows in groups, and the notes below it."""

    columns: tuple[str, ...]
    groups: tuple[tuple[str | None, tuple[Row, ...]], ...]
    notes: tuple[Note, ...]
    levels: tuple[LevelLook, ...]
    """Every level that occurs, for the key."""
    times: tuple[str, ...]
    """The times that cells name, with the school's clock times."""


def grid_view(book: RuleBook, grid: Grid) -> GridView:
    """Work out every cell of a grid, for the people whom the school has."""
    return _Builder(book).grid(grid)


class _Builder:
    """Builds one grid; remembers which rules and exceptions it has shown."""

    def __init__(self, book: RuleBook) -> None:
        self._policy = book.policy
        self._book = book
        self._shown: set[str] = set()
        self._notes: dict[tuple[tuple[str, str], ...], Note] = {}
        self._looks: dict[LevelLook, Level] = {}
        self._times: dict[str, None] = {}
        self._particulars = Particulars(book, ())
        self._some_exempt = False
        """True once a cell is shown in which there is nothing to decide."""

    def grid(self, grid: Grid) -> GridView:
        columns = tuple(each for each in grid.columns if self._book.column(each))
        grid = grid.model_copy(update={"columns": columns})
        rows = grid_rows(self._policy, grid)
        self._particulars = Particulars(self._book, rows)
        grouped = groupby(rows, key=self._group)
        groups = tuple(
            (title, tuple(self._row(row, grid) for row in members)) for title, members in grouped
        )
        return GridView(
            tuple(column.title for column in grid.columns),
            groups,
            tuple(self._notes.values()),
            (
                *sorted(self._looks, key=lambda each: list(Level).index(self._looks[each])),
                *((NOT_FOR_THEM,) if self._some_exempt else ()),
            ),
            tuple(
                time_words(self._policy, time.id)
                for time in self._policy.times
                if time.id in self._times and time.starts
            ),
        )

    def _group(self, row: GridRow) -> str | None:
        return next((each.group for each in self._policy.activities if each.id == row.thing), None)

    def _row(self, row: GridRow, grid: Grid) -> Row:
        def titled(columns: Sequence[GridColumn]) -> str:
            return self._title(columns, grid)

        cells = joined(
            (Cell((column,), column.title, self._parts(column, row)) for column in grid.columns),
            titled,
        )
        activity = next((each for each in self._policy.activities if each.id == row.thing), None)
        if activity is None:
            return Row(row.id, row.title, None, (), cells)
        return Row(row.id, row.title, activity.explain, activity.law, cells)

    def _title(self, columns: Sequence[GridColumn], grid: Grid) -> str:
        """Return what the people of some columns are called together."""
        if len(columns) > 1 and len(columns) == len(grid.columns):
            return "Everyone"
        titles = []
        for audience, found in groupby(columns, key=lambda column: column.audience):
            members = list(found)
            every = [each for each in grid.columns if each.audience == audience]
            if len(members) > 1 and len(members) == len(every) and len(audience) == 1:
                word = audience[0].value
                titles.append(f"all {self._policy.words.get(word, word)}")
            else:
                titles += [inside(members[0].title), *_without_first_word(members)]
        between = ", " if any(" and " in title for title in titles) else None
        return capital(between.join(titles) if between else listed(titles))

    def _parts(self, column: GridColumn, row: GridRow) -> tuple[CellPart, ...]:
        if column.id in row.not_for:
            self._some_exempt = True
            return (CellPart(None, NOT_FOR_THEM, noted(column, row), Depends(), (), (), None),)
        same: dict[str | None, list[Person]] = {}
        rules: dict[str | None, Rule | None] = {}
        answers = self._book.cell(column, row)
        for person, answer in answers.items():
            rule = answer.rule
            key = rule.id if rule else None
            rules[key] = rule
            same.setdefault(key, []).append(person)
        return tuple(
            self._part(
                column,
                row,
                rules[key],
                people,
                people_words(self._policy, people, answers) if len(same) > 1 else None,
            )
            for key, people in same.items()
        )

    def _part(
        self,
        column: GridColumn,
        row: GridRow,
        rule: Rule | None,
        people: Sequence[Person],
        who: str | None,
    ) -> CellPart:
        level = rule.level if rule else Level.UNDECIDED
        self._times |= dict.fromkeys(rule.at if rule else ())
        seen = look(level, column.audience[0])
        self._looks[seen] = level
        anchors: tuple[str, ...] = ()
        if rule is not None and rule.id not in self._shown:
            self._shown.add(rule.id)
            anchors = (f"rule-{rule.id}",)
        return CellPart(
            capital(who) if who else None,
            seen,
            (rule_details(self._policy, rule, clocks=False) if rule else ()) + noted(column, row),
            self._particulars.of(row, rule, people) if rule else Depends(),
            (Reason(rule.because, rule.source),) if rule else (),
            anchors,
            self._note(rule),
        )

    def _note(self, rule: Rule | None) -> str | None:
        if rule is None or not rule.unless:
            return None
        key = tuple((each.text, each.decided_by) for each in rule.unless)
        if key not in self._notes:
            self._notes[key] = Note(note_letter(len(self._notes)), rule.unless)
        return self._notes[key].letter


def joined(
    cells: Iterable[Cell], titled: Callable[[Sequence[GridColumn]], str]
) -> tuple[Cell, ...]:
    """Join neighbours that say the same; `titled` names the people of several columns."""
    found: list[Cell] = []
    for cell in cells:
        before = found[-1] if found else None
        if (
            before is not None
            and len(before.parts) == len(cell.parts)
            and all(one.says_as(other) for one, other in zip(before.parts, cell.parts, strict=True))
        ):
            columns = before.columns + cell.columns
            parts = tuple(
                one.joined(other) for one, other in zip(before.parts, cell.parts, strict=True)
            )
            found[-1] = Cell(columns, titled(columns), parts)
        else:
            found.append(cell)
    return tuple(found)


def noted(column: GridColumn, row: GridRow) -> tuple[str, ...]:
    """Return what a row notes beside the rules for one column."""
    return tuple(each.text for each in row.notes if not each.columns or column.id in each.columns)


def note_letter(number: int) -> str:
    """Return what the note with a number, from 0, is called: A to Z, then AA, AB and so on."""
    before, last = divmod(number, 26)
    return (note_letter(before - 1) if before else "") + chr(ord("A") + last)


def _without_first_word(columns: Sequence[GridColumn]) -> list[str]:
    """Return the titles of all columns but the first, without the word that they begin with."""
    first = columns[0].title.split()[0]
    return [each.title.removeprefix(f"{first} ") for each in columns[1:]]
