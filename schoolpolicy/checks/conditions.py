"""Checks that conditions name choices that there are, answers to them, and nations with a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import is_own
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.term import written
from schoolpolicy.model.vocabulary import Nation, Severity
from schoolpolicy.reading.conditions import conditions
from schoolpolicy.reading.nations import WRITTEN_FOR, nation_name
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Scalar, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.term import Choice
    from schoolpolicy.reading.tree import Node


def check_conditions(
    policy: Policy, records: MappingType[str, MappingType[str, Mapping]]
) -> Iterator[Finding]:
    """Yield an error for each choice in an `only` that nobody is asked, or answer to none.

    A nation for which there is no model policy is told for information, in a school's own files.

    Args:
        policy: with all its records, whether they apply to the school or not.
        records: the same as they are written, by subject and id.
    """
    choices = {each.id: each for each in policy.choices}
    for subject in records.values():
        for record in subject.values():
            for name, only in conditions(record):
                yield from _choices(name, only, choices)
                yield from _nations(name, only)


def _choices(name: str, only: Mapping, choices: MappingType[str, Choice]) -> Iterator[Finding]:
    named = only.fields.get("choices")
    for key, node in named.fields.items() if isinstance(named, Mapping) else ():
        if key not in choices:
            yield error(
                "only.unknown-choice",
                named.keys[key] if isinstance(named, Mapping) else node.mark,
                f'"{name}" depends on a choice "{key}", and there is no such choice.',
                remedy(key, choices),
            )
            continue
        options = [each.value for each in choices[key].options]
        for answer in _scalars(node):
            said = answer.value
            if not any(type(said) is type(each) and said == each for each in options):
                yield error(
                    "only.unknown-answer",
                    answer.mark,
                    f'"{name}" depends on the answer '
                    f'"{written(said) if isinstance(said, bool) else said}" to the choice '
                    f'"{key}", which has no such answer.',
                    f"Choose one of: {', '.join(map(written, options))}.",
                )


def _nations(name: str, only: Mapping) -> Iterator[Finding]:
    for node in _scalars(only.fields.get("nations")):
        if node.value in set(Nation) - set(WRITTEN_FOR) and is_own(node.mark.place):
            known = " and ".join(map(nation_name, WRITTEN_FOR))
            yield Finding(
                code="only.no-site",
                severity=Severity.INFO,
                place=node.mark.place,
                problem=f'"{name}" is for {nation_name(Nation(str(node.value)))}, and no site is '
                f"made for that nation: the model policy is for {known}.",
                remedy="Write one of these, or delete it.",
            )


def _scalars(node: Node | None) -> Iterator[Scalar]:
    for each in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(each, Scalar):
            yield each
