"""`schoolpolicy check --history`: personal details in all that was ever committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from schoolpolicy.checks.privacy.commits import NoHistoryError, is_partial
from schoolpolicy.checks.privacy.history import check_history, names_told_now
from schoolpolicy.cli.base import CannotRunError, chosen_schools, finding_line, number_of
from schoolpolicy.cli.formats import FORMATS, TEXT
from schoolpolicy.reading.layers import trust_of
from schoolpolicy.reading.resolve import NoSchoolError

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project


def check_all_history(project: Project, slugs: tuple[str, ...], form: str) -> None:
    """Print what was found in the history of some schools; in that of everything, if none is named.

    Raises:
        CannotRunError: there is no history, or only a part of it is here.
    """
    folders = _folders(project, slugs)
    try:
        partial = is_partial(project.root)
        names = names_told_now(project, project.slugs())
        findings = sorted(check_history(project, folders, names), key=lambda each: each.order)
    except NoHistoryError as problem:
        raise CannotRunError(str(problem)) from problem
    if form == TEXT:
        for each in findings:
            click.echo(finding_line(each))
        where = "the last commits, not the whole history" if partial else "history"
        click.echo(f"{where}: {number_of(len(findings), 'warning')}")
    elif said := FORMATS[form](findings):
        click.echo(said)
    if partial:
        raise CannotRunError(
            "Only the last commits are in this copy, so only these were looked through. "
            'Type "git fetch --unshallow", and try again.'
        )


def _folders(project: Project, slugs: tuple[str, ...]) -> list[str]:
    """Return what belongs to some schools, with their trusts; everything, if none is named.

    Raises:
        CannotRunError: there is no such school.
    """
    if not slugs:
        return [project.name(each) for each in (project.schools, project.data, project.docs)]
    chosen = chosen_schools(project, slugs)
    for slug in chosen:
        if slug not in project.slugs():
            raise CannotRunError(str(NoSchoolError(slug, project)))
    names = {*chosen, *(trust for slug in chosen if (trust := trust_of(project, slug)))}
    return [project.name(project.school(each)) for each in sorted(names)]
