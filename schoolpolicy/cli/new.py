"""`schoolpolicy new`: a dozen questions, and a school's folder that builds at once."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from schoolpolicy.cli.base import (
    FOUND_ERRORS,
    CannotRunError,
    checked_school,
    finding_line,
    main,
    number_of,
    own_command,
)
from schoolpolicy.model.base import ID_PATTERN, UNDECIDED
from schoolpolicy.starting.answers import fault, meant, read_answers
from schoolpolicy.starting.folder import write_school
from schoolpolicy.starting.model_policy import ModelPolicyError, read_model_policy
from schoolpolicy.starting.questions import questions

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project
    from schoolpolicy.starting.model_policy import ModelPolicy
    from schoolpolicy.starting.questions import Question


@main.command()
@click.argument("slug")
@click.option(
    "--answers",
    "file",
    type=click.Path(path_type=Path),
    help="A YAML file of answers; then nothing is asked.",
)
@click.option("--no-input", is_flag=True, help="Ask nothing; take the usual answer to everything.")
@click.pass_obj
def new(project: Project, slug: str, file: Path | None, *, no_input: bool) -> None:
    """Start a school: ask some questions and write schools/SLUG/."""
    folder = project.school(slug)
    if not re.match(ID_PATTERN, slug):
        raise CannotRunError(
            f'"{slug}" cannot name a folder. Use small letters, digits and single hyphens: '
            "hill-primary."
        )
    if folder.exists():
        raise CannotRunError(f"schools/{slug}/ is there already. Nothing was changed.")
    try:
        model = read_model_policy(project)
    except ModelPolicyError as problem:
        raise CannotRunError(f"The model policy has mistakes. {problem}") from problem
    if file is not None:
        answers = _from_file(model, slug, file)
    elif no_input:
        answers = read_answers(model, slug, "", "").answers
    else:
        try:
            answers = _asked(model, slug)
        except click.Abort:
            click.echo("\nThe questions were broken off. Nothing was written.", err=True)
            sys.exit(FOUND_ERRORS)
    try:
        write_school(folder, model, answers)
    except OSError as problem:
        raise CannotRunError(f"schools/{slug}/ cannot be written: {problem.strerror}.") from problem
    _tell_what_next(project, slug)


def _from_file(model: ModelPolicy, slug: str, file: Path) -> dict[str, str]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as problem:
        raise CannotRunError(f'There is no file "{file}".') from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise CannotRunError(f'"{file}" cannot be read as text.') from problem
    read = read_answers(model, slug, text, str(file))
    if read.findings:
        for finding in read.findings:
            click.echo(finding_line(finding), err=True)
        click.echo("Nothing was written.", err=True)
        sys.exit(FOUND_ERRORS)
    return read.answers


def _asked(model: ModelPolicy, slug: str) -> dict[str, str]:
    answers: dict[str, str] = {}
    click.echo("Press Enter for the answer in brackets. Everything can be changed later.")
    for number, question in enumerate(questions(model, slug, answers), 1):
        click.echo(f"\n{number}. {question.ask}\n   Why it matters: {question.why}")
        for index, option in enumerate(question.options, 1):
            label = f": {option.label}" if option.label else ""
            click.echo(f"   {index}) {option.value}{label}")
        answers[question.key] = _answer(question, model)
    return answers


def _answer(question: Question, model: ModelPolicy) -> str:
    while True:
        said = str(click.prompt("  ", default=question.default, prompt_suffix="> ")).strip()
        said = meant(question, said)
        if said.isdecimal() and 1 <= int(said) <= len(question.options):
            return question.options[int(said) - 1].value
        wrong = fault(question, said, model)
        if wrong is None:
            return said
        click.echo(f"   {wrong}")


def _tell_what_next(project: Project, slug: str) -> None:
    checked = checked_school(project, slug)
    if checked.policy is None:
        for finding in checked.errors:
            click.echo(finding_line(finding), err=True)
        raise CannotRunError(f"schools/{slug}/ is written, but has mistakes: see above.")
    command = own_command()
    click.echo(
        f"\nWrote schools/{slug}/school.yml. {number_of(len(checked.undecided), 'thing')} still "
        f'"{UNDECIDED}".\n'
        "What to do next:\n"
        f"  {command} serve {slug}\n"
        "    shows the draft; its page of open decisions says who decides\n"
        f"  {command} check {slug}\n"
        "    lists what is open or wrong, with file and line\n"
        f"  {command} build {slug} --final\n"
        "    builds what you publish, once all is decided"
    )
