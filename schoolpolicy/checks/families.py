"""All checks of one school, family by family: a table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from schoolpolicy.checks.dates.families import check_all_dates
from schoolpolicy.checks.departures import check_departures
from schoolpolicy.checks.documents import check_documents
from schoolpolicy.checks.edition_facts import check_edition_facts
from schoolpolicy.checks.evidence.families import check_evidence
from schoolpolicy.checks.icons import check_icons
from schoolpolicy.checks.links import check_links
from schoolpolicy.checks.lost import lost_rules
from schoolpolicy.checks.markers import check_markers
from schoolpolicy.checks.missing_here import check_missing_here
from schoolpolicy.checks.mixed_terms import check_mixed_terms
from schoolpolicy.checks.nations import check_school_type
from schoolpolicy.checks.one_holder import check_one_holder
from schoolpolicy.checks.posts import check_posts
from schoolpolicy.checks.privacy.published import check_privacy
from schoolpolicy.checks.reading_age import check_sentences
from schoolpolicy.checks.responses import check_responses
from schoolpolicy.checks.review_facts import check_review_facts
from schoolpolicy.checks.roles.families import check_all_roles
from schoolpolicy.checks.roots import check_roots
from schoolpolicy.checks.rules import check_rules
from schoolpolicy.checks.sense.families import check_sense
from schoolpolicy.checks.sense.on_pages import check_sense_on_pages
from schoolpolicy.checks.separation import check_separation
from schoolpolicy.checks.structure.families import check_structure
from schoolpolicy.checks.surveyed import survey_periods
from schoolpolicy.checks.text.families import check_text
from schoolpolicy.checks.times import check_times
from schoolpolicy.checks.told_once import told_once
from schoolpolicy.checks.undecided import check_undecided
from schoolpolicy.checks.untold import check_untold
from schoolpolicy.checks.unused import check_unused
from schoolpolicy.checks.visibility import check_visibility
from schoolpolicy.checks.years import check_years
from schoolpolicy.checks.zones import check_zones
from schoolpolicy.reading.gone import REMOVED_BUT_USED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.one_school import OneSchool
    from schoolpolicy.model.finding import Finding


def check_files(school: OneSchool) -> Iterator[Finding]:
    """Yield what is wrong with the files of a school, each taken by itself."""
    found = [*school.laid.findings, *school.resolution.findings]
    for page in school.pages:
        found += school.checker.check(page)
    # What is removed is told once, with the pages that need it.
    yield from (each for each in found if each.code != REMOVED_BUT_USED)
    yield from school.resolution.gone.findings()
    yield from check_conditions(school.complete, school.resolution.records)


def check_policy(school: OneSchool) -> Iterator[Finding]:
    """Yield what is wrong with the policy that the files make, as it applies to the school."""
    yield from told_once(_of_policy(school))


def _of_policy(school: OneSchool) -> Iterator[Finding]:
    yield from _decisions(school)
    yield from _requirements(school)
    yield from _rules(school)
    yield from _people(school)
    yield from _review(school)
    yield from _records(school)
    yield from _pages(school)
    yield from _wording(school)
    yield from check_privacy(school.project, school.policy, school.resolution)


def _decisions(school: OneSchool) -> Iterator[Finding]:
    """Yield what is still open, and where the school left what it departs from behind."""
    yield from check_undecided(
        school.policy, school.places, final=school.final, found=school.undecided
    )
    yield from check_departures(school.policy, school.resolution.bases)
    yield from check_school_type(school.policy, school.places)


def _requirements(school: OneSchool) -> Iterator[Finding]:
    """Yield what law and guidance ask and the policy does not answer, or answers no longer."""
    policy, places = school.policy, school.places
    yield from check_page_covers(school.pages, school.complete, school.writings.lines)
    yield from check_coverage(school.coverage, policy, places, school.resolution.removals)
    yield from check_declined(policy, places)
    yield from check_editions(policy, school.coverage, places)
    yield from check_edition_facts(policy, places)
    yield from check_sources(policy, places)
    yield from check_markers(policy, places)


def _rules(school: OneSchool) -> Iterator[Finding]:
    """Yield what is wrong with rules, and with the people, things, places and times in them."""
    policy, places, resolution = school.policy, school.places, school.resolution
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
        yield from check_sense(policy, places, surveys, school.writings.spot_of)
        yield from check_responses(policy, places, changed, surveys[0].book)
        yield from check_unused(policy, places)
        yield from check_cohorts(policy, places, changed)
    yield from check_times(policy, places)


def _people(school: OneSchool) -> Iterator[Finding]:
    """Yield what is wrong with who does what, and who watches over whom."""
    policy, places = school.policy, school.places
    yield from check_posts(policy, places)
    yield from check_one_holder(policy, places)
    yield from check_separation(policy, places)
    yield from check_all_roles(policy, places)


def _review(school: OneSchool) -> Iterator[Finding]:
    """Yield what is wrong with dates, approvals, and the record of what was done."""
    policy, places = school.policy, school.places
    yield from check_review_facts(policy, places)
    yield from check_chair(policy, places)
    yield from check_all_dates(policy, places, school.writings)
    yield from check_checklists(policy, school.resolution)
    yield from check_evidence(policy, school.resolution, school.project)


def _records(school: OneSchool) -> Iterator[Finding]:
    """Yield what is wrong with records of other kinds."""
    policy, places = school.policy, school.places
    yield from check_visibility(policy, places)
    yield from check_untold(policy, places)
    yield from check_agreements(policy, places)
    yield from check_documents(policy, places)
    if school.theme.icons is not None:
        yield from check_icons(policy, places, school.theme.icons)


def _pages(school: OneSchool) -> Iterator[Finding]:
    """Yield what is wrong with pages, now that it is known what applies to the school."""
    policy = school.policy
    yield from check_missing_here(school.checker, school.pages, school.complete, policy)
    yield from check_links(school.laid, policy)
    yield from check_structure(school.project, policy, school.places, school.made, school.writings)


def _wording(school: OneSchool) -> Iterator[Finding]:
    """Yield what is wrong with words, in records and on pages."""
    policy, writings = school.policy, school.writings
    yield from check_mixed_terms(policy, writings)
    yield from check_text(school.project, policy, writings)
    yield from check_sense_on_pages(policy, writings)
    yield from check_citations(policy, writings)
    yield from check_sentences(school.ages)
