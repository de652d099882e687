"""The command line: parses, calls, prints."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.calls import Calls
from schoolpolicy.checks.reading_age import check_sentences, reading_ages
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.vocabulary import Severity, Visibility
from schoolpolicy.publish.site.build import BuildError, Built, build_site, serve_site
from schoolpolicy.publish.site.components import icon_names
from schoolpolicy.reading.project import NoProjectError, Project
from schoolpolicy.reading.resolve import NoSchoolError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.finding import Finding

FOUND_ERRORS = 1
COULD_NOT_RUN = 2


class CannotRunError(click.ClickException):
    """Raised when a command cannot do its work; the process ends with 2."""

    exit_code = COULD_NOT_RUN


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="schoolpolicy")
@click.pass_context
def main(context: click.Context) -> None:
    """Publish a school's online safety policy from data."""
    try:
        context.obj = Project.at(Path.cwd())
    except NoProjectError as problem:
        raise CannotRunError(str(problem)) from problem


def _chosen(project: Project, slugs: tuple[str, ...], *, every: bool = False) -> list[str]:
    """Return the schools meant: those named, all, or the one that `mkdocs.yml` names."""
    if every:
        known = project.slugs()
        if not known:
            raise CannotRunError("There is no school in schools/ yet.")
        return known
    return list(slugs) or [_default(project)]


def _default(project: Project) -> str:
    try:
        return project.default_school()
    except NoProjectError as problem:
        raise CannotRunError(str(problem)) from problem


def _checked(project: Project, slug: str, *, final: bool = False) -> Checked:
    try:
        return check_school(project, slug, Theme(Calls.shapes(), icon_names()), final=final)
    except NoSchoolError as problem:
        raise CannotRunError(str(problem)) from problem


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
    for slug in _chosen(project, slugs):
        checked = _checked(project, slug, final=final)
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
            _print_text(slug, findings)
            for age in ages:
                click.echo(
                    f"reading age, {age.reader}: {age.age:.1f} (aim {age.aim.age:g}), "
                    f"{age.words:.1f} words a sentence"
                )
                for sentence in age.hardest:
                    click.echo(f"  {sentence.age:4.1f}  {sentence.place}: {sentence.text}")
        elif form == "json":
            told += findings
        else:
            _print_github(findings)
    if form == "json":
        click.echo(json.dumps([each.model_dump(mode="json") for each in told], indent=1))
    if failed:
        sys.exit(FOUND_ERRORS)


def _print_text(slug: str, findings: Iterable[Finding]) -> None:
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
        click.echo(_line(finding))
    click.echo(
        f"{slug}: {_number(counts[Severity.ERROR], 'error')}, "
        f"{_number(counts[Severity.WARNING], 'warning')}, "
        f"{counts[Severity.INFO]} for information"
    )


def _line(finding: Finding) -> str:
    mark = "" if finding.severity is Severity.ERROR else f" [{finding.severity.value}]"
    return f"{finding}{mark}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _print_github(findings: Iterable[Finding]) -> None:
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    for each in findings:
        said = f"{each.problem} {each.remedy}".replace("%", "%25").replace("\n", "%0A")
        click.echo(
            f"::{words[each.severity]} file={each.place.file},line={each.place.line},"
            f"col={each.place.column},title={each.code}::{said}"
        )


def _audience(name: str) -> Visibility:
    if name not in set(Visibility):
        raise CannotRunError(f'"{name}" is no audience. Known: public, staff, governors.')
    return Visibility(name)


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Build every school.")
@click.option("--for", "audiences", default="public", help="Whose sites: public, staff, governors.")
@click.option("--final", is_flag=True, help="Refuse whatever is undecided.")
@click.option("--jobs", default=1, show_default=True, help="How many sites at a time.")
@click.pass_obj
def build(
    project: Project, slugs: tuple[str, ...], audiences: str, jobs: int, *, every: bool, final: bool
) -> None:
    """Build the website of a school into site/."""
    wanted = [_audience(name.strip()) for name in audiences.split(",")]
    chosen = _chosen(project, slugs, every=every)
    checked = {slug: _checked(project, slug, final=final) for slug in chosen}
    found = {
        finding: None
        for each in checked.values()
        for finding in each.findings
        if finding.severity is not Severity.INFO
    }
    for finding in found:
        click.echo(_line(finding), err=True)
    wrong = [finding for finding in found if finding.severity is Severity.ERROR]
    if wrong:
        click.echo(
            f"Nothing was built: {_number(len(wrong), 'error')}. Any earlier site is as it was.",
            err=True,
        )
        sys.exit(FOUND_ERRORS)
    tasks = [(slug, audience) for slug in chosen for audience in wanted]
    try:
        for built in _build_all(project, tasks, checked, jobs):
            where = built.folder.relative_to(project.root)
            click.echo(f"Built {built.pages} pages. Open {where / 'index.html'} in a browser.")
    except BuildError as problem:
        click.echo(str(problem), err=True)
        click.echo("Nothing was replaced: any earlier site is as it was.", err=True)
        sys.exit(FOUND_ERRORS)
    except OSError as problem:
        raise CannotRunError(
            f"{problem.filename or 'A file'} cannot be read or written: {problem.strerror}. "
            "Any earlier site is as it was."
        ) from problem


def _build_all(
    project: Project,
    tasks: list[tuple[str, Visibility]],
    checked: Mapping[str, Checked],
    jobs: int,
) -> Iterable[Built]:
    if jobs < 2 or len(tasks) < 2:
        return (build_site(project, slug, audience, checked[slug]) for slug, audience in tasks)
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        return list(pool.map(build_site, repeat(project), *zip(*tasks, strict=True)))


@main.command()
@click.argument("slug", required=False)
@click.option("--address", default="127.0.0.1:8000", show_default=True)
@click.pass_obj
def serve(project: Project, slug: str | None, address: str) -> None:
    """Show the website of a school while its files are edited."""
    chosen = slug or _default(project)
    if chosen not in project.slugs():
        raise CannotRunError(str(NoSchoolError(chosen, project)))
    serve_site(project, chosen, address)


@main.command()
@click.argument("wanted", metavar="ID")
@click.option("--school", "slug", default=None, help="Whose policy; else the one of mkdocs.yml.")
@click.pass_obj
def explain(project: Project, wanted: str, slug: str | None) -> None:
    """Show where a role, duty, rule, citation, requirement or term stands and is used."""
    from schoolpolicy.checks.explain import explain as explained

    lines = explained(_checked(project, slug or _default(project)), wanted)
    if not lines:
        raise CannotRunError(f'Nothing has the id "{wanted}".')
    for line in lines:
        click.echo(line)


@main.command()
@click.pass_obj
def schema(project: Project) -> None:
    """Write the JSON Schemas of all data files into schemas/, and the reference in guide/."""
    from schoolpolicy.publish.reference import write_reference
    from schoolpolicy.publish.schemas import write_schemas

    written = write_schemas(project.root / "schemas")
    pages = write_reference(project.root / "guide" / "reference", Calls.shapes())
    click.echo(f"Wrote {len(written)} schemas into schemas/, {len(pages)} pages into guide/.")
