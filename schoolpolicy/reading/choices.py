"""Whether a school answers the questions that the policy asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.term import written
from schoolpolicy.reading.suggest import nearest, remedy
from schoolpolicy.reading.tree import Mapping, Node, Scalar, error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.base import Answer
    from schoolpolicy.model.finding import Finding

CHOICES = "choices"
"""The field of a school's file that holds its answers."""


def understood(school: Mapping, known: MappingType[str, Mapping]) -> Mapping:
    """Return a school's file with each answer as its choice has it: `"No"` means `no`.

    Args:
        school: the school's own file.
        known: the questions, by id.
    """
    choices = school.fields.get(CHOICES)
    if not isinstance(choices, Mapping):
        return school
    fields = {key: _understood(node, known.get(key)) for key, node in choices.fields.items()}
    answers = Mapping(fields, choices.keys, choices.mark)
    return Mapping({**school.fields, CHOICES: answers}, school.keys, school.mark)


def _understood(node: Node, choice: Mapping | None) -> Node:
    if choice is None or not isinstance(node, Scalar) or not isinstance(node.value, str):
        return node
    said = node.value.strip().lower()
    for answer in (*_answers(choice), UNDECIDED):
        if said == written(answer).lower():
            return Scalar(answer, node.mark, node.quoted)
    return node


def check_choices(choices: Mapping, known: MappingType[str, Mapping]) -> Iterator[Finding]:
    """Yield what is wrong with the `choices` of a school.

    Args:
        choices: the school's answers.
        known: the questions, by id.
    """
    for key, node in choices.fields.items():
        if key not in known:
            problem, hint = f'There is no choice "{key}".', remedy(key, known)
            yield error("read.unknown-id", choices.keys[key], problem, hint)
            continue
        answers = (*_answers(known[key]), UNDECIDED)
        value = node.value if isinstance(node, Scalar) else None
        if any(type(value) is type(each) and value == each for each in answers):
            continue
        words = [written(each) for each in answers]
        hint = f"Choose one of: {', '.join(words)}."
        if value is None:
            said = "has no answer" if isinstance(node, Scalar) else "takes one answer"
            mark = choices.keys[key] if isinstance(node, Scalar) else node.mark
            yield error("read.unknown-value", mark, f'"{key}" {said}.', hint)
            continue
        meant = nearest(str(value), words) if isinstance(value, str) else None
        yield error(
            "read.unknown-value",
            node.mark,
            f'"{_shown(value)}" is not an answer to "{key}".',
            f'Did you mean "{meant}"?' if meant else hint,
        )


def _answers(choice: Mapping) -> Iterator[Answer]:
    """Yield the answers that a choice offers."""
    for option in choice.records("options"):
        value = option.fields.get("value")
        if isinstance(value, Scalar) and isinstance(value.value, (str, bool)):
            yield value.value


def _shown(value: object) -> str:
    return written(value) if isinstance(value, bool) else str(value)
