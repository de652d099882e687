"""Whether a requirement binds a school, and if not, why, in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.term import written
from schoolpolicy.model.vocabulary import Phase, SchoolType
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.base import Only
    from schoolpolicy.model.policy import Policy

_TYPES: Mapping[SchoolType, tuple[str, str]] = MappingProxyType(
    {
        SchoolType.MAINTAINED: ("a maintained school", "maintained schools"),
        SchoolType.ACADEMY: ("an academy", "academies"),
        SchoolType.FREE: ("a free school", "free schools"),
        SchoolType.INDEPENDENT: ("an independent school", "independent schools"),
        SchoolType.NON_MAINTAINED_SPECIAL: (
            "a non-maintained special school",
            "non-maintained special schools",
        ),
    }
)
_PHASES: Mapping[Phase, tuple[str, str]] = MappingProxyType(
    {
        Phase.NURSERY: ("a nursery", "nurseries"),
        Phase.INFANT: ("an infant school", "infant schools"),
        Phase.JUNIOR: ("a junior school", "junior schools"),
        Phase.PRIMARY: ("a primary school", "primary schools"),
        Phase.MIDDLE: ("a middle school", "middle schools"),
        Phase.SECONDARY: ("a secondary school", "secondary schools"),
        Phase.ALL_THROUGH: ("an all-through school", "all-through schools"),
        Phase.SPECIAL: ("a special school", "special schools"),
        Phase.PRU: ("a pupil referral unit", "pupil referral units"),
    }
)


def why_not_here(policy: Policy, only: Only) -> str | None:
    """Return why what has a condition does not bind a school; None if nothing but its nation.

    Args:
        policy: of the school, with all its choices.
        only: the condition, which does not hold.
    """
    school = policy.school
    if only.types and school.type not in only.types:
        whom = listed([_TYPES[each][1] for each in only.types])
        return f"It binds {whom}; this is {_TYPES[school.type][0]}."
    if only.phases and school.phase not in only.phases:
        whom = listed([_PHASES[each][1] for each in only.phases])
        return f"It is for {whom}; this is {_PHASES[school.phase][0]}."
    return " ".join(chosen_against(policy, only)) or None


def chosen_against(policy: Policy, only: Only) -> Iterator[str]:
    """Yield a sentence for each choice of the school with which a condition does not hold."""
    for choice in policy.choices:
        answer = policy.school.choices.get(choice.id, UNDECIDED)
        if choice.id not in only.choices or answer in {UNDECIDED, *only.answers(choice.id)}:
            continue
        label = next(iter(choice.labels((answer,))), written(answer))
        yield f"The school's answer to “{choice.question}” is “{label}”."
