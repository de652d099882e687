"""`schoolpolicy check`: what is wrong or missing in a school's files."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from schoolpolicy.checks.reading_age import check_sentences, reading_ages
from schoolpolicy.checks.undecided import counted
from schoolpolicy.cli.base import (
    FOUND_ERRORS,
    checked_school,
    chosen_schools,
    finding_line,
    main,
    number_of,
)
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.checks.reading_age import ReadingAge
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.project import Project


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--final", is_flag=True, help="Refuse whatever is undecided.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to print the findings.",
)
@click.pass_obj
def check(project: Project, slugs: tuple[str, ...], form: str, *, final: bool) -> None:
    """Say what is wrong or missing in the files of a school."""
    failed = False
    told: list[Finding] = []
    for slug in chosen_schools(project, slugs):
        checked = checked_school(project, slug, final=final)
        findings = list(checked.findings)
        ages = (
            reading_ages(checked.policy, checked.pages, checked.resolution.places)
            if checked.policy
            else []
        )
        findings += check_sentences(ages)
        findings.sort(key=lambda each: each.order)
        failed = failed or bool(checked.errors)
        if form == "text":
            _print_ages(ages)
            _print_text(slug, findings)  # last, where people look
            if checked.policy or checked.undecided:  # else mistakes kept it from being counted
                click.echo(f"{slug}: {counted(checked.undecided)}.")
        elif form == "json":
            told += findings
        else:
            _print_github(findings)
    if form == "json":
        click.echo(json.dumps([each.model_dump(mode="json") for each in told], indent=1))
    if failed:
        sys.exit(FOUND_ERRORS)


def _print_ages(ages: Iterable[ReadingAge]) -> None:
    for age in ages:
        click.echo(
            f"reading age, {age.reader}: {age.age:.1f} (aim {age.aim.age:g}), "
            f"{age.words:.1f} words a sentence"
        )
        for sentence in age.hardest:
            click.echo(f"  {sentence.age:4.1f}  {sentence.place}: {sentence.text}")


def _print_text(slug: str, findings: Iterable[Finding]) -> None:
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
        click.echo(finding_line(finding))
    click.echo(
        f"{slug}: {number_of(counts[Severity.ERROR], 'error')}, "
        f"{number_of(counts[Severity.WARNING], 'warning')}, "
        f"{counts[Severity.INFO]} for information"
    )


def _print_github(findings: Iterable[Finding]) -> None:
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    for each in findings:
        said = f"{each.problem} {each.remedy}".replace("%", "%25").replace("\n", "%0A")
        click.echo(
            f"::{words[each.severity]} file={each.place.file},line={each.place.line},"
            f"col={each.place.column},title={each.code}::{said}"
        )
