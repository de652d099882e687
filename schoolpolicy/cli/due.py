"""`schoolpolicy due`: what is overdue, due this month, or coming."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pydantic import ValidationError

from schoolpolicy.cli.base import (
    CannotRunError,
    checked_school,
    chosen_schools,
    day_option,
    main,
    policy_of,
    say_which,
)
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.due_feed import due_feed
from schoolpolicy.publish.due_issues import issue_steps, read_issues
from schoolpolicy.publish.views.due import by_when, due_groups, due_report, standing, who
from schoolpolicy.publish.views.phrases import day as day_words
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.review.report import DueReport, DueReports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.publish.due_issues import Issue
    from schoolpolicy.reading.project import Project

GOES_OUT = ("ics", "issues")
"""Formats that are made to be passed on: for the public, if nobody says otherwise."""
_SPAN = re.compile(r"(\d+)([dwm]?)")
_DAYS = {"": 1, "d": 1, "w": 7, "m": 31}
_LONGEST = 120 * _DAYS["m"]
"""How many days ahead can be looked: ten years."""


class _Span(click.ParamType["dt.timedelta"]):
    """How far to look ahead: `90d`, `12w`, `3m`."""

    name = "days"

    def convert(
        self, value: str | dt.timedelta, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.timedelta:
        """Read a span."""
        if isinstance(value, dt.timedelta):
            return value
        found = _SPAN.fullmatch(value.strip())
        if found is None:
            self.fail(f'"{value}" is not a span. Write it like 90d, 12w or 3m.', param, ctx)
        days = int(found[1]) * _DAYS[found[2]]
        if days > _LONGEST:
            self.fail(f'"{value}" is too long. Look at most ten years ahead: 120m.', param, ctx)
        return dt.timedelta(days=days)


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--within", type=_Span(), default="90d", help="How far ahead: 90d, 12w, 3m.")
@click.option("--role", default=None, help="Only what this role does.")
@click.option(
    "--for",
    "audience",
    type=click.Choice([each.value for each in Visibility]),
    default=None,
    help="Who reads it: governors, if not given; public for ics and issues.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", *GOES_OUT]),
    default="text",
    help="How to print it; issues: what to do so that a repository's issues say it.",
)
@click.option(
    "--known",
    type=click.Path(path_type=Path),
    help="For issues: those that are there, from gh issue list --json number,state,body.",
)
@day_option
@click.pass_obj
def due(
    project: Project,
    slugs: tuple[str, ...],
    *,
    within: dt.timedelta,
    role: str | None,
    audience: str | None,
    form: str,
    known: Path | None,
    day: dt.date | None,
) -> None:
    """Say what is overdue, what is due this month, and what comes after, by role."""
    if known is not None and form != "issues":
        raise CannotRunError('"--known" is for "--format issues" only.')
    schools = chosen_schools(project, slugs)
    say_which(project, slugs)
    if form in GOES_OUT and len(schools) > 1:
        raise CannotRunError(f'"--format {form}" is for one school at a time. Name one.')
    reader = Visibility(audience or ("public" if form in GOES_OUT else "governors"))
    policies = [policy_of(checked_school(project, slug, day=day)) for slug in schools]
    reports = [
        _of_role(policy, due_report(policy, reader, policy.day), role) for policy in policies
    ]
    match form:
        case "json":
            click.echo(DueReports(schools=tuple(reports)).model_dump_json(indent=1))
        case "ics":
            sys.stdout.buffer.write(due_feed(policies[0], reports[0]))
        case "issues":
            steps = issue_steps(reports[0], _known_issues(known))
            click.echo(json.dumps([each.model_dump(mode="json") for each in steps], indent=1))
        case _:
            for policy, report in zip(policies, reports, strict=True):
                for line in _lines(report, policy.day + within, markdown=form == "markdown"):
                    click.echo(line)


def _of_role(policy: Policy, report: DueReport, role: str | None) -> DueReport:
    """Return what one role does, of all that is due."""
    if role is None:
        return report
    roles = policy.subject("roles")
    titles = {each.id: (each.title,) for each in policy.roles}
    wanted = {name for name in roles if role.casefold() in {name, titles[name][0].casefold()}}
    if not wanted:
        raise CannotRunError(f'There is no role "{role}". {remedy(role, roles, names=titles)}')
    items = tuple(each for each in report.items if wanted & {one.id for one in each.roles})
    return report.model_copy(update={"items": items})


def _known_issues(file: Path | None) -> Iterable[Issue]:
    if file is None:
        return ()
    try:
        return read_issues(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise CannotRunError(f'"{file}" cannot be read: {problem.strerror}.') from problem
    except ValidationError as problem:
        raise CannotRunError(
            f'"{file}" is not what "gh issue list --json number,state,body" prints.'
        ) from problem


def _lines(report: DueReport, until: dt.date, *, markdown: bool) -> Iterator[str]:
    heading, inner, bold = ("# ", "## ", "**") if markdown else ("", "", "")
    yield f"{heading}{report.school}: what is due, {day_words(report.day)}"
    groups = due_groups(report, until)
    if not report.items:
        yield "Nothing comes round here."
    elif not groups:
        yield f"Nothing is due until {day_words(until)}."
    for group in groups:
        yield ""
        yield f"{inner}{group.heading}"
        for each in group.roles:
            yield ""
            yield f"{bold}{who(each.role)}{bold}"
            yield from ("",) if markdown else ()
            for item in each.items:
                told = standing(item, report)
                more = f" ({told})" if told else ""
                yield f"- {by_when(item)}: {item.title.rstrip('.')}{more}"
    if markdown:
        yield ""
