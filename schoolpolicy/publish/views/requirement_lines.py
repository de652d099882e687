"""What the terminal says of a requirement: who asks it, of whom, and whether a school covers it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.source import Citation, Requirement
from schoolpolicy.model.vocabulary import Need
from schoolpolicy.publish.views.coverage_words import STATUS_WORDS, STRENGTHS
from schoolpolicy.publish.views.phrases import day as in_words
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.checks.run import Checked
    from schoolpolicy.model.coverage import Coverage
    from schoolpolicy.model.policy import Policy

_NEEDS: Mapping[Need, str] = MappingProxyType(
    {
        Need.SAYS: "that the policy says it",
        Need.DOES: "that somebody does it",
        Need.SHOWS: "a record or a checklist that shows it",
    }
)


def explained_requirement(checked: Checked, wanted: str) -> Iterator[str]:
    """Yield what there is to say of a requirement beside where it stands; nothing if it is none."""
    policy = checked.resolution.complete
    if policy is None or wanted not in policy.subject("requirements"):
        return
    requirement = policy.find(Requirement, wanted)
    source = policy.find(Citation, requirement.citation)
    paragraph = f", {requirement.paragraph}" if requirement.paragraph else ""
    yield f"  asked by {source.id}: {source.short or source.title}{paragraph}"
    yield f"  binds as: {STRENGTHS[requirement.strength]}"
    yield f"  whom: {_whom(requirement, policy)}"
    yield f"  needs: {listed([_NEEDS[each] for each in requirement.needs])}"
    yield f"  how to meet it: {requirement.how}"
    yield f"  shown by: {requirement.evidence}"
    if requirement.doubt:
        yield f"  not certain: {requirement.doubt}"
    if checked.coverage is not None:
        yield from _covered(checked.coverage, wanted)


def _whom(requirement: Requirement, policy: Policy) -> str:
    """Return whom it binds: the schools of some nations, of some kinds, with some answers."""
    only = requirement.only
    source = policy.find(Citation, requirement.citation)
    nations = [each.value.replace("-", " ").title() for each in only.nations or source.nations]
    said = [f"schools in {listed(nations)}"]
    said += [f"phase: {listed(only.phases, 'or')}"] if only.phases else []
    said += [f"run as: {listed(only.types, 'or')}"] if only.types else []
    for choice in policy.choices:
        if choice.id in only.choices:
            answers = choice.labels(only.answers(choice.id))
            said.append(f"{choice.question} {listed(list(answers), 'or')}")
    return "; ".join(said)


def _covered(coverage: Coverage, wanted: str) -> Iterator[str]:
    """Yield whether a school covers it, by what, and what is missing."""
    found = next((each for each in coverage.asked if each.requirement == wanted), None)
    if found is None:
        yield f"  at {coverage.school}: not asked on {in_words(coverage.day)}"
        return
    yield f"  at {coverage.school}: {STATUS_WORDS[found.status]}"
    for name in dict.fromkeys(each.name for each in found.covered_by):
        yield f"    by {name}"
    if found.why:
        yield f"    why: {found.why}"
    if found.to_do:
        yield f"    what to do: {found.to_do}"
    if found.last_shown:
        yield f"    last shown: {in_words(found.last_shown)}"
