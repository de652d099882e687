"""Findings about requirements: gaps, what cannot be declined, and editions to look out for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.coverage.answers import NO_POSTS
from schoolpolicy.checks.coverage.taken_out import REQUIREMENTS
from schoolpolicy.checks.warning import information
from schoolpolicy.model.coverage import CoverageStatus
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import BINDING, Need, Severity, Status, Strength
from schoolpolicy.reading.placed import school_place
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.rules.editions import Editions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from schoolpolicy.model.coverage import Asked, Coverage
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.merge import Removal
    from schoolpolicy.reading.pages import Page

    Places = Mapping[tuple[str, str], Place]


def check_coverage(
    found: Coverage, policy: Policy, places: Places, removals: Iterable[Removal] = ()
) -> Iterator[Finding]:
    """Yield a finding for each requirement that is not covered, or only partly.

    What law and statutory guidance ask is a warning; the rest is for information. A school
    that has not written down its posts is told once what waits for that.

    Args:
        found: how far the policy covers what is asked.
        policy: the policy.
        places: where each record and each fact of the school stands.
        removals: what its layers took away.
    """
    out = {each.id: each.mark.place for each in removals if each.subject == REQUIREMENTS}
    waiting = [each for each in found.gaps if not policy.posts and _waits_for_posts(each)]
    if waiting:
        yield information(
            code="coverage.no-posts",
            place=school_place(places, policy.slug),
            problem=f"No duty counts yet, because {NO_POSTS}: so {len(waiting)} of the things "
            "that law and guidance ask are only partly covered.",
            remedy=f"Write in schools/{policy.slug}/posts.yml which post holds which roles, "
            "without names.",
        )
    for each in found.gaps:
        if each in waiting:
            continue
        how_far = "only partly covered" if each.status is CoverageStatus.PARTLY else "not covered"
        yield Finding(
            code=f"coverage.{each.status.value}",
            severity=Severity.WARNING if each.strength in BINDING else Severity.INFO,
            place=out.get(each.requirement) or places[REQUIREMENTS, each.requirement],
            problem=f'The requirement "{each.requirement}" ({each.cited}) is {how_far}. {each.why}',
            remedy=_remedy(each, gone=each.requirement in out),
        )


def _waits_for_posts(asked: Asked) -> bool:
    """Return True if it would be covered as soon as somebody holds the roles."""
    told = f"{NO_POSTS[:1].upper()}{NO_POSTS[1:]}."
    return asked.missing == (Need.DOES,) and told in (asked.why or "")


def _remedy(asked: Asked, *, gone: bool) -> str:
    if gone and asked.to_do:
        return asked.to_do
    said = asked.to_do or "Say in the policy what the school does."
    return f'{said} Then name the requirement under "covers" there.'


def check_declined(policy: Policy, places: Places) -> Iterator[Finding]:
    """Yield an error for each thing that the law asks and the school says it will not do."""
    for each in policy.requirements:
        if each.declined and each.strength is Strength.LAW:
            yield Finding(
                code="coverage.law-declined",
                severity=Severity.ERROR,
                place=places["requirements", each.id],
                problem=f'The law asks for "{each.id}": a school cannot choose not to do it.',
                remedy='Delete the line "declined".',
            )


def check_page_covers(
    pages: Iterable[Page], complete: Policy, lines: Callable[[str], list[str]]
) -> Iterator[Finding]:
    """Yield an error for each page that says it covers what is no requirement.

    Args:
        pages: all pages.
        complete: the policy with all records.
        lines: reads the lines of a file.
    """
    known = complete.subject(REQUIREMENTS)
    for page in pages:
        for name in page.front.covers:
            if name not in known:
                yield Finding(
                    code="coverage.page-unknown",
                    severity=Severity.ERROR,
                    place=_above_text(page, name, lines(page.file)),
                    problem=f'The page says that it covers "{name}", which is no requirement.',
                    remedy=remedy(name, known, 'Correct the line "covers".'),
                )


def _above_text(page: Page, name: str, lines: list[str]) -> Place:
    """Return where a name stands above the text of a page."""
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    for number, line in enumerate(lines[: page.first_line - 1], 1):
        if found := word.search(line):
            return Place(file=page.file, line=number, column=found.start() + 1)
    return Place(file=page.file, line=1, column=1)


def check_editions(policy: Policy, found: Coverage, places: Places) -> Iterator[Finding]:
    """Yield a line for each edition that may be out by now, and each requirement it left behind."""
    editions = Editions(policy)
    for each in policy.citations:
        due = each.planned_for
        if due is not None and due <= policy.day and not editions.begun(each):
            status = "announced" if each.status is Status.ANNOUNCED else "not yet in force"
            yield information(
                code="editions.planned",
                place=places["citations", each.id],
                problem=f'"{each.id}" was planned for {due:%-d %B %Y}, but is noted as {status}.',
                remedy='See whether it is out. If so, give it "status: in-force" and its day '
                'under "in_force_from": then "schoolpolicy check" lists what to look at again.',
            )
    asked = {each.requirement: each for each in found.asked}
    for requirement in policy.requirements:
        new = editions.outdated(requirement)
        if new is not None and requirement.id in asked:
            yield information(
                code="editions.left-behind",
                place=places["requirements", requirement.id],
                problem=f'No requirement of "{new.id}" follows "{requirement.id}", which the '
                "edition before asked.",
                remedy=f"See whether {new.short or new.title} still asks it. If so, add a "
                f'requirement with "follows: [{requirement.id}]"; if not, remove it and say why.',
            )
