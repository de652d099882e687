"""Whether a record applies to a school, and what becomes of those on which it has not decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from schoolpolicy.model.base import UNDECIDED, Record
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.source import Citation, Contact
from schoolpolicy.model.statement import PupilWording
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.reading.restrict import fields_of

if TYPE_CHECKING:
    from schoolpolicy.model.base import Only
    from schoolpolicy.model.organisation import School
    from schoolpolicy.model.policy import Policy

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Applies:
    """Tells whether a record applies to a school; law, guidance, helplines only in its own nation.

    What depends on a choice that the school has not made may apply, and so it does, as long
    as nothing else speaks against it.

    Attributes:
        school: the school.
        asked: the choices that it is asked to make; all there are, if not given.
    """

    school: School
    asked: frozenset[str] | None = None

    @classmethod
    def to(cls, policy: Policy) -> Applies:
        """Return what applies to the school of a policy, which may still hold everything."""
        every = cls(policy.school)
        return cls(policy.school, frozenset(each.id for each in policy.choices if every(each)))

    def __call__(self, record: Record) -> bool:
        """Return True if nation, phase and choices all fit, or may."""
        if isinstance(record, Citation | Contact) and self.school.nation not in record.nations:
            return False
        return self.fits(record.only)

    def fits(self, only: Only) -> bool:
        """Return True if a condition holds for the school, or may."""
        return (
            (not only.nations or self.school.nation in only.nations)
            and (not only.phases or self.school.phase in only.phases)
            and (not only.types or self.school.type in only.types)
            and all(self._answered(choice, only) for choice in only.choices)
        )

    def _answered(self, choice: str, only: Only) -> bool:
        answer = self.school.choices.get(choice, UNDECIDED)
        if answer == UNDECIDED:
            return self.asked is None or choice in self.asked
        return answer in only.answers(choice)


COVERS = "covers"
"""The field in which records name the requirements that they meet."""


def leave_open(policy: Policy) -> Policy:
    """Return the policy with what depends on an open choice as promising nothing.

    It covers no requirement, and a rule has no level yet, nor anything that goes with one.
    """
    if all(policy.school.choices.get(each.id, UNDECIDED) != UNDECIDED for each in policy.choices):
        return policy
    return policy.model_copy(
        update={
            subject: tuple(_opened(policy, record) for record in getattr(policy, subject))
            for subject in SUBJECTS
        }
    )


def _opened(policy: Policy, record: R, *, within: bool = False) -> R:
    """Return a record and its parts without what hangs on an open choice.

    Args:
        policy: whose school has to choose.
        record: one of its records, or a part of one.
        within: True if it is a part of what is open.
    """
    changes: dict[str, Any] = {}
    is_open = within or bool(policy.open_choices(record))
    if is_open and isinstance(record, Rule):
        changes |= _without_level(policy, record)
    if is_open and getattr(record, COVERS, None):
        changes[COVERS] = ()
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.subject is None and field.many and value:
            parts = tuple(
                _opened(policy, part, within=is_open) if isinstance(part, Record) else part
                for part in value
            )
            if any(new is not old for new, old in zip(parts, value, strict=True)):
                changes[field.name] = parts
    return record.model_copy(update=changes) if changes else record


KEPT = frozenset(
    {
        *("id", "only", "visibility", "note", "lock", "who", "thing", "function", "place", "time"),
        *("zone", "event", "restriction", "firm", "unless", "source", "effective_from"),
        "effective_until",
    }
)
"""What an undecided rule still says: what it would be about."""


SAID = "We have still to decide this."
"""What such a rule says to those who read it in words of their own."""


def _without_level(policy: Policy, rule: Rule) -> dict[str, Any]:
    questions = " ".join(each.choice.question for each in policy.open_choices(rule))
    cleared = {
        name: info.get_default(call_default_factory=True)
        for name, info in Rule.model_fields.items()
        if name not in KEPT and not info.is_required()
    }
    return {
        **cleared,
        "level": Level.UNDECIDED,
        "because": f"Not decided yet: {questions}",
        "plain": SAID if rule.plain else None,
        "pupils": PupilWording(**{band: SAID for band, said in rule.pupils if said}),
    }
