"""`schoolpolicy explain` and `schema`: what the data holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from macros.calls import Calls
from schoolpolicy.checks.codes.book import code_book, is_code, right_code
from schoolpolicy.cli.base import CannotRunError, checked_school, default_school, main
from schoolpolicy.publish.code_reference import code_text
from schoolpolicy.publish.views.requirement_lines import explained_requirement
from schoolpolicy.reading.suggest import nearest

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project


@main.command()
@click.argument("wanted", metavar="ID")
@click.option("--school", "slug", default=None, help="Whose policy; else the one of mkdocs.yml.")
@click.pass_obj
def explain(project: Project, wanted: str, slug: str | None) -> None:
    """Show where a role, duty, rule, citation, requirement or term stands and is used.

    For the code of a finding: what it means, why it matters, and how to mend it.
    """
    if is_code(wanted):
        click.echo(_code(wanted), nl=False)
        return
    from schoolpolicy.checks.explain import explain as explained
    from schoolpolicy.checks.explain import ids_of

    checked = checked_school(project, slug or default_school(project))
    lines = explained(checked, wanted, Calls.shapes())
    if not lines:
        meant = nearest(wanted, ids_of(checked))
        hint = f' Did you mean "{meant}"?' if meant else ""
        raise CannotRunError(f'Nothing has the id "{wanted}".{hint}')
    for line in (*lines, *explained_requirement(checked, wanted)):
        click.echo(line)


def _code(wanted: str) -> str:
    """Return what there is to say about the code of a finding."""
    entry = code_book().get(wanted)
    if entry is None:
        raise CannotRunError(f'No finding has the code "{wanted}". {right_code(wanted)}')
    return code_text(entry)


@main.command()
@click.pass_obj
def schema(project: Project) -> None:
    """Write the JSON Schemas of all data files into schemas/, and the reference in guide/."""
    from schoolpolicy.publish.reference import write_reference
    from schoolpolicy.publish.schemas import write_schemas

    written = write_schemas(project.root / "schemas")
    pages = write_reference(project.root / "guide" / "reference", Calls.shapes())
    click.echo(f"Wrote {len(written)} schemas into schemas/, {len(pages)} pages into guide/.")
