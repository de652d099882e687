"""Grids: tables over the rules."""

from __future__ import annotations

from pydantic import Field

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


class GridRow(Shape):
    """One question down a grid: a thing, and what, where and when."""

    id: Id
    title: Text
    thing: ThingRef
    function: Function = Function.ANY
    place: PlaceRef = ANYWHERE
    time: TimeRef = ANY_TIME


class Grid(Record):
    """A table over rules: each cell is the rule that answers its question."""

    title: Text
    intro: Text
    columns: tuple[GridColumn, ...] = Field(min_length=1)
    rows: tuple[GridRow, ...] = ()
    every_activity: bool = False
    """True: one row for each activity, in groups, instead of `rows`."""
    source: tuple[CitationRef, ...] = ()
