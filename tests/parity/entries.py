"""The lists of what the five sources have, as they stand in the YAML files beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

FOLDER = Path(__file__).parent

SCHOOLS: dict[str, tuple[str, ...]] = {
    "harbour-academy": ("harbour-academy",),
    "oakfield-primary": ("oakfield-primary",),
    "brightwater-trust": ("millbrook-primary", "canalside-primary"),
    "ysgol-glan-y-mor": ("ysgol-glan-y-mor",),
    "st-bede-infant": ("st-bede-infant",),
}
"""For each source, the folders of the schools that stand for it; a trust's policy is in both."""


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


OneOrMore = Annotated[tuple[str, ...], BeforeValidator(_as_list), Field(min_length=1)]


class Asked(BaseModel):
    """A question that the rules must answer with one of these levels, to everybody it is about.

    Words are those of `schoolpolicy can`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    who: OneOrMore
    thing: str
    doing: str | None = None
    place: str | None = None
    when: str | None = None
    during: str | None = None
    level: OneOrMore
    sources: tuple[str, ...] = Field(default=(), alias="in")
    """Those of the entry's sources in which the cell is filled in; all, if none are named."""


class Entry(BaseModel):
    """One thing that some sources have, and where their schools have it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    has: str = Field(min_length=3)
    sources: tuple[str, ...] = Field(alias="in", min_length=1)
    held: tuple[str, ...] = Field(default=(), alias="is")
    where: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    answers: tuple[Asked, ...] = ()
    left_out: str | dict[str, str] | None = None

    @model_validator(mode="after")
    def _accounts_for_each_source(self) -> Self:
        """Each source needs something to look for or a reason; a known source, too."""
        named = {*self.where, *(each for asked in self.answers for each in asked.sources)}
        named |= set(self.left_out) if isinstance(self.left_out, dict) else set()
        if unknown := set(self.sources) - set(SCHOOLS):
            raise ValueError(f"{self.id}: no such source: {', '.join(sorted(unknown))}")
        if strangers := named - set(self.sources):
            raise ValueError(f'{self.id}: not under "in": {", ".join(sorted(strangers))}')
        if isinstance(self.left_out, str) and (self.held or self.where or self.answers):
            raise ValueError(f"{self.id}: it is left out, and yet said to be there")
        for source in self.sources:
            if not (self.reason(source) or self.wanted(source) or self.asked(source)):
                raise ValueError(f"{self.id}: nothing is said about {source}")
        return self

    def reason(self, source: str) -> str | None:
        """Return why the school of a source goes without."""
        return self.left_out.get(source) if isinstance(self.left_out, dict) else self.left_out

    def wanted(self, source: str) -> tuple[str, ...]:
        """Return what must be in the policy of the school of a source."""
        if source not in self.sources or self.reason(source):
            return ()
        return self.where.get(source, self.held)

    def asked(self, source: str) -> tuple[Asked, ...]:
        """Return what the rules of the school of a source must answer."""
        if source not in self.sources or self.reason(source):
            return ()
        return tuple(each for each in self.answers if source in (each.sources or self.sources))


def read_entries() -> tuple[Entry, ...]:
    """Return the entries of all files, in the order of the files' names."""
    return tuple(
        Entry.model_validate(entry)
        for path in sorted(FOLDER.glob("*.yml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["facts"]
    )
