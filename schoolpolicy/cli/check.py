"""`schoolpolicy check`: what is wrong or missing in a school's files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from schoolpolicy.checks.undecided import counted
from schoolpolicy.cli.base import (
    FOUND_ERRORS,
    CannotRunError,
    checked_school,
    chosen_schools,
    day_option,
    finding_line,
    main,
    number_of,
)
from schoolpolicy.cli.formats import FORMATS, TEXT
from schoolpolicy.cli.history import check_all_history
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.publish.views.coverage_words import summary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from schoolpolicy.checks.reading_age import ReadingAge
    from schoolpolicy.checks.run import Checked
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.project import Project


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--final", is_flag=True, help="Refuse whatever is undecided.")
@click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, *FORMATS]),
    default=TEXT,
    help="How to print the findings.",
)
@click.option(
    "--history",
    is_flag=True,
    help="Look for personal details in all that was ever committed, and for nothing else.",
)
@day_option
@click.pass_obj
def check(
    project: Project,
    slugs: tuple[str, ...],
    form: str,
    day: dt.date | None,
    *,
    final: bool,
    history: bool,
) -> None:
    """Say what is wrong or missing in the files of a school."""
    if history:
        if final or day is not None:
            raise CannotRunError('"--final" and "--day" do not go with "--history".')
        check_all_history(project, slugs, form)
        return
    failed = False
    told: dict[Finding, None] = {}  # what several schools share is told once
    for slug in chosen_schools(project, slugs):
        checked = checked_school(project, slug, final=final, day=day)
        failed = failed or bool(checked.errors)
        if form == TEXT:
            _print(slug, checked, told)
        told |= dict.fromkeys(checked.findings)
    if form != TEXT and (said := FORMATS[form](told)):
        click.echo(said)
    if failed:
        sys.exit(FOUND_ERRORS)


def _print(slug: str, checked: Checked, told: Collection[Finding]) -> None:
    """Print what was found in one school, the findings last, where people look."""
    if checked.policy:  # else mistakes stand between people and their texts
        _print_ages(checked.ages)
    _print_findings(slug, checked.findings, told)
    if checked.policy or checked.undecided:  # else mistakes kept it from being counted
        click.echo(f"{slug}: {counted(checked.undecided)}.")
    if checked.policy and checked.coverage and checked.coverage.asked:
        click.echo(f"{slug}: {summary(checked.coverage)}.")


def _print_ages(ages: Iterable[ReadingAge]) -> None:
    for age in ages:
        click.echo(
            f"reading age, {age.reader}: {age.age:.1f} (aim {age.aim.age:g}), "
            f"{age.words:.1f} words a sentence"
        )
        for sentence in age.hardest:
            click.echo(f"  {sentence.age:4.1f}  {sentence.place}: {sentence.text}")


def _print_findings(slug: str, findings: Iterable[Finding], told: Collection[Finding]) -> None:
    counts = dict.fromkeys(Severity, 0)
    again = 0
    for finding in findings:
        counts[finding.severity] += 1
        if finding in told:
            again += 1
        else:
            click.echo(finding_line(finding))
    above = f" ({again} told above)" if again else ""
    click.echo(
        f"{slug}: {number_of(counts[Severity.ERROR], 'error')}, "
        f"{number_of(counts[Severity.WARNING], 'warning')}, "
        f"{counts[Severity.INFO]} for information{above}"
    )
