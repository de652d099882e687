"""`schoolpolicy explain` and `schema`: what the data holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from macros.calls import Calls
from schoolpolicy.cli.base import CannotRunError, checked_school, default_school, main

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project


@main.command()
@click.argument("wanted", metavar="ID")
@click.option("--school", "slug", default=None, help="Whose policy; else the one of mkdocs.yml.")
@click.pass_obj
def explain(project: Project, wanted: str, slug: str | None) -> None:
    """Show where a role, duty, rule, citation, requirement or term stands and is used."""
    from schoolpolicy.checks.explain import explain as explained

    lines = explained(checked_school(project, slug or default_school(project)), wanted)
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
