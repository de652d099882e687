"""Grids: tables over the rules."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import (
    CitationRef,
    Id,
    PlaceRef,
    Record,
    Shape,
    Text,
    ThingRef,
    TimeRef,
)
from schoolpolicy.model.scope import ANY_TIME, ANYWHERE, Audiences, Cohorts
from schoolpolicy.model.vocabulary import Function


class GridColumn(Shape):
    """One group of people across a grid. One whom the school does not have is left out."""

    id: Id
    title: Text
    audience: Audiences
    cohorts: Cohorts = ()


class CellNote(Shape):
    """What a reader of some cells of a row should know besides."""

    columns: tuple[Id, ...] = ()
    """The columns; the whole row where none is named."""
    text: Text


class GridRow(Shape):
    """One question down a grid: a thing, and what, where and when."""

    id: Id
    title: Text
    thing: ThingRef
    function: Function = Function.ANY
    place: PlaceRef = ANYWHERE
    time: TimeRef = ANY_TIME
    not_for: tuple[Id, ...] = ()
    """The columns of people for whom the question cannot arise: no level, no gap."""
    notes: tuple[CellNote, ...] = ()


class Grid(Record):
    """A table over rules: each cell is the rule that answers its question."""

    title: Text
    intro: Text
    columns: tuple[GridColumn, ...] = Field(min_length=1)
    rows: tuple[GridRow, ...] = ()
    every_activity: bool = False
    """True: one row for each activity, in groups, instead of `rows`."""
    blank_rows: int = Field(default=0, ge=0, le=20)
    """How many empty rows stand below it on paper, for a school to fill in with a pen."""
    source: tuple[CitationRef, ...] = ()

    @model_validator(mode="after")
    def _columns_are_known(self) -> Self:
        known = {column.id for column in self.columns}
        for row in self.rows:
            for named in (*row.not_for, *(each for note in row.notes for each in note.columns)):
                if named not in known:
                    raise PydanticCustomError(
                        "unknown_column",
                        'the row "{row}" names the column "{column}", which the grid has not',
                        {"row": row.id, "column": named, "known": ", ".join(sorted(known))},
                    )
        return self
