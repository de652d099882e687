"""`schoolpolicy changes` and `basis`: what a school changed from the model policy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from schoolpolicy.checks.departures import TO_NOTE
from schoolpolicy.cli.base import (
    CannotRunError,
    checked_school,
    chosen_schools,
    main,
    number_of,
    policy_of,
    report_format,
)
from schoolpolicy.publish.views.departures import departures_view, told_fields, what

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.layer import Departure
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project


@main.command()
@click.argument("slugs", nargs=-1)
@report_format
@click.pass_obj
def changes(project: Project, slugs: tuple[str, ...], form: str) -> None:
    """Say what a school, or each school of a trust, changed from the model policy, and why."""
    policies = [policy_of(checked_school(project, slug)) for slug in chosen_schools(project, slugs)]
    if form == "json":
        told = {
            each.slug: [departure.model_dump(mode="json") for departure in each.departures]
            for each in policies
        }
        click.echo(json.dumps(told, indent=1, ensure_ascii=False))
        return
    for policy in policies:
        for line in _lines(policy, heading="# " if form == "markdown" else ""):
            click.echo(line)


def _lines(policy: Policy, heading: str) -> Iterator[str]:
    yield f"{heading}{policy.school.name}"
    if not policy.departures:
        yield "Nothing is changed: the model policy holds as it stands."
    for layer in departures_view(policy.departures):
        for group in layer.groups:
            count = len(group.departures)
            inner = f"#{heading}" if heading else ""
            yield f"{inner}{layer.layer.name}: {group.heading.lower()}, {count}"
            for each in group.departures:
                yield from _departure(each, brief=group.brief)


def _departure(departure: Departure, *, brief: bool) -> Iterator[str]:
    again = " (look at it again)" if departure.look_again else ""
    yield f"- {what(departure)}{again}"
    if departure.because:
        yield f"  Why: {departure.because}"
    elif not brief:
        yield "  Why: no reason is written down."
    if not brief:
        for line in told_fields(departure):
            yield f"  {line}"
    yield f"  {departure.file}:{departure.line}"


@main.command()
@click.argument("slug")
@click.option("--id", "wanted", multiple=True, help="Only these; else everything that is changed.")
@click.pass_obj
def basis(project: Project, slug: str, wanted: tuple[str, ...]) -> None:
    """Note what the school's changes were made against, so that an upgrade is noticed."""
    from schoolpolicy.publish.basis import write_basis

    schools = chosen_schools(project, (slug,))
    checked = checked_school(project, schools[0])
    folder = project.name(project.school(slug))
    noted_for = {
        (each.layer.folder, each.subject, each.id)
        for each in policy_of(checked).departures
        if each.kind in TO_NOTE
    }
    found = {
        key[1:]: print_
        for key, print_ in checked.bases.items()
        if key[0] == folder and key in noted_for
    }
    unknown = sorted(set(wanted) - {identity for _, identity in found})
    if unknown:
        raise CannotRunError(f'{folder} changes nothing with the id "{unknown[0]}".')
    noted = {key[1:]: old for key, old in checked.resolution.bases.items() if key[0] == folder}
    new = {
        key: print_ if not wanted or key[1] in wanted else noted.get(key)
        for key, print_ in found.items()
    }
    kept = {key: print_ for key, print_ in new.items() if print_ is not None}
    path = write_basis(project.school(slug), kept)
    noted_now = f"Noted {number_of(len(kept), 'change')}" if kept else "There is nothing to note"
    click.echo(f"{noted_now} in {project.name(path)}.")
