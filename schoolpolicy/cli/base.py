"""What every command shares: the project, the schools meant, how it ends."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pydantic_core import PydanticCustomError

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.base import parse_date
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.publish.site.components import icon_names
from schoolpolicy.reading.layers import trust_of
from schoolpolicy.reading.project import NoProjectError, Project
from schoolpolicy.reading.resolve import NoSchoolError

if TYPE_CHECKING:
    import datetime as dt

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy

FOUND_ERRORS = 1
COULD_NOT_RUN = 2
NAME = "schoolpolicy"
"""What people type, where it is installed for all."""


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


def chosen_schools(project: Project, slugs: tuple[str, ...], *, every: bool = False) -> list[str]:
    """Return the schools meant: those named, all, or the one that `mkdocs.yml` names.

    A trust stands for each of its schools.

    Raises:
        CannotRunError: there is none, or no known one.
    """
    if every:
        known = project.slugs()
        if not known:
            raise CannotRunError("There is no school in schools/ yet.")
        return known
    if not slugs:
        return [default_school(project)]
    trusts = set(project.trusts()) - set(project.slugs())  # who is both is told so as a school
    chosen = [
        each
        for slug in slugs
        for each in (schools_of(project, slug) if slug in trusts else (slug,))
    ]
    return list(dict.fromkeys(chosen))


def say_which(project: Project, slugs: tuple[str, ...]) -> None:
    """Say whose answer it is, where no school of several is named.

    Beside the answer and not in it, which programs read too.
    """
    count = len(project.slugs())
    if not slugs and count > 1:
        click.echo(
            f'This is for "{default_school(project)}", the school of mkdocs.yml. There are '
            f"{count}: name another to see its own.",
            err=True,
        )


def schools_of(project: Project, trust: str) -> list[str]:
    """Return the schools that name a trust as theirs.

    Raises:
        CannotRunError: none does.
    """
    found = [slug for slug in project.slugs() if trust_of(project, slug) == trust]
    if not found:
        raise CannotRunError(f'No school names "{trust}" as its trust yet.')
    return found


def default_school(project: Project) -> str:
    """Return the school that `mkdocs.yml` names.

    Raises:
        CannotRunError: it names none.
    """
    try:
        return project.default_school()
    except NoProjectError as problem:
        raise CannotRunError(str(problem)) from problem


EARLIEST, LATEST = 2000, 2100
"""The years in which law, dates and duties can be judged."""


class _Day(click.ParamType["dt.date"]):
    """A day on the command line, written as in the files."""

    name = "year-month-day"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Read a day."""
        try:
            day = parse_date(value)
        except PydanticCustomError as problem:
            self.fail(f'{problem.message()}. Write it like "2026-09-01".', param, ctx)
        if not EARLIEST <= day.year <= LATEST:
            said = f'"{value}" is too far away. Write a day in the years {EARLIEST} to {LATEST}.'
            self.fail(said, param, ctx)
        return day


report_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="How to print it.",
)
"""An option for how a report is printed."""


day_option = click.option(
    "--day", type=_Day(), default=None, help="The day for which to look; else today."
)
"""An option for the day on which law, dates and duties are judged."""


def checked_school(
    project: Project, slug: str, *, final: bool = False, day: dt.date | None = None
) -> Checked:
    """Return a school, read and checked.

    Raises:
        CannotRunError: there is no such school.
    """
    try:
        theme = Theme(Calls.shapes(), icon_names())
        return check_school(project, slug, theme, final=final, day=day)
    except NoSchoolError as problem:
        raise CannotRunError(str(problem)) from problem


def policy_of(checked: Checked) -> Policy:
    """Return the policy of a school that was checked.

    Raises:
        CannotRunError: its files have errors.
    """
    if checked.policy is None:
        raise CannotRunError(
            f'The files have {number_of(len(checked.errors), "error")}. Run "schoolpolicy check".'
        )
    return checked.policy


def finding_line(finding: Finding) -> str:
    """Return a finding as the terminal shows it."""
    mark = "" if finding.severity is Severity.ERROR else f" [{finding.severity.value}]"
    return f"{finding}{mark}"


def own_command() -> str:
    """Return what to type for this command: its name, or where it lies, if that is not enough."""
    called = Path(sys.argv[0])
    found = shutil.which(NAME)
    if called.name != NAME or (found is not None and Path(found).resolve() == called.resolve()):
        return NAME
    path = called.absolute()
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def number_of(count: int, noun: str) -> str:
    """Return a number of things in words: `1 error`, `3 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
