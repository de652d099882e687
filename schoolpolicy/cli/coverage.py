"""`schoolpolicy coverage`: how far the policy covers what law and guidance ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from schoolpolicy.cli.base import (
    checked_school,
    chosen_schools,
    day_option,
    main,
    policy_of,
    report_format,
    say_which,
)
from schoolpolicy.model.coverage import CoverageReport, CoverageStatus
from schoolpolicy.publish.views.coverage_words import STATUS_WORDS, STRENGTHS, summary
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.phrases import day as in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from schoolpolicy.checks.run import Checked
    from schoolpolicy.model.coverage import Asked, Coverage
    from schoolpolicy.reading.project import Project


FIRST = (CoverageStatus.NOT, CoverageStatus.PARTLY, CoverageStatus.BY_CHOICE)
"""What is always told, and before all else."""


@main.command()
@click.argument("slugs", nargs=-1)
@report_format
@click.option("--every", is_flag=True, help="Tell of what is covered, too.")
@day_option
@click.pass_obj
def coverage(
    project: Project, slugs: tuple[str, ...], form: str, day: dt.date | None, *, every: bool
) -> None:
    """Say how far a policy covers what law and guidance ask, and what is still to do."""
    say_which(project, slugs)
    checked = [checked_school(project, slug, day=day) for slug in chosen_schools(project, slugs)]
    found = [_coverage(each) for each in checked]
    if form == "json":
        report = CoverageReport(schools=tuple(each for _, each in found))
        click.echo(report.model_dump_json(indent=1))
        return
    for name, each in found:
        for line in _lines(name, each, heading="# " if form == "markdown" else "", every=every):
            click.echo(line)


def _coverage(checked: Checked) -> tuple[str, Coverage]:
    name = policy_of(checked).school.name
    if checked.coverage is None:
        raise ValueError("a policy without errors has its coverage")
    return name, checked.coverage


def _lines(name: str, coverage: Coverage, *, heading: str, every: bool) -> Iterator[str]:
    yield f"{heading}{name}, {in_words(coverage.day)}"
    yield f"{summary(coverage)}."
    others = [each for each in CoverageStatus if each not in FIRST]
    for status in (*FIRST, *(others if every else ())):
        found = [each for each in coverage.asked if each.status is status]
        if found:
            yield ""
            yield f"{'#' if heading else ''}{heading}{capital(STATUS_WORDS[status])}: {len(found)}"
            for each in found:
                yield from _asked(each)


def _asked(asked: Asked) -> Iterator[str]:
    yield f"- {asked.requirement} ({asked.cited}. {STRENGTHS[asked.strength]}): {asked.text}"
    if asked.covered_by:
        yield f"  By: {'; '.join(dict.fromkeys(each.name for each in asked.covered_by))}"
    if asked.why:
        yield f"  Why: {asked.why}"
    if asked.to_do:
        yield f"  What to do: {asked.to_do}"
    if asked.doubt:
        yield f"  Not certain: {asked.doubt}"
