"""Reads one school and runs all checks on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schoolpolicy.checks.accepted import accept
from schoolpolicy.checks.families import check_files, check_policy
from schoolpolicy.checks.menu import check_menu, check_own_pages
from schoolpolicy.checks.nations import check_nation
from schoolpolicy.checks.one_school import OneSchool, Theme
from schoolpolicy.checks.severities import change_severities
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.collector import without_collector
from schoolpolicy.reading.departures import departed_from
from schoolpolicy.reading.page_layers import lay_pages
from schoolpolicy.reading.resolve import resolve

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from schoolpolicy.checks.reading_age import ReadingAge
    from schoolpolicy.checks.undecided import Undecided
    from schoolpolicy.model.coverage import Coverage
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.page_layers import LaidPages
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project
    from schoolpolicy.reading.resolve import Resolution

__all__ = ["Checked", "Theme", "check_school"]


@dataclass(frozen=True)
class Checked:
    """A school that was read and checked.

    Attributes:
        resolution: what came of reading its files.
        pages: the pages whose front matter is right.
        findings: everything found, sorted by file and line.
        policy: the policy as it applies to the school; None where there are errors.
        undecided: what the school has still to decide.
        coverage: how far the policy covers what law and guidance ask.
        bases: the fingerprint of what each layer departs from, as it is now; by the layer's
            folder, the subject (`pages` for a page) and the id.
        ages: how hard the texts of each reader are; none where files could not be read.
    """

    resolution: Resolution
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    policy: Policy | None
    undecided: tuple[Undecided, ...] = ()
    bases: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    coverage: Coverage | None = None
    ages: tuple[ReadingAge, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)


def check_school(
    project: Project,
    slug: str,
    theme: Theme,
    *,
    final: bool = False,
    day: dt.date | None = None,
) -> Checked:
    """Read one school and run all checks on it that a build needs.

    Args:
        project: where the files are.
        slug: the school.
        theme: what pages may call and records may name.
        final: True for a publication, in which nothing may be undecided.
        day: the day for which it is checked; today if none is given.

    Raises:
        NoSchoolError: there is no such school.
    """
    with without_collector():
        resolution = resolve(project, slug, day)
        complete, places = resolution.complete, resolution.places
        elsewhere = complete and check_nation(complete, places)
        if elsewhere:
            return Checked(resolution, (), (elsewhere,), None)
        laid = lay_pages(project, resolution.stack, resolution.bases)
        findings = [
            *check_menu(project, complete.words if complete else None),
            *check_own_pages(project, laid.pages.values()),
        ]
        if complete is None:
            return _checked(resolution, laid, [*laid.findings, *resolution.findings, *findings])
        school = OneSchool(project, theme, resolution, laid, complete, final)
        findings += check_files(school)
        if resolution.errors:
            return _checked(resolution, laid, findings)
        findings += check_policy(school)
        findings = change_severities(findings, school.policy, places)
        findings = accept(findings, school.policy, places)
        return _checked(resolution, laid, findings, school)


def _checked(
    resolution: Resolution,
    laid: LaidPages,
    findings: list[Finding],
    school: OneSchool | None = None,
) -> Checked:
    """Return what came of it; `school` is one whose policy could be looked at as a whole."""
    ordered = tuple(sorted(set(findings), key=lambda each: each.order))
    wrong = any(each.severity is Severity.ERROR for each in ordered)
    return Checked(
        resolution,
        tuple(laid.pages.values()),
        ordered,
        school.policy if school and not wrong else None,
        undecided=school.undecided if school else (),
        bases=departed_from(resolution.changes, resolution.removals) | laid.under,
        coverage=school.coverage if school else None,
        ages=school.ages if school else (),
    )
