"""What the checks of one school go by: its files as they were read, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from schoolpolicy.checks.coverage.report import coverage
from schoolpolicy.checks.missing_here import made_pages
from schoolpolicy.checks.pages import PageChecker
from schoolpolicy.checks.reading_age import ReadingAge, reading_ages
from schoolpolicy.checks.undecided import Undecided, undecided
from schoolpolicy.checks.written import Writings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from schoolpolicy.checks.pages import MacroShape
    from schoolpolicy.model.coverage import Coverage
    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.page_layers import LaidPages
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project
    from schoolpolicy.reading.resolve import Resolution


@dataclass(frozen=True)
class Theme:
    """What the theme offers to pages and records.

    Attributes:
        macros: what pages may call, by name.
        icons: the names of its icons; None where they are not checked.
    """

    macros: Mapping[str, MacroShape]
    icons: Collection[str] | None = None


@dataclass(frozen=True)
class OneSchool:
    """A school whose records could be read. What follows from them is worked out once.

    Attributes:
        project: where the files are.
        theme: what pages may call and records may name.
        resolution: what came of reading its records.
        laid: what came of reading its pages.
        complete: its policy with all records, whether they apply to it or not.
        final: True for a publication, in which nothing may be undecided.
    """

    project: Project
    theme: Theme
    resolution: Resolution
    laid: LaidPages
    complete: Policy
    final: bool

    @property
    def places(self) -> Mapping[tuple[str, str], Place]:
        """Where each record stands."""
        return self.resolution.places

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages that it could have."""
        return tuple(self.laid.pages.values())

    @cached_property
    def checker(self) -> PageChecker:
        """What looks at single pages."""
        known = self.resolution
        return PageChecker(self.theme.macros, self.complete.words, known.ids, known.gone)

    # What follows can be told only where the files have no errors.

    @cached_property
    def policy(self) -> Policy:
        """The policy as it applies to the school.

        Raises:
            PolicyError: the files have errors.
        """
        policy = self.resolution.policy
        departures = (*policy.departures, *self.laid.departures)
        return policy.model_copy(update={"final": self.final, "departures": departures})

    @cached_property
    def made(self) -> list[Page]:
        """The pages that its site has."""
        return made_pages(self.pages, self.policy)

    @cached_property
    def writings(self) -> Writings:
        """All its texts."""
        return Writings(self.project, self.policy, self.places, self.pages)

    @cached_property
    def undecided(self) -> tuple[Undecided, ...]:
        """What it has still to decide."""
        return undecided(self.policy, self.places, in_records=self.resolution.leaves_open)

    @cached_property
    def coverage(self) -> Coverage:
        """How far its policy covers what law and guidance ask."""
        return coverage(self.complete, self.policy, self.made, self.resolution.removals)

    @cached_property
    def ages(self) -> tuple[ReadingAge, ...]:
        """How hard the texts of each reader are."""
        return tuple(reading_ages(self.policy, self.pages, self.places))
