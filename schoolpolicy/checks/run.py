"""All checks of one school, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schoolpolicy.checks.accepted import accept
from schoolpolicy.checks.agreements import check_agreements
from schoolpolicy.checks.chair import check_chair
from schoolpolicy.checks.checklists import check_checklists
from schoolpolicy.checks.circles import check_circles
from schoolpolicy.checks.citations import check_citations, check_sources
from schoolpolicy.checks.cohorts import check_cohorts
from schoolpolicy.checks.conditions import check_conditions
from schoolpolicy.checks.coverage.findings import (
    check_coverage,
    check_declined,
    check_editions,
    check_page_covers,
)
from schoolpolicy.checks.coverage.report import coverage
from schoolpolicy.checks.dates.families import check_all_dates
from schoolpolicy.checks.departures import check_departures
from schoolpolicy.checks.documents import check_documents
from schoolpolicy.checks.evidence.families import check_evidence
from schoolpolicy.checks.icons import check_icons
from schoolpolicy.checks.links import check_links
from schoolpolicy.checks.lost import lost_rules
from schoolpolicy.checks.markers import check_markers
from schoolpolicy.checks.menu import check_menu, check_own_pages
from schoolpolicy.checks.missing_here import check_missing_here, made_pages
from schoolpolicy.checks.mixed_terms import check_mixed_terms
from schoolpolicy.checks.nations import check_nation, check_school_type
from schoolpolicy.checks.one_holder import check_one_holder
from schoolpolicy.checks.pages import PageChecker
from schoolpolicy.checks.posts import check_posts
from schoolpolicy.checks.privacy.published import check_privacy
from schoolpolicy.checks.reading_age import ReadingAge, check_sentences, reading_ages
from schoolpolicy.checks.responses import check_responses
from schoolpolicy.checks.review_facts import check_review_facts
from schoolpolicy.checks.roles.families import check_all_roles
from schoolpolicy.checks.roots import check_roots
from schoolpolicy.checks.rules import check_rules
from schoolpolicy.checks.sense.families import check_sense
from schoolpolicy.checks.sense.on_pages import check_sense_on_pages
from schoolpolicy.checks.separation import check_separation
from schoolpolicy.checks.severities import change_severities
from schoolpolicy.checks.structure.families import check_structure
from schoolpolicy.checks.surveyed import survey_periods
from schoolpolicy.checks.text.families import check_text
from schoolpolicy.checks.times import check_times
from schoolpolicy.checks.undecided import Undecided, check_undecided, undecided
from schoolpolicy.checks.untold import check_untold
from schoolpolicy.checks.unused import check_unused
from schoolpolicy.checks.visibility import check_visibility
from schoolpolicy.checks.written import Writings
from schoolpolicy.checks.years import check_years
from schoolpolicy.checks.zones import check_zones
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.departures import departed_from
from schoolpolicy.reading.gone import REMOVED_BUT_USED
from schoolpolicy.reading.page_layers import lay_pages
from schoolpolicy.reading.resolve import resolve

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Mapping

    from schoolpolicy.checks.pages import MacroShape
    from schoolpolicy.model.coverage import Coverage
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page
    from schoolpolicy.reading.project import Project
    from schoolpolicy.reading.resolve import Resolution


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


@dataclass(frozen=True)
class Theme:
    """What the theme offers to pages and records.

    Attributes:
        macros: what pages may call, by name.
        icons: the names of its icons; None where they are not checked.
    """

    macros: Mapping[str, MacroShape]
    icons: Collection[str] | None = None


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
    resolution = resolve(project, slug, day)
    elsewhere = resolution.complete and check_nation(resolution.complete, resolution.places)
    if elsewhere:
        return Checked(resolution, (), (elsewhere,), None)
    laid = lay_pages(project, resolution.stack, resolution.bases)
    pages, findings = list(laid.pages.values()), laid.findings
    findings += resolution.findings
    complete = resolution.complete
    if complete is not None:
        gone = resolution.gone
        checker = PageChecker(theme.macros, complete.words, resolution.ids, gone)
        for page in pages:
            findings += checker.check(page)
        # What is removed is told once, with the pages that need it.
        findings = [each for each in findings if each.code != REMOVED_BUT_USED]
        findings += gone.findings()
        findings += check_conditions(complete, resolution.records)
    findings += check_menu(project, complete.words if complete else None)
    findings += check_own_pages(project, pages)
    policy = None
    covered = None
    still_open: tuple[Undecided, ...] = ()
    ages: tuple[ReadingAge, ...] = ()
    if complete is not None and not resolution.errors:
        policy = resolution.policy
        departures = (*policy.departures, *laid.departures)
        policy = policy.model_copy(update={"final": final, "departures": departures})
        still_open = undecided(policy, resolution.places, in_records=resolution.leaves_open)
        findings += check_undecided(policy, resolution.places, final=final, found=still_open)
        findings += check_departures(policy, resolution.bases)
        findings += check_missing_here(checker, pages, complete, policy)
        findings += check_page_covers(pages, complete)
        covered = coverage(complete, policy, made_pages(pages, policy), resolution.removals)
        findings += check_coverage(covered, resolution.places)
        findings += check_declined(policy, resolution.places)
        findings += check_editions(policy, covered, resolution.places)
        findings += check_links(laid, policy)
        findings += _policy_checks(policy, resolution, project)
        writings = Writings(project, policy, resolution.places, pages)
        findings += _wording_checks(project, policy, writings)
        findings += check_all_dates(policy, resolution.places, writings)
        findings += check_structure(
            project, policy, resolution.places, made_pages(pages, policy), writings
        )
        ages = tuple(reading_ages(policy, pages, resolution.places))
        findings += check_sentences(ages)
        if theme.icons is not None:
            findings += check_icons(policy, resolution.places, theme.icons)
        findings += check_privacy(project, policy, resolution)
        findings = change_severities(findings, policy, resolution.places)
        findings = accept(findings, policy, resolution.places)
    ordered = tuple(sorted(set(findings), key=lambda each: each.order))
    wrong = any(each.severity is Severity.ERROR for each in ordered)
    bases = departed_from(resolution.changes, resolution.removals) | laid.under
    return Checked(
        resolution,
        tuple(pages),
        ordered,
        None if wrong else policy,
        still_open,
        bases,
        covered,
        ages,
    )


def _wording_checks(project: Project, policy: Policy, writings: Writings) -> Iterator[Finding]:
    yield from check_mixed_terms(policy, writings)
    yield from check_text(project, policy, writings)
    yield from check_sense_on_pages(policy, writings)
    yield from check_citations(policy, writings)


def _policy_checks(policy: Policy, resolution: Resolution, project: Project) -> Iterator[Finding]:
    places = resolution.places
    changed = {key for key, layers in resolution.layers.items() if len(layers) > 1}
    shapeless = [
        *check_circles(policy, places),
        *check_roots(policy, places),
        *check_zones(policy, places),
        *check_years(policy, places),
    ]
    yield from shapeless
    if not shapeless:  # else rules would reach too little or too much, and be blamed for it
        surveys = survey_periods(policy)
        yield from check_rules(policy, places, surveys, lambda: lost_rules(resolution, policy))
        yield from check_sense(policy, places, surveys)
        yield from check_responses(policy, places, changed, surveys[0].book)
        yield from check_unused(policy, places)
        yield from check_cohorts(policy, places, changed)
    yield from check_school_type(policy, places)
    yield from check_times(policy, places)
    yield from check_visibility(policy, places)
    yield from check_untold(policy, places)
    yield from check_agreements(policy, places)
    yield from check_posts(policy, places)
    yield from check_one_holder(policy, places)
    yield from check_separation(policy, places)
    yield from check_documents(policy, places)
    yield from check_review_facts(policy, places)
    yield from check_chair(policy, places)
    yield from check_checklists(policy, resolution)
    yield from check_evidence(policy, resolution, project)
    yield from check_all_roles(policy, places)
    yield from check_sources(policy, places)
    yield from check_markers(policy, places)
