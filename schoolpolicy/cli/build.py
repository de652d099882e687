"""`schoolpolicy build` and `serve`: the websites."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import click

from schoolpolicy.cli.base import (
    FOUND_ERRORS,
    CannotRunError,
    checked_school,
    chosen_schools,
    default_school,
    finding_line,
    main,
    number_of,
)
from schoolpolicy.model.vocabulary import Severity, Visibility
from schoolpolicy.publish.site.build import BuildError, Built, build_site, serve_site
from schoolpolicy.reading.resolve import NoSchoolError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.checks.run import Checked
    from schoolpolicy.reading.project import Project


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
    chosen = chosen_schools(project, slugs, every=every)
    checked = {slug: checked_school(project, slug, final=final) for slug in chosen}
    found = {
        finding: None
        for each in checked.values()
        for finding in each.findings
        if finding.severity is not Severity.INFO
    }
    for finding in found:
        click.echo(finding_line(finding), err=True)
    wrong = [finding for finding in found if finding.severity is Severity.ERROR]
    if wrong:
        click.echo(
            f"Nothing was built: {number_of(len(wrong), 'error')}. Any earlier site is as it was.",
            err=True,
        )
        sys.exit(FOUND_ERRORS)
    tasks = [(slug, audience) for slug in chosen for audience in wanted]
    try:
        for built in _build_all(project, tasks, checked, jobs, final=final):
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
    *,
    final: bool,
) -> Iterable[Built]:
    if jobs < 2 or len(tasks) < 2:
        return (build_site(project, slug, audience, checked[slug]) for slug, audience in tasks)
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        each = partial(build_site, project, final=final)  # it checks again: that is less to send
        return list(pool.map(each, *zip(*tasks, strict=True)))


@main.command()
@click.argument("slug", required=False)
@click.option("--address", default="127.0.0.1:8000", show_default=True)
@click.option("--final", is_flag=True, help="Show it as published: refuse what is undecided.")
@click.pass_obj
def serve(project: Project, slug: str | None, address: str, *, final: bool) -> None:
    """Show the website of a school while its files are edited."""
    chosen = slug or default_school(project)
    if chosen not in project.slugs():
        raise CannotRunError(str(NoSchoolError(chosen, project)))
    serve_site(project, chosen, address, final=final)
