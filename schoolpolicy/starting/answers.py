"""A file of answers, for a school that is started without being asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.checks.years import wrong_years
from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.term import written
from schoolpolicy.reading.load import TRUST_FILE
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Mark, NotReadableError, Scalar, Sequence, error
from schoolpolicy.rules.words import listed
from schoolpolicy.starting.questions import TRUST, questions, settled_name
from schoolpolicy.starting.years import YearsError, parse_years

if TYPE_CHECKING:
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.starting.model_policy import ModelPolicy
    from schoolpolicy.starting.questions import Question

YEARS = "years"


@dataclass(frozen=True)
class Answered:
    """The answers to all questions, and what is wrong with the file they stand in."""

    answers: dict[str, str]
    findings: tuple[Finding, ...]


def meant(question: Question, said: str) -> str:
    """Return the answer that is meant, as files have it: a capital does no harm, nor a name.

    Args:
        question: what was asked.
        said: what was answered.
    """
    lower = said.strip().lower()
    for option in question.options:
        if lower in {option.value.lower(), option.label.lower()}:
            return option.value
    return said.strip()


def fault(question: Question, answer: str, model: ModelPolicy) -> str | None:
    """Return what is wrong with an answer, and what to write; None if it will do."""
    values = [each.value for each in question.options]
    if question.key == YEARS and answer != UNDECIDED:
        try:
            years = parse_years(answer, model.years())
        except YearsError as problem:
            return str(problem)
        told = wrong_years(question.phase, years) if question.phase else None
        if told is not None:
            return " ".join(told)
    if answer.lower() in question.refused:
        return f"{question.refused[answer.lower()]} Answers: {', '.join(values)}."
    if values and answer not in values:
        return f'"{answer}" is not an answer here. {remedy(answer, values, "Answers: {known}.")}'
    if not answer.strip():
        return "The answer is empty."
    return None


def read_answers(model: ModelPolicy, slug: str, text: str, file: str) -> Answered:
    """Read a file of answers; what it leaves out takes its default.

    Args:
        model: what there is to choose from.
        slug: the school's folder.
        text: the file: one line for each answer, by the key of the question.
        file: its name, for messages.
    """
    try:
        tree, wrong = read_tree(text, file)
    except NotReadableError as problem:
        return Answered({}, (problem.finding,))
    findings = list(wrong)
    given = tree if isinstance(tree, Mapping) else Mapping({}, {}, Mark(file, 1, 1))
    if tree is not None and not isinstance(tree, Mapping):
        findings.append(
            error(
                "new.answers",
                Mark(file, 1, 1),
                "This is no file of answers.",
                'Write a line for each answer, such as "name: Hill School".',
            )
        )
    answers: dict[str, str] = {}
    known = []
    for question in questions(model, slug, answers):
        known.append(question.key)
        answers[question.key] = question.default
        node = given.fields.get(question.key)
        if node is None:
            continue
        answer = _said(node)
        answer = meant(question, answer) if answer is not None else None
        said = fault(question, answer, model) if answer is not None else "This is no answer."
        if said is None and answer is not None:
            answers[question.key] = answer
        else:
            findings.append(error("new.answer", node.mark, said or "This is no answer.", ""))
    unasked = [key for key in given.fields if key not in known]
    settled = [key for key in unasked if settled_name(model, answers, key)]
    if settled:
        lines = "this line" if len(settled) == 1 else "these lines"
        trust = f"{answers[TRUST]} (schools/{answers[TRUST]}/{TRUST_FILE})"
        told = f"{listed(settled)} {'is' if len(settled) == 1 else 'are'} settled by {trust}."
        findings.append(error("new.answer", given.keys[settled[0]], told, f"Delete {lines}."))
    for key in unasked:
        if key not in settled:
            told = f'No question is called "{key}".'
            findings.append(error("new.answer", given.keys[key], told, remedy(key, known)))
    return Answered(answers, tuple(sorted(findings, key=lambda each: each.order)))


def _said(node: Scalar | Sequence | Mapping) -> str | None:
    if isinstance(node, Sequence):  # years may be a list
        parts = [each.value for each in node.items if isinstance(each, Scalar)]
        return ", ".join(str(each) for each in parts)
    if isinstance(node, Mapping) or node.value is None:
        return None
    return written(node.value) if isinstance(node.value, bool) else str(node.value)
