"""`schoolpolicy can`: what the rules answer to one question."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from schoolpolicy.checks.circles import check_circles
from schoolpolicy.cli.answers import answer_data, answer_lines
from schoolpolicy.cli.base import (
    FOUND_ERRORS,
    CannotRunError,
    default_school,
    finding_line,
    main,
)
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.resolve import NoSchoolError, resolve
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.asking import NotUnderstoodError, Words, understand
from schoolpolicy.rules.space import Space
from schoolpolicy.rules.telling import tell

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project
    from schoolpolicy.reading.resolve import Resolution


def _once(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> str | None:
    """Return the one value of an option: of several, none is silently dropped."""
    del context
    if len(values) > 1:
        raise CannotRunError(f"--{parameter.name}: Ask about one at a time: {' or '.join(values)}.")
    return values[0] if values else None


def _day(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> dt.date | None:
    """Return the day that is written in an option."""
    value = _once(context, parameter, values)
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as problem:
        raise CannotRunError(
            f'--on: There is no day "{value}". Write year-month-day: 2026-12-01.'
        ) from problem


@main.command()
@click.argument("slug", required=False)
@click.option("--who", multiple=True, required=True, help="Who: y6, staff, or both: y9,boarders.")
@click.option(
    "--thing",
    required=True,
    multiple=True,
    callback=_once,
    help="What it is about: phone, whatsapp, gambling.",
)
@click.option(
    "--doing",
    multiple=True,
    callback=_once,
    help="What for: bring, carry, call, text, film, take pictures.",
)
@click.option(
    "--place", multiple=True, callback=_once, help="Where: lessons, bus. At school, if left out."
)
@click.option(
    "--when",
    multiple=True,
    callback=_once,
    help='A named time, or 10:35, "monday 10:35", 2026-12-01T10:35.',
)
@click.option("--during", multiple=True, callback=_once, help="An event or a standing restriction.")
@click.option(
    "--on", multiple=True, callback=_day, help="The rules in effect that day: 2026-12-01."
)
@click.option("--why", is_flag=True, help="Name the rules that give way, and say why.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def can(
    project: Project,
    /,
    slug: str | None,
    who: tuple[str, ...],
    form: str,
    *,
    why: bool,
    **words: Any,
) -> None:
    """Say what the rules answer: may this person use this, here and now?"""
    chosen = slug or default_school(project)
    policy, resolution = _policy(project, chosen)
    space = Space(policy)
    try:
        asked = understand(policy, space, Words(who, **words))
    except NotUnderstoodError as problem:
        lines = [f"--{each.field}: {each.text}" for each in problem.troubles]
        raise CannotRunError("\n".join(lines)) from problem
    book = RuleBook(policy, asked.day, space)
    told = tell(book, asked)
    if form == "json":
        data = answer_data(book, asked, told, resolution.places)
        click.echo(json.dumps({"school": chosen, **data}, indent=1, ensure_ascii=False))
    else:
        for line in answer_lines(book, asked, told, resolution.places, why=why):
            click.echo(line)
    if any(each.answer.is_gap or each.answer.is_conflict for each in told):
        sys.exit(FOUND_ERRORS)


def _policy(project: Project, slug: str) -> tuple[Policy, Resolution]:
    """Return a school's policy; where its files have errors, print these and end.

    Whether all questions have an answer is not looked at: this is about one of them.
    """
    try:
        resolution = resolve(project, slug)
    except NoSchoolError as problem:
        raise CannotRunError(str(problem)) from problem
    found = list(resolution.findings)
    if not resolution.errors:
        found += check_circles(resolution.policy, resolution.places)
    wrong = [each for each in found if each.severity is Severity.ERROR]
    if wrong:
        for finding in wrong:
            click.echo(finding_line(finding), err=True)
        sys.exit(FOUND_ERRORS)
    return resolution.policy, resolution
