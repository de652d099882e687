"""Findings about requirements: gaps, what cannot be declined, and editions to look out for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.coverage.report import BINDING
from schoolpolicy.model.coverage import CoverageStatus
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity, Status, Strength
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.rules.editions import Editions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.coverage import Asked, Coverage
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page

    Places = Mapping[tuple[str, str], Place]


def check_coverage(found: Coverage, places: Places) -> Iterator[Finding]:
    """Yield a finding for each requirement that is not covered, or only partly.

    What law and statutory guidance ask is a warning; the rest is for information.
    """
    for each in found.gaps:
        how_far = "only partly covered" if each.status is CoverageStatus.PARTLY else "not covered"
        yield Finding(
            code=f"coverage.{each.status.value}",
            severity=Severity.WARNING if each.strength in BINDING else Severity.INFO,
            place=places["requirements", each.requirement],
            problem=f'The requirement "{each.requirement}" ({_source(each)}) is {how_far}. '
            f"{each.why}",
            remedy=f"{each.to_do or 'Say in the policy what the school does.'} Then name the "
            f'requirement under "covers" there.',
        )


def check_declined(policy: Policy, places: Places) -> Iterator[Finding]:
    """Yield an error for each thing that the law asks and the school says it will not do."""
    for each in policy.requirements:
        if each.declined and each.strength is Strength.LAW:
            yield Finding(
                code="coverage.law-declined",
                severity=Severity.ERROR,
                place=places["requirements", each.id],
                problem=f'The law asks for "{each.id}": a school cannot choose not to do it.',
                remedy='Delete the line "declined". If it does not bind this school, remove the '
                "requirement and say why.",
            )


def check_page_covers(pages: Iterable[Page], complete: Policy) -> Iterator[Finding]:
    """Yield an error for each page that says it covers what is no requirement."""
    known = complete.subject("requirements")
    for page in pages:
        for name in page.front.covers:
            if name not in known:
                yield Finding(
                    code="coverage.page-unknown",
                    severity=Severity.ERROR,
                    place=Place(file=page.file, line=1, column=1),
                    problem=f'The page says that it covers "{name}", which is no requirement.',
                    remedy=remedy(name, known, 'Correct the line "covers".'),
                )


def check_editions(policy: Policy, found: Coverage, places: Places) -> Iterator[Finding]:
    """Yield a line for each edition that may be out by now, and each requirement it left behind."""
    editions = Editions(policy)
    for each in policy.citations:
        due = each.planned_for
        if due is not None and due <= policy.day and not editions.begun(each):
            status = "announced" if each.status is Status.ANNOUNCED else "not yet in force"
            yield Finding(
                code="editions.planned",
                severity=Severity.INFO,
                place=places["citations", each.id],
                problem=f'"{each.id}" was planned for {due:%-d %B %Y}, but is noted as {status}.',
                remedy='See whether it is out. If so, give it "status: in-force" and its day '
                'under "in_force_from": then "schoolpolicy check" lists what to look at again.',
            )
    asked = {each.requirement: each for each in found.asked}
    for requirement in policy.requirements:
        new = editions.outdated(requirement)
        if new is not None and requirement.id in asked:
            yield Finding(
                code="editions.left-behind",
                severity=Severity.INFO,
                place=places["requirements", requirement.id],
                problem=f'No requirement of "{new.id}" follows "{requirement.id}", which the '
                "edition before asked.",
                remedy=f"See whether {new.short or new.title} still asks it. If so, add a "
                f'requirement with "follows: [{requirement.id}]"; if not, remove it and say why.',
            )


def _source(asked: Asked) -> str:
    return f"{asked.source}, {asked.paragraph}" if asked.paragraph else asked.source
